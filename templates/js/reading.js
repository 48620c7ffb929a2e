/**
 * How a report is read: in Chinese, in English, or side by side. Without a choice a page shows its own language, which
 * needs no script; a choice is an attribute of the page and is remembered. Choosing the page's own language forgets it.
 */

import { onClick, unhide } from "./dom.js";
import { language } from "./page.js";
import { recall, remember } from "./storage.js";

/** @typedef {"zh" | "en" | "both"} Reading */

const ATTRIBUTE = "data-heitu-reading";
const CHOICE = "[data-heitu-choose] [data-reading]";
const OPEN = "ht-open";

/** @param {string | null} value @returns {value is Reading} */
const isReading = (value) => value === "zh" || value === "en" || value === "both";

/** What the page shows. @returns {Reading} */
export function readingNow() {
  const chosen = document.documentElement.getAttribute(ATTRIBUTE);
  return isReading(chosen) ? chosen : language();
}

/**
 * Show one language or both, on this page only.
 * @param {Reading} wanted
 */
export function showReading(wanted) {
  const root = document.documentElement;
  if (wanted === language()) root.removeAttribute(ATTRIBUTE);
  else root.setAttribute(ATTRIBUTE, wanted);
  markChoice();
}

/** The buttons say which one is chosen. */
function markChoice() {
  for (const button of Array.from(document.querySelectorAll(CHOICE))) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-reading") === readingNow()));
  }
}

/** The language switch was used: who read one language reads the other page in its own. */
export function followSwitch() {
  if (recall("reading") !== "both") remember("reading", "own");
}

/** The button at a paragraph: its other language below it. @param {HTMLElement} button */
function toggleOther(button) {
  const paragraph = button.closest(".ht-p");
  if (!paragraph) return;
  const open = paragraph.classList.toggle(OPEN);
  button.setAttribute("aria-expanded", String(open));
}

export function startReading() {
  const holder = document.querySelector("[data-heitu-choose]");
  if (!holder) return;
  unhide("[data-heitu-choose], [data-heitu-other]");
  markChoice();
  onClick(CHOICE, (button) => {
    const chosen = button.getAttribute("data-reading");
    if (!isReading(chosen)) return;
    showReading(chosen);
    remember("reading", chosen === language() ? "own" : chosen);
  });
  onClick("[data-heitu-other]", toggleOther);
  window.addEventListener("pageshow", (event) => {
    const kept = recall("reading");
    if (event.persisted) showReading(isReading(kept) ? kept : language());
  });
}
