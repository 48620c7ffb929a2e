import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutTones } from "../../../templates/js/search/pinyin.js";
import { isNear, shorterRuns } from "../../../templates/js/search/suggesting.js";
import { termsOf } from "../../../templates/js/match.js";

test("tones are set aside, and ü is v in each of its spellings", () => {
  assert.deepEqual(["lǐshù", "Liáohé", "lüse", "lǜse", "zhanlue", "nüe"].map((one) => withoutTones(one.toLowerCase())), [
    ...["lishu", "liaohe", "lvse", "lvse", "zhanlve", "nve"],
  ]);
});

test("words are near that differ by one letter, or by two that have changed places", () => {
  const near = ["toilet", "toilets", "oilet", "tiolet", "toylet"].filter((word) => isNear("toilet", word));
  assert.deepEqual(near, ["toilets", "oilet", "tiolet", "toylet"]);
  for (const far of ["tool", "toylat", "outlet"]) assert.ok(!isNear("toilet", far), far);
});

test("a run is made shorter at both ends, and no figure is cut", () => {
  assert.deepEqual(shorterRuns(termsOf("黑土地保")[0]), ["黑土地", "土地保", "黑土", "地保"]);
  assert.deepEqual(shorterRuns(termsOf("493万亩")[0]), ["493万", "493", "万亩"]);
});
