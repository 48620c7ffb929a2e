import assert from "node:assert/strict";
import { test } from "node:test";
import { waysToPart } from "../../../templates/js/search/pinyin.js";
import { isNear } from "../../../templates/js/search/suggesting.js";

const SYLLABLES = { liao: "辽", he: "河", xi: "西", an: "安", xian: "县", li: "梨", a: "啊", o: "哦" };

test("a spelling is parted in every way that it can be read", () => {
  assert.deepEqual(waysToPart("liaohe", SYLLABLES), [["liao", "he"], ["li", "a", "o", "he"]]);
  assert.deepEqual(waysToPart("xian", SYLLABLES), [["xian"], ["xi", "an"]]);
  assert.deepEqual(waysToPart("xi'an", SYLLABLES), [["xi", "an"]]);
  assert.deepEqual(waysToPart("black", SYLLABLES), []);
});

test("a long spelling that cannot be read to its end is soon given up", () => {
  assert.deepEqual(waysToPart("xian".repeat(29) + "q", SYLLABLES), []);
  assert.equal(waysToPart("xian".repeat(29), SYLLABLES).length, 12);
  assert.deepEqual(waysToPart("a".repeat(5000), SYLLABLES), []);
});

test("words are near that differ by one letter, or by two that have changed places", () => {
  const near = ["toilet", "toilets", "oilet", "tiolet", "toylet"].filter((word) => isNear("toilet", word));
  assert.deepEqual(near, ["toilets", "oilet", "tiolet", "toylet"]);
  for (const far of ["tool", "toylat", "outlet"]) assert.ok(!isNear("toilet", far), far);
});
