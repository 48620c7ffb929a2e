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

/** What a unit is. */
export const KIND = { paragraph: 0, caption: 1, byline: 2, heading: 3, subtitle: 4, title: 5, reading: 6 };

export class Structure {
  /** @param {Root} root */
  constructor(root) {
    const { reports } = root;
    this.root = root;
    this.size = root.units;
    this.filled = 0;
    /** For each unit: what it is, its report, and its section as a number through the archive, -1 outside of sections. */
    this.kinds = new Uint8Array(root.units);
    this.reports = new Int32Array(root.units);
    this.inSection = new Int32Array(root.units).fill(-1);
    /** @type {number[]} the first unit of each report, its title */
    this.titles = [];
    /** @type {number[]} the first section of each report */
    this.firstSections = [];
    /** @type {number[]} the first unit of each section */
    this.sections = [];
    /** @type {number[]} the first unit behind each section */
    this.ends = [];
    /** @type {Map<number, number>} a reading -> the unit that it is a reading of */
    this.readings = new Map();
    reports.ids.forEach((_, report) => this.addReport(report));
    if (this.filled !== this.size) throw new Error("search: root.js does not fit together");
  }

  /** @param {number} report */
  addReport(report) {
    const { heads, sections, captions, readings } = this.root.reports;
    const title = this.filled;
    const add = (/** @type {number} */ kind) => {
      this.kinds[this.filled] = kind;
      this.reports[this.filled] = report;
      this.filled += 1;
    };
    this.titles.push(title);
    this.firstSections.push(this.sections.length);
    add(KIND.title);
    if (heads[report] & 1) add(KIND.subtitle);
    if (heads[report] & 2) add(KIND.byline);
    for (const section of sections[report]) {
      const start = this.filled;
      if (section & 1) add(KIND.heading);
      for (let paragraph = 0; paragraph < section >> 1; paragraph += 1) add(KIND.paragraph);
      this.inSection.fill(this.sections.length, start, this.filled);
      this.sections.push(start);
      this.ends.push(this.filled);
    }
    for (let caption = 0; caption < captions[report]; caption += 1) add(KIND.caption);
    for (const base of readings[report]) {
      this.readings.set(this.filled, title + base);
      add(KIND.reading);
    }
  }

  /** Whether the first unit of a section is its heading. @param {number} section */
  hasHeading(section) {
    return this.kinds[this.sections[section]] === KIND.heading;
  }

  /** The id of a section inside its report. @param {number} section */
  sectionId(section) {
    const report = this.reports[this.sections[section]];
    return `s${this.root.reports.first[report] + section - this.firstSections[report]}`;
  }

  /**
   * The id of a unit inside its report: `title`, `subtitle`, `byline`, `s3` for a heading, `s3-p2`, `c2`.
   * @param {number} unit
   * @returns {string}
   */
  idOf(unit) {
    const kind = this.kinds[unit];
    if (kind === KIND.title) return "title";
    if (kind === KIND.subtitle) return "subtitle";
    if (kind === KIND.byline) return "byline";
    const section = this.inSection[unit];
    if (section < 0) return `c${unit - this.behindSections(this.reports[unit]) + 1}`;
    const within = unit - this.sections[section] + (this.hasHeading(section) ? 0 : 1);
    return within ? `${this.sectionId(section)}-p${within}` : this.sectionId(section);
  }

  /** The first unit behind the sections of a report, its first caption if it has one. @param {number} report */
  behindSections(report) {
    const { heads, sections } = this.root.reports;
    const count = sections[report].length;
    if (count) return this.ends[this.firstSections[report] + count - 1];
    return this.titles[report] + 1 + (heads[report] & 1) + (heads[report] >> 1);
  }
}
