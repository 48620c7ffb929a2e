/**
 * The scan of one report: which of its units have the terms, and why. A plain look at the folded text: what is found
 * is there, and what is there is found.
 */

import { fold } from "../fold.js";

/**
 * @typedef {import("./types.js").SearchReport} SearchReport
 * @typedef {import("./types.js").Unit} Unit
 * @typedef {import("./types.js").Reason} Reason
 * @typedef {import("./types.js").Found} Found
 * @typedef {{unit: Unit, section: string, zh: string, en: string, was: string}} Folded
 */

/** A single character says too little to be met by a report's place or title. */
const LEAST_CONTEXT = 2;

/** @type {WeakMap<SearchReport, {units: Folded[], heads: string[], years: string[]}>} */
const prepared = new WeakMap();

/**
 * The section of a unit: `s3` for `s3` and `s3-p2`, "" for others.
 * @param {string} id
 */
export function sectionOf(id) {
  return /^s\d/.test(id) ? id.split("-")[0] : "";
}

/** @param {SearchReport} report */
function prepare(report) {
  let ready = prepared.get(report);
  if (!ready) {
    const units = report.units.map((unit) => ({
      unit,
      section: sectionOf(unit[0]),
      zh: fold(unit[1]),
      en: fold(unit[2] || ""),
      was: fold(unit[3] || ""),
    }));
    const titles = units.filter(({ unit }) => unit[0] === "title" || unit[0] === "subtitle");
    const places = report.places.map((place) => [fold(place.zh), fold(place.en)]);
    const heads = titles.map((one) => [one.zh, one.en]).concat(places);
    ready = { units, heads: heads.reduce((all, some) => all.concat(some), []), years: yearsOf(report) };
    prepared.set(report, ready);
  }
  return ready;
}

/** The years that a report covers, as readers type them. @param {SearchReport} report */
function yearsOf(report) {
  /** @type {string[]} */
  const years = [];
  if (!report.years) return years;
  for (let year = Number(report.years[0]); year <= Number(report.years[1]); year += 1) years.push(`${year}`, `${year}年`);
  return years;
}

/**
 * @param {Folded} unit
 * @param {string} term
 */
const has = (unit, term) => unit.zh.includes(term) || unit.en.includes(term);

/**
 * Everything in one report that the terms find, each unit once, in the report's order. `text`: all terms in the unit;
 * `reading`: all, where what the file read before a correction counts too; `context`: some, and the report's title,
 * place or years have the others; `section`: all in one section.
 * @param {SearchReport} report
 * @param {string[]} terms folded
 * @returns {{unit: Unit, reason: Reason}[]}
 */
export function scan(report, terms) {
  const { units, heads, years } = prepare(report);
  const around = terms.filter(
    (term) => years.includes(term) || (term.length >= LEAST_CONTEXT && heads.some((text) => text.includes(term)))
  );
  /** @type {{unit: Unit, reason: Reason}[]} */
  const found = [];
  const sections = new Set();
  for (const one of units) {
    const missing = terms.filter((term) => !has(one, term));
    /** @type {Reason | null} */
    let reason = null;
    if (!missing.length) reason = "text";
    else if (one.was && missing.every((term) => one.was.includes(term))) reason = "reading";
    else if (missing.length < terms.length && missing.every((term) => around.includes(term))) reason = "context";
    if (!reason) continue;
    found.push({ unit: one.unit, reason });
    sections.add(one.section);
  }
  if (terms.length > 1) found.push(...acrossSections(units, terms, sections));
  if (!found.length && around.length === terms.length) found.push({ unit: report.units[0], reason: "context" });
  return found;
}

/**
 * The sections that have all terms, though none of their units has.
 * @param {Folded[]} units
 * @param {string[]} terms
 * @param {Set<string>} done sections that have a hit already
 * @returns {{unit: Unit, reason: Reason}[]}
 */
function acrossSections(units, terms, done) {
  /** @type {Map<string, Folded[]>} */
  const sections = new Map();
  for (const one of units) {
    if (!one.section || done.has(one.section)) continue;
    const members = sections.get(one.section);
    if (members) members.push(one);
    else sections.set(one.section, [one]);
  }
  /** @type {{unit: Unit, reason: Reason}[]} */
  const found = [];
  sections.forEach((members) => {
    const all = terms.every((term) => members.some((one) => has(one, term)));
    const first = members.find((one) => has(one, terms[0]));
    if (all && first) found.push({ unit: first.unit, reason: "section" });
  });
  return found;
}
