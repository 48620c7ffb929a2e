/** What the scripts say, in the page's language. */

import { language } from "./page.js";

/** @param {number} count @param {string} one @param {string} many */
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const ZH = {
  citationCopied: "引文已复制",
  mistakeCopied: "已复制，请粘贴到邮件里并写明问题",
  copyByHand: "浏览器不允许自动复制，请按 Ctrl+C 复制：",
  page: "页面",
  paragraph: "段落",
  dataOf: "数据日期",
  sendTo: "发送至",
  whatIsWrong: "问题",
  field: (/** @type {string} */ name, /** @type {string} */ value) => `${name}：${value}`,
  listCount: (/** @type {number} */ shown, /** @type {number} */ all) =>
    shown === all ? `${all} 篇报道` : shown ? `${all} 篇报道中的 ${shown} 篇` : "没有符合条件的报道，请放宽条件",
  termCount: (/** @type {number} */ left) => (left ? `${left} 条` : "没有这样的术语"),
  results: "检索结果",
  allResults: (/** @type {number} */ total) => `查看全部 ${total} 条结果`,
  found: (/** @type {number} */ total, /** @type {number} */ reports) => `共 ${total} 条结果，见于 ${reports} 篇报道`,
  foundFor: (/** @type {string} */ query) => `“${query}”：`,
  searching: "正在检索……",
  nothing: (/** @type {string} */ query) => `没有找到“${query}”`,
  tryThis: "可以这样试：",
  tips: [
    "检查有没有错别字，或换一种说法；",
    "少写几个字，例如只写“梨树模式”“信易贷”；",
    "数字照原文写，例如“493.3万亩”“84.83%”，全角半角都可以；",
    "几个词用空格隔开，查找同时含有它们的段落。",
  ],
  termAlone: (/** @type {string} */ term, /** @type {number} */ total) => `只查“${term}”：${total} 条`,
  ask: "在上面的检索框里写几个字，即可查遍标题、正文、图片说明和作者。",
  more: (/** @type {number} */ left) => `再显示 ${left} 条`,
  failed: "检索数据没有载入。请刷新页面再试；如果是离线副本，请先全部解压。",
  placeUnknown: "地方不详",
  yearsUnknown: "年份不详",
  years: (/** @type {string} */ first, /** @type {string} */ last) =>
    first === last ? `${first}年` : `${first}—${last}年`,
  published: (/** @type {string} */ year) => `${year}年刊`,
  publishedLater: (/** @type {string} */ about, /** @type {string} */ year) => `${about}（${year}年刊）`,
  isTitle: "标题",
  isSubtitle: "副标题",
  isByline: "作者",
  isHeading: "小标题",
  isCaption: "图片说明",
  byContext: "该报道的标题、地点或年份符合",
  bySection: "所查的词分别见于本节各段",
  byReading: (/** @type {string} */ sic) => `更正之前，识别文本作“${sic}”`,
};

/** @type {typeof ZH} */
const EN = {
  citationCopied: "Citation copied",
  mistakeCopied: "Copied: paste it into a message and say what is wrong",
  copyByHand: "Your browser does not allow copying; press Ctrl+C:",
  page: "Page",
  paragraph: "Paragraph",
  dataOf: "Data as of",
  sendTo: "Send to",
  whatIsWrong: "What is wrong",
  field: (name, value) => `${name}: ${value}`,
  listCount: (shown, all) =>
    shown === all
      ? plural(all, "report", "reports")
      : shown
        ? `${shown} of ${plural(all, "report", "reports")}`
        : "No report fits; choose fewer conditions",
  termCount: (left) => (left ? plural(left, "term", "terms") : "No term has these words"),
  results: "Search results",
  allResults: (total) => `See all ${plural(total, "result", "results")}`,
  found: (total, reports) => `${plural(total, "result", "results")} in ${plural(reports, "report", "reports")}`,
  foundFor: (query) => `“${query}”: `,
  searching: "Searching…",
  nothing: (query) => `Nothing found for “${query}”`,
  tryThis: "You could try this:",
  tips: [
    "look for a slip of the keyboard, or use another word for it;",
    "type fewer characters;",
    "type figures as they were printed, such as 493.3万亩 or 84.83%; full and half width are the same;",
    "put blanks between several words to find the paragraphs that have all of them.",
  ],
  termAlone: (term, total) => `“${term}” alone: ${plural(total, "result", "results")}`,
  ask: "Type a few characters into the search box above; it looks through titles, text, captions and authors.",
  more: (left) => `Show ${left} more`,
  failed: "The search data could not be loaded. Reload the page; in an offline copy, extract all files first.",
  placeUnknown: "place unknown",
  yearsUnknown: "year unknown",
  years: (first, last) => (first === last ? first : `${first}–${last}`),
  published: (year) => `published ${year}`,
  publishedLater: (about, year) => `${about} (published ${year})`,
  isTitle: "Title",
  isSubtitle: "Subtitle",
  isByline: "Authors",
  isHeading: "Heading",
  isCaption: "Caption",
  byContext: "The title, place or year of the report fits",
  bySection: "The words stand in different paragraphs of this section",
  byReading: (sic) => `Before it was corrected, the file read “${sic}”`,
};

/** @returns {typeof ZH} */
export function words() {
  return language() === "en" ? EN : ZH;
}
