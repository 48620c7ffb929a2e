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
    /** @type {HTMLElement[]} */
    this.options = [];
    this.active = -1;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", "false");
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** The active option, undefined while the reader types. */
  get option() {
    return this.options[this.active];
  }

  /** @param {HTMLElement[]} options */
  show(options) {
    const list = make("div", "ht-hits");
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words().results);
    list.id = this.id;
    options.forEach((option, i) => {
      option.id = `${this.id}-${i}`;
      option.setAttribute("role", "option");
      option.tabIndex = -1;
      list.appendChild(option);
    });
    this.open(list, options);
  }

  /** @param {string} text */
  message(text) {
    this.open(make("p", "ht-hits-none", text), []);
  }

  /**
   * @param {HTMLElement} content
   * @param {HTMLElement[]} options
   */
  open(content, options) {
    this.options = options;
    this.choose(-1);
    this.element.textContent = "";
    this.element.appendChild(content);
    this.element.hidden = false;
    this.input.setAttribute("aria-expanded", String(options.length > 0));
  }

  close() {
    this.options = [];
    this.choose(-1);
    this.element.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
  }

  /** Down and up through the options, and at either end back to the box. @param {1 | -1} step */
  move(step) {
    const places = this.options.length + 1;
    this.choose(((this.active + 1 + step + places) % places) - 1);
  }

  /** @param {number} index of the active option, -1 for none */
  choose(index) {
    this.active = index;
    this.options.forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    if (!this.option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", this.option.id);
    this.option.scrollIntoView({ block: "nearest" });
  }
}
