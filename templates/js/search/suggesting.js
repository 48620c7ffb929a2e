/** Near spellings: what is read alike, one character apart, or one letter apart, and stands in the archive. */

import { foldCharacters, placesOf } from "../match.js";
import { termsWith } from "./lists.js";
import { loadSyllables, patternOf, spellingsOf } from "./pinyin.js";
import { findRun } from "./runs.js";
import { textOf } from "./texts.js";

/**
 * @typedef {import("../match.js").Term} Term
 * @typedef {import("../match.js").Pattern} Pattern
 * @typedef {import("./structure.js").Structure} Structure
 */

const MOST = 4;
const LEAST_HOLED = 4; // with a character missing, a shorter run says too little
const LEAST_WORD = 4;
const WRITTEN = /[a-z\u3400-\u9fff]/;
const LONGEST_RUN = 16; // a longer one is a text that was pasted

/**
 * @param {Structure} structure
 * @param {Term} term that is found nowhere
 * @returns {Promise<string[]>}
 */
export async function nearSpellings(structure, term) {
  if (term.words.length) return term.words.length === 1 ? nearWords(structure, term.words[0]) : [];
  const { characters } = foldCharacters(term.text);
  if (characters.length > LONGEST_RUN) return [];
  const syllables = await loadSyllables(structure.root);
  const ways = characters.length > 1 ? spellingsOf(characters, syllables) : [];
  const alike = await Promise.all(ways.map((way) => patternOf(structure.root, way)));
  const read = (await spellings(structure, alike)).slice(0, MOST);
  if (read.length || characters.length < LEAST_HOLED) return read;
  // Another character inside is likelier a slip than one at an end, where it is mostly another word.
  const inner = characters.slice(1, -1).map((_, i) => i + 1);
  const holes = [...inner, 0, characters.length - 1];
  const found = await spellings(structure, holes.map((hole) => withHole(characters, hole)));
  return found.filter((spelling) => isOneApart(characters, Array.from(spelling))).slice(0, MOST);
}

/** Whether one character is another one, and no figure or mark. @param {string[]} one @param {string[]} other */
function isOneApart(one, other) {
  const others = other.filter((character, i) => character !== one[i]);
  return others.length === 1 && WRITTEN.test(others[0]);
}

/**
 * @param {Structure} structure
 * @param {(Pattern | null)[]} patterns
 * @returns {Promise<string[]>}
 */
async function spellings(structure, patterns) {
  /** @type {string[]} */
  const found = [];
  for (const pattern of patterns) {
    if (pattern && found.length < MOST * MOST) found.push(...(await printed(structure, pattern)));
  }
  return found.filter((spelling, i) => found.indexOf(spelling) === i);
}

/**
 * A run in which one character may be any other.
 * @param {string[]} characters
 * @param {number} hole
 * @returns {Pattern}
 */
function withHole(characters, hole) {
  const pieces = characters.slice(1).map((second, offset) => {
    return { offset, size: 2, grams: [characters[offset] + second] };
  });
  const kept = pieces.filter(({ offset }) => offset !== hole && offset + 1 !== hole);
  return { length: characters.length, pieces: kept };
}

/**
 * How a pattern is printed in the first units that have it.
 * @param {Structure} structure
 * @param {Pattern} pattern
 * @returns {Promise<string[]>}
 */
async function printed(structure, pattern) {
  const { units } = await findRun(structure, pattern, []);
  const first = Array.from(units).filter((unit) => !structure.readings.has(unit)).slice(0, MOST);
  const texts = await Promise.all(first.map((unit) => textOf(structure, "zh", unit)));
  /** @type {string[]} */
  const found = [];
  for (const text of texts) {
    const { characters } = foldCharacters(text);
    for (const at of placesOf(characters, pattern)) {
      const run = characters.slice(at, at + pattern.length).join("");
      if (!found.includes(run)) found.push(run);
    }
  }
  return found;
}

/** @param {Structure} structure @param {string} word */
async function nearWords(structure, word) {
  if (word.length < LEAST_WORD) return [];
  const others = await termsWith(structure.root, "words", word[0]);
  return others.filter((other) => isNear(word, other)).slice(0, MOST);
}

/**
 * Whether two words differ by one letter that is another, missing or too much, or by two that have changed places.
 * @param {string} one
 * @param {string} other
 */
export function isNear(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  const turned = rest[1] === otherRest[0] && rest[0] === otherRest[1] && rest.slice(2) === otherRest.slice(2);
  const alike = [rest.slice(1) === otherRest.slice(1), rest.slice(1) === otherRest, rest === otherRest.slice(1)];
  return one !== other && (turned || alike.some((is) => is));
}

/**
 * The beginning and the end of a run, a character shorter and shorter; no figure is cut.
 * @param {Term} term
 */
export function shorterRuns(term) {
  const { characters } = foldCharacters(term.text);
  /** @type {string[]} */
  const runs = [];
  for (let length = characters.length - 1; length > 1; length -= 1) {
    const [end, start] = [length, characters.length - length];
    if (!cutsFigure(characters, end)) runs.push(characters.slice(0, end).join(""));
    if (!cutsFigure(characters, start)) runs.push(characters.slice(start).join(""));
  }
  return runs.slice(0, 2 * MOST);
}

/** @param {string[]} characters @param {number} at */
function cutsFigure(characters, at) {
  return /[\d.]/.test(characters[at - 1]) && /[\d.]/.test(characters[at]);
}
