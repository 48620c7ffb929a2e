/** Pinyin, without tones: the runs of Chinese that are read as a term is spelt. */

import { offsetsOf } from "../match.js";
import { loadJson } from "./store.js";
import { lastNotAbove } from "./structure.js";

/**
 * @typedef {import("./store.js").Root} Root
 * @typedef {import("../match.js").Pattern} Pattern
 * @typedef {Record<string, string>} Syllables each syllable -> the characters that can be read so
 */

const MOST_WAYS = 12;
const LONGEST = 120; // letters: nobody spells more at a time
const LONGEST_SYLLABLE = 6;

/**
 * @param {Root} root
 * @returns {Promise<Syllables>}
 */
export function loadSyllables(root) {
  return loadJson(root, "syllables", 0);
}

/**
 * The ways to part a spelling into syllables: liaohe -> liao he; xian -> xian, xi an. An apostrophe parts.
 * @param {string} spelling
 * @param {Syllables} syllables
 * @returns {string[][]}
 */
export function waysToPart(spelling, syllables) {
  if (spelling.length > LONGEST) return [];
  // From the end, since what cannot be read to its end need not be tried twice.
  /** @type {string[][][]} */
  const from = [];
  from[spelling.length] = [[]];
  for (let at = spelling.length - 1; at >= 0; at -= 1) {
    from[at] = spelling[at] === "'" ? from[at + 1] : [];
    for (let end = Math.min(at + LONGEST_SYLLABLE, spelling.length); end > at; end -= 1) {
      const syllable = spelling.slice(at, end);
      if (!Object.prototype.hasOwnProperty.call(syllables, syllable)) continue;
      for (const rest of from[end]) if (from[at].length < MOST_WAYS) from[at].push([syllable].concat(rest));
    }
  }
  return spelling ? from[0] : [];
}

/**
 * The runs that are read as these syllables; null when no pair of the archive is read as one of their pairs.
 * @param {Root} root
 * @param {string[]} syllables
 * @returns {Promise<Pattern | null>}
 */
export async function patternOf(root, syllables) {
  const { length } = syllables;
  const pieces = await Promise.all(
    offsetsOf(length).map(async (offset) => {
      const grams = await pairsOf(root, `${syllables[offset]} ${syllables[offset + 1]}`);
      return { offset, size: 2, grams };
    })
  );
  return pieces.every(({ grams }) => grams.length) ? { length, pieces } : null;
}

/** @param {Root} root @param {string} key two syllables @returns {Promise<string[]>} */
async function pairsOf(root, key) {
  const number = lastNotAbove(root.firsts.pinyin, key);
  if (number < 0) return [];
  return (await loadJson(root, "pinyin", number))[key] || [];
}

/**
 * What a run of Chinese could be spelt as: each way to read it, so few as there are.
 * @param {string[]} characters
 * @param {Syllables} syllables
 * @returns {string[][]}
 */
export function spellingsOf(characters, syllables) {
  /** @type {string[][]} */
  let ways = [[]];
  for (const character of characters) {
    const readings = Object.keys(syllables).filter((syllable) => syllables[syllable].includes(character));
    if (!readings.length) return [];
    /** @type {string[][]} */
    const longer = [];
    for (const way of ways) for (const reading of readings) longer.push(way.concat(reading));
    ways = longer.slice(0, MOST_WAYS);
  }
  return ways;
}

/** A single syllable: a pattern of one character for all that are read so. @param {string} characters @returns {Pattern} */
export function patternOfOne(characters) {
  return { length: 1, pieces: [{ offset: 0, size: 1, grams: Array.from(characters) }] };
}
