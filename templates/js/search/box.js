/**
 * The search box (ARIA combobox): results as you type, arrow keys, Enter, Escape. An input method's unfinished
 * syllables are not searched. Enter without a choice sends the form to the results page.
 */

import { make } from "../dom.js";
import { say } from "../status.js";
import { words } from "../words.js";
import { readAddress, writeAddress } from "./address.js";
import { find, show, warm } from "./engine.js";
import { makeHit } from "./hits.js";
import { SHORT } from "./passage.js";
import { Popup } from "./popup.js";

const SHOWN = 8;
const AHEAD = 3; // So many texts are asked for ahead of the hit that is shown next.
const WAIT = 80; // milliseconds without a key before a search, when keys follow fast; a single key is not kept waiting
const WAIT_SHORT = 400; // for the first letters of a word, which so much begins with: mostly more of them follow
const FIRST_LETTERS = /^[a-z]{1,3}$/i;
const SPEAK_AFTER = 700; // milliseconds without a key before the count is read out: sooner it would talk over the keys

/** On the results page, the box looks where the page does. */
function filtersHere() {
  return document.querySelector("[data-heitu-results]") ? readAddress(location.search).filters : {};
}

class SearchBox {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   * @param {Popup} popup
   */
  constructor(form, input, popup) {
    this.form = form;
    this.input = input;
    this.popup = popup;
    this.composing = false;
    this.turn = 0; // An answer to an earlier turn than this one is out of date.
    this.timer = 0;
    this.speaking = 0;
    this.typed = -WAIT; // when the last key was
  }

  start() {
    this.input.addEventListener("compositionstart", () => (this.composing = true));
    this.input.addEventListener("compositionend", () => {
      this.composing = false;
      this.later();
    });
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("focus", warm);
    this.form.addEventListener("keydown", (event) => {
      if (!this.composing && !event.isComposing && this.key(event)) event.preventDefault();
    });
    this.form.addEventListener("submit", (event) => {
      if (!this.input.value.trim()) event.preventDefault();
      this.close();
    });
    this.form.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest("[role=option]")) this.close();
    });
    this.form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.form.contains(event.relatedTarget))) this.close();
    });
  }

  /** Whatever was under way is out of date. */
  stop() {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.speaking);
    return (this.turn += 1);
  }

  later() {
    this.stop();
    if (this.composing) return;
    const isFast = performance.now() - this.typed < WAIT;
    this.typed = performance.now();
    const wait = FIRST_LETTERS.test(this.input.value.trim()) ? WAIT_SHORT : isFast ? WAIT : 0;
    if (wait) this.timer = window.setTimeout(() => this.search(), wait);
    else this.search();
  }

  async search() {
    const query = this.input.value.trim();
    const turn = this.stop();
    const filters = filtersHere();
    try {
      const findings = await find(query, filters, () => turn !== this.turn);
      if (turn !== this.turn) return;
      if (!findings.terms.length) return this.close();
      if (!findings.total) return this.message(words().nothing(query, Object.keys(filters).length > 0) + words().enterHelps);
      this.announce(words().found(findings.total, findings.reports));
      await this.show(findings, query, filters, turn);
    } catch (error) {
      if (turn === this.turn) this.message(words().failed);
    }
  }

  /**
   * Each hit is shown as soon as its text is there and those before it are shown.
   * @param {import("./types.js").Findings} findings
   * @param {string} query
   * @param {import("./types.js").Filters} filters
   * @param {number} turn
   */
  async show({ found, total, terms }, query, filters, turn) {
    const all = make("a", "ht-hits-all", words().allResults(total));
    all.href = this.form.getAttribute("action") + writeAddress(query, filters);
    all.setAttribute("data-heitu-again", "");
    const best = found.slice(0, SHOWN);
    /** @type {Promise<import("./types.js").Shown>[]} */
    const texts = [];
    for (let i = 0; i < best.length; i += 1) {
      while (texts.length < Math.min(best.length, i + AHEAD)) {
        const text = show(best[texts.length], terms);
        text.catch(() => 0); // The first that is missing is said; the others are not news.
        texts.push(text);
      }
      const shown = await texts[i];
      if (turn !== this.turn) return;
      const hit = makeHit(best[i], shown, { terms, query, length: SHORT, alone: true });
      if (i) this.popup.add(hit);
      else this.popup.show(hit, all);
    }
  }

  /** @param {string} text */
  message(text) {
    this.popup.message(text);
    this.announce(text);
  }

  /** Read out what was found, once the reader pauses. @param {string} text */
  announce(text) {
    window.clearTimeout(this.speaking);
    this.speaking = window.setTimeout(() => say(text), SPEAK_AFTER);
  }

  close() {
    this.stop();
    if (this.popup.isOpen) say(""); // The old count is no longer true.
    this.popup.close();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was for us
   */
  key({ key, ctrlKey, altKey, metaKey }) {
    const { isOpen, option, options } = this.popup;
    const another = key === "Enter" && (ctrlKey || metaKey) && option instanceof HTMLAnchorElement;
    if (another) window.open(option.href);
    else if (ctrlKey || altKey || metaKey) return false;
    else if (key === "Escape" && isOpen) this.close();
    else if (key === "ArrowDown" && !isOpen) this.search();
    else if (key === "ArrowDown" && options.length) this.popup.move(1);
    else if (key === "ArrowUp" && options.length) this.popup.move(-1);
    else if (key === "Home" && option) this.popup.choose(options[0]);
    else if (key === "End" && option) this.popup.choose(options[options.length - 1]);
    else if (key === "Enter" && option) option.click();
    else return false;
    return true;
  }
}

/**
 * Ctrl+K (⌘K) leads to the box from anywhere but a field. No single key does: it would go off under a voice or a slip
 * (WCAG 2.1.4).
 * @param {KeyboardEvent} event
 */
function toBox(event) {
  const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const inField = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  const input = document.querySelector('form[data-heitu-search] input[name="q"]');
  if (!held || event.key.toLowerCase() !== "k" || inField || !(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  input.focus();
  input.select();
}

export function startBoxes() {
  Array.from(document.querySelectorAll("form[data-heitu-search]")).forEach((form, i) => {
    const input = form.querySelector('input[name="q"]');
    const element = form.querySelector("[data-heitu-results-popup]");
    if (form instanceof HTMLFormElement && input instanceof HTMLInputElement && element instanceof HTMLElement) {
      if (!i) input.setAttribute("aria-keyshortcuts", "Control+K");
      new SearchBox(form, input, new Popup(input, element, `ht-search-${i}`)).start();
    }
  });
  document.addEventListener("keydown", toBox);
}
