/** How close terms stand where lists do not tell it (English, single characters): by the texts, where these are few. */

import { rangesOf } from "../match.js";
import { byScore, nearness } from "./ranking.js";
import { chunkOf, textOf } from "./texts.js";

/**
 * @typedef {import("../match.js").Term} Term
 * @typedef {import("./structure.js").Structure} Structure
 * @typedef {import("./types.js").Found} Found
 */

const MOST_CHUNKS = 3;
const MOST_HITS = 100;
/** An English text takes about so many characters for one of the Chinese. @type {{lang: "zh" | "en", scale: number}[]} */
const SCALES = [{ lang: "zh", scale: 1 }, { lang: "en", scale: 4 }];

/**
 * The best hits in the order of how close their terms stand; later ones stay as they are.
 * @param {Structure} structure
 * @param {Found[]} found best first
 * @param {Term[]} terms
 */
export async function bringNear(structure, found, terms) {
  const included = terms.filter(({ excluded }) => !excluded);
  /** @type {Set<number>} */
  const chunks = new Set();
  /** @type {Promise<void>[]} */
  const work = [];
  for (const hit of found.slice(0, MOST_HITS)) {
    if (!hit.isLoose) continue;
    chunks.add(chunkOf(structure, hit.unit));
    if (chunks.size > MOST_CHUNKS) break;
    work.push(measure(structure, hit, included));
  }
  await Promise.all(work);
  if (work.length) found.sort(byScore);
}

/** @param {Structure} structure @param {Found} hit @param {Term[]} terms */
async function measure(structure, hit, terms) {
  const near = SCALES.map(async ({ lang, scale }) => {
    const text = await textOf(structure, lang, hit.unit);
    const ranges = terms.map((term) => rangesOf(text, [term], lang));
    if (!ranges.every((some) => some.length)) return 0;
    return nearness(ranges.map((some) => some.map(([start, end]) => ({ start: start / scale, end: end / scale }))));
  });
  hit.score += Math.max(...(await Promise.all(near)));
}
