/** Making elements and reading text: the little that several behaviours share. */

/** What stands in a paragraph on the page but is not its text. */
export const NOT_TEXT = "button, script, style, textarea, [hidden], .ht-nocopy, .ht-popover";

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

/**
 * The text nodes of an element, in order, without those that are not its text.
 * @param {Element} element
 * @returns {Text[]}
 */
export function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const aside = node.parentElement && node.parentElement.closest(NOT_TEXT);
    if (!aside || !element.contains(aside) || aside === element) nodes.push(node);
  }
  return nodes;
}

/**
 * The plain text of an element as a reader would copy it.
 * @param {Element} element
 */
export function plainText(element) {
  return textNodes(element).map((node) => node.data).join("").replace(/\s+/g, " ").trim();
}

/** Whether the reader has selected something. */
export function selecting() {
  const selection = window.getSelection();
  return Boolean(selection && !selection.isCollapsed);
}

/** Whether an element takes part in the page as it is shown. @param {Element} element */
export function isShown(element) {
  return element.getClientRects().length > 0;
}

/**
 * A handler for all elements that match, now and later.
 * @param {string} selector
 * @param {(element: HTMLElement, event: MouseEvent) => void} handler
 */
export function onClick(selector, handler) {
  document.addEventListener("click", (event) => {
    const element = event.target instanceof Element ? event.target.closest(selector) : null;
    if (element instanceof HTMLElement) handler(element, event);
  });
}

/**
 * Show what is of use only with scripts.
 * @param {string} selector
 */
export function unhide(selector) {
  for (const element of Array.from(document.querySelectorAll(selector))) element.removeAttribute("hidden");
}

/**
 * Start each behaviour. They are extras to a page that can be read without them, so a fault in one must not keep the
 * others from starting.
 * @param {(() => void)[]} starts
 */
export function startEach(starts) {
  for (const start of starts) {
    try {
      start();
    } catch (error) {
      console.error(error);
    }
  }
}
