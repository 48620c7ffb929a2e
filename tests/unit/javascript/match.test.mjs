import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, foldWithOffsets } from "../../../templates/js/fold.js";
import { rangesOf, termsOf } from "../../../templates/js/match.js";

const marked = (text, query) => rangesOf(text, termsOf(query)).map(([start, end]) => text.slice(start, end));

test("width, case, quotation marks and blanks are set aside", () => {
  assert.equal(fold("２０２１ 年，“ＧＤＰ”　增长"), '2021年,"gdp"增长');
});

test("a mark that width folding would make longer stays as it is", () => {
  assert.equal(fold("㎡…№"), "㎡…№");
});

test("offsets count UTF-16 units, of characters beyond the basic plane too", () => {
  const { text, starts, ends } = foldWithOffsets("a 𠮷Ｂ");
  assert.equal(text, "a𠮷b");
  assert.deepEqual(starts, [0, 2, 2, 4]);
  assert.deepEqual(ends, [1, 4, 4, 5]);
});

test("a query is cut at blanks; its terms are folded, each once", () => {
  assert.deepEqual(termsOf("  梨树　ＧＤＰ gdp\n"), ["梨树", "gdp"]);
  assert.deepEqual(termsOf("　\u200b "), []);
});

test("words are found across blanks of the text and in another width", () => {
  assert.deepEqual(marked("占 84．8 3％的地", "84.83%"), ["84．8 3％"]);
  assert.deepEqual(marked("英雄史 再铸英雄魂", "史再"), ["史 再"]);
});

test("overlapping and adjacent places become one", () => {
  assert.deepEqual(rangesOf("哈哈哈", ["哈哈"]), [[0, 3]]);
  assert.deepEqual(rangesOf("黑土地保护", ["黑土地", "保护"]), [[0, 5]]);
});

test("what is not there is not found", () => {
  assert.deepEqual(rangesOf("黑土地", ["黑地"]), []);
});
