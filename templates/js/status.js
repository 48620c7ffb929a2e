/**
 * Saying what happened: a message that is seen for some seconds and read out, and one that is only read out.
 * Both are live regions that stand on the page, empty, before anything is said: else nothing would be read.
 */

import { make } from "./dom.js";

const SECONDS = 5;

/** @type {HTMLElement | null} */
let toast = null;
/** @type {HTMLElement | null} */
let quiet = null;
let timer = 0;

/** @param {string} className */
function region(className) {
  const element = make("div", className);
  element.setAttribute("role", "status");
  element.setAttribute("aria-live", "polite");
  document.body.appendChild(element);
  return element;
}

/** Put the empty live regions on the page. */
export function startStatus() {
  toast = toast || region("ht-toast");
  quiet = quiet || region("ht-live");
}

/**
 * Show a message for some seconds, and have it read out.
 * @param {string} message
 */
export function show(message) {
  startStatus();
  const element = /** @type {HTMLElement} */ (toast);
  element.textContent = message;
  window.clearTimeout(timer);
  timer = window.setTimeout(() => (element.textContent = ""), SECONDS * 1000);
}

/**
 * Have a message read out.
 * @param {string} message
 */
export function say(message) {
  startStatus();
  /** @type {HTMLElement} */ (quiet).textContent = message;
}
