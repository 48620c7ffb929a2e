/**
 * Folding: the browser's twin of `fold_for_search` in heitu/folding.py, character by character the same (a test compares
 * every code point). Width, case, quotation marks, blanks and traditional forms are set aside.
 */

import { SIMPLIFIED_STEPS, TRADITIONAL_STEPS } from "./simplified.js";

const BLANK = /^[\s\u001c-\u001f\u0085\u00ad\u200b-\u200d\u2060\ufeff]$/;

/** @type {Record<string, string>} */
const QUOTES = { "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "『": '"', "』": '"' };

/** @type {Map<string, string> | undefined} */
let simplified;

/** The simplified form of each traditional character. */
function simplifiedForms() {
  if (simplified) return simplified;
  const news = numbersOf(SIMPLIFIED_STEPS);
  const olds = numbersOf(TRADITIONAL_STEPS);
  let [old, simple] = [0x4e00, 0x4e00];
  simplified = new Map();
  for (let i = 0; i < olds.length; i += 1) {
    old += olds[i] & 1 ? -(olds[i] + 1) / 2 : olds[i] / 2;
    simple += news[i];
    simplified.set(String.fromCharCode(old), String.fromCharCode(simple));
  }
  return simplified;
}

/**
 * The numbers that are written in these digits, the lowest first: those below 60 end a number. There is no backslash.
 * @param {string} digits
 */
function numbersOf(digits) {
  const numbers = [];
  for (let i = 0, number = 0, scale = 1; i < digits.length; i += 1) {
    const code = digits.charCodeAt(i);
    const digit = code - (code < 92 ? 35 : 36);
    number += digit * scale;
    scale *= 30;
    if (digit < 60) {
      numbers.push(number);
      number = 0;
      scale = 1;
    }
  }
  return numbers;
}

/** @type {Map<string, string>} */
const known = new Map();

/** @param {string} text */
function isOne(text) {
  return text.length === 1 || (text.length === 2 && /** @type {number} */ (text.codePointAt(0)) > 0xffff);
}

/** @param {string} character one code point */
function compute(character) {
  if (BLANK.test(character)) return "";
  const composed = character.normalize("NFKC");
  const lower = (isOne(composed) ? composed : character).toLowerCase();
  const folded = isOne(lower) ? lower : character;
  return QUOTES[folded] || simplifiedForms().get(folded) || folded;
}

/**
 * One character folded: one character, or "" for a blank.
 * @param {string} character one code point
 * @returns {string}
 */
export function foldCharacter(character) {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = compute(character);
    known.set(character, folded);
  }
  return folded;
}

/**
 * The text folded for comparison.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  let folded = "";
  for (const character of text) folded += foldCharacter(character);
  return folded;
}

/**
 * The text folded with a blank for whatever is set aside, and where each of its code units, and its end, stands in `text`.
 * @param {string} text
 * @returns {{folded: string, offsets: number[]}}
 */
export function foldWithBlanks(text) {
  let folded = "";
  /** @type {number[]} */
  const offsets = [];
  let offset = 0;
  for (const character of text) {
    const one = foldCharacter(character) || " ";
    for (let unit = 0; unit < one.length; unit += 1) offsets.push(offset);
    folded += one;
    offset += character.length;
  }
  offsets.push(offset);
  return { folded, offsets };
}
