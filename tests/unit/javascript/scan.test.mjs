import assert from "node:assert/strict";
import { test } from "node:test";
import { termsOf } from "../../../templates/js/match.js";
import { hitOf, score } from "../../../templates/js/search/query.js";
import { scan } from "../../../templates/js/search/scan.js";

const REPORT = {
  id: "x",
  places: [{ zh: "禾川市", en: "Hechuan" }, { zh: "岚江省", en: "Lanjiang" }],
  years: ["2020", "2022"],
  date: "2022-08-01",
  units: [
    ["title", "沃野丰年"],
    ["s1", "良田建设"],
    ["s1-p1", "推广秸秆还田。", "Straw is returned to the fields."],
    ["s1-p2", "狠抓改厕。", "", "限抓改厕。"],
    ["s2-p1", "治理清溪河。"],
    ["c1", "农机手在作业。林远 摄"],
  ],
};
const found = (query) => scan(REPORT, termsOf(query)).map(({ unit, reason }) => `${unit[0]} ${reason}`);

const CASES = [
  ["a run of characters", "秸秆还", ["s1-p1 text"]],
  ["one in a title, a heading, a caption", "田", ["s1 text", "s1-p1 text"]],
  ["a caption", "林远摄", ["c1 text"]],
  ["English, in any case", "STRAW", ["s1-p1 text"]],
  ["several terms in one paragraph, also in two languages", "straw 还田", ["s1-p1 text"]],
  ["what the file read before a correction", "限抓", ["s1-p2 reading"]],
  ["terms over a section, once", "秸秆 改厕", ["s1-p1 section"]],
  ["not over two sections", "秸秆 清溪河", []],
  ["a term that the place meets", "禾川 改厕", ["s1-p2 context"]],
  ["a term that a year meets", "2021 改厕", ["s1-p2 context"]],
  ["a year that is not covered", "2023 改厕", []],
  ["the place alone: the report", "岚江", ["title context"]],
  ["the place in English", "hechuan", ["title context"]],
  ["a single character is not met by the place", "川", []],
  ["part of a year is not met by it", "202 改厕", []],
  ["what is not there", "还秸", []],
];
for (const [name, query, expected] of CASES) test(name, () => assert.deepEqual(found(query), expected));

test("a hit names its section and paragraph as the archive does", () => {
  const hit = (id, reason = "text") => hitOf({ unit: [id, ""], report: REPORT, reason, score: 1 });
  const page = (anchor) => ({ zh: `reports/x.html${anchor}`, en: `en/reports/x.html${anchor}` });
  const said = ({ section, paragraph, url }) => ({ section, paragraph, url });
  assert.deepEqual(said(hit("s1-p2")), { section: "s1", paragraph: "s1-p2", url: page("#s1-p2") });
  assert.deepEqual(said(hit("s1")), { section: "s1", paragraph: null, url: page("#s1") });
  assert.deepEqual(said(hit("s1-p2", "section")), { section: "s1", paragraph: null, url: page("#s1") });
  assert.deepEqual(said(hit("c1")), { section: null, paragraph: "c1", url: page("#c1") });
  assert.deepEqual(said(hit("title")), { section: null, paragraph: null, url: page("") });
});

test("a title weighs more than a heading, that more than a paragraph, all more than a mere context", () => {
  const order = [["title", "text"], ["s1", "text"], ["s1-p1", "text"], ["s1-p1", "reading"], ["s1-p1", "context"], ["s1-p1", "section"]];
  const scores = order.map(([id, reason]) => score([id, "黑土"], reason, "黑土"));
  assert.deepEqual(scores, [...scores].sort((a, b) => b - a));
  assert.equal(new Set(scores).size, scores.length);
});

test("as it was typed weighs more than in another width", () => {
  assert.ok(score(["s1-p1", "84.83%"], "text", "84.83%") > score(["s1-p1", "８４．８３％"], "text", "84.83%"));
});
