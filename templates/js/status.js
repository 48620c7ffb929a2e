/**
 * Saying what happened: a message that is read out, and one that is also seen for some seconds. What is read out stands
 * in a live region that is on the page, empty, before anything is said: else nothing would be read.
 */

import { make } from "./dom.js";

const SECONDS = 5;

/** @type {HTMLElement | null} */
let toast = null;
/** @type {HTMLElement | null} */
let live = null;

/** Put the empty live region on the page. */
export function startStatus() {
  if (live) return;
  live = make("div", "ht-live");
  live.setAttribute("role", "status");
  document.body.appendChild(live);
}

/**
 * Have a message read out.
 * @param {string} message
 */
export function say(message) {
  startStatus();
  const region = /** @type {HTMLElement} */ (live);
  region.textContent = ""; // The same message again is news again.
  window.setTimeout(() => (region.textContent = message), 50);
}

/**
 * Have a message read out, and show it for some seconds.
 * @param {string} message
 */
export function tell(message) {
  say(message);
  if (toast) toast.remove();
  const shown = (toast = make("div", "ht-toast", message));
  shown.setAttribute("aria-hidden", "true");
  document.body.appendChild(shown);
  window.setTimeout(() => shown.remove(), SECONDS * 1000);
}
