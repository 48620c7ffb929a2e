/**
 * The shapes of search: what `window.heitu.search` answers, and what the modules of search hand to each other.
 * heitu/search/ writes the files; its docstrings have their formats.
 *
 * @typedef {{zh: string, en: string}} Bilingual
 *
 * Why a hit was found: `text`, its Chinese has the terms; `value`, it states the same quantity in another way; `pinyin`,
 * a term is how its characters are read; `translation`, its English has them; `reading`, the file read so before it was
 * corrected; `context`, the place, period or title of its report has the other terms; `section`, they stand in different
 * paragraphs of one section.
 * @typedef {"text" | "value" | "translation" | "pinyin" | "reading" | "context" | "section"} Reason
 *
 * `period` is a year or two ("2021", "2020/2022"): reports about any year of it; `place` an id, with all that lies in it;
 * `language` looks into the Chinese ("zh") or the English ("en") alone.
 * @typedef {{theme?: string, period?: string, place?: string, publisher?: string, language?: "zh" | "en"}} Filters
 *
 * `url` is relative to the site's root. `paragraph` is a caption's id for a caption, null for a hit in a heading, a
 * title or a byline and for one across a section or a report.
 * @typedef {{report: string, section: string | null, paragraph: string | null, url: Bilingual, reason: Reason,
 *   score: number}} Hit
 *
 * @typedef {{total: number, hits: Hit[]}} Answer
 *
 * A hit inside the program: the number of its unit. `isLoose`: the lists do not tell how close its terms stand.
 * @typedef {{unit: number, reason: Reason, score: number, isLoose?: boolean}} Found
 *
 * Everything that a query finds, best first; `reports` is how many reports that is in.
 * @typedef {{total: number, reports: number, found: Found[], terms: import("../match.js").Term[]}} Findings
 *
 * What a hit shows. `id` is its unit's (`title`, `subtitle`, `byline`, `s3` for a heading, `s3-p2`, `c2`); `was` is what
 * the file read, "" where the hit does not stand in it; `years` the first and last year that the report covers, null
 * where unknown; `date` the day of publication (ISO 8601), "" where unknown; texts are "" where there are none, and the
 * English where a reader of Chinese has no need of it.
 * @typedef {{id: string, zh: string, en: string, was: string, title: Bilingual, heading: Bilingual,
 *   place: Bilingual | null, years: [number, number] | null, date: string}} Shown
 *
 * @typedef {{id: string, zh: string, en: string}} Choice
 * What can be chosen as a filter: only what the archive has.
 * @typedef {{themes: Choice[], places: Choice[], publishers: Choice[], years: number[]}} Choices
 *
 * Another query that finds something, and how much.
 * @typedef {{query: string, total: number, kind: "spelling" | "less"}} Suggestion
 */

export {};
