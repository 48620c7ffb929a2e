/** The language switch goes to the same place of the page, with the same query. */

export function startTwin() {
  const links = Array.from(document.querySelectorAll("header a[hreflang]"));
  const pages = links.map((link) => (link.getAttribute("href") || "").split(/[?#]/)[0]);
  const follow = () =>
    links.forEach((link, i) => link.setAttribute("href", pages[i] + location.search + location.hash));
  follow();
  window.addEventListener("hashchange", follow);
}
