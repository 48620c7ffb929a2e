/**
 * The passage that a hit shows: the words in their surroundings, cut at a mark of punctuation where one is near, as
 * pieces of which some are marked. Words that stand far apart are shown in up to three cuttings.
 */

/** @typedef {{text: string, marked: boolean}} Piece */
/** @typedef {[number, number]} Range a half-open range of string offsets */

const CUTTINGS = 3;
export const SHORT = 64; // characters in all; letters are half as wide as Han characters
export const LONG = 120;
const NEAR = 4; // characters on either side by which a place is known again
const BREAK = /[。！？；，、：;,!?…\s]/;

/**
 * @param {string} text
 * @param {Range[]} ranges what is marked: sorted, apart from one another
 * @param {number} length how many characters
 * @param {"zh" | "en"} lang
 * @returns {Piece[]}
 */
export function passage(text, ranges, length, lang) {
  const frames = framesOf(text, ranges, lang === "en" ? 2 * length : length, lang);
  /** @type {Piece[]} */
  const pieces = [];
  const add = (/** @type {string} */ piece, /** @type {boolean} */ marked) => piece && pieces.push({ text: piece, marked });
  let last = 0;
  for (const [start, end] of frames) {
    if (start > last) add("…", false);
    let at = start;
    for (const [from, to] of ranges) {
      if (to <= start || from >= end) continue;
      add(text.slice(at, Math.max(from, start)), false);
      add(text.slice(Math.max(from, start), Math.min(to, end)), true);
      at = Math.min(to, end);
    }
    add(text.slice(at, end), false);
    last = end;
  }
  add(last < text.length ? "…" : "", false);
  return pieces;
}

/**
 * The different words that are marked, as they stand in the text, each once whatever its case.
 * @param {string} text
 * @param {Range[]} ranges
 * @returns {{word: string, range: Range}[]}
 */
export function wordsIn(text, ranges) {
  /** @type {Map<string, {word: string, range: Range}>} */
  const words = new Map();
  for (const range of ranges) {
    const word = text.slice(range[0], range[1]);
    if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), { word, range });
  }
  return Array.from(words.values());
}

/**
 * Where ranges of what was once read stand in the text now: between the same neighbours, where these stand there once.
 * @param {string} was
 * @param {Range[]} ranges of it
 * @param {string} text
 */
export function rangesNow(was, ranges, text) {
  const [old, now] = [`\n${was}\t`, `\n${text}\t`]; // so that the ends of the text are neighbours too
  /** @type {Range[]} */
  const found = [];
  for (const [start, end] of ranges) {
    const before = old.slice(Math.max(0, start + 1 - NEAR), start + 1);
    const behind = old.slice(end + 1, end + 1 + NEAR);
    const [from, to] = [now.indexOf(before) + before.length, now.indexOf(behind)];
    const isOne = now.indexOf(before) === now.lastIndexOf(before) && to === now.lastIndexOf(behind);
    if (isOne && now.includes(before) && from < to && to - from <= 2 * (end - start) + NEAR) found.push([from - 1, to - 1]);
  }
  return found;
}

/**
 * The parts of a text that are shown: one around the first word, and further ones where other words are out of it.
 * @param {string} text
 * @param {Range[]} ranges
 * @param {number} length
 * @param {"zh" | "en"} lang
 * @returns {Range[]}
 */
function framesOf(text, ranges, length, lang) {
  const [first, ...others] = wordsIn(text, ranges).map(({ range }) => range);
  if (!first) return [frame(text, 0, length, lang)];
  const whole = frame(text, first[0], length, lang);
  const outside = others.filter(([, end]) => end > whole[1]).slice(0, CUTTINGS - 1);
  if (!outside.length) return [whole];
  const share = Math.floor(length / (outside.length + 1));
  /** @type {Range[]} */
  const frames = [frame(text, first[0], share, lang)];
  for (const [from, to] of outside) {
    const before = frames[frames.length - 1];
    if (to <= before[1]) continue;
    const next = frame(text, from, share, lang);
    if (next[0] <= before[1]) before[1] = Math.max(before[1], next[1]);
    else frames.push(next);
  }
  return frames;
}

/**
 * @param {string} text
 * @param {number} first where a word starts
 * @param {number} length
 * @param {"zh" | "en"} lang
 * @returns {Range}
 */
function frame(text, first, length, lang) {
  const before = Math.floor(length / 3);
  let start = text.length <= length ? 0 : Math.max(0, first - before);
  if (start) {
    const near = Array.from({ length: before }, (_, i) => start + i).find((i) => i <= first && BREAK.test(text[i - 1]));
    start = near || start;
  }
  let end = Math.min(text.length, start + length);
  if (end < text.length && lang === "en") end = Math.max(text.lastIndexOf(" ", end), first + 1, end - before);
  if (isLow(text, start)) start -= 1;
  if (isLow(text, end)) end += 1;
  return [start, end];
}

/** Whether a cut here would part the two halves of a character. @param {string} text @param {number} at */
function isLow(text, at) {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}
