/**
 * Quantities: a number with its unit, as one key whatever way it is written: 493.3万亩, 4933000亩 and 4.933 million mu
 * are `亩:4933000`. Exact, in decimal digits; heitu/search/ makes the same keys from the figures of the archive.
 */

import { foldWithBlanks } from "../fold.js";

/**
 * Every spelling of a unit, folded -> its base and how many of that it is, in decimals.
 * @typedef {Record<string, [string, string]>} Measures
 *
 * @typedef {{key: string, start: number, end: number}} Quantity
 */

const NUMBER = /(\d+(?:,\d{3})+|\d+)(?:\.(\d+))? ?[多余]?(hundred|thousand|million|billion|trillion|[十百千万亿]+)? ?[多余]? ?/g;

/** @type {Record<string, number>} the power of ten */
const POWERS = { hundred: 2, thousand: 3, million: 6, billion: 9, trillion: 12, 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** @param {string} [multiplier] */
function powerOf(multiplier) {
  if (!multiplier) return 0;
  if (multiplier in POWERS) return POWERS[multiplier];
  return Array.from(multiplier).reduce((sum, character) => sum + POWERS[character], 0);
}

/**
 * A decimal times a decimal, without trailing zeros: `product("4.933", 6, "1")` is "4933000".
 * @param {string} number
 * @param {number} power of ten
 * @param {string} factor
 * @returns {string}
 */
export function product(number, power, factor) {
  const [whole, fraction = ""] = number.split(".");
  const [wholeFactor, fractionFactor = ""] = factor.split(".");
  const times = Number(wholeFactor + fractionFactor);
  let digits = "";
  let carry = 0;
  for (const digit of Array.from(whole + fraction).reverse()) {
    carry += Number(digit) * times;
    digits = (carry % 10) + digits;
    carry = Math.floor(carry / 10);
  }
  digits = (carry || "") + digits;
  const places = fraction.length + fractionFactor.length - power;
  if (places <= 0) return (digits + "0".repeat(-places)).replace(/^0+(?=\d)/, "");
  const padded = digits.padStart(places + 1, "0");
  const decimal = `${padded.slice(0, -places)}.${padded.slice(-places)}`;
  return decimal.replace(/\.?0+$/, "").replace(/^0+(?=\d)/, "");
}

/**
 * The quantities that a text states, with their places.
 * @param {string} text
 * @param {Measures} measures
 * @returns {Quantity[]}
 */
export function quantitiesIn(text, measures) {
  const { folded, offsets } = foldWithBlanks(text);
  /** @type {Quantity[]} */
  const found = [];
  NUMBER.lastIndex = 0;
  for (let match = NUMBER.exec(folded); match; match = NUMBER.exec(folded)) {
    if (/[\d.]/.test(folded[match.index - 1] || "")) continue;
    const behind = match.index + match[0].length;
    const unit = unitAt(folded, behind, measures);
    if (!unit) continue;
    const number = match[1].replace(/,/g, "") + (match[2] ? `.${match[2]}` : "");
    const [base, factor] = measures[unit];
    const key = `${base}:${product(number, powerOf(match[3]), factor)}`;
    found.push({ key, start: offsets[match.index], end: offsets[behind + unit.length] });
  }
  return found;
}

const LONGEST = 24;

/**
 * The longest spelling of a unit that stands at an offset, "" for none; a word must end with it.
 * @param {string} text folded
 * @param {number} at
 * @param {Measures} measures
 */
function unitAt(text, at, measures) {
  for (let end = Math.min(text.length, at + LONGEST); end > at; end -= 1) {
    const spelling = text.slice(at, end);
    const goesOn = /[a-z]$/.test(spelling) && /[a-z]/.test(text[end] || "");
    if (!goesOn && Object.prototype.hasOwnProperty.call(measures, spelling)) return spelling;
  }
  return "";
}
