/**
 * The search box (ARIA combobox): results as you type, arrow keys, Enter, Escape. An input method's unfinished
 * syllables are not searched. Enter without a choice sends the form to the results page.
 */

import { make } from "../dom.js";
import { termsOf } from "../match.js";
import { say } from "../status.js";
import { words } from "../words.js";
import { loadArchive } from "./data.js";
import { makeHit, reportCount } from "./hits.js";
import { SHORT } from "./passage.js";
import { Popup } from "./popup.js";
import { find } from "./query.js";

const SHOWN = 8;
const WAIT = 120; // milliseconds without a key before a search

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
  }

  start() {
    this.input.addEventListener("compositionstart", () => (this.composing = true));
    this.input.addEventListener("compositionend", () => {
      this.composing = false;
      this.later();
    });
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("focus", () => void loadArchive().catch(() => 0)); // A search says what is wrong.
    this.form.addEventListener("keydown", (event) => {
      if (!this.composing && !event.isComposing && this.key(event.key)) event.preventDefault();
    });
    this.form.addEventListener("submit", (event) => {
      if (!this.input.value.trim()) event.preventDefault();
    });
    this.form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.form.contains(event.relatedTarget))) this.close();
    });
  }

  later() {
    window.clearTimeout(this.timer);
    this.turn += 1;
    if (!this.composing) this.timer = window.setTimeout(() => this.search(), WAIT);
  }

  async search() {
    const query = this.input.value.trim();
    const turn = (this.turn += 1);
    if (!termsOf(query).length) return this.popup.close();
    try {
      const found = await find(query, () => turn !== this.turn);
      if (turn === this.turn) this.show(found, query);
    } catch (error) {
      if (turn === this.turn) this.message(words().failed);
    }
  }

  /**
   * @param {import("./types.js").Found[]} found
   * @param {string} query
   */
  show(found, query) {
    if (!found.length) return this.message(words().nothing(query));
    const all = make("a", "ht-hits-all", words().allResults(found.length));
    all.href = `${this.form.getAttribute("action")}?q=${encodeURIComponent(query)}`;
    const terms = termsOf(query);
    this.popup.show([...found.slice(0, SHOWN).map((one) => makeHit(one, query, terms, SHORT)), all]);
    say(words().found(found.length, reportCount(found)));
  }

  /** @param {string} text */
  message(text) {
    this.popup.message(text);
    say(text);
  }

  close() {
    window.clearTimeout(this.timer);
    this.turn += 1;
    this.popup.close();
  }

  /**
   * @param {string} key
   * @returns {boolean} whether the key was for us
   */
  key(key) {
    const { isOpen, option, options } = this.popup;
    if (key === "Escape" && isOpen) this.close();
    else if (key === "ArrowDown" && !isOpen) this.search();
    else if (key === "ArrowDown" && options.length) this.popup.move(1);
    else if (key === "ArrowUp" && options.length) this.popup.move(-1);
    else if (key === "Enter" && option) option.click();
    else return false;
    return true;
  }
}

export function startBoxes() {
  Array.from(document.querySelectorAll("form[data-heitu-search]")).forEach((form, i) => {
    const input = form.querySelector('input[name="q"]');
    const element = form.querySelector("[data-heitu-results-popup]");
    if (form instanceof HTMLFormElement && input instanceof HTMLInputElement && element instanceof HTMLElement) {
      new SearchBox(form, input, new Popup(input, element, `ht-search-${i}`)).start();
    }
  });
}
