/**
 * Raw DEFLATE (RFC 1951), taken apart: browsers as old as those that we serve have nothing for it.
 */

/** How many further bits a length symbol (from 257 on) and a distance symbol has, and the least that it stands for. */
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BITS = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));
const LENGTHS = LENGTH_BITS.map((_, i) => (i < 28 ? leastOf(LENGTH_BITS, i, 3) : 258));
const DISTANCES = DISTANCE_BITS.map((_, i) => leastOf(DISTANCE_BITS, i, 1));
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const FIXED_LENGTHS = Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));

/**
 * @param {number[]} bits
 * @param {number} symbol
 * @param {number} first
 */
function leastOf(bits, symbol, first) {
  return bits.slice(0, symbol).reduce((sum, count) => sum + (1 << count), first);
}

/** @returns {never} */
function badDeflate() {
  throw new Error("damaged: deflate");
}

/**
 * A canonical code as a table of what the next `bits` bits begin with: symbol * 16 + length, or 0. A code that is not
 * full may only be a single symbol of one bit, or none.
 * @param {ArrayLike<number>} lengths of each symbol
 * @param {boolean} [full] no such exception
 */
function codeOf(lengths, full) {
  const bits = Math.max(1, ...Array.from(lengths));
  const table = new Uint16Array(1 << bits);
  let code = 0;
  for (let length = 1; length <= bits; length += 1) {
    code *= 2;
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      if (lengths[symbol] !== length) continue;
      if (code >> length) badDeflate();
      let at = 0;
      for (let i = 0; i < length; i += 1) at |= ((code >> i) & 1) << (length - 1 - i);
      for (; at < table.length; at += 1 << length) table[at] = symbol * 16 + length;
      code += 1;
    }
  }
  if (code && code < table.length && (full || bits > 1)) badDeflate();
  return { bits, table };
}

/** @typedef {ReturnType<typeof codeOf>} Code */

/** What is left to read, bit by bit, and what was made of it. */
class Inflating {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
    this.held = 0;
    this.count = 0;
    this.out = new Uint8Array(4 * bytes.length + 258);
    this.length = 0;
  }

  /** @param {number} count of bits to hold at least, at most 16; a look a little behind the end sees zeros */
  hold(count) {
    for (; this.count < count; this.count += 8) {
      if (this.at > this.bytes.length + 1) badDeflate();
      this.held |= (this.at < this.bytes.length ? this.bytes[this.at] : 0) << this.count;
      this.at += 1;
    }
  }

  /** @param {number} count of bits, at most 16 */
  drop(count) {
    this.held >>>= count;
    this.count -= count;
  }

  /** @param {number} count of bits, at most 16 */
  take(count) {
    this.hold(count);
    const value = this.held & ((1 << count) - 1);
    this.drop(count);
    return value;
  }

  /** @param {Code} code */
  symbol({ bits, table }) {
    this.hold(bits);
    const entry = table[this.held & ((1 << bits) - 1)];
    if (!entry) badDeflate();
    this.drop(entry & 15);
    return entry >> 4;
  }

  /** To the next whole byte. */
  align() {
    this.at -= this.count >> 3;
    this.held = this.count = 0;
    if (this.at > this.bytes.length) badDeflate();
  }

  /** @param {number} count of bytes that there must be room for */
  room(count) {
    if (this.length + count <= this.out.length) return;
    const larger = new Uint8Array(2 * this.out.length + count);
    larger.set(this.out);
    this.out = larger;
  }

  stored() {
    this.align();
    const count = this.take(16);
    if ((this.take(16) ^ count) !== 0xffff || this.at + count > this.bytes.length) badDeflate();
    this.room(count);
    this.out.set(this.bytes.subarray(this.at, this.at + count), this.length);
    this.length += count;
    this.at += count;
  }

  dynamicCodes() {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    if (literals > 286 || distances > 30) badDeflate();
    const order = new Uint8Array(19);
    for (let i = 0, count = this.take(4) + 4; i < count; i += 1) order[LENGTHS_ORDER[i]] = this.take(3);
    const code = codeOf(order, true);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length; ) {
      const symbol = this.symbol(code);
      const value = symbol < 16 ? symbol : symbol > 16 ? 0 : i ? lengths[i - 1] : badDeflate();
      const times = symbol < 16 ? 1 : symbol < 18 ? 3 + this.take(symbol - 14) : 11 + this.take(7);
      if (i + times > lengths.length) badDeflate();
      lengths.fill(value, i, i + times);
      i += times;
    }
    if (!lengths[256]) badDeflate();
    return [codeOf(lengths.subarray(0, literals)), codeOf(lengths.subarray(literals))];
  }

  /** @param {Code[]} codes of literals and lengths, and of distances */
  block([literals, distances]) {
    for (let symbol = this.symbol(literals); symbol !== 256; symbol = this.symbol(literals)) {
      this.room(258);
      if (symbol < 256) {
        this.out[this.length] = symbol;
        this.length += 1;
        continue;
      }
      if (symbol > 285) badDeflate();
      const end = this.length + LENGTHS[symbol - 257] + this.take(LENGTH_BITS[symbol - 257]);
      const far = this.symbol(distances);
      if (far > 29) badDeflate();
      const from = DISTANCES[far] + this.take(DISTANCE_BITS[far]);
      if (from > this.length) badDeflate();
      for (; this.length < end; this.length += 1) this.out[this.length] = this.out[this.length - from];
    }
  }
}

/**
 * The inflated bytes. Throws an Error where they are damaged, end too early, or are followed by others.
 * @param {Uint8Array} bytes
 */
export function inflate(bytes) {
  const work = new Inflating(bytes);
  for (let last = 0; !last; ) {
    last = work.take(1);
    const kind = work.take(2);
    if (kind === 0) work.stored();
    else if (kind === 1) work.block([codeOf(FIXED_LENGTHS), codeOf(new Uint8Array(32).fill(5))]);
    else if (kind === 2) work.block(work.dynamicCodes());
    else badDeflate();
  }
  work.align();
  if (work.at !== bytes.length) badDeflate();
  return work.out.slice(0, work.length);
}
