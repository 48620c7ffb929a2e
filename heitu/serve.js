// Added to every page by `make serve`, and only by it: the open page follows the builds.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const built = Number(script.dataset.build);
  const overlay = document.createElement("pre");
  overlay.setAttribute("role", "alert");
  overlay.style.cssText =
    "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;overflow:auto;margin:0;padding:1em 1.5em;" +
    "border-top:4px solid #c8371f;background:#fff;color:#1d1a16;font:14px/1.6 monospace;white-space:pre-wrap";

  /** @param {{build: number, faults: string}} state */
  const follow = (state) => {
    if (state.build !== built) {
      location.reload();
    } else if (!state.faults) {
      overlay.remove();
    } else if (overlay.textContent !== state.faults || !overlay.isConnected) {
      overlay.textContent = state.faults;
      document.body.append(overlay);
    }
  };

  const ask = async () => {
    try {
      const answer = await fetch("/_heitu/state.json");
      follow(await answer.json());
    } catch {
      // The server is gone; it may come back.
    }
    setTimeout(ask, 400);
  };
  ask();
})();
