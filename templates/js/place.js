/** Which place of a page is being read: a paragraph, caption, note or entry that has the same name in both languages. */

const PLACES = ".ht-report .ht-p, .ht-report .ht-captions li, .ht-report .ht-note[id^='fn-'], .ht-entry";

/** @returns {HTMLElement | null} the header, if it stays in view */
export function stickyHeader() {
  const header = document.querySelector(".ht-header");
  return header instanceof HTMLElement && getComputedStyle(header).position.indexOf("sticky") >= 0 ? header : null;
}

/** Where the header ends that stays in view, 0 without one. */
export function headerBottom() {
  const header = stickyHeader();
  return header ? header.getBoundingClientRect().bottom : 0;
}

/** Where the text begins that can be read: below the header and the choice of language, as far as they stay in view. */
export function readingLine() {
  const choice = document.querySelector("[data-heitu-choose]");
  const box = choice && choice.getBoundingClientRect();
  const header = headerBottom();
  return (box && box.height && box.top <= header + 1 ? Math.max(header, box.bottom) : header) + 8;
}

/** The places of the page, in order, as far as they are shown. */
export function places() {
  return Array.from(document.querySelectorAll(PLACES)).filter((place) => place.getClientRects().length);
}

/** The place that is being read; null at the head of the page. */
export function placeRead() {
  const line = readingLine();
  const all = places();
  if (!all.length || all[0].getBoundingClientRect().top >= line) return null;
  return all.find((place) => place.getBoundingClientRect().bottom > line + 8) || all[all.length - 1];
}

/**
 * Change the page and keep what is being read where it is.
 * @param {() => void} change
 */
export function keepingPlace(change) {
  const place = placeRead();
  const before = place ? place.getBoundingClientRect().top : 0;
  const { style } = document.documentElement;
  style.setProperty("overflow-anchor", "none"); // else the browser does the same, after us
  change();
  window.setTimeout(() => style.removeProperty("overflow-anchor"), 100);
  if (place) window.scrollBy(0, place.getBoundingClientRect().top - before);
}
