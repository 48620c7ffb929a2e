/** Printing: what is folded on the screen stands open on paper, and is folded again afterwards. */

export function startPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    const folded = Array.from(document.querySelectorAll("main details")).filter(
      (element) => element instanceof HTMLDetailsElement && !element.open
    );
    opened = /** @type {HTMLDetailsElement[]} */ (folded);
    for (const element of opened) element.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const element of opened) element.open = false;
    opened = [];
  });
}
