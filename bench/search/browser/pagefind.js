// The minimal page in pagefind.html.
const engine = {
  box: () => document.getElementById("box"),
  popup: () => document.getElementById("results"),
  hits: (query) => engine.popup().dataset.query === query && engine.popup().querySelector("li"),
  nothing: (query) => engine.popup().dataset.query === query && !engine.popup().querySelector("li"),
  keep: () => (engine.first = window.found),
  found: async () => engine.first,
};
