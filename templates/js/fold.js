/**
 * Folding: the browser's twin of heitu/folding.py, character by character the same (a test compares every code point).
 * Width, case, quotation marks and blanks are set aside; offsets are those of JavaScript strings (UTF-16).
 */

const BLANK = /^[\s\u001c-\u001f\u0085\u00ad\u200b-\u200d\u2060\ufeff]$/;

/** @type {Record<string, string>} */
const QUOTES = { "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "『": '"', "』": '"' };

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
  return QUOTES[folded] || folded;
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
 * The folded text, and where each of its code units starts and ends in `text`.
 * @param {string} text
 * @returns {{text: string, starts: number[], ends: number[]}}
 */
export function foldWithOffsets(text) {
  let folded = "";
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let offset = 0;
  for (const character of text) {
    const one = foldCharacter(character);
    for (let unit = 0; unit < one.length; unit += 1) {
      starts.push(offset);
      ends.push(offset + character.length);
    }
    folded += one;
    offset += character.length;
  }
  return { text: folded, starts, ends };
}
