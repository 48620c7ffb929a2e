/**
 * What every page starts. Each behaviour is an extra to a page that can be read without it, so a fault in one must not
 * keep the others from starting.
 */

import { startCarry } from "./carry.js";
import { startCite } from "./cite.js";
import { startClean } from "./clean.js";
import { startCopying } from "./copying.js";
import { startFigures } from "./figures.js";
import { startGlossary } from "./glossary.js";
import { startLanding } from "./landing.js";
import { startList } from "./list.js";
import { startMistake } from "./mistake.js";
import { startNotes } from "./notes.js";
import { startPointing } from "./pointing.js";
import { startPrint } from "./print.js";
import { startReading } from "./reading.js";
import { startBoxes } from "./search/box.js";
import { search } from "./search/engine.js";
import { startResults } from "./search/results.js";
import { receive } from "./search/store.js";
import { startSelecting } from "./selecting.js";
import { startStale } from "./stale.js";
import { startStatus } from "./status.js";
import { startTools } from "./tools.js";
import { startTwin } from "./twin.js";

window.heitu = { search, receive };

const STARTS = [
  startStatus,
  startCarry,
  startClean,
  startReading,
  startBoxes,
  startResults,
  startLanding,
  startNotes,
  startPointing,
  startFigures,
  startStale,
  startCite,
  startMistake,
  startList,
  startGlossary,
  startTwin,
  startTools,
  startPrint,
  startCopying,
  startSelecting,
];

for (const start of STARTS) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
