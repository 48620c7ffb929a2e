/**
 * The language switch goes to the same place of the page, with the same query: to the paragraph that is being read.
 * Before it leaves it writes that place into this page's address, so that Back returns to it.
 */

import { queryForTwin } from "./carry.js";
import { target } from "./page.js";
import { placeRead, places, readingLine, stickyHeader } from "./place.js";
import { followSwitch } from "./reading.js";

const OTHER_LANGUAGE = "header a[hreflang]";
const READING = 1200; // milliseconds after which a place has been read, not passed

/** Where the reader was before going up to a header that does not stay in view, "" for the head of the page. */
let lastRead = "";

/** The first paragraph or heading below the header, "" at the head of the page. */
function placeInView() {
  const named = target();
  if (named && isOn(named, readingLine())) return location.hash;
  if (!places().length) return location.hash;
  const here = placeRead();
  if (!here) return stickyHeader() ? "" : lastRead;
  return "#" + here.id;
}

/** Whether the reader is still where the address says. @param {Element} element @param {number} line */
function isOn(element, line) {
  const box = element.getBoundingClientRect();
  return box.bottom > line && box.top < window.innerHeight;
}

/** On a phone the switch is at the head of the page: what was read before counts, not what is in view there. */
function watchReading() {
  let waiting = 0;
  window.addEventListener(
    "scroll",
    () => {
      window.clearTimeout(waiting);
      if (!stickyHeader()) waiting = window.setTimeout(() => (lastRead = placeInView()), READING);
    },
    { passive: true }
  );
}

export function startTwin() {
  watchReading();
  for (const link of Array.from(document.querySelectorAll(OTHER_LANGUAGE))) {
    const page = (link.getAttribute("href") || "").split(/[?#]/)[0];
    const aim = () => link.setAttribute("href", page + queryForTwin() + placeInView());
    aim();
    for (const kind of ["mousedown", "touchstart", "focus"]) link.addEventListener(kind, aim, { passive: true });
    link.addEventListener("click", () => {
      aim();
      followSwitch();
      leaveTrace(placeInView());
    });
  }
}

/** @param {string} place */
function leaveTrace(place) {
  try {
    if (place && place !== location.hash) history.replaceState(history.state, "", location.pathname + location.search + place);
    if (place) history.scrollRestoration = "manual";
  } catch (error) {
    // A browser that forbids it on the disk returns to where the page was opened.
  }
}
