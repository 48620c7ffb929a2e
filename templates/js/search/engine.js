/**
 * Search: `window.heitu.search` and what the box and the results page use. The root of the index tells the structure of
 * the archive; lists tell which units have a term; texts are loaded for what is shown, or where the lists leave a doubt.
 */

import { rangesOf, withPlainQuotes } from "../match.js";
import { language } from "../page.js";
import { matchTerm } from "./matching.js";
import { bringNear } from "./nearing.js";
import { choicesOf, placesOfReport, wanted } from "./narrowing.js";
import { answers } from "./ranking.js";
import { loadRoot, once } from "./store.js";
import { Structure } from "./structure.js";
import { nearSpellings, shorterRuns } from "./suggesting.js";
import { prepared } from "./terms.js";
import { textOf } from "./texts.js";

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {import("./types.js").Findings} Findings
 * @typedef {import("./types.js").Found} Found
 * @typedef {import("./types.js").Hit} Hit
 * @typedef {import("./types.js").Shown} Shown
 * @typedef {import("./types.js").Suggestion} Suggestion
 * @typedef {import("../match.js").Term} Term
 */

/** @type {Structure | null} known once a search has been made */
let current = null;

function open() {
  return once("structure", async () => (current = new Structure(await loadRoot())));
}

/** Begin to load the index before the first key; a fault is told by the first search. */
export function warm() {
  open().catch(() => 0);
}

/** @type {Findings} */
const NOTHING = { total: 0, reports: 0, found: [], terms: [] };

/**
 * Everything that a query finds, best first.
 * @param {string} query
 * @param {Filters} [filters]
 * @param {() => boolean} [stale] whether the answer is no longer wanted: then it comes early and empty
 * @returns {Promise<Findings>}
 */
export async function find(query, filters = {}, stale = () => false) {
  const structure = await open();
  /** @param {string} text @param {boolean} joined */
  const attempt = async (text, joined) => findTerms(structure, await prepared(structure.root, text, joined), filters, stale);
  const findings = await attempt(query, true);
  if (findings.total || stale()) return findings;
  // 2020 户 may be a year and a word; Chinese quotation marks may stand around a phrase that is printed without them.
  const plain = withPlainQuotes(query);
  const apart = findings.terms.some(({ quantity, text }) => quantity && /\s/.test(text));
  if (plain !== query) return find(plain, filters, stale);
  return apart ? attempt(query, false) : findings;
}

/**
 * @param {Structure} structure
 * @param {Term[]} terms
 * @param {Filters} filters
 * @param {() => boolean} stale
 * @returns {Promise<Findings>}
 */
async function findTerms(structure, terms, filters, stale) {
  if (!terms.some(({ excluded }) => !excluded) || stale()) return NOTHING;
  const isWanted = await wanted(structure, filters);
  const matches = await Promise.all(terms.map((term) => matchTerm(structure, term, filters.language)));
  if (stale()) return NOTHING;
  const found = answers(structure, terms, matches, isWanted);
  await bringNear(structure, found, terms);
  const reports = new Set(found.map(({ unit }) => structure.reports[unit])).size;
  return { total: found.length, reports, found, terms };
}

/**
 * A hit as the interface of the archive has it. Only after `find`.
 * @param {Found} found
 * @returns {Hit}
 */
export function hitOf({ unit, reason, score }) {
  const structure = /** @type {Structure} */ (current);
  const report = structure.root.reports.ids[structure.reports[unit]];
  const number = structure.inSection[unit];
  const section = number < 0 ? null : structure.sectionId(number);
  const id = structure.idOf(unit);
  const isPart = /^(?:s\d+-p|c)\d+$/.test(id);
  const paragraph = isPart && reason !== "section" ? id : null;
  const anchor = paragraph || section;
  const page = `reports/${report}.html${anchor ? `#${anchor}` : ""}`;
  return { report, section, paragraph, url: { zh: page, en: `en/${page}` }, reason, score };
}

/** Reasons whose words stand in the Chinese. */
const IN_CHINESE = ["text", "value", "pinyin", "reading"];

/**
 * What a hit shows; an error where the text does not have what the lists promise.
 * @param {Found} found
 * @param {Term[]} terms
 * @returns {Promise<Shown>}
 */
