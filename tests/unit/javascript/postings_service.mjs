// Answers each line of standard input, [shard as base64, whether of grams, terms, prefixes], with all that can be read
// of it: [terms, [df, units, places] of each, the index of each asked term, the range of each prefix], or ["error"].
import { createInterface } from "node:readline";
import { parseShard } from "../../../templates/js/search/postings.js";

function placesOf(found) {
  if (!found) return null;
  return Array.from(found.units, (_, k) => {
    const places = [];
    for (let i = found.starts[k]; i < found.starts[k + 1]; i += 1) places.push(2 * found.positions[i] + found.variants[i]);
    return places;
  });
}

function answer([text, grams, terms, prefixes]) {
  try {
    const shard = parseShard(new Uint8Array(Buffer.from(text, "base64")), grams);
    const rows = shard.terms.map((_, i) => [shard.df(i), Array.from(shard.units(i)), placesOf(shard.positions(i))]);
    return [shard.terms, rows, terms.map((term) => shard.find(term)), prefixes.map((prefix) => shard.range(prefix))];
  } catch (error) {
    return ["error", error.message];
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}
