/**
 * Pointing at a sentence shows its counterpart: side by side, both are tinted; in one language, the other stands in a
 * small box that takes no clicks. Only for a pointer that hovers, never while text is being selected.
 */

import { isClean } from "./clean.js";
import { make, selecting } from "./dom.js";
import { headerBottom } from "./place.js";
import { readingNow } from "./reading.js";

const PAUSE = 500; // milliseconds that the pointer rests on a sentence
const ROOM = 8; // pixels kept free at the edges of the window
const BUSY = "a, button, [data-gloss], .ht-popover"; // what has something of its own to show

/** The numbers of the Chinese sentences that an element is or renders. @param {Element} sentence */
const numbers = (sentence) => (sentence.getAttribute("data-s") || "").split(" ");

/**
 * The sentences that say the same in the other language, in order.
 * @param {Element} sentence
 * @returns {Element[]}
 */
export function counterparts(sentence) {
  const pair = sentence.closest(".ht-pair");
  const side = sentence.closest(".ht-zh, .ht-en");
  if (!pair || !side) return [];
  const mine = numbers(sentence);
  const other = pair.querySelectorAll(side.classList.contains("ht-zh") ? ".ht-en .ht-s" : ".ht-zh .ht-s");
  return Array.from(other).filter((one) => numbers(one).some((n) => mine.indexOf(n) >= 0));
}

class Pointing {
  constructor() {
    this.box = make("div", "ht-counterpart");
    this.box.setAttribute("aria-hidden", "true");
    this.box.hidden = true;
    (document.querySelector("main") || document.body).appendChild(this.box);
    /** @type {Element | null} */
    this.sentence = null;
    this.timer = 0;
    this.at = [-1, -1];
  }

  /** @param {MouseEvent} event */
  move(event) {
    // A page that scrolls under a resting pointer moves nothing.
    if (event.screenX === this.at[0] && event.screenY === this.at[1]) return;
    this.at = [event.screenX, event.screenY];
    const target = event.target instanceof Element ? event.target : null;
    const sentence = target && !target.closest(BUSY) ? target.closest(".ht-s") : null;
    if (event.buttons || selecting() || isClean()) this.leave();
    else if (sentence !== this.sentence) this.point(sentence);
  }

  /** @param {Element | null} sentence */
  point(sentence) {
    this.leave();
    this.sentence = sentence;
    if (!sentence) return;
    const others = counterparts(sentence);
    if (!others.length) return;
    if (others[0].getClientRects().length) {
      for (const one of others.concat(sentence)) one.classList.add("ht-pointed");
    } else if (readingNow() !== "both") {
      this.timer = window.setTimeout(() => this.open(sentence, others), PAUSE);
    }
  }

  /**
   * @param {Element} sentence
   * @param {Element[]} others
   */
  open(sentence, others) {
    if (selecting()) return;
    const side = others[0].closest("[lang]");
    this.box.lang = side ? side.getAttribute("lang") || "" : "";
    this.box.textContent = others.map((one) => one.textContent).join(" ");
    sentence.classList.add("ht-pointed");
    this.box.hidden = false;
    this.place(sentence);
  }

  /**
   * Below the sentence, or above it where there is more room, as wide as the text; what has no room ends with "…".
   * @param {Element} sentence
   */
  place(sentence) {
    const around = sentence.getBoundingClientRect();
    const text = /** @type {Element} */ (sentence.closest(".ht-pair")).getBoundingClientRect();
    const { style } = this.box;
    const width = Math.min(text.width, window.innerWidth - 2 * ROOM);
    style.width = `${width}px`;
    style.left = `${Math.max(ROOM, Math.min(text.left, window.innerWidth - ROOM - width))}px`;
    style.webkitLineClamp = "";
    const below = window.innerHeight - around.bottom - 4 - ROOM;
    const over = around.top - headerBottom() - 4 - ROOM;
    const above = below < this.box.offsetHeight && over > below;
    const { lineHeight, paddingTop } = getComputedStyle(this.box);
    const lines = Math.floor(((above ? over : below) - 2 * parseFloat(paddingTop)) / parseFloat(lineHeight));
    style.webkitLineClamp = String(Math.max(lines, 1));
    this.box.hidden = lines < 1;
    style.top = `${above ? around.top - this.box.offsetHeight - 4 : around.bottom + 4}px`;
  }

  leave() {
    window.clearTimeout(this.timer);
    this.sentence = null;
    this.box.hidden = true;
    for (const one of Array.from(document.querySelectorAll(".ht-pointed"))) one.classList.remove("ht-pointed");
  }
}

export function startPointing() {
  if (!document.querySelector(".ht-pair .ht-s") || !matchMedia("(hover: hover)").matches) return;
  const pointing = new Pointing();
  document.addEventListener("mousemove", (event) => pointing.move(event), { passive: true });
  document.addEventListener("mousedown", () => pointing.leave());
  document.addEventListener("selectionchange", () => selecting() && pointing.leave());
  document.documentElement.addEventListener("mouseleave", () => pointing.leave());
  window.addEventListener("scroll", () => pointing.leave(), { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") pointing.leave();
  });
}
