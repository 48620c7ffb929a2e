/**
 * "Report a mistake": copies what whoever mends it must know: which paragraph, which page, which build, and where to
 * send it.
 */

import { copyFor } from "./clipboard.js";
import { onClick, unhide } from "./dom.js";
import { meta, path, target } from "./page.js";
import { words } from "./words.js";

/** The paragraph that the reader means: the one that the address names, else the one nearest to the window's middle. */
function paragraphInMind() {
  const named = target();
  const holder = named && named.closest("[data-paragraph]");
  if (holder) return holder;
  let nearest = null;
  let least = Infinity;
  for (const element of Array.from(document.querySelectorAll("main [data-paragraph]"))) {
    const box = element.getBoundingClientRect();
    const middle = window.innerHeight / 2;
    const away = Math.max(box.top - middle, middle - box.bottom, 0);
    if (box.height && box.top < window.innerHeight && box.bottom > 0 && away < least) {
      least = away;
      nearest = element;
    }
  }
  return nearest;
}

export function startMistake() {
  unhide("[data-heitu-mistake]");
  // The button stands at the foot: what the reader was looking at is known before the scroll to it, not after.
  let seen = paragraphInMind();
  let waiting = 0;
  window.addEventListener("scroll", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => (seen = paragraphInMind() || seen), 100);
  });
  onClick("[data-heitu-mistake]", (button) => {
    const named = target();
    const paragraph = (named && named.closest("[data-paragraph]")) || seen;
    const say = words();
    const known = [
      [say.page, path()],
      [say.paragraph, paragraph ? paragraph.getAttribute("data-paragraph") || "" : ""],
      [say.dataOf, meta("generated")],
      [say.sendTo, button.getAttribute("data-contact") || ""],
    ].filter(([, value]) => value);
    const lines = known.concat([[say.whatIsWrong, ""]]).map(([name, value]) => say.field(name, value));
    copyFor(lines.join("\n"), button, say.mistakeCopied);
  });
}
