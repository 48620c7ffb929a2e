/**
 * Which units answer a query, why, and in what order. A unit that has all terms comes first, then one that has some where
 * the place, period or title of its report has the others, then a section whose paragraphs have them all.
 */

import { fold } from "../fold.js";
import { phrasesIn } from "../match.js";
import { HOW } from "./matching.js";
import { placesOfReport } from "./narrowing.js";
import { lastNotAbove } from "./structure.js";

/**
 * @typedef {import("../match.js").Term} Term
 * @typedef {import("./matching.js").Match} Match
 * @typedef {import("./structure.js").Structure} Structure
 * @typedef {import("./types.js").Found} Found
 * @typedef {import("./types.js").Reason} Reason
 */

/** A single character says too little to be met by a report's place or title. */
const LEAST_CONTEXT = 2;

const BOTH = HOW.text | HOW.value | HOW.translation;

/**
 * Best first: why a unit was found weighs more than anything else, then whether it is printed as typed. All terms must be
 * found in one of these ways: a quantity stands in both languages.
 * @type {{reason: Reason, ways: number, score: number}[]}
 */
const REASONS = [
  { reason: "text", ways: HOW.text, score: 8000 },
  { reason: "value", ways: HOW.text | HOW.value, score: 7000 },
  { reason: "translation", ways: HOW.translation | HOW.value, score: 6000 },
  { reason: "translation", ways: BOTH, score: 5000 },
  { reason: "reading", ways: BOTH | HOW.reading, score: 4000 },
  { reason: "pinyin", ways: BOTH | HOW.reading | HOW.pinyin, score: 3000 },
];
const CONTEXT = 2000;
const SECTION = 1000;
const AS_TYPED = 400;
const HEADINGS = [0, 0, 150, 200, 250, 300, 0]; // by KIND
const CLOSEST = 100;

/**
 * Everything that answers the terms, best first; ties by date, the latest first, as units are numbered.
 * @param {Structure} structure
 * @param {Term[]} terms
 * @param {Match[]} matches
 * @param {((unit: number) => boolean) | null} isWanted
 * @returns {Found[]}
 */
export function answers(structure, terms, matches, isWanted) {
  const included = matches.filter((_, i) => !terms[i].excluded);
  const excluded = matches.filter((_, i) => terms[i].excluded);
  const around = contextOf(structure, terms.filter((term) => !term.excluded), included);
  const isBarred = (/** @type {number} */ unit) => excluded.some(({ how }) => (how[unit] & BOTH) > 0);
  const isOpen = (/** @type {number} */ unit) => (!isWanted || isWanted(unit)) && !isBarred(unit);
  /** @type {Found[]} */
  const found = [];
  for (let report = 0; report < structure.titles.length; report += 1) {
    const end = report + 1 < structure.titles.length ? structure.titles[report + 1] : structure.size;
    for (let unit = structure.titles[report]; unit < end; unit += 1) {
      const why = whyFound(unit, included, around[report]);
      if (why && isOpen(unit)) found.push(scored(structure, unit, why, included));
    }
  }
  if (included.length > 1) found.push(...acrossSections(structure, included, around, found, isOpen));
  found.push(...byContextAlone(structure, around, found, isOpen));
  return found.sort(byScore);
}

/** @param {Found} a @param {Found} b */
export function byScore(a, b) {
  return b.score - a.score || a.unit - b.unit;
}

/**
 * @param {number} unit
 * @param {Match[]} included
 * @param {boolean[]} around
 * @returns {{reason: Reason, score: number} | null}
 */
function whyFound(unit, included, around) {
  let [has, missing] = [false, false];
  let open = -1; // a bit for each of the reasons that no term forbids
  for (let i = 0; i < included.length; i += 1) {
    const how = included[i].how[unit];
    if (!how && !around[i]) return null;
    if (how) has = true;
    else missing = true;
    for (let k = 0; k < REASONS.length; k += 1) if (how && !(how & REASONS[k].ways)) open &= ~(1 << k);
  }
  if (!has) return null;
  return missing ? { reason: "context", score: CONTEXT } : REASONS.filter((_, k) => open & (1 << k))[0];
}

/**
 * For each report, which terms its place, the years that it covers, or its title have.
 * @param {Structure} structure
 * @param {Term[]} terms
 * @param {Match[]} matches
 * @returns {boolean[][]}
 */
function contextOf(structure, terms, matches) {
  const { reports, places } = structure.root;
  const inPlaces = terms.map((term) => {
    const has = places.map(({ zh, en }) => fold(zh).includes(term.run) || phrasesIn(en, term).length > 0);
    return new Set(places.filter((_, i) => has[i] && term.run.length >= LEAST_CONTEXT));
  });
  return reports.ids.map((_, report) => {
    const here = placesOfReport(structure, report);
    const title = structure.titles[report];
    const heads = (reports.heads[report] & 1) + 1; // title, subtitle
    return terms.map((term, i) => {
      if (isYear(term.run, reports.years[report])) return true;
      if (term.run.length < LEAST_CONTEXT) return false;
      for (let unit = title; unit < title + heads; unit += 1) if (matches[i].how[unit] & BOTH) return true;
      return here.some((place) => inPlaces[i].has(place));
    });
  });
}

