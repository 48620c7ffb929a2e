/**
 * The list of reports: filtered by a form, sorted by its headings. The address keeps the state, so that it can be sent
 * and Back works. Without scripts it is a plain list.
 */

import { make } from "./dom.js";
import { fits, nextSort, ordering, readState, writeState } from "./facets.js";
import { say } from "./status.js";
import { words } from "./words.js";

class ReportList {
  /**
   * @param {HTMLTableElement} table
   * @param {HTMLFormElement} form
   */
  constructor(table, form) {
    this.form = form;
    this.body = table.tBodies[0];
    this.rows = Array.from(this.body.rows);
    this.headings = Array.from(table.querySelectorAll("th[data-heitu-sort]"));
    this.selects = Array.from(form.querySelectorAll("select"));
    this.output = document.querySelector("[data-heitu-count]");
    this.names = this.selects.map((select) => select.name).concat("sort");
    this.shown = "";
  }

  start() {
    for (const heading of this.headings) this.makeButton(heading);
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("change", () => this.choose());
    this.form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.go({});
    });
    window.addEventListener("hashchange", () => {
      if (location.hash !== this.shown) this.apply(true);
    });
    this.apply(false);
  }

  /** @param {Element} heading */
  makeButton(heading) {
    const button = make("button", "ht-sort");
    button.type = "button";
    while (heading.firstChild) button.appendChild(heading.firstChild);
    heading.appendChild(button);
    button.addEventListener("click", () => {
      const state = this.state();
      state.sort = nextSort(state.sort, heading.getAttribute("data-heitu-sort") || "");
      this.go(state);
    });
  }

  state() {
    return readState(location.hash, this.names);
  }

  /** @param {import("./facets.js").State} state */
  go(state) {
    location.hash = writeState(state);
    this.apply(true);
  }

  choose() {
    const state = this.state();
    for (const select of this.selects) state[select.name] = select.value;
    this.go(state);
  }

  /** @param {boolean} aloud whether the count is read out */
  apply(aloud) {
    const state = this.state();
    this.shown = location.hash;
    for (const select of this.selects) {
      select.value = state[select.name] || "";
      if (select.selectedIndex < 0) select.value = ""; // A value that the archive does not have: nothing fits it.
    }
    let shown = 0;
    for (const row of this.rows) {
      row.hidden = !fits((name) => row.getAttribute("data-" + name) || "", state);
      if (!row.hidden) shown += 1;
    }
    this.sort(state.sort || "");
    const count = words().listCount(shown, this.rows.length);
    if (this.output) this.output.textContent = count;
    if (aloud) say(count);
  }

  /** @param {string} sort */
  sort(sort) {
    const key = sort.replace(/^-/, "");
    const heading = this.headings.find((one) => one.getAttribute("data-heitu-sort") === key);
    for (const one of this.headings) one.removeAttribute("aria-sort");
    let rows = this.rows;
    if (heading instanceof HTMLTableCellElement) {
      heading.setAttribute("aria-sort", sort === key ? "ascending" : "descending");
      const compare = ordering(sort, document.documentElement.lang);
      const keyed = this.rows.map((row, i) => ({ row, i, key: sortKey(row, key, heading.cellIndex) }));
      rows = keyed.sort((a, b) => compare(a.key, b.key) || a.i - b.i).map((one) => one.row);
    }
    for (const row of rows) this.body.appendChild(row);
  }
}

/**
 * What a row is sorted by: its own key (`data-sort-…`), or else what its cell says.
 * @param {HTMLTableRowElement} row
 * @param {string} key
 * @param {number} column
 */
function sortKey(row, key, column) {
  const own = row.getAttribute("data-sort-" + key);
  if (own !== null) return own;
  if (row.getAttribute("data-" + key) === "") return ""; // Unknown, whatever the cell says.
  const cell = row.cells[column];
  return ((cell && cell.textContent) || "").trim();
}

export function startList() {
  const table = document.querySelector("table[data-heitu-list]");
  const form = document.querySelector("form[data-heitu-filter]");
  if (table instanceof HTMLTableElement && form instanceof HTMLFormElement) new ReportList(table, form).start();
}
