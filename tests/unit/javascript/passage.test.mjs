import assert from "node:assert/strict";
import { test } from "node:test";
import { LONG, passage, SHORT } from "../../../templates/js/search/passage.js";

const shown = (text, ...terms) => passage(text, terms, LONG).map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

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
  const all = passage("字".repeat(300), ["字"], SHORT).map((piece) => piece.text).join("");
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
