// The one global name of the site. `shared` is what one script hands to the next (heitu/render/scripts.py).
interface Window {
  heitu: {
    search: typeof import("./search/engine.js").search;
    receive: typeof import("./search/store.js").receive;
    shared: object;
  };
}
