/**
 * Landing: what the address names is shown, also inside folded details, and carries the class `ht-target`. After a
 * search (`?h=…`), the words that were looked for are marked in it.
 */

import { isShown } from "./dom.js";
import { markWords } from "./highlight.js";
import { termsOf } from "./match.js";
import { target } from "./page.js";
import { readingLine } from "./place.js";
import { showReading } from "./reading.js";

function land() {
  for (const old of Array.from(document.querySelectorAll(".ht-target"))) old.classList.remove("ht-target");
  const element = target();
  if (!element) return;
  if (element.closest(".ht-zh, .ht-en") && !isShown(element)) showReading("both");
  element.classList.add("ht-target");
  let folded = false;
  for (let up = element.parentElement; up; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement && !up.open) folded = up.open = true;
  }
  if (folded || history.scrollRestoration === "manual") element.scrollIntoView();
}

/** Where the words of a hit stand: its paragraph or caption, the whole section of a heading, or the report's head. */
function landed() {
  const element = target();
  if (!element) return Array.from(document.querySelectorAll("main .ht-head, main .ht-facts"));
  return [(/^H\d$/.test(element.tagName) && element.closest("section")) || element];
}

/** A word that is out of view, to the middle of the window. @param {Element | undefined} mark */
function bringIntoView(mark) {
  const box = mark && mark.getBoundingClientRect();
  if (mark && box && (box.top < readingLine() || box.bottom > window.innerHeight)) mark.scrollIntoView({ block: "center" });
}

export function startLanding() {
  land();
  window.addEventListener("hashchange", land);
  const terms = termsOf(new URLSearchParams(location.search).get("h") || "");
  if (!terms.length) return;
  for (const place of landed()) markWords(place, terms);
  // Words that stand only in the language that is not shown: both are, for this once.
  const marks = Array.from(document.querySelectorAll("main mark"));
  if (marks.length && !marks.some(isShown)) {
    showReading("both");
    const element = target();
    if (element) element.scrollIntoView();
  }
  // The browser scrolls to the fragment once it has loaded the page; Back and reloading find the place that was left.
  const isNew = !performance.navigation.type;
  if (isNew) window.addEventListener("load", () => window.requestAnimationFrame(() => bringIntoView(marks.find(isShown))));
}
