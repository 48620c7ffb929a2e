/** The small button at a paragraph that copies a citation of it. */

import { fillCitation, isoDate, permanentLink } from "./citation.js";
import { copyFor } from "./clipboard.js";
import { isShown, onClick, plainText, unhide } from "./dom.js";
import { language } from "./page.js";
import { words } from "./words.js";

/** The text of a paragraph that is read: that of the page's language where both are shown. @param {Element} paragraph */
function read(paragraph) {
  const sides = Array.from(paragraph.querySelectorAll("p.ht-zh, p.ht-en"));
  return sides.find(isShown) || paragraph;
}

export function startCite() {
  unhide("[data-heitu-cite]");
  onClick("[data-heitu-cite]", (button) => {
    const paragraph = button.closest("[data-paragraph]");
    const article = button.closest("[data-cite-zh]");
    if (!paragraph || !article) return;
    const canonical = document.querySelector('link[rel="canonical"]');
    const citation = fillCitation(article.getAttribute("data-cite-" + language()) || "{text} {url}", {
      text: plainText(read(paragraph)),
      url: permanentLink(
        canonical ? canonical.getAttribute("href") || "" : "",
        location.href,
        paragraph.getAttribute("data-paragraph") || ""
      ),
      accessed: isoDate(new Date()),
    });
    copyFor(citation, button, words().citationCopied);
  });
}
