// Loads the index from the folder that is its argument, as a page would, then answers each line of standard input,
// `[query, options]` as JSON, with the answer of `window.heitu.search`, or `{"error": …}`; `["", {"loaded": true}]` with
// the names of the files that were loaded.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const folder = process.argv[2];
const loaded = [];
const store = await import("../../../templates/js/search/store.js");
globalThis.window = { heitu: { receive: store.receive } };
globalThis.document = {
  documentElement: { lang: "zh" },
  querySelector: () => null,
  createElement: () => ({ remove() {} }),
  head: {
    appendChild(script) {
      const name = script.src.replace(/^.*\//, "").replace(/\?.*$/, "");
      setImmediate(() => {
        let code = "";
        try {
          code = readFileSync(`${folder}/${name}`, "utf8");
        } catch (error) {
          return script.onerror();
        }
        loaded.push(name);
        try {
          vm.runInThisContext(`(function (heitu) { ${code} })`)(window.heitu);
        } catch (error) {
          // A script with a fault of syntax calls nothing.
        }
        script.onload();
      });
    },
  },
};
const { search, show, find, suggest } = await import("../../../templates/js/search/engine.js");

async function answer([query, options]) {
  if (options.loaded) return loaded;
  if (options.suggest) return suggest(query);
  if (options.show) {
    const { found, terms } = await find(query);
    return Promise.all(found.map((one) => show(one, terms)));
  }
  return search(query, options);
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = await answer(JSON.parse(line));
  } catch (error) {
    said = { error: String(error) };
  }
  process.stdout.write(JSON.stringify(said) + "\n");
}
