/**
 * What is asked for, as an address has it (`search.html?q=…&place=jilin-siping&period=2021`), so that it can be sent and Back
 * works; and the words of a hit, as the address of a report has them (`?h=…`).
 */

/** @typedef {import("./types.js").Filters} Filters */

/** The filters that an address may hold, in the order in which they are shown. @type {(keyof Filters)[]} */
export const FILTERS = ["theme", "place", "period", "publisher", "language"];

/** So many words are marked on the page of a hit: the address of more would be longer than some programs take. */
const MOST_WORDS = 12;

const QUOTE_MARKS = /["“”„「」『』]/;
const NOT_PLAIN = /\s|^["“”„「『\-－]/;

/**
 * @param {string} search an address's part from "?" on
 * @returns {{query: string, filters: Filters}}
 */
export function readAddress(search) {
  const parameters = new URLSearchParams(search);
  /** @type {Filters} */
  const filters = {};
  for (const name of FILTERS) {
    const value = (parameters.get(name) || "").trim();
    if (value && (name !== "language" || value === "zh" || value === "en")) Object.assign(filters, { [name]: value });
  }
  return { query: parameters.get("q") || "", filters };
}

/**
 * @param {string} query
 * @param {Filters} filters
 * @param {string} [search] an address's part from "?" on: what it holds besides is kept
 * @returns {string} "?q=…"
 */
export function writeAddress(query, filters, search) {
  const parameters = new URLSearchParams(search || "");
  parameters.delete("q");
  for (const name of FILTERS) parameters.delete(name);
  const asked = new URLSearchParams({ q: query.trim() });
  for (const name of FILTERS) {
    const value = filters[name];
    if (value) asked.set(name, value);
  }
  parameters.forEach((value, name) => asked.append(name, value));
  return "?" + asked.toString();
}

/**
 * Words as a query that finds each as it stands: quoted where it has blanks, or a hyphen in front; at a quotation mark
 * that would be taken for the beginning or the end of a quotation it is parted.
 * @param {string[]} words
 * @returns {string}
 */
export function writeWords(words) {
  const parts = words
    .map((word) => (NOT_PLAIN.test(word) ? word.split(QUOTE_MARKS) : [word]))
    .reduce((all, some) => all.concat(some), [])
    .map((part) => part.trim().replace(/\s+/g, " "));
  return parts
    .filter((part, i) => part && parts.indexOf(part) === i)
    .slice(0, MOST_WORDS)
    .map((part) => (NOT_PLAIN.test(part) ? `"${part}"` : part))
    .join(" ");
}
