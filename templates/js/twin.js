/**
 * The language switch goes to the same place of the page, with the same query: to the paragraph that is being read.
 * Before it leaves it writes that place into this page's address, so that Back returns to it.
 */

import { target } from "./page.js";
import { followSwitch } from "./reading.js";

const OTHER_LANGUAGE = "header a[hreflang]";
const READING = 1200; // milliseconds after which a place has been read, not passed

/** Where the reader was before going up to a header that does not stay in view, "" for the head of the page. */
let lastRead = "";

/** @returns {HTMLElement | null} the header, if it stays in view */
function stickyHeader() {
  const header = document.querySelector(".ht-header");
  return header instanceof HTMLElement && getComputedStyle(header).position.indexOf("sticky") >= 0 ? header : null;
}

/** The first paragraph or heading below the header, "" at the head of the page. */
function placeInView() {
  const header = stickyHeader();
  const line = (header ? header.getBoundingClientRect().bottom : 0) + 8;
  const named = target();
  if (named && isOn(named, line)) return location.hash;
  const places = Array.from(document.querySelectorAll(".ht-report .ht-p, .ht-report .ht-captions li"));
  if (!places.length) return location.hash;
  if (places[0].getBoundingClientRect().top >= line) return header ? "" : lastRead;
  const here = places.find((element) => element.getBoundingClientRect().bottom > line + 8);
  return here ? "#" + here.id : location.hash;
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
    const aim = () => link.setAttribute("href", page + location.search + placeInView());
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
