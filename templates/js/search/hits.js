/**
 * A hit as a reader sees it: the passage with the words marked, where it stands (place and years always: 我市 must
 * never be taken for another city), and why it was found where that is not plain.
 */

import { make } from "../dom.js";
import { rangesOf } from "../match.js";
import { fromHere, language } from "../page.js";
import { words } from "../words.js";
import { passage, SHORT } from "./passage.js";
import { hitOf } from "./query.js";
import { sectionOf } from "./scan.js";

/**
 * @typedef {import("./types.js").Found} Found
 * @typedef {import("./types.js").SearchReport} SearchReport
 * @typedef {import("./types.js").Unit} Unit
 */

/**
 * A unit in the reader's language, or in Chinese where it has no translation, or in the language that has the words.
 * @param {Unit} unit
 * @param {string[]} [terms]
 * @returns {{text: string, lang: string}}
 */
export function reading(unit, terms) {
  const [, zh, en = ""] = unit;
  const count = (/** @type {string} */ text) => (terms ? rangesOf(text, terms).length : 0);
  const english = language() === "en" ? en && count(en) >= count(zh) : count(en) > count(zh);
  return english ? { text: en, lang: "en" } : { text: zh, lang: "zh-Hans" };
}

/**
 * The years that a report is about, and when it appeared if that was another year.
 * @param {SearchReport} report
 */
export function when(report) {
  const say = words();
  const published = report.date.slice(0, 4);
  if (!report.years) return published ? say.published(published) : say.yearsUnknown;
  const about = say.years(report.years[0], report.years[1]);
  return published && published !== report.years[1] ? say.publishedLater(about, published) : about;
}

/**
 * @param {HTMLElement} parent
 * @param {string} className
 * @param {{text: string, lang: string}} content
 */
function put(parent, className, content) {
  const element = make("span", className, content.text);
  const own = language() === "en" ? "en" : "zh-Hans";
  if (content.lang !== own) element.lang = content.lang;
  parent.appendChild(element);
}

/**
 * @param {Found} found
 * @returns {HTMLElement}
 */
function where({ unit, report }) {
  const say = words();
  const line = make("span", "ht-hit-where");
  const place = report.places[0];
  line.appendChild(make("span", "ht-hit-place", place ? place[language()] : say.placeUnknown));
  line.appendChild(make("span", "ht-hit-years", when(report)));
  const kind = kindOf(unit[0]);
  if (kind) line.appendChild(make("span", "ht-hit-kind", kind));
  if (unit[0] !== "title") put(line, "ht-hit-report", reading(report.units[0]));
  const section = sectionOf(unit[0]);
  const heading = report.units.find((one) => one[0] === section);
  if (heading && heading !== unit) put(line, "ht-hit-section", reading(heading));
  return line;
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
 * @param {Found} found
 * @param {string[]} terms folded
 */
function why({ unit, reason }, terms) {
  const say = words();
  if (reason === "context") return say.byContext;
  if (reason === "section") return say.bySection;
  if (reason !== "reading") return "";
  return say.byReading(passage(unit[3] || "", terms, SHORT).map((piece) => piece.text).join(""));
}

/**
 * The link to a hit, with all that is said about it.
 * @param {Found} found
 * @param {string} query as typed
 * @param {string[]} terms folded
 * @param {number} length of the passage, in characters
 * @returns {HTMLAnchorElement}
 */
export function makeHit(found, query, terms, length) {
  const { unit, report } = found;
  const link = make("a", "ht-hit");
  const [page, anchor = ""] = hitOf(found).url[language()].split("#");
  link.href = `${fromHere(page)}?h=${encodeURIComponent(query.trim())}${anchor && "#" + anchor}`;
  link.setAttribute("data-paragraph", `${report.id}/${anchor || unit[0]}`);
  const { text, lang } = reading(unit, terms);
  const shown = make("span", "ht-hit-passage");
  shown.lang = lang;
  for (const piece of passage(text, terms, length)) {
    shown.appendChild(piece.marked ? make("mark", "", piece.text) : document.createTextNode(piece.text));
  }
  link.appendChild(shown);
  link.appendChild(where(found));
  const reason = why(found, terms);
  if (reason) link.appendChild(make("span", "ht-hit-why", reason));
  return link;
}

/** @param {Found[]} found how many reports they are in */
export function reportCount(found) {
  return new Set(found.map((one) => one.report.id)).size;
}
