"""What a report shows without stating it on a line of facts: its genre, and the period that it covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as date_of

from heitu.folding import narrow
from heitu.records import Stated
from heitu.spans import Span, SpannedText
from heitu.split.facts import iso_date
from heitu.split.headings import chinese_number

_YEAR = r"((?:19|20)\d{2})"
_ANNIVERSARY = re.compile(r"(两|[一二三四五六七八九十]{1,2}|\d{1,2})周年")
_DAY = re.compile(rf"{_YEAR}年(\d{{1,2}})月(\d{{1,2}})日")
_PAST_YEARS = re.compile(r"过去([二三四五六七八九十两])年(?:的)?(?:工作|成就|历程|来|,|，|的)")
# How Chinese reports name the year that they look back on, with the weight of each form.
_YEAR_FORMS: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(rf"{_YEAR}年是"), 6),
    (re.compile(rf"(?:盘点|回顾|回望|总结|过去的|刚刚过去的){_YEAR}年?"), 6),
    (re.compile(rf"{_YEAR}年(?:工作)?(?:回顾|回眸|综述|总结|纪实|成就)"), 6),
    (re.compile(rf"^{_YEAR}年[,，]"), 5),
    (re.compile(rf"(?:到|截至|截止){_YEAR}年(?:年?底|末|12月)"), 4),
    (re.compile(rf"{_YEAR}年度?"), 1),
)
_OUTLOOK = re.compile(
    rf"{_YEAR}年(?:度)?(?:[,，]我们将|的?(?:工作|总体)(?:要求|安排|目标|任务|打算)|(?:主要|重点)(?:工作|任务|目标))"
)
_OPENING = 4
_NEAR = 31  # days between an anniversary and the report that marks it
_PAPER = re.compile(r"(?:报|社|通讯|新闻网|在线)$")
_DISPATCH = re.compile(r"讯(?!员)|电(?=$|[\s:：(（)）】\]])")
_REPORTERS = re.compile(rf"记者|通讯员|评论员|{_DISPATCH.pattern}")
_TRAILING = re.compile(r"\s*(?:[\[(（【][^\])）】]*[\])）】]\s*)+$")
_SHORTEST_FEATURE = 800  # characters; a shorter text that opens with a dateline is a news item
# What a title ends in names its genre; official documents after 党政机关公文处理工作条例 (2012), article 8.
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("work-report", re.compile(r"工作报告|(?:计划|预算)执行情况|总结$|情况(?:的)?(?:汇报|报告)$")),
    ("plan", re.compile(r"(?:规划|方案|纲要|行动计划)$")),
    ("bulletin", re.compile(r"公报$")),
    ("notice", re.compile(r"(?:通知|意见|办法|决定|公告|通告|通报|批复)$")),
    ("speech", re.compile(r"(?:讲话|致辞|发言)$")),
    ("commentary", re.compile(r"(?:评论|社论|时评)$")),
)


def genre(
    title: str,
    texts: Sequence[SpannedText],
    bylines: Sequence[str],
    publisher: Stated | None,
    headings: Sequence[SpannedText] = (),
) -> Stated:
    """The genre that the title's last words name, or who signs the text: a paper's feature, news item or commentary.

    A short dispatch is a news item: it opens with a dateline and has no headings. What a paper's reporters sign is never
    taken for a document by its title.

    >>> genre("某县2022年工作总结", (), (), None).value, genre("某市统计公报[1]", (), (), None).value
    ('work-report', 'bulletin')
    >>> genre("小村有了好办法", (), ("本报记者 张三",), None).value, genre("短讯", (), ("本报讯（记者 张三）",), None).value
    ('newspaper-feature', 'news-item')
    """
    evidence = "；".join(dict.fromkeys(bylines))
    opening = next((t.text for t in texts[:3] if t.text.startswith(("各位代表", "各位委员"))), "")
    short = sum(map(len, texts)) < _SHORTEST_FEATURE and not headings and _DISPATCH.search(evidence)
    candidates = (
        *_named(title, signed=_REPORTERS.search(evidence) is not None),
        ("work-report", opening[:5]),
        ("commentary", evidence if "评论员" in evidence else ""),
        ("news-item", evidence if short else ""),
        ("newspaper-feature", evidence),
        ("newspaper-feature", publisher.evidence if publisher and _PAPER.search(publisher.value) else ""),
    )
    kind, words = next(((kind, words) for kind, words in candidates if words), ("other", ""))
    return Stated(kind, "inferred", words)


def _named(title: str, signed: bool) -> Iterator[tuple[str, str]]:
    """The genres that a title's words name; of a signed text only a work report."""
    ending = _TRAILING.sub("", title)
    for kind, pattern in _TITLES:
        if (match := pattern.search(ending)) and (kind == "work-report" or not signed):
            yield kind, match[0]


