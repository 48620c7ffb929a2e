/**
 * The search data: classic scripts that call `window.heitu.receive`, since a page on `file://` can load nothing else.
 * They are loaded once, when the first search (or the first look at the box) asks for them.
 */

import { fromHere, meta } from "../page.js";

const FOLDER = "assets/search/";
const AT_ONCE = 4;

/** @type {Map<string, unknown>} */
const received = new Map();
/** @type {Map<string, Promise<unknown>>} */
const loading = new Map();

/**
 * What a data file calls.
 * @param {string} name
 * @param {unknown} data
 */
export function receive(name, data) {
  received.set(name, data);
}

/**
 * @param {string} name
 * @param {string} version changes when the file does, so that a browser never shows an old one
 * @returns {Promise<unknown>}
 */
function load(name, version) {
  const known = loading.get(name);
  if (known) return known;
  const promise = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => {
      loading.delete(name); // The next search tries again.
      reject(new Error(`search data not loaded: ${script.src}`));
    };
    script.onload = () => (received.has(name) ? resolve(received.get(name)) : fail());
    script.onerror = fail;
    script.src = `${fromHere(FOLDER)}${name}.js?${encodeURIComponent(version)}`;
    document.head.appendChild(script);
  });
  loading.set(name, promise);
  return promise;
}

/**
 * All files of the archive, in order, some at a time.
 * @returns {Promise<import("./types.js").SearchReport[][]>}
 */
export async function loadArchive() {
  const manifest = /** @type {import("./types.js").Manifest} */ (await load("files", meta("generated")));
  /** @type {import("./types.js").SearchReport[][]} */
  const parts = [];
  let next = 0;
  const work = async () => {
    for (let i = next++; i < manifest.files.length; i = next++) {
      parts[i] = /** @type {import("./types.js").SearchReport[]} */ (await load(`texts-${i}`, manifest.files[i]));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return parts;
}
