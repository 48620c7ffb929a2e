/**
 * How a report is read: in Chinese, in English, or side by side. Without a choice a page shows its own language, which
 * needs no script; a choice is an attribute of the page and is remembered. Choosing the page's own language forgets it.
 */

import { carry, chosen } from "./carry.js";
import { onClick, unhide } from "./dom.js";
import { language } from "./page.js";
import { keepingPlace } from "./place.js";
import { recall, remember } from "./storage.js";

/** @typedef {"zh" | "en" | "both"} Reading */

const ATTRIBUTE = "data-heitu-reading";
const CHOICE = "[data-heitu-choose] [data-reading]";
const FOLDED_BY_BOTH = "details[data-heitu-fold-both]";
const OPEN = "ht-open";

/** @param {string | null} value @returns {value is Reading} */
const isReading = (value) => value === "zh" || value === "en" || value === "both";

/** What the page shows. @returns {Reading} */
export function readingNow() {
  const shown = document.documentElement.getAttribute(ATTRIBUTE);
  return isReading(shown) ? shown : language();
}

/**
 * Show one language or both, on this page only.
 * @param {Reading} wanted
 */
export function showReading(wanted) {
  const root = document.documentElement;
  const before = readingNow();
  if (wanted === language()) root.removeAttribute(ATTRIBUTE);
  else root.setAttribute(ATTRIBUTE, wanted);
  if ((before === "both") !== (wanted === "both")) foldFacts(wanted === "both");
  markChoice();
}

/** Side by side the text has the room that the facts have otherwise. @param {boolean} both */
function foldFacts(both) {
  for (const details of Array.from(document.querySelectorAll(FOLDED_BY_BOTH))) {
    const narrow = matchMedia(`(max-width: ${details.getAttribute("data-heitu-fold") || "0"})`).matches;
    details.toggleAttribute("open", !both && !narrow);
  }
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
  document.documentElement.classList.add("ht-chooses");
  markChoice();
  onClick(CHOICE, (button) => {
    const wanted = button.getAttribute("data-reading");
    if (!isReading(wanted)) return;
    keepingPlace(() => showReading(wanted));
    const own = wanted === language();
    const stored = remember("reading", own ? "own" : wanted);
    carry("reading", stored || own ? "" : wanted);
  });
  onClick("[data-heitu-other]", toggleOther);
  window.addEventListener("pageshow", (event) => {
    const kept = chosen("reading");
    if (event.persisted) showReading(isReading(kept) ? kept : language());
  });
}
