// Material's search: its worker is listened to, since the page shows only the first of what was found.
const NativeWorker = window.Worker;
window.Worker = function (address) {
  let worker;
  try {
    worker = new NativeWorker(address);
  } catch (error) {
    console.error(error.message); // Material hides its box and says nothing
    throw error;
  }
  worker.addEventListener("message", ({ data }) => {
    if (data.type === 3) engine.items = data.data.items;
  });
  return worker;
};

const engine = {
  items: [],
  box: () => document.querySelector('[data-md-component="search-query"]'),
  popup: () => document.querySelector('[data-md-component="search-result"]'),
  hits: () => Array.from(engine.popup().querySelectorAll(".md-search-result__article")).some((one) => one.textContent),
  nothing: () => {
    const { translations } = JSON.parse(document.getElementById("__config").textContent);
    return engine.popup().textContent.includes(translations["search.result.none"]);
  },
  keep: () => (engine.first = engine.items),
  found: async () => [].concat(...engine.first).map((one) => one.location),
};
