// The one global name of the site.
interface Window {
  heitu: {
    search: typeof import("./search/engine.js").search;
    receive: typeof import("./search/store.js").receive;
  };
}
