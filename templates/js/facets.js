/**
 * The state of the report list, as the address keeps it (`#place=siping&sort=-published`), and what it does to rows:
 * all of it without a page, so that it can be tested alone.
 */

/** @typedef {{[name: string]: string}} State the chosen filters by name, and `sort`: a key, with "-" for descending */

/** What a filter asks for where a row has nothing to say. */
const UNKNOWN = "?";

/**
 * @param {string} hash
 * @param {string[]} names what a state may hold
 * @returns {State}
 */
export function readState(hash, names) {
  /** @type {State} */
  const state = {};
  new URLSearchParams(hash.replace(/^#/, "")).forEach((value, name) => {
    if (value && names.includes(name)) state[name] = value;
  });
  return state;
}

/**
 * The state as a fragment; "#all" without one, since an empty fragment would scroll the page to its top.
 * @param {State} state
 */
export function writeState(state) {
  const parameters = new URLSearchParams();
  for (const name of Object.keys(state)) if (state[name]) parameters.set(name, state[name]);
  return "#" + (parameters.toString() || "all");
}

/**
 * Whether a row is shown; its properties are lists of values separated by blanks.
 * @param {(name: string) => string} property
 * @param {State} state
 */
export function fits(property, state) {
  return Object.keys(state).every((name) => {
    if (name === "sort") return true;
    const values = property(name).split(/\s+/).filter(Boolean);
    return state[name] === UNKNOWN ? !values.length : values.includes(state[name]);
  });
}

/**
 * A comparison for a column: the language's own order, what is unknown last in both directions.
 * @param {string} sort a key, with "-" for descending
 * @param {string} language
 * @returns {(a: string, b: string) => number}
 */
export function ordering(sort, language) {
  const compare = new Intl.Collator(language, { numeric: true }).compare;
  const direction = sort.startsWith("-") ? -1 : 1;
  return (a, b) => (a && b ? direction * compare(a, b) : Number(!a) - Number(!b));
}

/**
 * What a click on a column's heading makes of the order: ascending, then descending, then as the page came.
 * @param {string | undefined} sort the order so far
 * @param {string} key the column
 */
export function nextSort(sort, key) {
  if (sort === key) return "-" + key;
  return sort === "-" + key ? "" : key;
}
