/**
 * The filters of the results page: a labelled choice for each with what the archive has, and what was chosen as links
 * that take it away again.
 */

import { make } from "../dom.js";
import { language } from "../page.js";
import { words } from "../words.js";
import { FILTERS, writeAddress } from "./address.js";

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {import("./types.js").Choices} Choices
 */

const WIDE = "(min-width: 45em)";

/**
 * What can be chosen: for each filter, values with their names.
 * @param {Choices} choices
 * @returns {Record<keyof Filters, [string, string][]>}
 */
function optionsOf({ themes, places, publishers, years }) {
  const named = (/** @type {import("./types.js").Choice[]} */ all) =>
    all.map((one) => /** @type {[string, string]} */ ([one.id, one[language()] || one.zh]));
  return {
    theme: named(themes),
    place: named(places),
    period: years.map((year) => [String(year), words().years(year, year)]),
    publisher: named(publishers),
    language: [
      ["zh", words().onlyChinese],
      ["en", words().onlyEnglish],
    ],
  };
}

export class FilterForm {
  /** @param {(filters: Filters) => void} choose what is done with a choice */
  constructor(choose) {
    this.element = make("details", "ht-search-filter");
    this.element.appendChild(make("summary", "", words().filter));
    this.form = this.element.appendChild(make("form", "ht-filter"));
    this.chosen = make("p", "ht-chosen");
    this.element.hidden = true;
    /** @type {Map<keyof Filters, HTMLSelectElement>} */
    this.selects = new Map();
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => choose(this.filters()));
    const wide = window.matchMedia(WIDE);
    const fold = () => (this.element.open = wide.matches);
    wide.addListener(fold); // addEventListener came later than our oldest browsers.
    fold();
  }

  /** What is chosen. @returns {Filters} */
  filters() {
    /** @type {Filters} */
    const filters = {};
    this.selects.forEach((select, name) => select.value && Object.assign(filters, { [name]: select.value }));
    return filters;
  }

  /** A filter that offers less than two things is none. @param {Choices} choices */
  fill(choices) {
    if (this.selects.size) return;
    const options = optionsOf(choices);
    for (const name of FILTERS) {
      const label = make("label", "");
      label.appendChild(make("span", "", words().filters[name]));
      const select = label.appendChild(make("select", ""));
      select.name = name;
      select.add(new Option(words().all, ""));
      for (const [value, text] of options[name]) select.add(new Option(text, value));
      label.hidden = options[name].length < 2;
      this.selects.set(name, select);
      this.form.appendChild(label);
    }
    this.element.hidden = false;
  }

  /**
   * The form and the links say what is asked for, also where the archive does not have it (a sent address may be old).
   * @param {string} query
   * @param {Filters} filters
   */
  show(query, filters) {
    this.chosen.textContent = "";
    this.selects.forEach((select, name) => {
      const value = filters[name] || "";
      const known = Array.from(select.options).some((option) => option.value === value);
      if (!known) select.add(new Option(name === "period" ? periodText(value) : value, value));
      select.value = value;
      if (!value) return;
      const what = words().field(words().filters[name], select.options[select.selectedIndex].text);
      const link = this.chosen.appendChild(make("a", "ht-chosen-one", what));
      link.href = writeAddress(query, Object.assign({}, filters, { [name]: "" }), location.search);
      link.setAttribute("aria-label", words().without(what));
      link.setAttribute("data-heitu-again", "");
    });
  }
}

/** @param {string} period a year, or two */
function periodText(period) {
  const [first, last = first] = period.split("/");
  return words().years(first, last);
}
