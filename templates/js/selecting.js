/**
 * Selecting where both languages are shown: what begins in one language stays in it, until the next press of the mouse.
 * What begins outside of both, or selects everything, takes both.
 */

const ONLY = { zh: "ht-only-zh", en: "ht-only-en" };

/** @param {"zh" | "en" | ""} side */
function keepTo(side) {
  const article = document.querySelector("article.ht-report");
  if (!article) return;
  article.classList.toggle(ONLY.zh, side === "zh");
  article.classList.toggle(ONLY.en, side === "en");
}

export function startSelecting() {
  document.addEventListener("mousedown", (event) => {
    if (event.button || event.shiftKey) return;
    const side = event.target instanceof Element && event.target.closest(".ht-pair > .ht-zh, .ht-pair > .ht-en");
    keepTo(side ? (side.classList.contains("ht-zh") ? "zh" : "en") : "");
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") keepTo("");
  });
}