/** @param {string} run @param {[number, number] | null} years */
function isYear(run, years) {
  const match = /^(\d{4})年?(?:[-–—~至](\d{4}))?年?$/.exec(run);
  return match !== null && years !== null && Number(match[1]) <= years[1] && Number(match[2] || match[1]) >= years[0];
}

/**
 * The sections that have all terms, though none of their units has.
 * @param {Structure} structure
 * @param {Match[]} included
 * @param {boolean[][]} around
 * @param {Found[]} found
 * @param {(unit: number) => boolean} isOpen
 * @returns {Found[]}
 */
function acrossSections(structure, included, around, found, isOpen) {
  const done = new Set(found.map(({ unit }) => structure.inSection[unit]));
  /** @type {Found[]} */
  const sections = [];
  structure.sections.forEach((start, section) => {
    if (done.has(section)) return;
    const end = structure.ends[section];
    const report = structure.reports[start];
    const firsts = included.map(({ how }) => {
      for (let unit = start; unit < end; unit += 1) if (how[unit]) return unit;
      return -1;
    });
    const here = firsts.filter((unit) => unit >= 0);
    if (here.length < 2 || firsts.some((unit, i) => unit < 0 && !around[report][i])) return;
    for (let unit = start; unit < end; unit += 1) if (!isOpen(unit)) return;
    sections.push({ unit: here[0], reason: "section", score: SECTION });
  });
  return sections;
}

/**
 * The titles of reports that have all terms around them, though none of their units has any: where several are looked
 * for, or where nothing else is found.
 * @param {Structure} structure
 * @param {boolean[][]} around
 * @param {Found[]} found
 * @param {(unit: number) => boolean} isOpen
 * @returns {Found[]}
 */
function byContextAlone(structure, around, found, isOpen) {
  const done = new Set(found.map(({ unit }) => structure.reports[unit]));
  const single = around.length > 0 && around[0].length === 1;
  /** @type {Found[]} */
  const titles = [];
  around.forEach((has, report) => {
    const unit = structure.titles[report];
    const all = has.length > 0 && has.every((is) => is);
    if (all && !done.has(report) && !(single && found.length) && isOpen(unit)) {
      titles.push({ unit, reason: "context", score: CONTEXT - CLOSEST });
    }
  });
  return titles;
}

/**
 * @param {Structure} structure
 * @param {number} unit
 * @param {{reason: Reason, score: number}} why
 * @param {Match[]} included
 * @returns {Found}
 */
function scored(structure, unit, why, included) {
  let score = why.score + HEADINGS[structure.kinds[unit]];
  if (why.reason === "text" && included.every((match) => isAsTyped(match, unit))) score += AS_TYPED;
  if (included.length === 1) return { unit, reason: why.reason, score };
  const spans = included.map((match) => spansIn(match, unit)).filter((some) => some !== null);
  if (spans.length < included.length) return { unit, reason: why.reason, score, isLoose: true };
  return { unit, reason: why.reason, score: score + nearness(/** @type {Span[][]} */ (spans)) };
}

/** Whether one of the places of a term is printed as it was typed, as far as places are known. @param {Match} match @param {number} unit */
function isAsTyped({ runs }, unit) {
  let known = false;
  for (const { places } of runs) {
    const i = indexOf(places.units, unit);
    if (i < 0) continue;
    for (let k = places.starts[i]; k < places.starts[i + 1]; k += 1) {
      if (!places.variants[k]) return true;
      known = true;
    }
  }
  return !known;
}

/** @typedef {{start: number, end: number}} Span */

/**
 * Where the runs of a term stand in a unit, null where that is not known.
 * @param {Match} match
 * @param {number} unit
 * @returns {Span[] | null}
 */
function spansIn(match, unit) {
  /** @type {Span[]} */
  const found = [];
  for (const { places, length } of match.runs) {
    const i = indexOf(places.units, unit);
    if (i < 0) continue;
    for (let k = places.starts[i]; k < places.starts[i + 1]; k += 1) {
      const start = places.positions[k];
      found.push({ start, end: start + length });
    }
  }
  return found.length ? found.sort((a, b) => a.start - b.start) : null;
}

/** @param {ArrayLike<number>} sorted @param {number} value @returns {number} -1 where it is not */
function indexOf(sorted, value) {
  const at = lastNotAbove(sorted, value);
  return sorted[at] === value ? at : -1;
}

/**
 * How close to each other terms stand, given the places of each: 100 side by side, 50 with eight characters between.
 * @param {Span[][]} spans
 */
export function nearness(spans) {
  let gap = Infinity;
  for (const anchor of spans[0]) {
    let [start, end, inside] = [anchor.start, anchor.end, anchor.end - anchor.start];
    for (const list of spans.slice(1)) {
      const away = (/** @type {Span} */ span) => Math.max(span.start - anchor.end, anchor.start - span.end, 0);
      const nearest = list.reduce((a, b) => (away(b) < away(a) ? b : a));
      start = Math.min(start, nearest.start);
      end = Math.max(end, nearest.end);
      inside += nearest.end - nearest.start;
    }
    gap = Math.min(gap, Math.max(0, end - start - inside));
  }
  return Math.round((10 * CLOSEST) / (1 + gap / 8)) / 10;
}
