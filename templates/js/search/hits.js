/**
 * A hit as a reader sees it: the passage with the words marked, where it stands (place and years always: 我市 must
 * never be taken for another city), and why it was found where that is not plain.
 */

import { make } from "../dom.js";
import { merge, rangesOf } from "../match.js";
import { fromHere, language } from "../page.js";
import { words } from "../words.js";
import { writeWords } from "./address.js";
import { hitOf } from "./engine.js";
import { passage, rangesNow, wordsIn } from "./passage.js";

/**
 * @typedef {import("./types.js").Found} Found
 * @typedef {import("./types.js").Shown} Shown
 * @typedef {import("./types.js").Bilingual} Bilingual
 *
 * A text of a hit with what is marked in it.
 * @typedef {{text: string, lang: "zh" | "en", ranges: [number, number][]}} Side
 *
 * How hits are shown: for which words (and the query that they are of), how long their passages are, and whether each
 * stands alone or below the name of its report.
 * @typedef {{terms: import("../match.js").Term[], query: string, length: number, alone: boolean}} View
 */

const QUOTED = 24; // characters of what the file read: the word and its neighbours, not the paragraph again

/** Where the words stand that a hit was found by: that is shown whatever else is. @type {{[reason: string]: string}} */
const STANDS_IN = { translation: "en", pinyin: "zh", reading: "zh" };

/**
 * The texts that a hit shows: the one in the reader's language (Chinese where there is no English), and below it the
 * other where one of the words stands there and not in the first, or where that is why it was found. What was found by
 * what the file read has its words marked as they were corrected.
 * @param {Found} found
 * @param {Shown} shown
 * @param {View["terms"]} terms
 * @returns {Side[]}
 */
function sidesOf(found, shown, terms) {
  /** @type {(lang: "zh" | "en") => Side} */
  const side = (lang) => ({ text: shown[lang], lang, ranges: rangesOf(shown[lang], terms, lang) });
  const sides = [side("zh"), side("en")];
  const corrected = rangesNow(shown.was, rangesOf(shown.was, terms, "zh"), shown.zh);
  sides[0].ranges = merge(sides[0].ranges.concat(corrected));
  const [own, other] = language() === "en" && shown.en ? sides.reverse() : sides;
  const isIn = (/** @type {Side} */ { text, lang }, /** @type {View["terms"][0]} */ term) => rangesOf(text, [term], lang).length;
  const there = STANDS_IN[found.reason] === other.lang && other.ranges.length;
  return there || terms.some((term) => !isIn(own, term) && isIn(other, term)) ? [own, other] : [own];
}

/** @param {HTMLElement} parent @param {Side} side @param {number} length */
function putMarked(parent, side, length) {
  for (const piece of passage(side.text, side.ranges, length, side.lang)) {
    parent.appendChild(piece.marked ? make("mark", "", piece.text) : document.createTextNode(piece.text));
  }
}

/** A text in the reader's language, or in Chinese. @param {Bilingual} both @param {HTMLElement} element */
export function putText(both, element) {
  const english = language() === "en" && both.en;
  element.textContent = english || both.zh;
  if (!english && language() === "en") element.lang = "zh-Hans";
  return element;
}

/**
 * Where a report is from, and the years that it is about; when it appeared, if that was another year.
 * @param {Shown} shown
 * @returns {HTMLElement[]}
 */
export function placeAndTime({ place, years, date }) {
  const say = words();
  const published = date.slice(0, 4);
  let when = published ? say.published(published) : say.yearsUnknown;
  if (years) {
    const about = say.years(years[0], years[1]);
    when = published && published !== String(years[1]) ? say.publishedLater(about, published) : about;
  }
  const where = make("span", "ht-hit-place", say.placeUnknown);
  if (place) putText(place, where);
  return [where, make("span", "ht-hit-years", when)];
}

/** What a unit is, where it is no paragraph. @param {string} id */
function kindOf(id) {
  const say = words();
  if (id === "title") return say.isTitle;
  if (id === "subtitle") return say.isSubtitle;
  if (id === "byline") return say.isByline;
  if (/^c\d/.test(id)) return say.isCaption;
  return /^s\d+$/.test(id) ? say.isHeading : "";
}

/**
 * @param {Shown} shown
 * @param {boolean} alone
 */
function makeWhere(shown, alone) {
  const line = make("span", "ht-hit-where");
  if (alone) for (const part of placeAndTime(shown)) line.appendChild(part);
  const kind = kindOf(shown.id);
  if (kind) line.appendChild(make("span", "ht-hit-kind", kind));
  if (alone && shown.id !== "title") line.appendChild(putText(shown.title, make("span", "ht-hit-report")));
  const inSection = shown.heading.zh && !/^s\d+$/.test(shown.id);
  if (inSection) line.appendChild(putText(shown.heading, make("span", "ht-hit-section")));
  return line;
}

/**
 * Why a hit was found, null where its passage shows it.
 * @param {Found} found
 * @param {Shown} shown
 * @param {View["terms"]} terms
 */
function makeWhy({ reason }, { was }, terms) {
  const say = words();
  const why = make("span", "ht-hit-why", say.why[reason]);
  if (reason === "reading") {
    const [before, after] = say.byReading;
    why.textContent = before;
    const quoted = why.appendChild(make("span", ""));
    quoted.lang = "zh-Hans";
    putMarked(quoted, { text: was, lang: "zh", ranges: rangesOf(was, terms, "zh") }, QUOTED);
    why.appendChild(document.createTextNode(after));
  }
  return why.textContent ? why : null;
}

/**
 * What is marked on the page of a hit: the words as they stand there. Those of a hit across a section stand in several
 * paragraphs, of which it shows one, so the query goes along.
 * @param {Found} found
 * @param {Side[]} sides
 * @param {string} query
 */
function marksOf({ reason }, sides, query) {
  const marked = sides.map(({ text, ranges }) => wordsIn(text, ranges).map(({ word }) => word));
  const written = writeWords(marked.reduce((all, some) => all.concat(some), []));
  return reason === "section" ? `${written} ${query.trim()}`.trim() : written;
}

/**
 * The link to a hit, with all that is said about it.
 * @param {Found} found
 * @param {Shown} shown
 * @param {View} view
 * @returns {HTMLAnchorElement}
 */
export function makeHit(found, shown, { terms, query, length, alone }) {
  const sides = sidesOf(found, shown, terms);
  const hit = hitOf(found);
  const [page, anchor = ""] = hit.url[language()].split("#");
  const marks = marksOf(found, sides, query);
  const link = make("a", "ht-hit");
  link.href = fromHere(page) + (marks && "?h=" + encodeURIComponent(marks)) + (anchor && "#" + anchor);
  link.setAttribute("data-paragraph", `${hit.report}/${anchor || shown.id}`);
  link.setAttribute("data-reason", found.reason);
  sides.forEach((side, i) => {
    const text = link.appendChild(make("span", i ? "ht-hit-passage ht-hit-other" : "ht-hit-passage"));
    text.lang = side.lang === "en" ? "en" : "zh-Hans";
    putMarked(text, side, length);
  });
  const where = makeWhere(shown, alone);
  if (where.firstChild) link.appendChild(where);
  const why = makeWhy(found, shown, terms);
  if (why) link.appendChild(why);
  return link;
}
