import assert from "node:assert/strict";
import { test } from "node:test";
import { rangesOf, termsOf } from "../../../templates/js/match.js";
import { readAddress, writeAddress, writeWords } from "../../../templates/js/search/address.js";

test("an address says what is asked for, and reads back the same", () => {
  const filters = { theme: "black-soil", place: "siping", period: "2020/2022", publisher: "吉林日报", language: "en" };
  const address = writeAddress('"a b" 100% & -玉米', filters);
  assert.deepEqual(readAddress(address), { query: '"a b" 100% & -玉米', filters });
  assert.equal(writeAddress(" 辽河 ", {}), "?q=%E8%BE%BD%E6%B2%B3");
});

test("the filters always stand in one order, so that one question has one address", () => {
  const address = writeAddress("a", { language: "zh", theme: "x" });
  assert.equal(address, "?q=a&theme=x&language=zh");
  assert.equal(writeAddress("a", { theme: "x", language: "zh" }), address);
});

test("empty filters and languages that there are not are none", () => {
  assert.deepEqual(readAddress("?q=a&place=&period=%20&language=fr"), { query: "a", filters: {} });
  assert.equal(writeAddress("a", { place: "", theme: undefined }), "?q=a");
  assert.deepEqual(readAddress(""), { query: "", filters: {} });
});

test("what an address holds besides is kept", () => {
  assert.equal(writeAddress("b", { place: "x" }, "?q=a&reading=both&theme=old"), "?q=b&place=x&reading=both");
});

test("words that are marked are written so that each is found as it stands", () => {
  assert.equal(writeWords(["辽河", "river chiefs", "-5℃", "辽河", " 治 "]), '辽河 "river chiefs" "-5℃" 治');
  assert.equal(writeWords(['王立田说:"地一年', "“放管服”改革", '说 "地']), '王立田说:"地一年 放管服 改革 说 地');
  assert.equal(writeWords(["", '"']), "");
});

test("very many words are cut short", () => {
  const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
  assert.equal(writeWords(words).split(" ").length, 12);
});

test("the words that an address carries are marked again as they were", () => {
  const text = "在“放管服”改革 -5℃ 里，王立田说:\"地一年\"。";
  for (const word of ["“放管服”改革", "-5℃", '王立田说:"地一年']) {
    const marked = rangesOf(text, termsOf(writeWords([word])), "zh").map(([start, end]) => text.slice(start, end));
    assert.ok(marked.join("").length >= word.length - 2, `${word}: ${marked}`);
  }
});
