/**
 * The structure of the archive: which report, section and paragraph a unit is. Units are numbered through the whole
 * archive: a report's title, subtitle and byline, its sections with heading and paragraphs, its captions, and last its
 * readings, the texts of corrected units as the file has them.
 */

/** @typedef {import("./store.js").Root} Root */

/**
 * @param {ArrayLike<number | string>} sorted
 * @param {number | string} value
 * @returns {number} the index of the last element that is not above the value, -1 if all are
 */
export function lastNotAbove(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export class Structure {
  /** @param {Root} root */
  constructor(root) {
    const { reports } = root;
    this.root = root;
    this.size = root.units;
    /** @type {number[]} the first unit of each report, its title */
    this.titles = [];
    /** @type {number[]} the first unit of each section */
    this.sections = [];
    /** @type {number[]} the first section of each report */
    this.firstSections = [];
    /** @type {number[]} the first unit behind the sections of each report: its captions */
    this.captions = [];
    /** @type {Map<number, number>} a reading -> the unit that it is a reading of */
    this.readings = new Map();
    let unit = 0;
    reports.ids.forEach((_, report) => {
      this.titles.push(unit);
      const title = unit;
      unit += 1 + (reports.heads[report] & 1) + (reports.heads[report] >> 1);
      this.firstSections.push(this.sections.length);
      for (const section of reports.sections[report]) {
        this.sections.push(unit);
        unit += (section >> 1) + (section & 1);
      }
      this.captions.push(unit);
      unit += reports.captions[report];
      for (const base of reports.readings[report]) this.readings.set(unit++, title + base);
    });
    if (unit !== this.size) throw new Error("search: root.js does not fit together");
  }

  /** @param {number} unit */
  reportOf(unit) {
    return lastNotAbove(this.titles, unit);
  }

  /**
   * The section of a unit as a number through the archive, -1 for a unit outside of sections.
   * @param {number} unit
   */
  sectionOf(unit) {
    const report = this.reportOf(unit);
    const section = lastNotAbove(this.sections, unit);
    return section < this.firstSections[report] || unit >= this.captions[report] ? -1 : section;
  }

  /**
   * The units of a section: [first, end).
   * @param {number} section
   * @returns {[number, number]}
   */
  unitsOf(section) {
    const start = this.sections[section];
    const code = this.codeOf(section);
    return [start, start + (code >> 1) + (code & 1)];
  }

  /** @param {number} section */
  codeOf(section) {
    const report = this.reportOf(this.sections[section]);
    return this.root.reports.sections[report][section - this.firstSections[report]];
  }

  /** Whether the first unit of a section is its heading. @param {number} section */
  hasHeading(section) {
    return (this.codeOf(section) & 1) === 1;
  }

  /** The id of a section inside its report. @param {number} section */
  sectionId(section) {
    const report = this.reportOf(this.sections[section]);
    return `s${this.root.reports.first[report] + section - this.firstSections[report]}`;
  }

  /**
   * The id of a unit inside its report: `title`, `subtitle`, `byline`, `s3` for a heading, `s3-p2`, `c2`.
   * @param {number} unit
   * @returns {string}
   */
  idOf(unit) {
    const report = this.reportOf(unit);
    const section = this.sectionOf(unit);
    if (section >= 0) {
      const within = unit - this.sections[section] + (this.hasHeading(section) ? 0 : 1);
      return within ? `${this.sectionId(section)}-p${within}` : this.sectionId(section);
    }
    if (unit >= this.captions[report]) return `c${unit - this.captions[report] + 1}`;
    const within = unit - this.titles[report];
    if (!within) return "title";
    return within === 1 && this.root.reports.heads[report] & 1 ? "subtitle" : "byline";
  }
}
