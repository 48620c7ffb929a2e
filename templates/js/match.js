/**
 * Where words stand in a text, after folding: the one piece that passages in the list of hits and the marks on a page
 * share, so that both always show the same words.
 */

import { fold, foldWithOffsets } from "./fold.js";

/** @typedef {[number, number]} Range a half-open range of string offsets */

/**
 * The terms of a query: its runs of characters between blanks, folded, each once.
 * @param {string} query
 * @returns {string[]}
 */
export function termsOf(query) {
  const terms = query.split(/\s+/).map(fold);
  return terms.filter((term, i) => term && terms.indexOf(term) === i);
}

/**
 * Every place of every folded term in `text`, as ranges of `text`, sorted, the overlapping and adjacent ones merged.
 * @param {string} text
 * @param {string[]} terms
 * @returns {Range[]}
 */
export function rangesOf(text, terms) {
  const folded = foldWithOffsets(text);
  /** @type {Range[]} */
  const found = [];
  for (const term of terms) {
    for (let at = folded.text.indexOf(term); at >= 0; at = folded.text.indexOf(term, at + 1)) {
      found.push([folded.starts[at], folded.ends[at + term.length - 1]]);
    }
  }
  return merge(found);
}

/** @param {Range[]} ranges */
function merge(ranges) {
  ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {Range[]} */
  const merged = [];
  for (const [start, end] of ranges) {
    const last = merged[merged.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
