/** The posting lists: which units have a term, and where a gram stands in them. */

import { parseShard } from "./postings.js";
import { loadFile, once } from "./store.js";
import { lastNotAbove } from "./structure.js";

/**
 * @typedef {import("./store.js").Root} Root
 * @typedef {import("./postings.js").Shard} Shard
 *
 * Where something stands: `units` in order; the places in `units[i]` are `positions[starts[i]]` up to `starts[i + 1]`
 * (none: the place is not known), `variants` whether each is printed otherwise than it is folded.
 * @typedef {{units: ArrayLike<number>, starts: ArrayLike<number>, positions: ArrayLike<number>,
 *   variants: ArrayLike<number>}} Places
 */

/**
 * The shards that may have terms with a prefix, or a term.
 * @param {Root} root
 * @param {"grams" | "words" | "values"} family
 * @param {string} term
 * @param {boolean} prefix
 * @returns {Promise<Shard[]>}
 */
function shards(root, family, term, prefix) {
  const firsts = root.firsts[family];
  const from = Math.max(lastNotAbove(firsts, term), 0);
  const to = prefix ? lastNotAbove(firsts, term + "\uffff") : lastNotAbove(firsts, term);
  /** @type {Promise<Shard>[]} */
  const loading = [];
  for (let number = from; number <= to; number += 1) {
    loading.push(once(`${family}-${number}`, async () => parseShard(await loadFile(root, family, number), family === "grams")));
  }
  return Promise.all(loading);
}

/**
 * Calls `take` with each unit that has a term of the prefix (or just the term).
 * @param {Root} root
 * @param {"grams" | "words" | "values"} family
 * @param {string} term
 * @param {boolean} prefix
 * @param {(unit: number) => void} take
 */
export async function eachUnit(root, family, term, prefix, take) {
  for (const shard of await shards(root, family, term, prefix)) {
    const [from, to] = prefix ? shard.range(term) : exactly(shard, term);
    for (let index = from; index < to; index += 1) {
      const units = shard.units(index);
      for (let i = 0; i < units.length; i += 1) take(units[i]);
    }
  }
}

/**
 * The terms that begin so.
 * @param {Root} root
 * @param {"grams" | "words" | "values"} family
 * @param {string} prefix
 * @returns {Promise<string[]>}
 */
export async function termsWith(root, family, prefix) {
  /** @type {string[]} */
  const terms = [];
  for (const shard of await shards(root, family, prefix, true)) {
    const [from, to] = shard.range(prefix);
    terms.push(...shard.terms.slice(from, to));
  }
  return terms;
}

/** @param {Shard} shard @param {string} term @returns {[number, number]} */
function exactly(shard, term) {
  const index = shard.find(term);
  return index < 0 ? [0, 0] : [index, index + 1];
}

/** @type {Places} */
const NOWHERE = { units: [], starts: [0], positions: [], variants: [] };

/**
 * Where a gram of two characters stands.
 * @param {Root} root
 * @param {string} gram
 * @returns {Promise<Places>}
 */
async function placesOfGram(root, gram) {
  const [shard] = await shards(root, "grams", gram, false);
  const index = shard ? shard.find(gram) : -1;
  if (index < 0) return NOWHERE;
  const units = shard.units(index);
  return shard.positions(index) || { units, starts: new Int32Array(units.length + 1), positions: [], variants: [] };
}

/**
 * Where any of the grams stands.
 * @param {Root} root
 * @param {string[]} grams
 * @returns {Promise<Places>}
 */
export async function placesOfGrams(root, grams) {
  const lists = await Promise.all(grams.map((gram) => placesOfGram(root, gram)));
  return lists.length === 1 ? lists[0] : union(lists);
}

/**
 * Several lists as one; where a place is not known in one of them, it is known in none.
 * @param {Places[]} lists
 * @returns {Places}
 */
export function union(lists) {
  /** @type {Map<number, {position: number, variant: number}[] | null>} */
  const byUnit = new Map();
  for (const { units, starts, positions, variants } of lists) {
    for (let i = 0; i < units.length; i += 1) {
      const known = byUnit.get(units[i]);
      if (known === null) continue;
      if (starts[i] === starts[i + 1]) byUnit.set(units[i], null);
      else {
        const places = known || [];
        for (let k = starts[i]; k < starts[i + 1]; k += 1) {
          places.push({ position: positions[k], variant: variants[k] });
        }
        byUnit.set(units[i], places);
      }
    }
  }
  const collected = new Collector();
  for (const unit of Array.from(byUnit.keys()).sort((a, b) => a - b)) {
    const places = (byUnit.get(unit) || []).sort((a, b) => a.position - b.position);
    for (const { position, variant } of places) collected.add(position, variant);
    collected.close(unit);
  }
  return collected;
}

/** Makes a list: places are added to a unit, then the unit is closed. */
export class Collector {
  constructor() {
    /** @type {number[]} */
    this.units = [];
    /** @type {number[]} */
    this.starts = [0];
    /** @type {number[]} */
    this.positions = [];
    /** @type {number[]} */
    this.variants = [];
  }

  /** @param {number} position @param {number} variant */
  add(position, variant) {
    this.positions.push(position);
    this.variants.push(variant);
  }

  /** @param {number} unit */
  close(unit) {
    this.units.push(unit);
    this.starts.push(this.positions.length);
  }

  /** Whether the open unit has a place yet. */
  get isOpen() {
    return this.positions.length > this.starts[this.starts.length - 1];
  }
}