def _anniversary(head: Sequence[SpannedText], opening: Sequence[SpannedText], date: Stated | None) -> Stated | None:
    """`…两周年之际`, and the day itself in the opening: the period runs from that day to its anniversary, or the date."""
    text = next((t for t in head if _ANNIVERSARY.search(narrow(t.text))), None)
    match = _ANNIVERSARY.search(narrow(text.text)) if text else None
    if text is None or match is None:
        return None
    years = 2 if match[1] == "两" else chinese_number(match[1])
    for day in (day for part in opening for day in _DAY.finditer(narrow(part.text))):
        start = iso_date(day[1], day[2], day[3])
        end = iso_date(str(int(day[1]) + years), day[2], day[3])
        if start and end and (date is None or abs(_days(date.value) - _days(end)) <= _NEAR):
            value = f"{start}/{date.value if date else end}"
            return Stated(value, "inferred", f"{match[0]}；{day[0]}", span=_span(text, match.start(), match.end()))
    return None


def _days(iso: str) -> int:
    return date_of.fromisoformat(iso).toordinal()


def _span(text: SpannedText, start: int, end: int) -> Span | None:
    spans = text.spans(start, end)
    return spans[0] if spans else None


def period(
    head: Sequence[SpannedText],
    headings: Sequence[SpannedText],
    texts: Sequence[SpannedText],
    date: Stated | None,
    kind: str,
) -> Stated | None:
    """The year, years or days that a report covers, inferred from the words that show it; None if nothing does.

    `head` is title and subtitle, `headings` and `texts` the headings and paragraphs. A year that the text only looks
    forward to never counts, nor, for a report dated in the first months of a year, that year itself.
    """
    if found := _anniversary(head, texts[:_OPENING], date):
        return found
    if kind == "work-report" and (several := _several_years([*headings[:1], *texts[:_OPENING]], date)):
        return several
    scores: Counter[str] = Counter()
    evidence: dict[str, tuple[int, str, Span | None]] = {}
    outlook = {m[1] for text in texts for m in _OUTLOOK.finditer(narrow(text.text))}
    for position, text in enumerate([*head, *texts]):
        in_opening = position < len(head) + _OPENING
        for pattern, weight in _YEAR_FORMS:
            for match in pattern.finditer(narrow(text.text)):
                year, score = match[1], weight * (2 if in_opening and weight > 1 else 1)
                scores[year] += score
                if score > evidence.get(year, (0, "", None))[0]:
                    evidence[year] = (score, match[0].strip("，,"), _span(text, match.start(), match.end()))
    for year in list(scores):
        later = date is not None and (year > date.value[:4] or (year == date.value[:4] and date.value[5:7] <= "03"))
        if year in outlook or later:
            del scores[year]
    if not scores or scores.most_common(1)[0][1] < 3:
        return None
    year = max(scores, key=lambda y: (scores[y], y))
    _, words, span = evidence[year]
    return Stated(year, "inferred", words, span=span)


def _several_years(texts: Sequence[SpannedText], date: Stated | None) -> Stated | None:
    """`过去五年工作回顾`: the years up to the one before the report's date."""
    for text in texts:
        match = _PAST_YEARS.search(text.text)
        if match and date is not None:
            years = 2 if match[1] == "两" else chinese_number(match[1])
            last = int(date.value[:4]) - 1
            return Stated(
                f"{last - years + 1}/{last}", "inferred", match[0], span=_span(text, match.start(), match.end())
            )
    return None
