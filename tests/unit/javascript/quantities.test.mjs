import assert from "node:assert/strict";
import { test } from "node:test";
import { product, quantitiesIn } from "../../../templates/js/search/quantities.js";

const MEASURES = {
  亩: ["亩", "1"],
  mu: ["亩", "1"],
  公顷: ["亩", "15"],
  hectares: ["亩", "15"],
  平方米: ["亩", "0.0015"],
  个: ["个", "1"],
  个百分点: ["个百分点", "1"],
  "%": ["%", "1"],
  立方米: ["立方米", "1"],
  "cubic metres": ["立方米", "1"],
};
const keys = (text) => quantitiesIn(text, MEASURES).map(({ key }) => key);

const CASES = [
  ["493.3万亩", ["亩:4933000"]],
  ["4933000亩", ["亩:4933000"]],
  ["４，９３３，０００ 亩", ["亩:4933000"]],
  ["4.933 million mu", ["亩:4933000"]],
  ["4.933 million mule", []],
  ["400多万亩", ["亩:4000000"]],
  ["493.3万多亩", ["亩:4933000"]],
  ["2公顷 30亩", ["亩:30", "亩:30"]],
  ["666平方米", ["亩:0.999"]],
  ["84.83%，1.50个百分点，3个", ["%:84.83", "个百分点:1.5", "个:3"]],
  ["2.8 billion cubic metres", ["立方米:2800000000"]],
  ["1.2.3%", []],
  ["0.0%", ["%:0"]],
  ["12345678901234567890亿亩", ["亩:1234567890123456789000000000"]],
];
for (const [text, expected] of CASES) test(text, () => assert.deepEqual(keys(text), expected));

test("products are exact", () => {
  assert.equal(product("0.1", 0, "0.2"), "0.02");
  assert.equal(product("25", 0, "0.04"), "1");
  assert.equal(product("007.70", 1, "1"), "77");
});

test("a quantity tells where it stands", () => {
  const text = "共有 493.3 万亩地";
  const [{ start, end }] = quantitiesIn(text, MEASURES);
  assert.equal(text.slice(start, end), "493.3 万亩");
});
