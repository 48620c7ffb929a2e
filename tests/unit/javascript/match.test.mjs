import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../../templates/js/fold.js";
import { foldCharacters, literal, placesOf, rangesOf, termsOf, wordsOf } from "../../../templates/js/match.js";

const marked = (text, query, language = "zh") =>
  rangesOf(text, termsOf(query), language).map(([start, end]) => text.slice(start, end));
const said = (query) => termsOf(query).map(({ run, excluded, whole }) => `${excluded ? "-" : ""}${run}${whole ? "!" : ""}`);

test("width, case, quotation marks and blanks are set aside", () => {
  assert.equal(fold("２０２１ 年，“ＧＤＰ”　增长"), '2021年,"gdp"增长');
});

test("a mark that width folding would make longer stays as it is", () => {
  assert.equal(fold("㎡…№"), "㎡…№");
});

test("offsets count UTF-16 units, of characters beyond the basic plane too", () => {
  const { characters, starts, ends } = foldCharacters("a 𠮷Ｂ");
  assert.deepEqual(characters, ["a", "𠮷", "b"]);
  assert.deepEqual(starts, [0, 2, 4]);
  assert.deepEqual(ends, [1, 4, 5]);
});

test("letters and figures that are printed otherwise are variants, marks of punctuation are not", () => {
  assert.deepEqual(foldCharacters("８G，鄉a").variants, [true, true, false, true, false]);
});

const QUERIES = [
  ["terms stand between blanks, folded", "  梨树　ＧＤＰ\n", ["梨树", "gdp"]],
  ["blanks are no term", "　\u200b ", []],
  ["quotation marks make one term", '"black soil" "梨树 模式"', ["blacksoil!", "梨树模式!"]],
  ["so do Chinese ones around English, or around a blank", "“black soil” 「乡村 振兴」", ["blacksoil!", "乡村振兴!"]],
  ["Chinese ones around a run of Chinese belong to it", "“梨树模式” “放管服”改革 “放管", ['"梨树模式"', '"放管服"改革', '"放管']],
  ["marks that something follows belong to the run", '"放管服"改革', ['"放管服"改革']],
  ["a mark that is not closed yet reaches to the end", '"black so', ["blackso"]],
  ["a minus before a term excludes it", '改厕 -四平 －"小额 信贷"', ["改厕", "-四平", "-小额信贷!"]],
  ["a minus inside a term is a character of it", "1-5天 -", ["1-5天", "-"]],
  ["empty quotation marks are nothing", '"" 梨树', ["梨树"]],
];
for (const [name, query, expected] of QUERIES) test(name, () => assert.deepEqual(said(query), expected));

test("only terms without Han characters and without signs that matter have English words", () => {
  const words = termsOf("face-to-face GDP增长 84.83% C++ (oil)").map((term) => term.words);
  assert.deepEqual(words, [["face", "to", "face"], [], [], [], ["oil"]]);
});

const WORDS = [
  ["hyphens part words, apostrophes do not", "The people’s face-to-face talk", ["the", "people's", "face", "to", "face", "talk"]],
  ["points and commas stay inside figures, commas are dropped", "1,237 households, 84.83%.", ["1237", "households", "84.83"]],
  ["width and case fold", "ＧＤＰ Ｇ", ["gdp", "g"]],
];
for (const [name, text, expected] of WORDS) test(name, () => assert.deepEqual(wordsOf(text).map(({ word }) => word), expected));

test("words are found across blanks of the text and in another width", () => {
  assert.deepEqual(marked("占 84．8 3％的地", "84.83%"), ["84．8 3％"]);
  assert.deepEqual(marked("英雄史 再铸英雄魂", "史再"), ["史 再"]);
});

test("overlapping and adjacent places become one", () => {
  assert.deepEqual(rangesOf("哈哈哈", termsOf("哈哈"), "zh"), [[0, 3]]);
  assert.deepEqual(rangesOf("黑土地保护", termsOf("黑土地 保护"), "zh"), [[0, 5]]);
});

test("what is not there, and what is excluded, is not marked", () => {
  assert.deepEqual(marked("黑土地", "黑地"), []);
  assert.deepEqual(marked("黑土地", "-黑土"), []);
});

test("English is marked from the beginning of a word; a quoted word whole", () => {
  assert.deepEqual(marked("Toilets and soil, oil", "toilet oil", "en"), ["Toilets", "oil"]);
  assert.deepEqual(marked("Black soils, black soil", '"black soil"', "en"), ["black soil"]);
});

test("runs of any length are covered by pairs", () => {
  for (const run of ["禾", "禾川", "禾川市", "禾川市的黑土"]) {
    const characters = Array.from(`岚江禾川市的黑土${run}`);
    const expected = characters.map((_, i) => i).filter((i) => characters.slice(i, i + run.length).join("") === run);
    assert.deepEqual(placesOf(characters, literal(Array.from(run))), expected);
  }
});
