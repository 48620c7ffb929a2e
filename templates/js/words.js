/** What the scripts say, in the page's language. */

import { language } from "./page.js";

const SAID = 40; // characters of a query: a text that was pasted is not said whole

/** A query as it is said: shortened, in quotation marks unless it has some. @param {string} query */
export function quoted(query) {
  const characters = Array.from(query.trim());
  const said = characters.length > SAID ? characters.slice(0, SAID).join("") + "…" : query.trim();
  return /["“”„「」『』]/.test(said) ? said : `“${said}”`;
}

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
  foundFor: (/** @type {string} */ query) => `${quoted(query)}：`,
  searching: "正在检索……",
  nothing: (/** @type {string} */ query, /** @type {boolean} */ filtered) =>
    `没有找到${quoted(query)}${filtered ? "（限所选条件）" : ""}`,
  enterHelps: "。按回车键，看可以怎样试",
  tryThis: "可以这样试：",
  tips: [
    "检查有没有错别字，或少写几个字；",
    "数字可换单位，493.3万亩与4933000亩一样；全角半角、繁体简体不分；",
    "记得读音的，可写拼音，不加声调；也可写英文词；",
    "几个词用空格隔开；“……”里的连着查；前加减号“-”的不要。",
  ],
  suggested: {
    spelling: (/** @type {string} */ query, /** @type {number} */ total) => `改查${quoted(query)}：${total} 条`,
    less: (/** @type {string} */ query, /** @type {number} */ total) => `只查${quoted(query)}：${total} 条`,
  },
  withoutFilters: (/** @type {number} */ total) => `去掉所选条件：${total} 条`,
  filter: "筛选",
  all: "全部",
  filters: { theme: "主题", place: "地方", period: "反映时期", publisher: "刊发者", language: "文字" },
  onlyChinese: "只查中文",
  onlyEnglish: "只查英文",
  without: (/** @type {string} */ what) => `去掉条件“${what}”`,
  ask: "在上面的检索框里写几个字，即可查遍标题、正文、图片说明和作者。",
  nothingAsked: "还没有要查的词：减号后面的是不要的，请再写一个要查的词。",
  more: (/** @type {number} */ left) => `再显示 ${left} 条`,
  failed: "检索数据没有载入。请刷新页面再试；如果是离线副本，请先全部解压。",
  again: "再试一次",
  placeUnknown: "地方不详",
  yearsUnknown: "年份不详",
  years: (/** @type {string | number} */ first, /** @type {string | number} */ last) =>
    first === last ? `${first}年` : `${first}—${last}年`,
  published: (/** @type {string} */ year) => `${year}年刊`,
  publishedLater: (/** @type {string} */ about, /** @type {string} */ year) => `${about}（${year}年刊）`,
  isTitle: "标题",
  isSubtitle: "副标题",
  isByline: "作者",
  isHeading: "小标题",
  isCaption: "图片说明",
  why: {
    text: "",
    value: "数值相同",
    pinyin: "拼音相符",
    translation: "见于英译",
    reading: "",
    context: "该报道的标题、地点或年份符合",
    section: "所查的词分别见于本节各段",
  },
  byReading: ["更正之前，识别文本作“", "”"],
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
  foundFor: (query) => `${quoted(query)}: `,
  searching: "Searching…",
  nothing: (query, filtered) => `Nothing found for ${quoted(query)}${filtered ? " within the chosen filters" : ""}`,
  enterHelps: ". Press Enter to see what to try",
  tryThis: "You could try this:",
  tips: [
    "look for a slip of the keyboard, or type less: the beginning of an English word is enough;",
    "type a figure in any unit: 4.933 million mu, 493.3万亩 and 4933000亩 are the same;",
    "type Chinese by its sound, in pinyin without tones;",
    "put blanks between words, quotation marks around words that belong together, and a hyphen before a word to leave out.",
  ],
  suggested: {
    spelling: (query, total) => `${quoted(query)} instead: ${plural(total, "result", "results")}`,
    less: (query, total) => `${quoted(query)} alone: ${plural(total, "result", "results")}`,
  },
  withoutFilters: (total) => `Without the filters: ${plural(total, "result", "results")}`,
  filter: "Filter",
  all: "all",
  filters: { theme: "Theme", place: "Place", period: "Period covered", publisher: "Publisher", language: "Text" },
  onlyChinese: "Chinese only",
  onlyEnglish: "English only",
  without: (what) => `Remove the filter “${what}”`,
  ask: "Type a few characters into the search box above; it looks through titles, text, captions and authors.",
  nothingAsked: "There is nothing to look for yet: what stands after a hyphen is left out. Add a word to find.",
  more: (left) => `Show ${left} more`,
  failed: "The search data could not be loaded. Reload the page; in an offline copy, extract all files first.",
  again: "Try again",
  placeUnknown: "place unknown",
  yearsUnknown: "year unknown",
  years: (first, last) => (first === last ? String(first) : `${first}–${last}`),
  published: (year) => `published ${year}`,
  publishedLater: (about, year) => `${about} (published ${year})`,
  isTitle: "Title",
  isSubtitle: "Subtitle",
  isByline: "Authors",
  isHeading: "Heading",
  isCaption: "Caption",
  why: {
    text: "",
    value: "The same quantity",
    pinyin: "By its pinyin",
    translation: "",
    reading: "",
    context: "The title, place or year of the report fits",
    section: "The words stand in different paragraphs of this section",
  },
  byReading: ["Before it was corrected, the file read “", "”"],
};

/** @returns {typeof ZH} */
export function words() {
  return language() === "en" ? EN : ZH;
}
