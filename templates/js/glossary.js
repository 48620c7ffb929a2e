/**
 * The glossary's filter: entries with all words in their Chinese, pinyin (tone marks or not), English or its variants.
 * What was typed is kept in the address (`?q=…`), so that Back returns to it.
 */

import { fold } from "./fold.js";
import { words } from "./words.js";

/**
 * Text as it is compared: folded, the marks over letters set aside.
 * @param {string} text
 */
export function foldTerm(text) {
  return fold(text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
}

const NAMES = "dt, .ht-entry-names > span + span";

/** The names of an entry as they are compared. @param {Element} entry */
function namesOf(entry) {
  return Array.from(entry.querySelectorAll(NAMES)).map((name) => foldTerm(name.textContent || "")).join("\n");
}

/** @param {string} query */
function keep(query) {
  const parameters = new URLSearchParams(location.search);
  if (query) parameters.set("q", query);
  else parameters.delete("q");
  const search = parameters.toString();
  try {
    history.replaceState({ q: query }, "", location.pathname + (search && "?" + search) + location.hash);
  } catch (error) {
    history.replaceState({ q: query }, ""); // On the disk some browsers let no address be written.
  }
}

function kept() {
  return new URLSearchParams(location.search).get("q") || (history.state && history.state.q) || "";
}

export function startGlossary() {
  const form = document.querySelector("[data-heitu-terms]");
  const field = form && form.querySelector("input");
  const count = document.querySelector("[data-heitu-terms-count]");
  if (!form || !field || !count) return;
  form.removeAttribute("hidden");
  const entries = Array.from(document.querySelectorAll(".ht-entry"));
  const texts = entries.map(namesOf);
  const narrowDown = () => {
    const wanted = field.value.split(/\s+/).map(foldTerm);
    entries.forEach((entry, i) => entry.toggleAttribute("hidden", !wanted.every((word) => texts[i].includes(word))));
    for (const kind of Array.from(document.querySelectorAll("[data-heitu-kind]"))) {
      kind.toggleAttribute("hidden", !kind.querySelector(".ht-entry:not([hidden])"));
    }
    const left = entries.filter((entry) => !entry.hasAttribute("hidden")).length;
    count.textContent = words().termCount(left);
  };
  field.addEventListener("input", () => {
    narrowDown();
    keep(field.value.trim());
  });
  field.value = kept();
  if (field.value) narrowDown();
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    field.value = "";
    narrowDown();
    keep("");
  });
}
