// Answers each line of standard input, a JSON list of [what, string, mark], with what comes of each, as base64, or
// ["error"]: `unpack` a packed text, `inflate` base64, `run` a script and unpack what it hands over.
import { createInterface } from "node:readline";
import { inflate } from "../../../templates/js/search/inflate.js";
import { unpack } from "../../../templates/js/search/packing.js";

const WAYS = {
  unpack,
  inflate: (text) => inflate(new Uint8Array(Buffer.from(text, "base64"))),
  run: (script, mark) => {
    let packed = "";
    new Function("heitu", script)({ receive: (_, text) => (packed = text) });
    return unpack(packed, mark);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const answers = JSON.parse(line).map(([what, text, mark]) => {
    try {
      return [Buffer.from(WAYS[what](text, mark)).toString("base64")];
    } catch (error) {
      return ["error", error.message];
    }
  });
  process.stdout.write(JSON.stringify(answers) + "\n");
}
