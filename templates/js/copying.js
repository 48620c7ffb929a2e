/**
 * Copying from a report: the text with its headings and paragraphs, without numbers, marks, links or the page's own
 * colours, so that it reads in a word processor as it was printed.
 */

import { isShown, NOT_TEXT } from "./dom.js";

const SIDES = "article .ht-zh, article .ht-en, article .ht-missing";
const UNREAD = "ht-unread"; // the language that is not shown, for as long as the selection is copied
const MARKS = "a, mark, span, b, div, section";

/** The other language of a selection that began in one. @param {Element} element */
const isLeftOut = (element) => getComputedStyle(element).userSelect === "none";

/** @param {Selection} selection */
function cleanHtml(selection) {
  const box = document.createElement("div");
  const unread = Array.from(document.querySelectorAll(SIDES)).filter((element) => !isShown(element) || isLeftOut(element));
  for (const element of unread) element.classList.add(UNREAD);
  for (let i = 0; i < selection.rangeCount; i += 1) box.appendChild(selection.getRangeAt(i).cloneContents());
  for (const element of unread) element.classList.remove(UNREAD);
  for (const element of Array.from(box.querySelectorAll(`${NOT_TEXT}, .${UNREAD}`))) element.remove();
  for (const element of Array.from(box.querySelectorAll(MARKS))) {
    while (element.firstChild) /** @type {Node} */ (element.parentNode).insertBefore(element.firstChild, element);
    element.remove();
  }
  for (const element of Array.from(box.querySelectorAll("*"))) {
    for (const name of element.getAttributeNames()) if (name !== "lang") element.removeAttribute(name);
  }
  return box.innerHTML;
}

export function startCopying() {
  document.addEventListener("copy", (event) => {
    const selection = window.getSelection();
    const data = event.clipboardData;
    const field = event.target instanceof Element && event.target.closest("input, textarea");
    if (!selection || selection.isCollapsed || !data || field) return;
    const at = selection.getRangeAt(0).commonAncestorContainer;
    const around = at instanceof Element ? at : at.parentElement;
    if (!around || !around.closest("article")) return;
    data.setData("text/plain", selection.toString());
    data.setData("text/html", cleanHtml(selection));
    event.preventDefault();
  });
}
