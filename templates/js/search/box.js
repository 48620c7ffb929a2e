/**
 * The search box in the header (ARIA combobox with a list box): results as you type, arrow keys, Enter, Escape. An
 * input method's unfinished syllables are not searched. Enter without a choice sends the form to the results page.
 */

import { make } from "../dom.js";
import { termsOf } from "../match.js";
import { say } from "../status.js";
import { words } from "../words.js";
import { loadArchive } from "./data.js";
import { makeHit, reportCount } from "./hits.js";
import { find } from "./query.js";

const SHOWN = 8;
const WAIT = 120; // milliseconds without a key before a search

class SearchBox {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   * @param {HTMLElement} popup
   * @param {string} id
   */
  constructor(form, input, popup, id) {
    this.form = form;
    this.input = input;
    this.popup = popup;
    this.id = id;
    /** @type {HTMLElement[]} */
    this.options = [];
    this.active = -1;
    this.turn = 0;
    this.timer = 0;
  }

  start() {
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-controls", this.id + "-list");
    this.close();
    let composing = false;
    this.input.addEventListener("compositionstart", () => (composing = true));
    this.input.addEventListener("compositionend", () => {
      composing = false;
      this.later();
    });
    this.input.addEventListener("input", () => composing || this.later());
    this.input.addEventListener("focus", () => void loadArchive().catch(() => 0)); // A search will say what is wrong.
    this.form.addEventListener("keydown", (event) => composing || event.isComposing || this.key(event));
    this.form.addEventListener("submit", (event) => {
      if (!this.input.value.trim()) event.preventDefault();
    });
    this.form.addEventListener("focusout", (event) => {
      if (!(event.relatedTarget instanceof Node && this.form.contains(event.relatedTarget))) this.close();
    });
  }

  later() {
    window.clearTimeout(this.timer);
    this.turn += 1; // What is still under way is out of date.
    this.timer = window.setTimeout(() => this.search(), WAIT);
  }

  async search() {
    const query = this.input.value;
    const turn = (this.turn += 1);
    const terms = termsOf(query);
    if (!terms.length) return this.close();
    try {
      const found = await find(query, () => turn !== this.turn);
      if (turn === this.turn) this.show(found, query, terms);
    } catch (error) {
      if (turn === this.turn) this.message(words().failed);
    }
  }

  /**
   * @param {import("./types.js").Found[]} found
   * @param {string} query
   * @param {string[]} terms
   */
  show(found, query, terms) {
    if (!found.length) return this.message(words().nothing(query.trim()));
    const list = make("div", "ht-hits");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words().results);
    this.options = found.slice(0, SHOWN).map((one) => makeHit(one, query, terms));
    this.options.push(this.allLink(found.length, query));
    this.options.forEach((option, i) => {
      option.id = `${this.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.tabIndex = -1;
      list.appendChild(option);
    });
    this.open(list);
    say(words().found(found.length, reportCount(found)));
  }

  /** @param {number} total @param {string} query */
  allLink(total, query) {
    const link = make("a", "ht-hits-all", words().allResults(total));
    link.href = `${this.form.getAttribute("action")}?q=${encodeURIComponent(query.trim())}`;
    return link;
  }

  /** @param {string} text */
  message(text) {
    this.options = [];
    this.open(make("p", "ht-hits-none", text));
    say(text);
  }

  /** @param {HTMLElement} content */
  open(content) {
    this.choose(-1);
    this.popup.textContent = "";
    this.popup.appendChild(content);
    content.id = this.id + "-list";
    this.popup.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  close() {
    window.clearTimeout(this.timer);
    this.turn += 1;
    this.options = [];
    this.choose(-1);
    this.popup.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  /** @param {number} index which option is the active one; -1: none, the reader is typing */
  choose(index) {
    this.active = index;
    this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = this.options[index];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const open = !this.popup.hidden;
    const count = this.options.length;
    if (event.key === "Escape" && open) {
      this.close();
      this.input.focus();
    } else if (event.key === "ArrowDown" && !open) {
      this.search();
    } else if (event.key === "ArrowDown" && count) {
      this.choose(this.active + 1 < count ? this.active + 1 : -1);
    } else if (event.key === "ArrowUp" && count) {
      this.choose(this.active < 0 ? count - 1 : this.active - 1);
    } else if (event.key === "Enter" && this.options[this.active]) {
      this.options[this.active].click();
    } else {
      return;
    }
    event.preventDefault();
  }
}

export function startBoxes() {
  Array.from(document.querySelectorAll("form[data-heitu-search]")).forEach((form, i) => {
    const input = form.querySelector('input[name="q"]');
    const popup = form.querySelector("[data-heitu-results-popup]");
    if (form instanceof HTMLFormElement && input instanceof HTMLInputElement && popup instanceof HTMLElement) {
      new SearchBox(form, input, popup, `ht-search-${i}`).start();
    }
  });
}
