/** The glossary's filter: entries with all words in their Chinese, pinyin (tone marks or not) or English. */

import { fold } from "./fold.js";
import { words } from "./words.js";

/**
 * Text as it is compared: folded, the marks over letters set aside.
 * @param {string} text
 */
export function foldTerm(text) {
  return fold(text.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
}

export function startGlossary() {
  const form = document.querySelector("[data-heitu-terms]");
  const field = form && form.querySelector("input");
  const count = document.querySelector("[data-heitu-terms-count]");
  if (!form || !field || !count) return;
  form.removeAttribute("hidden");
  const entries = Array.from(document.querySelectorAll(".ht-entry"));
  const texts = entries.map((entry) => foldTerm(entry.textContent || ""));
  const narrowDown = () => {
    const wanted = field.value.split(/\s+/).map(foldTerm);
    entries.forEach((entry, i) => entry.toggleAttribute("hidden", !wanted.every((word) => texts[i].includes(word))));
    for (const kind of Array.from(document.querySelectorAll("[data-heitu-kind]"))) {
      kind.toggleAttribute("hidden", !kind.querySelector(".ht-entry:not([hidden])"));
    }
    const left = entries.filter((entry) => !entry.hasAttribute("hidden")).length;
    count.textContent = words().termCount(left);
  };
  field.addEventListener("input", narrowDown);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    field.value = "";
    narrowDown();
  });
}
