/**
 * What heitu/search/packing.py packed, unpacked and checked: a file that is damaged or of another build is an error.
 */

import { inflate } from "./inflate.js";

/** What the characters U+0080, U+0081, … stand for, and what therefore never stands for itself. */
const ESCAPED = [0, 10, 13, 34, 60, 92];

/** The value of each character, or 128. */
const SEVEN = Uint8Array.from({ length: 134 }, (_, i) => (i > 127 ? ESCAPED[i - 128] : ESCAPED.indexOf(i) < 0 ? i : 128));

const CRC = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * CRC-32 as in zlib, unsigned.
 * @param {Uint8Array} bytes
 */
export function crc32(bytes) {
  let value = -1;
  for (let i = 0; i < bytes.length; i += 1) value = CRC[(value ^ bytes[i]) & 255] ^ (value >>> 8);
  return ~value >>> 0;
}

/**
 * The bytes of a text of seven bits a character.
 * @param {string} packed
 */
function bytesOf(packed) {
  const bytes = new Uint8Array(Math.floor((7 * packed.length) / 8));
  let held = 0;
  let count = 0;
  let at = 0;
  for (let i = 0; i < packed.length; i += 1) {
    const code = packed.charCodeAt(i);
    const value = code < SEVEN.length ? SEVEN[code] : 128;
    if (value > 127) throw new Error("damaged: character");
    held = ((held << 7) | value) & 0x7fff;
    count += 7;
    if (count > 7) {
      count -= 8;
      bytes[at] = held >> count;
      at += 1;
    }
  }
  if (count > 6 || held & ((1 << count) - 1)) throw new Error("damaged: end");
  return bytes;
}

/**
 * The payload. Throws an Error where anything in it is damaged, or it has another mark.
 * @param {string} packed
 * @param {number | null} mark the low 24 bits of its checksum; null where it is not known
 * @returns {Uint8Array}
 */
export function unpack(packed, mark) {
  const bytes = bytesOf(packed);
  const body = bytes.subarray(4);
  const checksum = crc32(body);
  if (bytes.length < 4 || new DataView(bytes.buffer).getUint32(0) !== checksum) throw new Error("damaged: checksum");
  if (mark !== null && (checksum & 0xffffff) !== mark) throw new Error("damaged: mark");
  return inflate(body);
}
