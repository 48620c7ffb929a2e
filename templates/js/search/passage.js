/**
 * The passage that a hit shows: the words in their surroundings, cut at a mark of punctuation where one is near, as
 * pieces of which some are marked.
 */

import { rangesOf } from "../match.js";

/** @typedef {{text: string, marked: boolean}} Piece */

const BEFORE = 24; // characters before the first word
export const SHORT = 64; // characters in all
export const LONG = 120;
const BREAK = /[。！？；，、：;,!?…\s]/;

/**
 * @param {string} text
 * @param {string[]} terms folded
 * @param {number} length how many characters
 * @returns {Piece[]}
 */
export function passage(text, terms, length) {
  const ranges = rangesOf(text, terms);
  const [start, end] = frame(text, ranges.length ? ranges[0][0] : 0, length);
  /** @type {Piece[]} */
  const pieces = [];
  const add = (/** @type {string} */ piece, /** @type {boolean} */ marked) => piece && pieces.push({ text: piece, marked });
  let at = start;
  add(start ? "…" : "", false);
  for (const [from, to] of ranges) {
    if (from >= end) break;
    add(text.slice(at, from), false);
    add(text.slice(from, Math.min(to, end)), true);
    at = Math.min(to, end);
  }
  add(text.slice(at, end), false);
  add(end < text.length ? "…" : "", false);
  return pieces;
}

/**
 * @param {string} text
 * @param {number} first where the first word starts
 * @param {number} length
 * @returns {[number, number]}
 */
function frame(text, first, length) {
  let start = Math.max(0, first - BEFORE);
  if (start) {
    const near = Array.from({ length: BEFORE }, (_, i) => start + i).find((i) => i <= first && BREAK.test(text[i - 1]));
    start = near || start;
  }
  let end = Math.min(text.length, start + length);
  if (isLow(text, start)) start -= 1;
  if (isLow(text, end)) end += 1;
  return [start, end];
}

/** Whether a cut here would part the two halves of a character. @param {string} text @param {number} at */
function isLow(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
