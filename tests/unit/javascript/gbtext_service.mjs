// Answers each line of standard input, JSON in GB 18030 as base64, with that JSON, its strings escaped anew.
import { createInterface } from "node:readline";
import { decodeText } from "../../../templates/js/search/gbtext.js";

for await (const line of createInterface({ input: process.stdin })) {
  const value = JSON.parse(decodeText(new Uint8Array(Buffer.from(JSON.parse(line), "base64"))));
  process.stdout.write(JSON.stringify(value) + "\n");
}
