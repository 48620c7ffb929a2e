// The one global name of the site.
interface Window {
  heitu: {
    search: (query: string, options?: { limit?: number }) => Promise<import("./search/types.js").Answer>;
    receive: (name: string, data: unknown) => void;
  };
}
