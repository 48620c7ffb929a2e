/** Clean reading: one switch takes all marks away, on this page and the next ones. */

import { carry, chosen } from "./carry.js";
import { onClick, unhide } from "./dom.js";
import { remember } from "./storage.js";

const SWITCH = "[data-heitu-clean]";

/** A term is text where nothing is marked: no link, so no hand, no stop of the keyboard. @param {boolean} clean */
function applyToTerms(clean) {
  const [from, to] = clean ? ["href", "data-href"] : ["data-href", "href"];
  for (const term of Array.from(document.querySelectorAll(`a.ht-term[${from}]`))) {
    term.setAttribute(to, term.getAttribute(from) || "");
    term.removeAttribute(from);
  }
}

/** @param {boolean} clean */
function apply(clean) {
  applyToTerms(clean);
  document.documentElement.classList.toggle("ht-clean", clean);
  for (const button of Array.from(document.querySelectorAll(SWITCH))) button.setAttribute("aria-pressed", String(clean));
}

export function isClean() {
  return document.documentElement.classList.contains("ht-clean");
}

export function startClean() {
  unhide(SWITCH);
  apply(chosen("clean") === "yes");
  onClick(SWITCH, () => {
    const clean = !isClean();
    apply(clean);
    const stored = remember("clean", clean ? "yes" : "no");
    carry("clean", stored || !clean ? "" : "yes");
  });
}
