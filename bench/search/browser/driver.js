// Runs before the scripts of a page: types a query as soon as the page is ready, and takes the time of each answer.
// The script of an engine stands before it and declares `engine`: box(), popup(), hits(query), nothing(query), found(query)
// and, where the page forgets its first answer, keep().

/** Milliseconds without a change after which "nothing found" is taken for an answer; they are not counted. */
const QUIET = 1500;

const bench = (window.bench = { first: null, more: null, found: null });

function ask(query) {
  return new Promise((resolve) => {
    const box = engine.box();
    const start = performance.now();
    let last = start;
    let timer = 0;
    const finish = (outcome) => {
      observer.disconnect();
      window.clearTimeout(timer);
      resolve({ outcome, at: last, took: last - start, wall: performance.timeOrigin + last });
    };
    const look = () => {
      last = performance.now();
      window.clearTimeout(timer);
      if (engine.hits(query)) finish("found");
      else timer = window.setTimeout(() => engine.nothing(query) && finish("nothing"), QUIET);
    };
    const observer = new MutationObserver(look);
    observer.observe(engine.popup(), { childList: true, subtree: true, characterData: true });
    box.value = query;
    box.focus();
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
}

bench.start = async (query) => {
  const answer = await ask(query);
  if (engine.keep) engine.keep();
  bench.first = answer;
};
bench.key = async (query) => (bench.more = await ask(query));
bench.list = async (query) => (bench.found = await engine.found(query));
