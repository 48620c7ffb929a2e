import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG, passage, rangesNow, SHORT, wordsIn } from "../../../templates/js/search/passage.js";

/** Where words stand, as ranges. */
const ranges = (text, words) =>
  words
    .reduce((all, word) => {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) all.push([at, at + word.length]);
      return all;
    }, [])
    .sort((a, b) => a[0] - b[0]);
const written = (pieces) => pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
const shown = (text, ...words) => written(passage(text, ranges(text, words), LONG, "zh"));
const english = (text, ...words) => written(passage(text, ranges(text, words), SHORT, "en"));

test("a short text is shown whole", () => {
  assert.equal(shown("推广“梨树模式”。", "梨树模式"), "推广“[梨树模式]”。");
});

test("a long text is cut before the word, at a mark of punctuation, and says so", () => {
  const text = "前".repeat(60) + "。中间一句，粮食产能" + "后".repeat(200);
  assert.match(shown(text, "粮食"), /^…中间一句，\[粮食\]产能后+…$/);
});

test("a long text without punctuation is cut all the same", () => {
  const all = shown("字".repeat(300) + "词" + "字".repeat(300), "词");
  assert.match(all, /^…字+\[词\]字+…$/);
  assert.ok(all.length < 140);
});

test("a short passage is short", () => {
  const text = "字".repeat(300);
  const all = passage(text, [[0, 300]], SHORT, "zh").map((piece) => piece.text).join("");
  assert.equal(all, "字".repeat(SHORT) + "…");
});

test("the first word stays in view however long what stands before it", () => {
  assert.match(shown("，".repeat(50) + "词", "词"), /\[词\]$/);
});

test("no cut parts the two halves of a character", () => {
  for (let n = 20; n < 30; n += 1) {
    const all = shown("字".repeat(n) + "𠮷".repeat(90) + "词", "词");
    assert.doesNotMatch(all.replace(/𠮷/g, ""), /[\ud800-\udfff]/);
    assert.doesNotMatch(shown("词" + "字".repeat(n) + "𠮷".repeat(90), "词").replace(/𠮷/g, ""), /[\ud800-\udfff]/);
  }
});

test("without the words, the beginning is shown", () => {
  assert.equal(shown("更正后的文字", "原文"), "更正后的文字");
});

test("words that stand far apart are shown in cuttings, at most three, all in the length of one", () => {
  const filler = "字".repeat(200);
  const all = shown(`甲${filler}乙${filler}丙${filler}丁`, "甲", "乙", "丙", "丁");
  assert.match(all, /^\[甲\]字+…字+\[乙\]字+…字+\[丙\]字+…$/);
  assert.ok(all.length < LONG + 20);
  assert.match(shown(`甲${"字".repeat(50)}乙${filler}`, "甲", "乙"), /^\[甲\]字{50}\[乙\]字+…$/);
});

test("the same word farther on gives no second cutting", () => {
  assert.match(shown(`甲${"字".repeat(300)}甲`, "甲"), /^\[甲\]字+…$/);
});

test("cuttings that touch are one", () => {
  const all = shown(`甲${"字".repeat(118)}乙${"字".repeat(5)}丙${"字".repeat(200)}`, "甲", "乙", "丙");
  assert.equal(all.split("…").length, 3);
  assert.match(all, /\[乙\]字{5}\[丙\]/);
});

test("letters are narrow, so an English passage has more of them, and ends at a word", () => {
  const all = english("word ".repeat(100) + "river " + "land ".repeat(100), "river");
  assert.match(all, /^…word .*\[river\] land.* land…$/);
  assert.ok(all.length > SHORT * 1.5 && all.length < SHORT * 2 + 4);
});

test("the different words of a text, whatever their case", () => {
  const text = "Toilets, toilets and 厕所";
  const found = wordsIn(text, ranges(text, ["Toilet", "toilet", "厕所"]));
  assert.deepEqual(found.map(({ word }) => word), ["Toilet", "厕所"]);
});

const now = (was, word, text) =>
  rangesNow(was, ranges(was, [word]), text).map(([start, end]) => text.slice(start, end));

test("what was read is found again, corrected, between the same neighbours", () => {
  assert.deepEqual(now("落实两兔一补政策，资助学生", "两兔一补", "落实两免一补政策，资助学生"), ["两免一补"]);
  assert.deepEqual(now("限抓产业链条", "限抓产业", "狠抓产业链条"), ["狠抓产业"]);
  assert.deepEqual(now("建成高标准衣田", "衣田", "建成高标准农田"), ["农田"]);
});

test("what was read is not found where its neighbours stand twice, or nowhere", () => {
  assert.deepEqual(now("推进衣业发展", "衣业", "推进农业发展，推进工业发展"), []);
  assert.deepEqual(now("大力推进衣业现代化", "衣业", "农业现代化"), []);
  assert.deepEqual(now("", "衣业", "农业"), []);
});
