/** What search starts on every page: the boxes, the page of results, the place of a hit, and `window.heitu.search`. */

import { startEach } from "../dom.js";
import { startGlossary } from "../glossary.js";
import { startLanding } from "../landing.js";
import { startBoxes } from "./box.js";
import { search } from "./engine.js";
import { startResults } from "./results.js";
import { receive } from "./store.js";

window.heitu.search = search;
window.heitu.receive = receive;

startEach([startBoxes, startResults, startLanding, startGlossary]);
