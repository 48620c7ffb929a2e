/**
 * What a reader looks for, and where it stands in a text: shared by the search, by the passages in its list of hits and by
 * the marks on a page, so that all of them always show the same words.
 */

import { foldCharacter, foldWithBlanks } from "./fold.js";
import { quantitiesIn } from "./search/quantities.js";

/**
 * @typedef {[number, number]} Range a half-open range of string offsets
 *
 * Neighbouring characters, `size` of them (1 or 2), at `offset` in a run: any of `grams`.
 * @typedef {{offset: number, size: number, grams: string[]}} Piece
 *
 * A run of `length` characters, as pieces that cover it.
 * @typedef {{length: number, pieces: Piece[]}} Pattern
 *
 * One term of a query. `run` is its text folded, `words` its English words (none when it has Han characters or a sign
 * that matters), `whole` whether the last one is complete; `patterns` are the runs of Chinese that it stands for: itself and, when it is pinyin,
 * what is read so (`readings`); `quantity` is the key of the quantity that it states, "" for none, and `measures` are the
 * units by which others are compared with it.
 * @typedef {{text: string, run: string, words: string[], whole: boolean, excluded: boolean, literal: Pattern,
 *   readings: Pattern[], quantity: string, measures: import("./search/quantities.js").Measures}} Term
 *
 * A text character by character: folded, without blanks, and where each stands in the text.
 * @typedef {{characters: string[], starts: number[], ends: number[], variants: boolean[]}} Folded
 */