export async function show({ unit, reason }, terms) {
  const structure = await open();
  const { reports } = structure.root;
  const report = structure.reports[unit];
  const section = structure.inSection[unit];
  const heading = section >= 0 && structure.hasHeading(section) ? structure.sections[section] : -1;
  // A reader of Chinese needs no English where the words are in the Chinese.
  const isEnough = language() === "zh" && IN_CHINESE.includes(reason);
  const load = async (/** @type {number} */ wantedUnit, /** @type {boolean} */ english) => {
    if (wantedUnit < 0) return { zh: "", en: "" };
    const en = english ? textOf(structure, "en", wantedUnit, unit) : "";
    return { zh: await textOf(structure, "zh", wantedUnit, unit), en: await en };
  };
  const isEnglish = language() === "en";
  const loading = [load(unit, !isEnough), load(structure.titles[report], isEnglish), load(heading, isEnglish)];
  const [texts, title, head] = await Promise.all(loading);
  const isThere = terms.every((term) => term.excluded || rangesOf(texts.zh, [term], "zh").length);
  if (reason === "text" && !isThere) throw new Error(`search: the lists and the text of unit ${unit} do not agree`);
  const [place = null] = placesOfReport(structure, report);
  const was = reason === "reading" ? await textOf(structure, "zh", readingOf(structure, unit)) : "";
  const id = structure.idOf(unit);
  const [years, date] = [reports.years[report], reports.dates[report]];
  return { id, zh: texts.zh, en: texts.en, was, title, heading: head, place, years, date };
}

/** @param {Structure} structure @param {number} unit */
function readingOf(structure, unit) {
  let reading = unit;
  structure.readings.forEach((base, number) => {
    if (base === unit) reading = number;
  });
  return reading;
}

const MOST_TERMS = 8; // more of them are a text that was pasted

/**
 * For a query that finds nothing: near spellings, and what would match with a term less, or with those alone that are
 * found at all.
 * @param {string} query
 * @param {Filters} [filters]
 * @returns {Promise<Suggestion[]>}
 */
export async function suggest(query, filters = {}) {
  const structure = await open();
  const all = await prepared(structure.root, query, true);
  const terms = all.filter(({ excluded }) => !excluded);
  /** @type {Suggestion[]} */
  const suggestions = [];
  if (terms.length > MOST_TERMS) return suggestions;
  const offer = async (/** @type {string} */ other, /** @type {Suggestion["kind"]} */ kind) => {
    if (!other || suggestions.some((one) => one.query === other)) return;
    const { total } = await find(other, filters);
    if (total) suggestions.push({ query: other, total, kind });
  };
  const totals = await Promise.all(terms.map((term) => findTerms(structure, [term], {}, () => false)));
  const unknown = terms.filter((_, i) => !totals[i].total);
  for (const term of unknown) {
    for (const near of await nearSpellings(structure, term)) await offer(queryWith(all, [term], near), "spelling");
    if (terms.length === 1 && !term.words.length) for (const run of shorterRuns(term)) await offer(run, "less");
  }
  if (terms.length === 1) return suggestions;
  for (const term of terms) await offer(queryWith(all, [term], ""), "less");
  if (!suggestions.length) await offer(queryWith(all, unknown, ""), "less");
  if (suggestions.length) return suggestions;
  const counted = terms.map(({ text }, i) => ({ text, total: totals[i].total }));
  for (const { text } of counted.sort((a, b) => a.total - b.total)) await offer(text, "less"); // the telling ones first
  return suggestions;
}

/** The query with some of its terms left out, and another word for them. @param {Term[]} terms @param {Term[]} out @param {string} instead */
function queryWith(terms, out, instead) {
  const written = (/** @type {Term} */ { text, whole, excluded }) => (excluded ? "-" : "") + (whole || /\s/.test(text) ? `"${text}"` : text);
  const parts = terms.map((term) => (out.includes(term) ? (term === out[0] ? instead : "") : written(term)));
  return parts.filter((part) => part).join(" ");
}

/** What there is to choose from. */
export async function choices() {
  return choicesOf(await open());
}

/**
 * `window.heitu.search`: all hits of a query, or the first `limit`; `total` counts them all.
 * @param {string} query
 * @param {Filters & {limit?: number}} [options]
 * @returns {Promise<import("./types.js").Answer>}
 */
export async function search(query, options = {}) {
  const { total, found } = await find(String(query), options);
  const { limit } = options;
  return { total, hits: found.slice(0, typeof limit === "number" ? Math.max(0, limit) : total).map(hitOf) };
}
