/**
 * Notes: a mark in the text opens its footnote beside it, a term its entry, a figure what explains it, for pointer (hover), keyboard (focus, Enter) and touch
 * (tap). It can be dismissed with Escape, hovered, and stays until the reader leaves it (WCAG 2.1, 1.4.13). Without
 * scripts the mark is a link to the footnote.
 */

import { isClean } from "./clean.js";
import { make, selecting } from "./dom.js";

const MARKS_WITH_NOTES = "[data-heitu-note], [data-gloss]";
const GRACE = 250; // milliseconds to reach the popover from its mark
const EDGE = 8; // pixels kept free at the edges of the window

class NotePopover {
  constructor() {
    this.element = make("div", "ht-popover");
    this.element.hidden = true;
    /** @type {HTMLElement | null} */
    this.link = null;
    this.chosen = false;
    this.timer = 0;
    this.element.addEventListener("mouseenter", () => window.clearTimeout(this.timer));
    this.element.addEventListener("mouseleave", () => this.leave());
    const place = () => this.place();
    window.addEventListener("scroll", place, { passive: true });
    window.addEventListener("resize", place);
  }

  /** @param {HTMLElement} link */
  open(link) {
    window.clearTimeout(this.timer);
    if (this.link === link) return;
    if (isClean() || selecting()) return;
    const gloss = link.getAttribute("data-gloss");
    const note = document.getElementById(link.getAttribute("data-heitu-note") || "");
    if (!note && !gloss) return;
    this.close();
    this.element.textContent = gloss || "";
    this.element.classList.toggle("ht-popover--quiet", !!gloss || link.classList.contains("ht-term"));
    for (const child of Array.from(note ? note.childNodes : [])) this.element.appendChild(child.cloneNode(true));
    for (const back of Array.from(this.element.querySelectorAll(".ht-backref"))) back.remove();
    for (const named of Array.from(this.element.querySelectorAll("[id]"))) named.removeAttribute("id");
    // What holds a link is no tooltip.
    if (this.element.querySelector("a")) this.element.removeAttribute("role");
    else this.element.setAttribute("role", "tooltip");
    (link.closest("main") || document.body).appendChild(this.element);
    this.element.hidden = false;
    this.link = link;
    this.place();
  }

  close() {
    window.clearTimeout(this.timer);
    this.element.hidden = true;
    this.link = null;
    this.chosen = false;
  }

  /** The pointer has left: close, unless it comes back in time or the mark has the focus. */
  leave() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (document.activeElement !== this.link) this.close();
    }, GRACE);
  }

  /** A click or Enter opens; on a mark that was opened so, it closes. @param {HTMLElement} link */
  choose(link) {
    if (this.link === link && this.chosen) {
      this.close();
    } else {
      this.open(link);
      this.chosen = true;
    }
  }

  /** Below the mark, or above it where there is more room, and always inside the window. */
  place() {
    if (!this.link) return;
    const mark = this.link.getClientRects()[0] || this.link.getBoundingClientRect();
    const { style, offsetWidth: width, offsetHeight: height } = this.element;
    const below = window.innerHeight - mark.bottom;
    const top = below < height + EDGE && mark.top > below ? mark.top - height : mark.bottom;
    const left = Math.min(mark.left, document.documentElement.clientWidth - width - EDGE);
    style.position = "fixed";
    style.top = `${Math.max(EDGE, top)}px`;
    style.left = `${Math.max(EDGE, left)}px`;
  }
}

export function startNotes() {
  const links = document.querySelectorAll(MARKS_WITH_NOTES);
  if (!links.length) return;
  const popover = new NotePopover();
  for (const link of Array.from(links)) {
    if (!(link instanceof HTMLElement)) continue;
    const note = link.getAttribute("data-heitu-note");
    if (note) link.setAttribute("aria-describedby", note);
    else if (link.closest("[data-heitu-note]")) continue;
    link.addEventListener("mouseenter", (event) => event.buttons || popover.open(link));
    link.addEventListener("mouseleave", () => popover.leave());
    link.addEventListener("focus", () => popover.open(link));
    link.addEventListener("blur", () => popover.close());
    link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // Enter on a term that has been explained goes to its entry; `detail` counts the clicks of a pointer.
      if (!event.detail && link.matches(".ht-term") && popover.link === link) return;
      event.preventDefault();
      popover.choose(link);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") popover.close();
  });
  document.addEventListener("click", (event) => {
    const inside = event.target instanceof Element && event.target.closest(MARKS_WITH_NOTES + ", .ht-popover");
    if (!inside) popover.close();
  });
}
