/** Which units a term is found in, and how: in the Chinese, the English, by value, by reading. */

import { foldCharacters, isWhole, phrasesIn } from "../match.js";
import { eachUnit } from "./lists.js";
import { findRun } from "./runs.js";
import { textOf } from "./texts.js";

/**
 * @typedef {import("../match.js").Term} Term
 * @typedef {import("../match.js").Pattern} Pattern
 * @typedef {import("./lists.js").Places} Places
 * @typedef {import("./structure.js").Structure} Structure
 *
 * How a term is found in each unit of the archive: the ways of `HOW` together, 0 where it is not. `runs` are the places of its runs of
 * Chinese, where they are known.
 * @typedef {{how: Uint8Array, runs: {places: Places, length: number}[]}} Match
 */

export const HOW = { pinyin: 1, reading: 2, translation: 4, value: 8, text: 16 };

/**
 * @param {Structure} structure
 * @param {Term} term
 * @param {"zh" | "en"} [language] look into this one alone
 * @returns {Promise<Match>}
 */
export async function matchTerm(structure, term, language) {
  const { root, size, readings } = structure;
  /** @type {Match} */
  const match = { how: new Uint8Array(size), runs: [] };
  const raise = (/** @type {number} */ unit, /** @type {number} */ how) => {
    const base = readings.get(unit);
    if (base !== undefined) match.how[base] |= HOW.reading;
    else match.how[unit] |= how;
  };
  /** @type {Promise<void>[]} */
  const work = [];
  if (language !== "en") {
    const typed = foldCharacters(term.text).variants;
    work.push(addRun(structure, term.literal, typed, match, (unit) => raise(unit, HOW.text)));
    for (const pattern of term.readings) {
      // What the file read wrongly is found as it is written, not as it is read.
      const add = (/** @type {number} */ unit) => void (readings.has(unit) || raise(unit, HOW.pinyin));
      work.push(addRun(structure, pattern, [], match, add));
    }
  }
  if (term.quantity) work.push(eachUnit(root, "values", term.quantity, false, (unit) => raise(unit, HOW.value)));
  if (language !== "zh" && term.words.length) {
    work.push(addWords(structure, term, (unit) => raise(unit, HOW.translation)));
  }
  await Promise.all(work);
  return match;
}

/**
 * @param {Structure} structure
 * @param {Pattern} pattern
 * @param {boolean[]} typed
 * @param {Match} match
 * @param {(unit: number) => void} take
 */
async function addRun(structure, pattern, typed, match, take) {
  if (pattern.length === 1) {
    const [{ grams }] = pattern.pieces;
    await Promise.all(grams.map((gram) => eachUnit(structure.root, "grams", gram, true, take)));
    return;
  }
  const places = await findRun(structure, pattern, typed);
  for (let i = 0; i < places.units.length; i += 1) take(places.units[i]);
  match.runs.push({ places, length: pattern.length });
}

/**
 * Units whose English has the words: one by its list, several where they stand one after the other in the text.
 * @param {Structure} structure
 * @param {Term} term
 * @param {(unit: number) => void} take
 */
async function addWords(structure, term, take) {
  const { words } = term;
  const last = words.length - 1;
  if (!last) return eachUnit(structure.root, "words", words[0], !isWhole(term), take);
  const counts = new Uint16Array(structure.size);
  const lists = words.map(async (word, i) => {
    /** @type {Set<number>} */
    const units = new Set();
    await eachUnit(structure.root, "words", word, i === last && !isWhole(term), (unit) => void units.add(unit));
    return units;
  });
  for (const units of await Promise.all(lists)) units.forEach((unit) => (counts[unit] += 1));
  /** @type {number[]} */
  const candidates = [];
  counts.forEach((count, unit) => void (count === words.length && candidates.push(unit)));
  const texts = await Promise.all(candidates.map((unit) => textOf(structure, "en", unit)));
  candidates.forEach((unit, i) => void (phrasesIn(texts[i], term).length && take(unit)));
}
