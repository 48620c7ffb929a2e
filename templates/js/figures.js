/** The small button at a paragraph whose figures need explaining: it lists them below, for those who cannot point. */

import { isShown, make, onClick, unhide } from "./dom.js";

const BUTTON = "[data-heitu-figures]";

/**
 * What explains the figures of a paragraph, each once: those that are shown, or else those of the other language.
 * @param {Element} paragraph
 */
function explanations(paragraph) {
  const figures = Array.from(paragraph.querySelectorAll("[data-gloss]"));
  const shown = figures.filter(isShown);
  return Array.from(new Set((shown.length ? shown : figures).map((figure) => figure.getAttribute("data-gloss") || "")));
}

/** @param {HTMLElement} button */
function toggleFigures(button) {
  const paragraph = button.closest(".ht-p");
  if (!paragraph) return;
  const list = paragraph.querySelector(".ht-figures");
  button.setAttribute("aria-expanded", String(!list));
  if (list) {
    list.remove();
    return;
  }
  const made = make("ul", "ht-figures ht-nocopy");
  for (const text of explanations(paragraph)) made.appendChild(make("li", "", text));
  paragraph.appendChild(made);
}

export function startFigures() {
  unhide(BUTTON);
  onClick(BUTTON, toggleFigures);
}
