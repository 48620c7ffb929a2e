/**
 * Runs of characters: where all pieces of a pattern stand one after the other. Lists of pieces are joined by their
 * places; when few candidates are left, or a place is not known, the text itself decides.
 */

import { foldCharacters, placesOf } from "../match.js";
import { Collector, placesOfGrams } from "./lists.js";
import { textOf } from "./texts.js";

/**
 * @typedef {import("../match.js").Pattern} Pattern
 * @typedef {import("./lists.js").Places} Places
 * @typedef {import("./structure.js").Structure} Structure
 */

/** So many candidates are looked up in the text rather than in more lists; heitu/search/ gives so few no places. */
export const FEW = 8;

/**
 * Where a pattern of two or more characters stands: `positions` are those of its first character, `variants` tell
 * whether it is printed otherwise than `typed` (for each character: whether it was typed so).
 * @param {Structure} structure
 * @param {Pattern} pattern
 * @param {boolean[]} typed
 * @returns {Promise<Places>}
 */
export async function findRun(structure, pattern, typed) {
  const { pieces } = pattern;
  const ends = pieces.length > 1 ? [pieces[0], pieces[pieces.length - 1]] : pieces;
  const load = (/** @type {import("../match.js").Piece} */ piece) => placesOfGrams(structure.root, piece.grams);
  const other = (/** @type {import("../match.js").Piece} */ { offset }) => Number(typed[offset] || typed[offset + 1]);
  const outer = await Promise.all(ends.map(load));
  let found = outer.length > 1 ? join(outer[0], outer[1], ends[1].offset - ends[0].offset, other(ends[0]), other(ends[1])) : outer[0];
  if (outer.length === 1) found = join(found, found, 0, other(ends[0]), other(ends[0]));
  const middle = pieces.slice(1, -1);
  if (middle.length && found.units.length > FEW) {
    const lists = await Promise.all(middle.map(load));
    lists.forEach((list, i) => (found = join(found, list, middle[i].offset - ends[0].offset, 0, other(middle[i]))));
  } else if (middle.length) {
    return checked(structure, found, pattern, typed, () => true);
  }
  if (pieces.length === 1 && found.units.length > FEW) return found;
  return checked(structure, found, pattern, typed, (i) => found.starts[i] === found.starts[i + 1]);
}

/**
 * The places of `first` where `second` stands `offset` characters further on; not known where one of them is not.
 * @param {Places} first
 * @param {Places} second
 * @param {number} offset
 * @param {number} typedFirst whether the first was typed otherwise than it is folded
 * @param {number} typedSecond
 * @returns {Places}
 */
function join(first, second, offset, typedFirst, typedSecond) {
  const found = new Collector();
  let j = 0;
  for (let i = 0; i < first.units.length; i += 1) {
    const unit = first.units[i];
    while (j < second.units.length && second.units[j] < unit) j += 1;
    if (j === second.units.length) break;
    if (second.units[j] !== unit) continue;
    const [from, end] = [first.starts[i], first.starts[i + 1]];
    let k = second.starts[j];
    const last = second.starts[j + 1];
    if (from === end || k === last) {
      found.close(unit);
      continue;
    }
    for (let at = from; at < end; at += 1) {
      const wanted = first.positions[at] + offset;
      while (k < last && second.positions[k] < wanted) k += 1;
      if (k < last && second.positions[k] === wanted) {
        const differs = first.variants[at] !== typedFirst || second.variants[k] !== typedSecond;
        found.add(first.positions[at], Number(differs));
      }
    }
    if (found.isOpen) found.close(unit);
  }
  return found;
}

/**
 * The same list with some of its units looked up in the text.
 * @param {Structure} structure
 * @param {Places} places
 * @param {Pattern} pattern
 * @param {boolean[]} typed
 * @param {(index: number) => boolean} isDoubtful
 * @returns {Promise<Places>}
 */
async function checked(structure, places, pattern, typed, isDoubtful) {
  const indices = Array.from(places.units, (_, i) => i);
  const texts = await Promise.all(
    indices.map((i) => (isDoubtful(i) ? textOf(structure, "zh", places.units[i]) : Promise.resolve(null)))
  );
  const found = new Collector();
  indices.forEach((i) => {
    const text = texts[i];
    if (text === null) {
      for (let k = places.starts[i]; k < places.starts[i + 1]; k += 1) found.add(places.positions[k], places.variants[k]);
    } else {
      const { characters, variants } = foldCharacters(text);
      for (const at of placesOf(characters, pattern)) {
        found.add(at, Number(typed.some((was, k) => was !== variants[at + k])));
      }
    }
    if (found.isOpen) found.close(places.units[i]);
  });
  return found;
}
