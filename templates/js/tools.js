/** The small tools at a paragraph are one stop of the keyboard: its number. The arrow keys lead to the others. */

const TOOLS = ".ht-tools";
const STEPS = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 });

/** @param {Element} tools @returns {HTMLElement[]} */
const stops = (tools) => Array.from(tools.querySelectorAll("a, button"));

/** @param {KeyboardEvent} event */
function step(event) {
  const at = event.target instanceof HTMLElement ? event.target : null;
  const tools = at && at.closest(TOOLS);
  const by = STEPS[event.key];
  if (!at || !tools || !by || event.ctrlKey || event.metaKey || event.altKey) return;
  const shown = stops(tools).filter((stop) => stop.getClientRects().length);
  const next = shown[(shown.indexOf(at) + by + shown.length) % shown.length];
  event.preventDefault();
  for (const stop of shown) stop.tabIndex = stop === next ? 0 : -1;
  next.focus();
}

/** Back at a paragraph, its number is the stop again. @param {FocusEvent} event */
function leave(event) {
  const tools = event.target instanceof Element ? event.target.closest(TOOLS) : null;
  if (!tools || (event.relatedTarget instanceof Node && tools.contains(event.relatedTarget))) return;
  stops(tools).forEach((stop, i) => (stop.tabIndex = i ? -1 : 0));
}

export function startTools() {
  for (const tools of Array.from(document.querySelectorAll(TOOLS))) {
    const all = stops(tools);
    if (!all.length) continue;
    tools.setAttribute("role", "toolbar");
    tools.setAttribute("aria-label", (all[0].getAttribute("aria-label") || "").split(/[，:]/)[0]);
    all.forEach((stop, i) => (stop.tabIndex = i ? -1 : 0));
  }
  document.addEventListener("keydown", step);
  document.addEventListener("focusout", leave);
}