const DIGIT = "0-9";
const LETTER = "a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff";
const HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af";
/** What counts as a letter or a figure, after folding; heitu/search/ has the same. */
const LETTER_OR_FIGURE = new RegExp(`^[${DIGIT}${LETTER}${HAN}]$`);
/** Signs that a search of English may leave out; a term with any other (%, +, $) is looked for as it is printed. */
const PLAIN = new RegExp(`^[${DIGIT}${LETTER}\\s'".,;:?!()/&‐–-]*$`);
const HAS_HAN = new RegExp(`[${HAN}\ud800-\udfff]`);
const WORD = new RegExp(
  `(?:[${DIGIT}][.,](?=[${DIGIT}])|[${LETTER}${HAN}]'(?=[${LETTER}${HAN}])|[${DIGIT}${LETTER}${HAN}])+`,
  "g"
);
/** A term: in quotation marks as they are typed, not closed yet, in Chinese ones, or a run between blanks. */
const PART = /([-－]?)(?:"([^"]*)"(?=\s|$)|"([^"]*)$|([“„「『][^“”„」』]*[”」』])(?=\s|$)|(\S+))/g;

/**
 * @param {string} text
 * @returns {Folded}
 */
export function foldCharacters(text) {
  /** @type {Folded} */
  const folded = { characters: [], starts: [], ends: [], variants: [] };
  let offset = 0;
  for (const character of text) {
    const one = foldCharacter(character);
    if (one) {
      folded.characters.push(one);
      folded.starts.push(offset);
      folded.ends.push(offset + character.length);
      folded.variants.push(one !== character && LETTER_OR_FIGURE.test(one));
    }
    offset += character.length;
  }
  return folded;
}

/**
 * The English words of a text, folded, with their places.
 * @param {string} text
 * @returns {{word: string, start: number, end: number}[]}
 */
export function wordsOf(text) {
  const { folded, offsets } = foldWithBlanks(text);
  /** @type {{word: string, start: number, end: number}[]} */
  const words = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(folded); match; match = WORD.exec(folded)) {
    const [start, end] = [offsets[match.index], offsets[match.index + match[0].length]];
    words.push({ word: match[0].replace(/,/g, ""), start, end });
  }
  return words;
}

/**
 * A run as pieces of two characters: the last overlaps the one before when the length is odd.
 * @param {string[]} characters folded
 * @returns {Pattern}
 */
export function literal(characters) {
  const length = characters.length;
  if (length === 1) return { length, pieces: [{ offset: 0, size: 1, grams: [characters[0]] }] };
  return {
    length,
    pieces: offsetsOf(length).map((offset) => {
      return { offset, size: 2, grams: [characters[offset] + characters[offset + 1]] };
    }),
  };
}

/** Where the pieces of a run of two or more characters begin. @param {number} length @returns {number[]} */
export function offsetsOf(length) {
  /** @type {number[]} */
  const offsets = [];
  for (let offset = 0; offset + 2 <= length; offset += 2) offsets.push(offset);
  if (length % 2) offsets.push(length - 2);
  return offsets;
}

/**
 * @param {string} text of a term
 * @param {boolean} quoted
 * @param {boolean} excluded
 * @returns {Term}
 */
export function termOf(text, quoted, excluded) {
  const { characters } = foldCharacters(text);
  const run = characters.join("");
  const words = PLAIN.test(run) ? wordsOf(text).map(({ word }) => word) : [];
  return { text, run, words, whole: quoted, excluded, literal: literal(characters), readings: [], quantity: "", measures: {} };
}

/**
 * The terms of a query: runs between blanks; `"…"` is one term, `-` before a term excludes it. Chinese
 * quotation marks around a run of Chinese are characters of it.
 * @param {string} query
 * @returns {Term[]}
 */
export function termsOf(query) {
  /** @type {Term[]} */
  const terms = [];
  PART.lastIndex = 0;
  for (let part = PART.exec(query); part; part = PART.exec(query)) {
    const [, minus, closed, open, chinese, run] = part;
    const isPhrase = chinese !== undefined && (/\s/.test(chinese) || !HAS_HAN.test(chinese));
    const quoted = isPhrase ? chinese.slice(1, -1) : closed !== undefined ? closed : open;
    const whole = quoted !== undefined && open === undefined;
    const term = termOf(quoted !== undefined ? quoted : chinese || run, whole, minus !== "");
    if (term.run) terms.push(term);
  }
  return terms;
}

/** The query with the Chinese quotation marks around its terms as typewriters have them. @param {string} query */
export function withPlainQuotes(query) {
  return query.replace(/[“„「『]([^“”„」』]*)(?:[”」』](?=\s|$)|$)/g, '"$1"');
}

/**
 * Where a run stands among characters.
 * @param {string[]} characters
 * @param {Pattern} pattern
 * @returns {number[]}
 */
export function placesOf(characters, pattern) {
  /** @type {number[]} */
  const places = [];
  for (let at = 0; at + pattern.length <= characters.length; at += 1) {
    const here = pattern.pieces.every(({ offset, size, grams }) => {
      const first = characters[at + offset];
      return grams.includes(size === 1 ? first : first + characters[at + offset + 1]);
    });
    if (here) places.push(at);
  }
  return places;
}

/**
 * @param {string} text Chinese
 * @param {Pattern} pattern
 * @returns {Range[]}
 */
function runsIn(text, pattern) {
  const { characters, starts, ends } = foldCharacters(text);
  return placesOf(characters, pattern).map((at) => [starts[at], ends[at + pattern.length - 1]]);
}

/** Whether the last word of a term is complete: a figure always is, 20 is not 2022. @param {Term} term */
export function isWhole({ words, whole }) {
  return whole || /\d$/.test(words[words.length - 1]);
}

/**
 * Where the words of a term stand in English, one after the other; the last may be longer unless it is whole.
 * @param {string} text English
 * @param {Term} term
 * @returns {Range[]}
 */
export function phrasesIn(text, term) {
  const { words } = term;
  if (!words.length) return [];
  const found = wordsOf(text);
  /** @type {Range[]} */
  const ranges = [];
  const fits = (/** @type {number} */ at) =>
    words.every((word, i) => {
      const one = found[at + i].word;
      return i + 1 < words.length || isWhole(term) ? one === word : one.startsWith(word);
    });
  for (let at = 0; at + words.length <= found.length; at += 1) {
    if (fits(at)) ranges.push([found[at].start, found[at + words.length - 1].end]);
  }
  return ranges;
}

/**
 * Every place of every term in a text, sorted, the overlapping and adjacent ones merged.
 * @param {string} text
 * @param {Term[]} terms
 * @param {"zh" | "en"} language of the text
 * @returns {Range[]}
 */
export function rangesOf(text, terms, language) {
  /** @type {Range[]} */
  const ranges = [];
  for (const term of terms) {
    if (term.excluded) continue;
    if (language === "en") ranges.push(...phrasesIn(text, term));
    else for (const pattern of [term.literal, ...term.readings]) ranges.push(...runsIn(text, pattern));
    if (!term.quantity) continue;
    for (const { key, start, end } of quantitiesIn(text, term.measures)) if (key === term.quantity) ranges.push([start, end]);
  }
  return merge(ranges);
}

/** @param {Range[]} ranges */
export function merge(ranges) {
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
