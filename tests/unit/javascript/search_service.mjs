// Reads the search data named as arguments, then answers each line of standard input, a query as JSON, with what the
// scan finds: [report, unit, reason].
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { termsOf } from "../../../templates/js/match.js";
import { scan } from "../../../templates/js/search/scan.js";

const received = {};
const heitu = { receive: (name, data) => (received[name] = data) };
for (const file of process.argv.slice(2)) new Function("heitu", readFileSync(file, "utf8"))(heitu);
const reports = received.files.files.map((_, i) => received[`texts-${i}`]).flat();

for await (const line of createInterface({ input: process.stdin })) {
  const terms = termsOf(JSON.parse(line));
  const found = reports.flatMap((report) => scan(report, terms).map(({ unit, reason }) => [report.id, unit[0], reason]));
  process.stdout.write(JSON.stringify(found) + "\n");
}
