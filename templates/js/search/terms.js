/** The terms of a query, made ready: numbers joined with their units, pinyin with what is read so. */

import { termOf, termsOf } from "../match.js";
import { eachUnit } from "./lists.js";
import { loadSyllables, patternOf, patternOfOne, waysToPart, withoutTones } from "./pinyin.js";
import { quantitiesIn } from "./quantities.js";
import { loadJson } from "./store.js";

/**
 * @typedef {import("../match.js").Term} Term
 * @typedef {import("./store.js").Root} Root
 */

const MOST_PARTS = 4; // 4.933 million mu; 2.8 billion cubic metres
const NUMERAL = /^[\d０-９]/;
const SPELLING = /^[a-z']*[a-z][a-z']*$/;

/**
 * @param {Root} root
 * @param {string} query
 * @param {boolean} joined whether a number and a unit behind a blank are one term
 * @returns {Promise<Term[]>} each once
 */
export async function prepared(root, query, joined) {
  const terms = termsOf(query);
  const counted = terms.some(({ text }) => NUMERAL.test(text))
    ? withQuantities(terms, await loadJson(root, "measures", 0), joined ? MOST_PARTS : 1)
    : terms;
  const same = (/** @type {Term} */ a, /** @type {Term} */ b) =>
    a.run === b.run && a.excluded === b.excluded && a.whole === b.whole;
  const once = counted.filter((term, i) => counted.findIndex((other) => same(term, other)) === i);
  await Promise.all(once.map((term) => addReadings(root, term)));
  return once;
}

/**
 * Terms that together are a number with its unit become one.
 * @param {Term[]} terms
 * @param {import("./quantities.js").Measures} measures
 * @param {number} most how many parts may be joined
 * @returns {Term[]}
 */
export function withQuantities(terms, measures, most) {
  /** @type {Term[]} */
  const joined = [];
  for (let at = 0; at < terms.length; ) {
    let next = at + 1;
    let term = terms[at];
    let end = at + 1;
    while (end < Math.min(at + most, terms.length) && !terms[end].whole && !terms[end].excluded && !term.excluded) end += 1;
    for (; NUMERAL.test(term.text) && end > at; end -= 1) {
      const text = terms.slice(at, end).map((one) => one.text).join(" ");
      const [quantity] = quantitiesIn(text, measures);
      if (!quantity || quantity.start || quantity.end !== text.length) continue;
      // Its value is looked for, so no English word is: the 2 of 2% is none.
      term = Object.assign(termOf(text, false, term.excluded), { quantity: quantity.key, measures, words: [] });
      next = end;
      break;
    }
    joined.push(term);
    at = next;
  }
  return joined;
}

/**
 * What a term spells in pinyin. A single syllable that is an English word of the archive (he, can, long) is that.
 * @param {Root} root
 * @param {Term} term
 */
async function addReadings(root, term) {
  const spelling = withoutTones(term.run);
  if (!SPELLING.test(spelling) || (term.whole && term.words.length > 1)) return;
  const syllables = await loadSyllables(root);
  for (const way of await waysToPart(root, spelling, syllables)) {
    if (way.length > 1) {
      const pattern = await patternOf(root, way);
      if (pattern) term.readings.push(pattern);
    } else if (!(await isWord(root, way[0]))) {
      term.readings.push(patternOfOne(syllables[way[0]]));
    }
  }
}

/** @param {Root} root @param {string} word */
async function isWord(root, word) {
  let found = false;
  await eachUnit(root, "words", word, false, () => (found = true));
  return found;
}
