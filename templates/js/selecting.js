/**
 * Selecting where both languages are shown: what begins in one language stays in it, until the next press of the mouse.
 * What begins outside of both, or selects everything, takes both.
 */

const WORDS = "a.ht-term, a.ht-emend, a.ht-doubt"; // links that are words of the text
const ONLY = { zh: "ht-only-zh", en: "ht-only-en" };

/** @param {"zh" | "en" | ""} side */
function keepTo(side) {
  const article = document.querySelector("article.ht-report");
  if (!article) return;
  article.classList.toggle(ONLY.zh, side === "zh");
  article.classList.toggle(ONLY.en, side === "en");
}

/**
 * In Chromium no selection can begin on a link: at the moment of the press, a word of the text is none.
 * @param {Element} target
 */
function allowSelection(target) {
  const link = target.closest(WORDS);
  const href = link && link.getAttribute("href");
  if (!link || !href) return;
  link.removeAttribute("href");
  window.setTimeout(() => link.setAttribute("href", href), 0);
}

export function startSelecting() {
  document.addEventListener("mousedown", (event) => {
    if (event.button || event.shiftKey || event.ctrlKey || event.metaKey) return;
    if (event.target instanceof Element) allowSelection(event.target);
    const side = event.target instanceof Element && event.target.closest(".ht-pair > .ht-zh, .ht-pair > .ht-en");
    keepTo(side ? (side.classList.contains("ht-zh") ? "zh" : "en") : "");
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") keepTo("");
  });
}
