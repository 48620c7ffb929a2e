// Answers each line of standard input, a JSON list of strings, with the list of their folded forms.
import { createInterface } from "node:readline";
import { fold, foldWithOffsets } from "../../../templates/js/fold.js";

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map((text) => {
    const folded = foldWithOffsets(text);
    const replayed = folded.starts.every((start, i) => fold(text.slice(start, folded.ends[i])).includes(folded.text[i]));
    return [fold(text), folded.text, replayed];
  });
  process.stdout.write(JSON.stringify(answers) + "\n");
}
