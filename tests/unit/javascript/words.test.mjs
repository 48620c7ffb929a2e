import assert from "node:assert/strict";
import { test } from "node:test";
import { quoted, words } from "../../../templates/js/words.js";

test("a query is said in quotation marks, one that has some as it is", () => {
  assert.equal(quoted(" 梨树 模式 "), "“梨树 模式”");
  assert.equal(quoted('"rural toilets"'), '"rural toilets"');
  assert.equal(quoted("“放管服”改革"), "“放管服”改革");
});

test("a text that was pasted is not said whole, nor is a character cut in two", () => {
  assert.equal(quoted("字".repeat(40)), `“${"字".repeat(40)}”`);
  assert.equal(quoted("𠮷".repeat(5000)), `“${"𠮷".repeat(40)}…”`);
});

test("whatever names a query names it so", () => {
  globalThis.document = { documentElement: { lang: "zh-Hans" } };
  const pasted = "长".repeat(3000);
  for (const lang of ["zh-Hans", "en"]) {
    document.documentElement.lang = lang;
    const { foundFor, nothing, suggested } = words();
    const said = [foundFor(pasted), nothing(pasted, true), suggested.less(pasted, 1), suggested.spelling(pasted, 1)];
    for (const one of said) assert.ok(one.length < 120, one);
  }
});
