// Our own search box.
const engine = {
  box: () => document.querySelector('form[data-heitu-search] input[name="q"]'),
  popup: () => engine.box().form.querySelector("[data-heitu-results-popup]"),
  hits: (query) => {
    const shown = Array.from(engine.popup().querySelectorAll("a.ht-hit .ht-hit-passage"));
    const all = engine.popup().querySelector("a.ht-hits-all"); // says what the answer is to
    const asked = all && new URL(all.href).searchParams.get("q");
    return asked === query.trim() && shown.some((passage) => passage.textContent.trim());
  },
  nothing: () => engine.popup().textContent.trim() && !engine.popup().querySelector("a.ht-hit"),
  found: async (query) => {
    const { hits } = await window.heitu.search(query, { limit: 1000000 });
    return hits.filter((hit) => hit.section && hit.reason !== "context").map((hit) => `${hit.report}/${hit.section}`);
  },
};
