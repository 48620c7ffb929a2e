/** A sentence whose Chinese has changed: a click on it, or on its sign, opens and closes the note below its paragraph. */

import { isClean } from "./clean.js";
import { onClick, selecting } from "./dom.js";

const SIGN = "[data-heitu-stale]";

/** @param {Element} sign */
function noteOf(sign) {
  const note = document.getElementById(sign.getAttribute("data-heitu-stale") || "");
  return note instanceof HTMLDetailsElement ? note : null;
}

export function startStale() {
  for (const sign of Array.from(document.querySelectorAll(SIGN))) {
    const note = noteOf(sign);
    if (!note) continue;
    sign.setAttribute("aria-controls", note.id);
    sign.setAttribute("aria-expanded", String(note.open));
    note.addEventListener("toggle", () => sign.setAttribute("aria-expanded", String(note.open)));
  }
  onClick(`.ht-stale, ${SIGN}`, (element, event) => {
    const sentence = element.closest(".ht-s");
    const sign = sentence && sentence.querySelector(SIGN);
    const note = sign && noteOf(sign);
    const own = event.target instanceof Element && event.target.closest("a, [data-gloss]"); // has something of its own
    if (!note || isClean() || selecting() || (own && own !== sign)) return;
    event.preventDefault();
    note.open = !note.open;
  });
}
