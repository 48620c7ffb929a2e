/** The results page: all results of `search.html?q=…`, an address that can be sent; without any, what to try. */

import { make } from "../dom.js";
import { termsOf } from "../match.js";
import { say } from "../status.js";
import { words } from "../words.js";
import { makeHit, reportCount } from "./hits.js";
import { LONG } from "./passage.js";
import { find } from "./query.js";

/** So many are made at a time; the page asks before it goes on, or a common word would fill it with ten thousands. */
const BATCH = 500;

/** @typedef {import("./types.js").Found} Found */

/**
 * @param {HTMLElement} place
 * @param {Found[]} found
 * @param {string} query
 */
function list(place, found, query) {
  const terms = termsOf(query);
  const items = make("ol", "ht-hits");
  const more = make("button", "ht-more");
  more.type = "button";
  let shown = 0;
  const next = () => {
    for (const one of found.slice(shown, shown + BATCH)) {
      const item = make("li", "");
      item.appendChild(makeHit(one, query, terms, LONG));
      items.appendChild(item);
    }
    shown = Math.min(shown + BATCH, found.length);
    more.hidden = shown === found.length;
    more.textContent = words().more(Math.min(BATCH, found.length - shown));
  };
  more.addEventListener("click", () => {
    const first = shown;
    next();
    const link = items.children[first].querySelector("a");
    if (link) link.focus();
  });
  next();
  place.appendChild(items);
  place.appendChild(more);
}

/**
 * What to try when nothing was found: each term of several alone, with what it would find, and some advice.
 * @param {HTMLElement} place
 * @param {string} query
 */
async function advise(place, query) {
  const advice = make("div", "ht-advice");
  advice.appendChild(make("p", "", words().tryThis));
  const tips = make("ul", "");
  const terms = query.trim().split(/\s+/);
  for (const term of terms.length > 1 ? terms : []) {
    const { length } = await find(term);
    const link = make("a", "", words().termAlone(term, length));
    link.href = `?q=${encodeURIComponent(term)}`;
    const item = make("li", "");
    item.appendChild(length ? link : document.createTextNode(words().termAlone(term, length)));
    tips.appendChild(item);
  }
  for (const tip of words().tips) tips.appendChild(make("li", "", tip));
  advice.appendChild(tips);
  place.appendChild(advice);
}

/**
 * @param {HTMLElement} place
 * @param {string} query
 */
async function fill(place, query) {
  const count = make("p", "ht-results-count", words().searching);
  place.appendChild(count);
  try {
    const found = await find(query);
    const quoted = words().foundFor(query.trim());
    count.textContent = found.length
      ? quoted + words().found(found.length, reportCount(found))
      : words().nothing(query.trim());
    say(count.textContent);
    if (found.length) list(place, found, query);
    else await advise(place, query);
  } catch (error) {
    count.textContent = words().failed;
    say(count.textContent);
  }
}

export function startResults() {
  const place = document.querySelector("[data-heitu-results]");
  if (!(place instanceof HTMLElement)) return;
  const query = new URLSearchParams(location.search).get("q") || "";
  for (const input of Array.from(document.querySelectorAll('form[data-heitu-search] input[name="q"]'))) {
    if (input instanceof HTMLInputElement) input.value = query;
  }
  if (!termsOf(query).length) {
    place.appendChild(make("p", "ht-empty", words().ask));
    return;
  }
  document.title = `“${query.trim()}” - ${document.title}`;
  fill(place, query);
}
