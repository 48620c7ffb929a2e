import assert from "node:assert/strict";
import { test } from "node:test";
import { fillCitation, isoDate, permanentLink } from "../../../templates/js/citation.js";
import { pathBelow } from "../../../templates/js/page.js";

test("a citation is filled in, whatever the text holds", () => {
  const values = { text: "“$& {url}”", url: "https://e.org/", accessed: "2026-11-22" };
  assert.equal(fillCitation("“{text}” {url} ({accessed}) {other}", values), "““$& {url}”” https://e.org/ (2026-11-22) {other}");
});

test("the permanent link is the canonical one", () => {
  assert.equal(permanentLink("https://e.org/reports/x.html", "file:///c/x.html", "x/s3-p2"), "https://e.org/reports/x.html#s3-p2");
});

test("without a canonical address it is the page's own on a server", () => {
  assert.equal(permanentLink("", "http://10.0.0.1/reports/x.html?h=a#s1", "x/s3-p2"), "http://10.0.0.1/reports/x.html#s3-p2");
});

test("on a disk it is the id, never a file address", () => {
  assert.equal(permanentLink("", "file:///C:/Users/li/x.html", "x/s3-p2"), "x#s3-p2");
});

test("a day has its year, month and day in the reader's time zone", () => {
  assert.equal(isoDate(new Date(2026, 0, 5)), "2026-01-05");
});

test("a page knows its path below the site's root", () => {
  assert.equal(pathBelow("file:///C:/%E6%96%87/site/en/reports/x.html?h=a#s1", "../../"), "en/reports/x.html");
  assert.equal(pathBelow("https://e.org/sub/", "./"), "index.html");
  assert.equal(pathBelow("https://e.org/sub/reports/x.html", "../"), "reports/x.html");
});
