/**
 * Postings: the browser's twin of heitu/search/postings.py, which tells what a shard looks like.
 */

/** Numbers of seven bits a byte, from a place in the bytes on. */
class Varints {
  /**
   * @param {Uint8Array} bytes
   * @param {number} start
   * @param {number} end
   */
  constructor(bytes, start, end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  next() {
    let number = 0;
    for (let scale = 1; this.at < this.end; scale *= 128) {
      const byte = this.bytes[this.at];
      this.at += 1;
      if (byte < 128) return number + byte * scale;
      number += (byte - 128) * scale;
    }
    throw new Error("damaged: shard");
  }

  /** @param {number} count */
  list(count) {
    const numbers = new Int32Array(count);
    for (let i = 0; i < count; i += 1) numbers[i] = this.next();
    return numbers;
  }
}

/**
 * Where each of some streams begins, that stand behind one another from `start` on; the last number is where they end.
 * @param {Int32Array} lengths
 * @param {number} start
 */
function startsOf(lengths, start) {
  const starts = new Int32Array(lengths.length + 1);
  starts[0] = start;
  for (let i = 0; i < lengths.length; i += 1) starts[i + 1] = starts[i] + lengths[i];
  return starts;
}

/**
 * The places of a gram: those in `units[k]` are `starts[k]` to `starts[k + 1]` of `positions` (in code points, ascending)
 * and of `variants` (1 where another form is printed there than the folded one).
 * @typedef {{units: Int32Array, starts: Int32Array, positions: Int32Array, variants: Uint8Array}} Places
 */

/** A shard of the index: sorted terms, and the units of each. */
export class Shard {
  /**
   * @param {Uint8Array} bytes
   * @param {boolean} grams whether its terms are grams, which can have places
   */
  constructor(bytes, grams) {
    const head = new Varints(bytes, 0, bytes.length);
    const count = head.next();
    const size = head.next();
    const lexicon = bytes.subarray(head.at, head.at + size);
    /** Sorted as strings are in JavaScript. */
    this.terms = count ? new TextDecoder("utf-8", { fatal: true }).decode(lexicon).split("\n") : [];
    head.at += size;
    this.grams = grams;
    this.bytes = bytes;
    this.dfs = head.list(count);
    const unitLengths = head.list(count);
    const placeLengths = head.list(count);
    this.unitStarts = startsOf(unitLengths, head.at);
    this.placeStarts = startsOf(placeLengths, this.unitStarts[count]);
    if (this.terms.length !== count || this.placeStarts[count] !== bytes.length) throw new Error("damaged: shard");
  }

  /**
   * Where a term stands among the terms, or would stand.
   * @param {string} term
   */
  lower(term) {
    let from = 0;
    for (let to = this.terms.length; from < to; ) {
      const middle = (from + to) >> 1;
      if (this.terms[middle] < term) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /**
   * The index of a term, or -1.
   * @param {string} term
   */
  find(term) {
    const at = this.lower(term);
    return this.terms[at] === term ? at : -1;
  }

  /**
   * The terms that begin with a prefix: from the first index up to, not with, the second.
   * @param {string} prefix
   * @returns {[number, number]}
   */
  range(prefix) {
    const from = this.lower(prefix);
    let to = from;
    while (to < this.terms.length && this.terms[to].startsWith(prefix)) to += 1;
    return [from, to];
  }

  /**
   * How many units a term stands in.
   * @param {number} i
   */
  df(i) {
    return this.dfs[i];
  }

  /**
   * The units of a term, ascending.
   * @param {number} i
   */
  units(i) {
    const stream = new Varints(this.bytes, this.unitStarts[i], this.unitStarts[i + 1]);
    const units = stream.list(this.dfs[i]);
    for (let k = 0, unit = 0; k < units.length; k += 1) units[k] = unit += this.grams ? units[k] >> 1 : units[k];
    return units;
  }

  /**
   * The places of a gram; null where the shard does not tell them (in few units).
   * @param {number} i
   * @returns {Places | null}
   */
  positions(i) {
    const start = this.placeStarts[i];
    const end = this.placeStarts[i + 1];
    if (start === end) return null;
    const several = new Varints(this.bytes, this.unitStarts[i], this.unitStarts[i + 1]);
    const stream = new Varints(this.bytes, start, end);
    const starts = new Int32Array(this.dfs[i] + 1);
    const positions = new Int32Array(end - start);
    const variants = new Uint8Array(end - start);
    let at = 0;
    for (let k = 0; k < this.dfs[i]; k += 1) {
      let position = 0;
      for (let left = several.next() & 1 ? stream.next() + 2 : 1; left > 0; left -= 1, at += 1) {
        const number = stream.next();
        positions[at] = position += number >> 1;
        variants[at] = number & 1;
      }
      starts[k + 1] = at;
    }
    return { units: this.units(i), starts, positions: positions.subarray(0, at), variants: variants.subarray(0, at) };
  }
}

/**
 * A shard of the index. Throws an Error where its parts do not fit together.
 * @param {Uint8Array} bytes
 * @param {boolean} [grams] whether its terms are grams, which can have places
 */
export function parseShard(bytes, grams) {
  return new Shard(bytes, Boolean(grams));
}
