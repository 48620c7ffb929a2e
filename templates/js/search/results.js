/**
 * The results page: `search.html?q=…`, with filters, an address that can be sent. Another search changes the address and
 * not the page; Back and Forward bring back query, filters, hits and the place where the reader was.
 */

import { make, onClick } from "../dom.js";
import { say } from "../status.js";
import { quoted, words } from "../words.js";
import { readAddress, writeAddress } from "./address.js";
import { BATCH, Batches } from "./batches.js";
import { choices, find, suggest } from "./engine.js";
import { FilterForm } from "./filters.js";

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {{query: string, filters: Filters}} Asked
 */

const REST = 150; // milliseconds without scrolling after which the place is kept

class Results {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.title = document.title;
    this.turn = 0; // An answer to an earlier turn than this one is out of date.
    this.filters = new FilterForm((filters) => this.go({ query: this.asked().query, filters }));
    this.count = make("p", "ht-results-count");
    this.count.tabIndex = -1;
    this.found = make("div", "ht-results-found");
    /** @type {Batches | null} */
    this.batches = null;
  }

  start() {
    for (const part of [this.filters.element, this.count, this.filters.chosen, this.found]) this.place.appendChild(part);
    window.addEventListener("popstate", () => this.open());
    document.addEventListener("submit", (event) => this.submit(event));
    onClick("a[data-heitu-again]", (link, event) => {
      const plain = !event.button && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!plain || !(link instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      this.go(readAddress(link.search));
      this.count.focus();
    });
    this.keepPlace();
    this.begin();
  }

  /** The filters, and what the address asks for; once more, where that failed. */
  begin() {
    choices().then(
      (all) => {
        this.filters.fill(all);
        const { query, filters } = this.asked();
        this.filters.show(query, filters);
      },
      () => 0 // The search itself says what is wrong.
    );
    this.open();
  }

  /** @returns {Asked} */
  asked() {
    return readAddress(location.search);
  }

  /** @param {Event} event */
  submit(event) {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-heitu-search]") || event.defaultPrevented) return;
    event.preventDefault();
    const input = form.querySelector('input[name="q"]');
    if (input instanceof HTMLInputElement) this.go({ query: input.value, filters: this.asked().filters });
  }

  /** @param {Asked} asked */
  go({ query, filters }) {
    const address = writeAddress(query, filters, location.search);
    try {
      this.keep();
      if (address !== location.search) history.pushState(null, "", address);
    } catch (error) {
      return location.assign(address); // A browser that lets no address be written on the disk.
    }
    this.open();
  }

  /** How much is shown and where the reader is, kept with the address: Back finds it again, storage or not. */
  keep() {
    const state = { shown: this.batches ? this.batches.shown : 0, top: window.pageYOffset };
    try {
      history.replaceState(state, "");
    } catch (error) {
      // Back then shows the first hits.
    }
  }

  keepPlace() {
    history.scrollRestoration = "manual"; // The browser would scroll before there is anything to scroll to.
    let waiting = 0;
    window.addEventListener(
      "scroll",
      () => {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(() => this.batches && this.keep(), REST);
      },
      { passive: true }
    );
    window.addEventListener("pagehide", () => this.keep());
  }

  /** Show what the address asks for. */
  async open() {
    const turn = (this.turn += 1);
    const before = this.batches;
    const asked = this.asked();
    const state = history.state || {};
    this.fillIn(asked);
    this.count.textContent = words().searching;
    try {
      const findings = await find(asked.query, asked.filters, () => turn !== this.turn);
      if (turn !== this.turn) return;
      this.clear();
      this.tell(findings, asked);
      if (findings.total) await this.list(findings, asked.query, state);
      else if (findings.terms.length) await this.advise(asked, turn);
    } catch (error) {
      if (turn !== this.turn) return;
      if (this.batches && this.batches !== before) return this.batches.fail();
      this.clear();
      this.count.textContent = words().failed;
      const again = this.found.appendChild(make("button", "ht-more", words().again));
      again.addEventListener("click", () => this.begin());
      say(words().failed);
    }
  }

  clear() {
    if (this.batches) this.batches.wanted = false;
    this.batches = null;
    this.found.textContent = "";
  }

  /** @param {Asked} asked */
  fillIn({ query, filters }) {
    for (const input of Array.from(document.querySelectorAll('form[data-heitu-search] input[name="q"]'))) {
      if (input instanceof HTMLInputElement && input.value.trim() !== query.trim()) input.value = query;
    }
    document.title = query.trim() ? `${quoted(query)} - ${this.title}` : this.title;
    this.filters.show(query, filters);
  }

  /** @param {import("./types.js").Findings} findings @param {Asked} asked */
  tell({ total, reports, terms }, { query, filters }) {
    const filtered = Object.keys(filters).length > 0;
    const help = document.querySelector("[data-heitu-search-help]");
    if (help instanceof HTMLDetailsElement && !terms.length) help.open = true;
    const text = words();
    if (!terms.length) this.count.textContent = query.trim() ? text.nothingAsked : text.ask;
    else this.count.textContent = total ? text.foundFor(query) + text.found(total, reports) : text.nothing(query, filtered);
    if (query.trim()) say(this.count.textContent);
  }

  /**
   * @param {import("./types.js").Findings} findings
   * @param {string} query
   * @param {{shown?: number, top?: number}} state
   */
  async list(findings, query, state) {
    const batches = (this.batches = new Batches(findings, query));
    this.found.appendChild(batches.element);
    this.found.appendChild(batches.trouble);
    this.found.appendChild(batches.more);
    await batches.next(Math.max(BATCH, state.shown || 0));
    if (batches.wanted) window.scrollTo(0, state.top || 0);
  }

  /**
   * What to try when nothing was found: without the filters, other spellings, a term less; and some advice.
   * @param {Asked} asked
   * @param {number} turn
   */
  async advise({ query, filters }, turn) {
    const text = words();
    const advice = make("div", "ht-advice");
    advice.appendChild(make("p", "", text.tryThis));
    const list = advice.appendChild(make("ul", ""));
    const offer = (/** @type {string} */ label, /** @type {string} */ other, /** @type {Filters} */ within) => {
      const link = list.appendChild(make("li", "")).appendChild(make("a", "", label));
      link.href = writeAddress(other, within, location.search);
      link.setAttribute("data-heitu-again", "");
    };
    const filtered = Object.keys(filters).length > 0;
    const { total } = filtered ? await find(query, {}, () => turn !== this.turn) : { total: 0 };
    const others = await suggest(query, filters);
    if (turn !== this.turn) return;
    if (total) offer(text.withoutFilters(total), query, {});
    for (const one of others) offer(text.suggested[one.kind](one.query, one.total), one.query, filters);
    for (const tip of text.tips) list.appendChild(make("li", "", tip));
    this.found.appendChild(advice);
  }
}

export function startResults() {
  const place = document.querySelector("[data-heitu-results]");
  if (place instanceof HTMLElement) new Results(place).start();
}
