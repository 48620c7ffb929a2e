/**
 * What every page starts; `search/main.js` starts the search, in a script of its own.
 */

import { startCarry } from "./carry.js";
import { startCite } from "./cite.js";
import { startClean } from "./clean.js";
import { startCopying } from "./copying.js";
import { startEach } from "./dom.js";
import { startFigures } from "./figures.js";
import { startList } from "./list.js";
import { startMistake } from "./mistake.js";
import { startNotes } from "./notes.js";
import { startPointing } from "./pointing.js";
import { startPrint } from "./print.js";
import { startReading } from "./reading.js";
import { startSelecting } from "./selecting.js";
import { startStale } from "./stale.js";
import { startStatus } from "./status.js";
import { startTools } from "./tools.js";
import { startTwin } from "./twin.js";

startEach([
  startStatus,
  startCarry,
  startClean,
  startReading,
  startNotes,
  startPointing,
  startFigures,
  startStale,
  startCite,
  startMistake,
  startList,
  startTwin,
  startTools,
  startPrint,
  startCopying,
  startSelecting,
]);
