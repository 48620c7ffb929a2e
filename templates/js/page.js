/**
 * What a page says of itself: its language, and where it stands in the site. All paths are relative, so that the site
 * works at a domain's root, in a sub-folder and on `file://`.
 */

/** @typedef {"zh" | "en"} Language */

/** @returns {Language} */
export function language() {
  return document.documentElement.lang.toLowerCase().startsWith("en") ? "en" : "zh";
}

/**
 * A `<meta name="heitu-…">` of the page, "" without it.
 * @param {string} name
 */
export function meta(name) {
  const element = document.querySelector(`meta[name="heitu-${name}"]`);
  return element ? element.getAttribute("content") || "" : "";
}

/**
 * A path of the site (`reports/x.html#s3-p2`) as a relative address that works from this page.
 * @param {string} path
 */
export function fromHere(path) {
  const root = meta("root");
  return (root && !root.endsWith("/") ? root + "/" : root) + path;
}

/**
 * A page's path below the site's root (`en/reports/x.html`); "" where the page stands outside of it.
 * @param {string} page the page's address
 * @param {string} root the relative path to the site's root
 */
export function pathBelow(page, root) {
  const base = new URL(root || "./", page).pathname.replace(/[^/]*$/, "");
  const path = new URL(page).pathname;
  return path.startsWith(base) ? decodeURI(path.slice(base.length)) || "index.html" : "";
}

/** This page's path below the site's root. */
export function path() {
  return pathBelow(location.href, meta("root"));
}

/** The element that the address names by its fragment, null without one. */
export function target() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch (error) {
    // A lone "%": the fragment is taken as it stands.
  }
  return id ? document.getElementById(id) : null;
}
