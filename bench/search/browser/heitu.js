// Our own search box.
const engine = {
  box: () => document.querySelector('form[data-heitu-search] input[name="q"]'),
  popup: () => engine.box().form.querySelector("[data-heitu-results-popup]"),
  hits: (query) =>
    Array.from(engine.popup().querySelectorAll("a.ht-hit")).some((link) => {
      const passage = link.querySelector(".ht-hit-passage");
      const asked = new URL(link.href).searchParams.get("h"); // an answer to an earlier query does not count
      return passage && passage.textContent.trim() && (asked === null || asked === query.trim());
    }),
  nothing: () => engine.popup().textContent.trim() && !engine.popup().querySelector("a.ht-hit"),
  found: async (query) => {
    const { hits } = await window.heitu.search(query, { limit: 1000000 });
    return hits.filter((hit) => hit.section && hit.reason !== "context").map((hit) => `${hit.report}/${hit.section}`);
  },
};
