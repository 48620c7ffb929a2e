/**
 * A list of hits that grows by batches. Hits that follow one another and are of one report stand below its name, place
 * and years, said once; the order is that of the findings, best first.
 */

import { make } from "../dom.js";
import { fromHere, language } from "../page.js";
import { say } from "../status.js";
import { words } from "../words.js";
import { hitOf, show } from "./engine.js";
import { makeHit, placeAndTime, putText } from "./hits.js";
import { LONG } from "./passage.js";

export const BATCH = 30;

export class Batches {
  /**
   * @param {import("./types.js").Findings} findings
   * @param {string} query
   */
  constructor({ found, terms }, query) {
    this.found = found;
    this.view = { terms, query, length: LONG, alone: false };
    this.element = make("div", "ht-runs");
    this.report = "";
    /** @type {HTMLElement | null} The hits of the run that is being written. */
    this.run = null;
    this.shown = 0;
    this.wanted = true;
    this.trouble = make("p", "ht-hits-none");
    this.trouble.hidden = true;
    this.more = make("button", "ht-more");
    this.more.type = "button";
    this.more.hidden = true;
    this.more.addEventListener("click", () => this.goOn());
  }

  /**
   * The next hits, each as soon as its text is there and those before it are shown.
   * @param {number} count
   * @returns {Promise<void>} rejected where a text is missing or damaged
   */
  async next(count) {
    const batch = this.found.slice(this.shown, this.shown + count);
    const texts = batch.map((one) => show(one, this.view.terms));
    for (const text of texts) text.catch(() => 0); // The first that is missing is said; the others are not news.
    for (let i = 0; i < batch.length; i += 1) {
      const shown = await texts[i];
      if (!this.wanted) return;
      this.add(batch[i], shown);
    }
    this.trouble.hidden = true;
    const left = this.found.length - this.shown;
    this.more.hidden = !left;
    this.more.textContent = words().more(Math.min(BATCH, left));
  }

  /** @param {import("./types.js").Found} one @param {import("./types.js").Shown} shown */
  add(one, shown) {
    const { report, url } = hitOf(one);
    if (!this.run || report !== this.report) {
      this.report = report;
      this.run = this.startRun(shown, url[language()].split("#")[0]);
    }
    const item = make("li", "");
    item.appendChild(makeHit(one, shown, this.view));
    this.run.appendChild(item);
    this.shown += 1;
  }

  /** @param {import("./types.js").Shown} shown @param {string} page */
  startRun(shown, page) {
    const run = this.element.appendChild(make("section", "ht-run"));
    const link = run.appendChild(make("h2", "ht-run-title")).appendChild(make("a", ""));
    link.href = fromHere(page);
    putText(shown.title, link);
    const where = run.appendChild(make("p", "ht-hit-where"));
    for (const part of placeAndTime(shown)) where.appendChild(part);
    return run.appendChild(make("ol", "ht-hits"));
  }

  /** One more batch, as the reader asked for; the first of its hits has the focus. */
  async goOn() {
    const first = this.shown;
    this.more.disabled = true;
    try {
      await this.next(BATCH);
      const link = this.element.querySelectorAll("a.ht-hit")[first];
      if (link instanceof HTMLElement) link.focus();
    } catch (error) {
      this.fail();
    }
    this.more.disabled = false;
  }

  /** Say that texts are missing, and let the reader try again. */
  fail() {
    this.trouble.hidden = this.more.hidden = false;
    this.trouble.textContent = words().failed;
    this.more.textContent = words().again;
    say(words().failed);
  }
}
