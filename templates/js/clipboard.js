/**
 * Copying a text: by the clipboard API where the browser has it and allows it (not so in old browsers and on plain
 * http), else by the old command, else by a field from which the reader copies by hand.
 */

import { make } from "./dom.js";
import { tell } from "./status.js";
import { words } from "./words.js";

/** @param {string} text */
async function byApi(text) {
  if (!navigator.clipboard) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    return false; // Not allowed here: the old command may be.
  }
}

/** @param {string} text */
function byCommand(text) {
  const focused = document.activeElement;
  const field = make("textarea", "");
  field.value = text;
  field.readOnly = true;
  field.setAttribute("style", "position:fixed;top:0;left:-100vw");
  document.body.appendChild(field);
  field.select();
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch (error) {
    copied = false;
  }
  document.body.removeChild(field);
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}

/**
 * @param {string} text
 * @param {HTMLElement} button
 */
function byHand(text, button) {
  const label = make("label", "ht-copy-by-hand", words().copyByHand);
  const field = make("textarea", "");
  field.value = text;
  field.readOnly = true;
  field.rows = 4;
  label.appendChild(field);
  button.insertAdjacentElement("afterend", label);
  const close = () => label.parentNode && label.parentNode.removeChild(label);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") button.focus();
  });
  field.focus();
  field.select();
}

/**
 * Copy a text for the reader who pressed `button`, and say so.
 * @param {string} text
 * @param {HTMLElement} button
 * @param {string} done what to say when it is done
 */
export async function copyFor(text, button, done) {
  if ((await byApi(text)) || byCommand(text)) tell(done);
  else byHand(text, button);
}
