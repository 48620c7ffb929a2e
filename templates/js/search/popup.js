/**
 * The list below a search box (ARIA list box of a combobox): the focus stays in the box, one of the options is the
 * active one.
 */

import { make } from "../dom.js";
import { words } from "../words.js";

export class Popup {
  /**
   * @param {HTMLInputElement} input
   * @param {HTMLElement} element
   * @param {string} id
   */
  constructor(input, element, id) {
    this.input = input;
    this.element = element;
    this.id = id;
    this.made = 0;
    /** @type {HTMLElement | null} The active option, null while the reader types. */
    this.option = null;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", "false");
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @returns {HTMLElement[]} */
  get options() {
    return this.element.hidden ? [] : Array.from(this.element.querySelectorAll("[role=option]"));
  }

  /**
   * A new list.
   * @param {HTMLElement} first
   * @param {HTMLElement} last stays the last, whatever is added
   */
  show(first, last) {
    const list = make("div", "ht-hits");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words().results);
    list.id = this.id;
    for (const option of [first, last]) list.appendChild(this.prepare(option));
    this.open(list, true);
  }

  /** One more option, before the last. @param {HTMLElement} option */
  add(option) {
    const [last] = this.options.slice(-1);
    if (last && last.parentNode) last.parentNode.insertBefore(this.prepare(option), last);
  }

  /** @param {HTMLElement} option */
  prepare(option) {
    option.id = `${this.id}-${(this.made += 1)}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.tabIndex = -1;
    return option;
  }

  /** @param {string} text */
  message(text) {
    this.open(make("p", "ht-hits-none", text), false);
  }

  /**
   * @param {HTMLElement} content
   * @param {boolean} expanded whether it has options
   */
  open(content, expanded) {
    this.choose(null);
    this.element.textContent = "";
    this.element.appendChild(content);
    this.element.hidden = false;
    this.element.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(expanded));
  }

  close() {
    this.choose(null);
    this.element.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  /** Down and up through the options, and at either end back to the box. @param {1 | -1} step */
  move(step) {
    /** @type {(HTMLElement | null)[]} */
    const places = [null, ...this.options];
    const next = places.indexOf(this.option) + step;
    this.choose(places[(next + places.length) % places.length]);
  }

  /** @param {HTMLElement | null} option to be the active one */
  choose(option) {
    if (this.option) this.option.setAttribute("aria-selected", "false");
    this.option = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}
