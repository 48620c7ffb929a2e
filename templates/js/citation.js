/**
 * A citation of a paragraph, from the template that its article carries (GB/T 7714 in Chinese, plain in English).
 * What it links to is a permanent address, or the paragraph's id where there is none; never a `file:///` address.
 */

/**
 * @param {string} template with `{text}`, `{url}` and `{accessed}`
 * @param {{text: string, url: string, accessed: string}} values
 */
export function fillCitation(template, values) {
  return template.replace(/\{(text|url|accessed)\}/g, (_, key) => values[/** @type {"text"} */ (key)]);
}

/**
 * The permanent link of a paragraph: from the canonical address, else from the page's own on a server, else its id
 * as `REPORT#s3-p2`.
 * @param {string} canonical the page's canonical address, "" without one
 * @param {string} page the page's own address
 * @param {string} paragraph `REPORT/s3-p2`
 */
export function permanentLink(canonical, page, paragraph) {
  const [report, id] = paragraph.split("/");
  if (canonical) return canonical.split("#")[0] + "#" + id;
  if (/^https?:/.test(page)) return page.split(/[?#]/)[0] + "#" + id;
  return report + "#" + id;
}

/**
 * A day as ISO 8601 in the reader's own time zone.
 * @param {Date} day
 */
export function isoDate(day) {
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
