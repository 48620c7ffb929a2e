/** The texts, in chunks of neighbouring units, Chinese and English apart; a chunk is loaded when a unit of it is read. */

import { decodeText } from "./gbtext.js";
import { loadFile, once } from "./store.js";
import { lastNotAbove } from "./structure.js";

/**
 * @typedef {import("./structure.js").Structure} Structure
 * @typedef {{units: string[], before: Record<string, string>}} Chunk
 */

/** @type {WeakMap<Structure, number[]>} */
const cutsKept = new WeakMap();

/** @param {Structure} structure the first unit of each chunk */
function cutsOf(structure) {
  let found = cutsKept.get(structure);
  if (!found) {
    let unit = 0;
    found = structure.root.chunks.map((step) => (unit += step));
    cutsKept.set(structure, found);
  }
  return found;
}

/** Which chunk a unit is in. @param {Structure} structure @param {number} unit */
export function chunkOf(structure, unit) {
  return lastNotAbove(cutsOf(structure), unit);
}

/**
 * The text of a unit as printed. `near` is a unit whose chunk has it too, if it is the title or heading of that.
 * @param {Structure} structure
 * @param {"zh" | "en"} language
 * @param {number} unit
 * @param {number} [near]
 * @returns {Promise<string>}
 */
export async function textOf(structure, language, unit, near) {
  const cuts = cutsOf(structure);
  const number = lastNotAbove(cuts, near === undefined ? unit : near);
  const chunk = await once(`${language}-${number}`, async () => {
    return /** @type {Chunk} */ (JSON.parse(decodeText(await loadFile(structure.root, language, number))));
  });
  const text = unit < cuts[number] ? chunk.before[unit] : chunk.units[unit - cuts[number]];
  if (text !== undefined) return text;
  if (near === undefined) throw new Error(`search: ${language}-${number}.js lacks unit ${unit}`);
  return textOf(structure, language, unit);
}
