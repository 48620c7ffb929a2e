/**
 * The shapes of search: what heitu/search/ writes, and what `window.heitu.search` answers.
 *
 * @typedef {{zh: string, en: string}} Bilingual
 *
 * A unit of text: its id (`title`, `subtitle`, `byline`, `s3` for a heading, `s3-p2`, `c2`), its Chinese, its English
 * ("" without a translation), and what the file read where that was corrected ("" where it was not).
 * @typedef {[string, string, string?, string?]} Unit
 *
 * `places` are the place of the report and those that it lies in; `years` the first and last year that it covers, null
 * where unknown; `date` the day of publication (ISO 8601), "" where unknown. The first unit is the title.
 * @typedef {{id: string, places: Bilingual[], years: [string, string] | null, date: string, units: Unit[]}} SearchReport
 *
 * The files of the archive: for each, the mark of its content.
 * @typedef {{files: string[]}} Manifest
 *
 * @typedef {"text" | "reading" | "context" | "section"} Reason
 *
 * `url` is relative to the site's root. `paragraph` is a caption's id for a caption, null for a hit in a heading, a
 * title or a byline and for one across a section or a report.
 * @typedef {{report: string, section: string | null, paragraph: string | null, url: Bilingual, reason: Reason,
 *   score: number}} Hit
 *
 * @typedef {{total: number, hits: Hit[]}} Answer
 *
 * A hit with the unit and the report that it was found in.
 * @typedef {{unit: Unit, report: SearchReport, reason: Reason, score: number}} Found
 */

export {};
