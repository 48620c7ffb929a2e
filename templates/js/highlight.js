/** Marking words inside an element, across the elements within it; what the reader has selected is left alone. */

import { make, textNodes } from "./dom.js";
import { rangesOf } from "./match.js";

/** @typedef {import("./match.js").Term} Term */

/**
 * @param {Element} element
 * @param {Term[]} terms
 */
export function markWords(element, terms) {
  const selection = window.getSelection();
  if (selection && !selection.isCollapsed && selection.containsNode(element, true)) return;
  for (const nodes of texts(element)) markIn(nodes, terms, languageOf(nodes[0]));
}

/** The text nodes of an element, those of each language by themselves. @param {Element} element */
function texts(element) {
  /** @type {Map<Element | null, Text[]>} */
  const sides = new Map();
  for (const node of textNodes(element)) {
    const side = node.parentElement && node.parentElement.closest(".ht-zh, .ht-en");
    sides.set(side, (sides.get(side) || []).concat(node));
  }
  return Array.from(sides.values());
}

/** The language that a text is in: its side’s, or else the nearest that is said. @param {Text} node */
function languageOf(node) {
  const parent = node.parentElement;
  const place = parent && (parent.closest(".ht-zh, .ht-en") || parent.closest("[lang]"));
  if (!place || place.matches(".ht-zh")) return "zh";
  return place.matches(".ht-en") || /^en/i.test(place.getAttribute("lang") || "") ? "en" : "zh";
}

/**
 * @param {Text[]} nodes
 * @param {Term[]} terms
 * @param {"zh" | "en"} lang
 */
function markIn(nodes, terms, lang) {
  const ranges = rangesOf(nodes.map((node) => node.data).join(""), terms, lang);
  let offset = 0;
  for (const node of nodes) {
    const length = node.data.length;
    const inside = ranges.filter(([start, end]) => start < offset + length && end > offset);
    // From the last to the first: splitting a node moves what stands behind the split.
    for (const [start, end] of inside.reverse()) wrap(node, Math.max(start - offset, 0), Math.min(end - offset, length));
    offset += length;
  }
}

/**
 * @param {Text} node
 * @param {number} start
 * @param {number} end
 */
function wrap(node, start, end) {
  if (!node.data.slice(start, end).trim()) return;
  const word = node.splitText(start);
  word.splitText(end - start);
  const mark = make("mark", "ht-mark");
  /** @type {Node} */ (word.parentNode).replaceChild(mark, word);
  mark.appendChild(word);
}
