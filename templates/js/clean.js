/** Clean reading: one switch takes all marks away, on this page and the next ones. */

import { onClick, unhide } from "./dom.js";
import { recall, remember } from "./storage.js";

const SWITCH = "[data-heitu-clean]";

/** @param {boolean} clean */
function apply(clean) {
  document.documentElement.classList.toggle("ht-clean", clean);
  for (const button of Array.from(document.querySelectorAll(SWITCH))) button.setAttribute("aria-pressed", String(clean));
}

export function isClean() {
  return document.documentElement.classList.contains("ht-clean");
}

export function startClean() {
  unhide(SWITCH);
  apply(recall("clean") === "yes");
  onClick(SWITCH, () => {
    const clean = !isClean();
    apply(clean);
    remember("clean", clean ? "yes" : "no");
  });
}
