// Index the records of a file of JSON lines with Pagefind: node index.mjs RECORDS FOLDER PACKAGES
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [records, folder, packages] = process.argv.slice(2);
const pagefind = await import(pathToFileURL(`${packages}/node_modules/pagefind/lib/index.js`).href);
const { index, errors } = await pagefind.createIndex();
if (errors.length) throw new Error(errors.join("\n"));
for await (const line of createInterface({ input: createReadStream(records, "utf8") })) {
  const added = await index.addCustomRecord(JSON.parse(line));
  if (added.errors.length) throw new Error(added.errors.join("\n"));
}
const written = await index.writeFiles({ outputPath: folder });
if (written.errors.length) throw new Error(written.errors.join("\n"));
await pagefind.close();
