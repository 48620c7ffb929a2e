/**
 * The files of the index: classic scripts that call `window.heitu.receive`, since a page on `file://` can load nothing
 * else. Each is loaded once, when a search first needs it, and is refused when it is damaged or of another build.
 */

import { fromHere, meta } from "../page.js";
import { unpack } from "./packing.js";

const FOLDER = "assets/search/";

/**
 * @typedef {"grams" | "words" | "values" | "zh" | "en" | "pinyin" | "syllables" | "measures" | "themes"} Family
 *
 * What `root.js` says of the archive: heitu/search/ has the meaning of each column.
 * @typedef {{format: number, marks: Record<Family, number[]>,
 *   firsts: {grams: string[], words: string[], values: string[], pinyin: string[]}, chunks: number[], units: number,
 *   places: {id: string, zh: string, en: string, parent: number}[],
 *   publishers: {id: string, zh: string, en: string}[], themes: {id: string, zh: string, en: string}[],
 *   reports: {ids: string[], dates: string[], places: number[], publishers: number[],
 *     years: ([number, number] | null)[], heads: number[], first: number[], sections: number[][], captions: number[],
 *     readings: number[][]}}} Root
 */

const FORMAT = 1;

/** Families of several files; another one is a single file without a number. */
const NUMBERED = ["grams", "words", "values", "zh", "en", "pinyin"];

/** @type {Map<string, string>} */
const received = new Map();
/** @type {Map<string, Promise<unknown>>} */
const promised = new Map();

/**
 * What a file of the index calls.
 * @param {string} name
 * @param {string} packed
 */
export function receive(name, packed) {
  received.set(name, packed);
}

/**
 * What `make` answers the first time that `name` is asked for; after a fault, it is tried again.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} make
 * @returns {Promise<T>}
 */
export function once(name, make) {
  let promise = /** @type {Promise<T> | undefined} */ (promised.get(name));
  if (!promise) {
    promise = make();
    promised.set(name, promise);
    promise.catch(() => promised.delete(name));
  }
  return promise;
}

/**
 * @param {string} name
 * @param {string} version changes when the file does, so that a browser never shows an old one
 * @returns {Promise<string>}
 */
function load(name, version) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const end = () => {
      const packed = received.get(name);
      received.delete(name);
      script.remove();
      if (packed === undefined) reject(new Error(`search: ${script.src} is missing`));
      else resolve(packed);
    };
    script.onload = end;
    script.onerror = end;
    script.src = `${fromHere(FOLDER)}${name}.js?${encodeURIComponent(version)}`;
    document.head.appendChild(script);
  });
}

/**
 * @param {string} name
 * @param {string} version
 * @param {number | null} mark
 */
async function unpacked(name, version, mark) {
  const packed = await load(name, version);
  try {
    return unpack(packed, mark);
  } catch (error) {
    throw new Error(`search: ${name}.js is damaged or of another build (${error})`);
  }
}

/** @returns {Promise<Root>} */
export function loadRoot() {
  return once("root", async () => {
    const root = JSON.parse(new TextDecoder().decode(await unpacked("root", meta("generated"), null)));
    if (root.format !== FORMAT) throw new Error("search: root.js is of another version");
    return root;
  });
}

/**
 * The payload of a file.
 * @param {Root} root
 * @param {Family} family
 * @param {number} number
 * @returns {Promise<Uint8Array>}
 */
export function loadFile(root, family, number) {
  const marks = root.marks[family];
  const name = NUMBERED.includes(family) ? `${family}-${number}` : family;
  const mark = marks[number];
  return unpacked(name, mark.toString(16), mark);
}

/**
 * A file that is one JSON value, read once.
 * @param {Root} root
 * @param {Family} family
 * @param {number} number
 * @returns {Promise<any>}
 */
export function loadJson(root, family, number) {
  return once(`${family}-${number}`, async () => {
    return JSON.parse(new TextDecoder().decode(await loadFile(root, family, number)));
  });
}
