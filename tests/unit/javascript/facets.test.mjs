import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, nextSort, ordering, readState, writeState } from "../../../templates/js/facets.js";

const NAMES = ["period", "place", "theme", "sort"];
const row = (values) => (name) => values[name] || "";

test("the address and the state say the same", () => {
  const state = { place: "吉林 四平", sort: "-period" };
  assert.deepEqual(readState(writeState(state), NAMES), state);
});

test("an address without a state, and one about something else, hold none", () => {
  assert.equal(writeState({ place: "" }), "#all");
  for (const hash of ["", "#all", "#s3-p2", "#colour=red"]) assert.deepEqual(readState(hash, NAMES), {});
});

test("a row is shown when each filter names one of its values", () => {
  const report = row({ period: "2020 2021 2022", theme: "black-soil general" });
  assert.ok(fits(report, {}));
  assert.ok(fits(report, { period: "2021", theme: "general", sort: "place" }));
  assert.ok(!fits(report, { period: "2019" }));
  assert.ok(!fits(report, { period: "202" }));
  assert.ok(!fits(report, { period: "2021", place: "siping" }));
});

test("the unknown can be asked for", () => {
  assert.ok(fits(row({}), { place: "?" }));
  assert.ok(!fits(row({ place: "siping" }), { place: "?" }));
});

test("the unknown comes last in both directions", () => {
  assert.deepEqual(["", "2021", "2018"].sort(ordering("date", "zh-Hans")), ["2018", "2021", ""]);
  assert.deepEqual(["", "2018", "2021"].sort(ordering("-date", "zh-Hans")), ["2021", "2018", ""]);
});

test("numbers are compared as numbers", () => {
  assert.deepEqual(["第10节", "第9节"].sort(ordering("title", "zh-Hans")), ["第9节", "第10节"]);
});

test("a heading goes from ascending to descending to the order of the page", () => {
  assert.equal(nextSort(undefined, "place"), "place");
  assert.equal(nextSort("place", "place"), "-place");
  assert.equal(nextSort("-place", "place"), "");
  assert.equal(nextSort("-place", "title"), "title");
});
