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
const LONGEST_SPELLING = 120; // letters: nobody spells more at a time
const LONGEST_SYLLABLE = 6;

/**
 * @param {Root} root
 * @returns {Promise<Syllables>}
 */
export function loadSyllables(root) {
  return loadJson(root, "syllables", 0);
}

/** lǐshù -> lishu, lüse -> lvse, zhanlue -> zhanlve. @param {string} spelling */
export function withoutTones(spelling) {
  const plain = spelling.normalize("NFD").replace(/u\u0304?\u0308/g, "v").replace(/[\u0300-\u036f]/g, "");
  return plain.replace(/([ln])ue/g, "$1ve");
}

/**
 * The ways to part a spelling into syllables: liaohe -> liao he; xian -> xian, xi an. An apostrophe parts. Two syllables
 * that nothing in the archive is read as are no way.
 * @param {Root} root
 * @param {string} spelling
 * @param {Syllables} syllables
 * @returns {Promise<string[][]>}
 */
export async function waysToPart(root, spelling, syllables) {
  if (spelling.length > LONGEST_SPELLING) return [];
  // From the end, since what cannot be read to its end need not be tried twice.
  /** @type {string[][][]} */
  const from = [];
  from[spelling.length] = [[]];
  for (let at = spelling.length - 1; at >= 0; at -= 1) {
    from[at] = spelling[at] === "'" ? from[at + 1].slice() : [];
    for (let end = Math.min(at + LONGEST_SYLLABLE, spelling.length); end > at; end -= 1) {
      const syllable = spelling.slice(at, end);
      if (!Object.prototype.hasOwnProperty.call(syllables, syllable)) continue;
      for (const rest of from[end]) {
        if (from[at].length === MOST_WAYS) break;
        if (!rest.length || (await pairsOf(root, `${syllable} ${rest[0]}`)).length) from[at].push([syllable].concat(rest));
      }
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
