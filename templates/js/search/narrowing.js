/** Filters: the units that a reader wants to look into, and what there is to choose from. */

import { loadJson } from "./store.js";

/**
 * @typedef {import("./types.js").Filters} Filters
 * @typedef {import("./types.js").Choices} Choices
 * @typedef {import("./structure.js").Structure} Structure
 *
 * For each report: the themes of each of its sections, and those that paragraphs have of their own, by unit.
 * @typedef {[number[][], Record<string, number[]>][]} Themes
 */

/**
 * Whether a unit is wanted, for each unit; null when all are.
 * @param {Structure} structure
 * @param {Filters} filters
 * @returns {Promise<((unit: number) => boolean) | null>}
 */
export async function wanted(structure, filters) {
  const { reports } = structure.root;
  const isReportWanted = reports.ids.map((_, report) => isWantedReport(structure, filters, report));
  if (!filters.theme && isReportWanted.every((is) => is)) return null;
  const isThemed = filters.theme ? await themed(structure, filters.theme) : () => true;
  return (unit) => isReportWanted[structure.reports[unit]] && isThemed(unit);
}

/** @param {Structure} structure @param {Filters} filters @param {number} report */
function isWantedReport(structure, filters, report) {
  const { reports, publishers } = structure.root;
  const publisher = publishers[reports.publishers[report]];
  if (filters.publisher && !(publisher && publisher.id === filters.publisher)) return false;
  if (filters.place && !placesOfReport(structure, report).some(({ id }) => id === filters.place)) return false;
  if (!filters.period) return true;
  const asked = (String(filters.period).match(/\d{4}/g) || []).map(Number);
  const years = reports.years[report];
  return years !== null && years[0] <= Math.max(...asked) && years[1] >= Math.min(...asked);
}

/**
 * The place of a report, and those that it lies in.
 * @param {Structure} structure
 * @param {number} report
 */
export function placesOfReport(structure, report) {
  const { places, reports } = structure.root;
  /** @type {typeof places} */
  const found = [];
  let place = places[reports.places[report]];
  while (place && !found.includes(place)) {
    found.push(place);
    place = places[place.parent];
  }
  return found;
}

/**
 * Units of a theme: in a section of it, or of it by themselves.
 * @param {Structure} structure
 * @param {string} theme
 */
async function themed(structure, theme) {
  const number = structure.root.themes.findIndex(({ id }) => id === theme);
  const all = /** @type {Themes} */ (await loadJson(structure.root, "themes", 0));
  return (/** @type {number} */ unit) => {
    const report = structure.reports[unit];
    const section = structure.inSection[unit];
    if (section < 0) return false;
    const [sections, own] = all[report];
    const themes = own[unit - structure.titles[report]] || [];
    return themes.includes(number) || sections[section - structure.firstSections[report]].includes(number);
  };
}

/**
 * What there is to choose from: nothing that no report has.
 * @param {Structure} structure
 * @returns {Choices}
 */
export function choicesOf(structure) {
  const { reports, places, publishers, themes } = structure.root;
  const above = reports.ids.map((_, report) => placesOfReport(structure, report));
  const used = new Set(above.reduce((all, some) => all.concat(some), []));
  /** @type {Set<number>} */
  const years = new Set();
  for (const span of reports.years) {
    const [first, last] = span || [1, 0];
    for (let year = first; year <= last; year += 1) years.add(year);
  }
  return {
    themes,
    places: places.filter((place) => used.has(place)),
    publishers: publishers.filter((_, i) => reports.publishers.includes(i)),
    years: Array.from(years).sort((a, b) => b - a),
  };
}
