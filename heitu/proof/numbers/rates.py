"""What a figure is said per: mu or hectare, person or household, day, month or year, where the words beside it say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from heitu.proof.numbers.quantity import Sentence, Stated

# Denominator -> its kind. Two of one kind contradict each other.
_KINDS: Mapping[str, str] = {
    **dict.fromkeys(("亩", "公顷", "平方米", "平方公里"), "area"),
    **dict.fromkeys(("人", "户", "村"), "people"),
    **dict.fromkeys(("年", "月", "日", "小时"), "time"),
    **dict.fromkeys(("斤", "公斤", "吨"), "mass"),
}
_STRANGERS = frozenset({"area", "people", "mass"})  # of these, the other kind in its place is wrong as well
_SAME = {"天": "日", "时": "小时", "h": "小时", "家庭": "户", "千克": "公斤"}

_ZH = re.compile(
    "每(?:一|个|1|生产|产)?(?P<each>平方公里|平方米|公顷|公斤|千克|小时|家庭|亩|斤|吨|户(?!次)|村|人(?!次)|年|月|日|天)"
    "|(?<![0-9万千百亿])(?P<mean>平方公里|平方米|公顷|家庭|亩|户|村|人|年|月|日|天)均(?!衡|等|匀)"
    "|(?<![0-9万千百亿])(?P<yield>亩)产(?!业)"
    "|(?<![0-9今昨近节假生终全即当次末同])(?P<daily>日)(?=处理|产(?!业|品)|供|加工|发电|接待|生产|收集|消费|最高)"
    "|(?<![0-9全今去当本上前半])(?P<yearly>年)(?=产(?!值|业|品)|处理|加工|出栏|发电)"
)
_ZH_AFTER = re.compile("[/／每](?P<per>公顷|亩|户|人|年|月|日|天|小时|公斤|千克|斤|吨)")
_UP_TO = re.compile("[^，,。；;：:每均]{0,6}[到至][了近约超过]{0,2}")
_MARKS = re.compile("[，,。；;：:]")

_NOUNS = {
    "亩": "mu",
    "公顷": "hectares?|ha",
    "平方米": "square met(?:er|re)s?",
    "平方公里": "square kilomet(?:er|re)s?",
    "人": "persons?|capita|head|individuals?",
    "户": "households?|famil(?:y|ies)|homes?",
    "村": "villages?",
    "年": "years?|annum",
    "月": "months?",
    "日": "days?",
    "小时": "hours?",
    "斤": "jin",
    "公斤": "kilogram(?:me)?s?|kg",
    "吨": "(?:metric )?ton(?:ne)?s?",
}
_ADVERBS = {"日": "daily", "月": "monthly", "年": "yearly|annual(?:ly)?", "小时": "hourly"}


def _any(words: Mapping[str, str], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{i}>{spelling})" for i, spelling in enumerate(words.values()))


_NAMED = {f"n{i}": unit for i, unit in enumerate(_NOUNS)} | {f"a{i}": unit for i, unit in enumerate(_ADVERBS)}
_EN = re.compile(
    rf"\b(?:(?:per|each|every)[ -](?:rural |urban |farm(?:ing)? |poor )?(?:{_any(_NOUNS, 'n')})|{_any(_ADVERBS, 'a')})\b",
    re.IGNORECASE,
)
# Right after a figure or another denominator: 50 yuan a month.
_EN_A = re.compile(rf"(?: of [a-z-]+(?: [a-z-]+)?)? ?\(?an? (?:{_any(_NOUNS, 'n')})\b(?!-)", re.IGNORECASE)
_EN_MARKS = re.compile(r"[,;:.](?= |$)|[()]")
_JOINED = re.compile(r"\b(?:and|or|while|but|with|to|from|plus)\b")
_BRACKET = re.compile(r" ?\([^()]*\)")
_REACH = 5  # words between a figure and its denominator: 500 tonnes of waste from the town a day


def contradict(zh: Sentence, one: Stated, en: Sentence, other: Stated) -> bool:
    """Whether a figure is said per one thing in Chinese and per another one in English; not to say it is no matter.

    >>> from heitu.proof.numbers import compare_numbers
    >>> [len(compare_numbers("亩均增收150元", f"150 yuan more {per}")) for per in ("per mu", "per hectare", "")]
    [0, 1, 0]
    """
    chinese, english = _of_chinese(zh, one), _of_english(en, other)
    kinds, others = {_KINDS[each] for each in chinese}, {_KINDS[each] for each in english}
    if any(_KINDS[each] in kinds and each not in chinese for each in english):
        return True
    return bool(kinds & _STRANGERS and others & _STRANGERS) and not kinds & others


def _of_chinese(zh: Sentence, figure: Stated) -> frozenset[str]:
    """每人每月, 亩均, 日处理 before a figure, 元/月 in it; those of 由2万元增加到3万元 stand before the first."""
    earlier = [f.end for f in zh.figures if f.end <= figure.start and f.role != "date"]
    last = figure.start
    while earlier and _UP_TO.fullmatch(zh.text, earlier[-1], last):
        last = earlier.pop()
    words = _MARKS.split(zh.text[earlier[-1] if earlier else 0 : last])[-1]
    found = {match[match.lastgroup or 0] for match in _ZH.finditer(words)}
    found |= {match["per"] for match in _ZH_AFTER.finditer(zh.text, figure.start, figure.end + 3)}
    return frozenset(name for each in found if (name := _SAME.get(each, each)) in _KINDS)


def _of_english(en: Sentence, figure: Stated) -> frozenset[str]:
    """Per person, a month, daily: after a figure or before it, up to the next figure or mark."""
    text = en.text
    bracket = _BRACKET.match(text, figure.end)
    end = bracket.end() if bracket else figure.end
    after = text[end : min((f.start for f in en.figures if f.start >= end), default=len(text))]
    earlier = max((f.end for f in en.figures if f.end <= figure.start and f.role != "date"), default=0)
    before = _EN_MARKS.split(text[earlier : figure.start])[-1]
    if earlier:
        before = _JOINED.split(before)[-1] if _JOINED.search(before) else ""  # the rest is said of the figure before
    found = {_named(match) for match in _EN.finditer(before)}
    return frozenset(found.union(_following(_JOINED.split(_EN_MARKS.split(after)[0])[0])))


def _following(after: str) -> Iterator[str]:
    """The denominators after a figure, each near to what stands before it."""
    position = 0
    while match := _EN_A.match(after, position) or _EN.search(after, position):
        if len(after[position : match.start()].split()) > _REACH:
            return
        yield _named(match)
        position = match.end()


def _named(match: re.Match[str]) -> str:
    return _NAMED[match.lastgroup or ""]
