/**
 * A search: load the archive, scan it in slices so that the page never stops, rank what was found. `window.heitu.search`
 * is `search`; the box and the results page use `find`, which answers with the texts.
 */

import { fold } from "../fold.js";
import { termsOf } from "../match.js";
import { loadArchive } from "./data.js";
import { scan, sectionOf } from "./scan.js";

/**
 * @typedef {import("./types.js").Found} Found
 * @typedef {import("./types.js").Hit} Hit
 * @typedef {import("./types.js").Answer} Answer
 */

const SLICE = 12; // milliseconds of scanning before the page gets its turn

/** Best first: why a unit was found weighs more than what it is. */
const REASONS = { text: 100, reading: 70, context: 50, section: 40 };

/**
 * @param {string} id a unit's
 */
function weight(id) {
  if (id === "title") return 25;
  if (id === "subtitle" || /^s\d+$/.test(id)) return 15;
  return id === "byline" ? 10 : 0;
}

/**
 * @param {import("./types.js").Unit} unit
 * @param {import("./types.js").Reason} reason
 * @param {string} query
 * @returns {number}
 */
export function score(unit, reason, query) {
  const texts = [unit[1], unit[2] || ""];
  const asTyped = texts.some((text) => text.includes(query.trim())) ? 4 : 0;
  const together = texts.some((text) => fold(text).includes(fold(query))) ? 4 : 0;
  return REASONS[reason] + (reason === "text" ? weight(unit[0]) + asTyped + together : 0);
}

/** @returns {Promise<void>} */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Everything that a query finds, best first.
 * @param {string} query
 * @param {() => boolean} [stale] whether the answer is no longer wanted: then it comes early and short
 * @returns {Promise<Found[]>}
 */
export async function find(query, stale) {
  const terms = termsOf(query);
  if (!terms.length) return [];
  /** @type {Found[]} */
  const found = [];
  let deadline = performance.now() + SLICE;
  for (const reports of await loadArchive()) {
    for (const report of reports) {
      if (performance.now() > deadline) {
        await pause();
        if (stale && stale()) return [];
        deadline = performance.now() + SLICE;
      }
      for (const { unit, reason } of scan(report, terms)) {
        found.push({ unit, report, reason, score: score(unit, reason, query) });
      }
    }
  }
  return rank(found);
}

/**
 * By score, then the latest report first, then as the texts run (the sort of old browsers is not stable).
 * @param {Found[]} found
 */
function rank(found) {
  const numbered = found.map((one, i) => ({ one, i }));
  numbered.sort(
    (a, b) =>
      b.one.score - a.one.score ||
      Number(b.one.report.date > a.one.report.date) - Number(b.one.report.date < a.one.report.date) ||
      a.i - b.i
  );
  return numbered.map(({ one }) => one);
}

/**
 * A hit as the interface of the archive has it.
 * @param {Found} found
 * @returns {Hit}
 */
export function hitOf({ unit, report, reason, score }) {
  const id = unit[0];
  const whole = reason === "section";
  const section = sectionOf(id);
  const anchor = whole ? section : section || /^c\d/.test(id) ? id : "";
  const page = `reports/${report.id}.html${anchor ? "#" + anchor : ""}`;
  return {
    report: report.id,
    section: section || null,
    paragraph: anchor && anchor !== section ? anchor : null,
    url: { zh: page, en: "en/" + page },
    reason,
    score,
  };
}

/**
 * `window.heitu.search`: all hits of a query, or the first `limit`; `total` counts them all.
 * @param {string} query
 * @param {{limit?: number}} [options]
 * @returns {Promise<Answer>}
 */
export async function search(query, options) {
  const found = await find(query);
  const limit = options && typeof options.limit === "number" ? options.limit : found.length;
  return { total: found.length, hits: found.slice(0, limit).map(hitOf) };
}
