/**
 * Where the browser stores nothing, a choice goes along in the address of each link within the site (`?reading=both`).
 * The language switch takes only what does not depend on the page's language.
 */

import { recall } from "./storage.js";

/** What was chosen on this visit and could not be stored. @type {Record<string, string>} */
const carried = {};

/** @param {string} name */
const inAddress = (name) => new URLSearchParams(location.search).get(name);

/** What was chosen, stored or come along. @param {"reading" | "clean"} name */
export function chosen(name) {
  return carried[name] || (name in carried ? "" : inAddress(name)) || recall(name);
}

/**
 * A choice that was not stored, "" for none: what the address said before no longer counts.
 * @param {"reading" | "clean"} name
 * @param {string} value
 */
export function carry(name, value) {
  carried[name] = value;
  const address = withChoices(location.href, false);
  try {
    if (address !== location.href) history.replaceState(history.state, "", address);
  } catch (error) {
    // On the disk some browsers let no address be written: the links alone carry it.
  }
}

/** @param {string} address @param {boolean} toTwin whether it is this page in the other language */
function withChoices(address, toTwin) {
  const url = new URL(address);
  for (const name of Object.keys(carried)) {
    if (carried[name] && !(toTwin && name === "reading" && carried[name] !== "both")) {
      url.searchParams.set(name, carried[name]);
    } else {
      url.searchParams.delete(name);
    }
  }
  return url.href;
}

/** The query that the other language's page is opened with. */
export function queryForTwin() {
  const parameters = new URLSearchParams(location.search);
  if (parameters.get("reading") !== "both") parameters.delete("reading");
  const query = parameters.toString();
  return query && "?" + query;
}

/** @param {MouseEvent} event */
function addChoices(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
  const url = new URL(link.href);
  const here = url.pathname === location.pathname && url.hash;
  if (url.host !== location.host || url.protocol !== location.protocol || !/\.html$|\/$/.test(url.pathname) || here) return;
  link.href = withChoices(link.href, link.matches("header a[hreflang]"));
}

export function startCarry() {
  try {
    window.localStorage.setItem("heitu-probe", "");
    window.localStorage.removeItem("heitu-probe");
    return;
  } catch (error) {
    // Nothing is stored: what has come along goes on.
  }
  for (const name of ["reading", "clean"]) {
    const value = inAddress(name);
    if (value) carried[name] = value;
  }
  document.addEventListener("click", addChoices);
  document.addEventListener("auxclick", addChoices);
}
