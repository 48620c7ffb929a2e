// Answers each line of standard input, a JSON list of strings, with the list of their folded forms; of each also what
// `foldCharacters` makes of it, and whether each of its characters is what stands at its offsets in the text, folded.
import { createInterface } from "node:readline";
import { fold } from "../../../templates/js/fold.js";
import { foldCharacters } from "../../../templates/js/match.js";

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map((text) => {
    const { characters, starts, ends } = foldCharacters(text);
    const replayed = characters.every((one, i) => fold(text.slice(starts[i], ends[i])) === one);
    return [fold(text), characters.join(""), replayed];
  });
  process.stdout.write(JSON.stringify(answers) + "\n");
}
