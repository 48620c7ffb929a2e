"""The time that a figure is about, as its own sentence states it before the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heitu.figures.context import clause_start
from heitu.figures.tokens import Token
from heitu.spans import Span

_STOPS = "。！？!?"
_RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1}
# After these the year said before is no longer the figure's: what follows is counted up to the day of writing.
_OPEN = "截至目前|目前|现已|现有|迄今|至今|近年来|[一两二三四五六七八九十几]年来|以来"
_WORDS = re.compile(
    f'(?P<relative>{"|".join(_RELATIVE)})|(?P<plan>[一二]?十[一二三四五]?五[”’"]?(?:期间|时期)的?)|(?P<open>{_OPEN})'
)
# A year right after these is what the figure is compared with.
_BASE = "比较同于是超"
_BOUND = re.compile("(以来|起)|以前|之前|前(?!后)")
_PLANS = {"十一五": 2006, "十二五": 2011, "十三五": 2016, "十四五": 2021, "十五五": 2026}


@dataclass(frozen=True, slots=True)
class _Event:
    """From `end` on, `value` is the period; `once` if it holds for the next figure only."""

    start: int
    end: int
    value: str
    once: bool = False


def periods(text: str, tokens: Sequence[Token], quoted: Sequence[Span], year: int | None) -> tuple[str, ...]:
    """For each token, the period in force: an ISO 8601 year, month, day or interval (open end: `2021/..`), or "".

    `year` is the year of publication, which 今年 and 去年 count from.
    """
    events = sorted(_events(text, tokens, quoted, year), key=lambda e: e.start)
    found = []
    for token in tokens:
        if token.dimension == "date":
            found.append("")
            continue
        sentence, value = clause_start(text, token.start, _STOPS), ""
        for event in events:
            if sentence <= event.start and event.end <= token.start:
                used = event.once and any(event.end <= t.start < token.start for t in tokens)
                value = value if used else event.value
        found.append(value)
    return tuple(found)


def _events(text: str, tokens: Sequence[Token], quoted: Sequence[Span], year: int | None) -> Iterator[_Event]:
    stated = list(_dates(text, tokens, quoted))
    for match in _WORDS.finditer(text):
        if match["relative"]:
            if not _follows_base(text, match.start()):
                value = str(year + _RELATIVE[match["relative"]]) if year else ""
                stated.append(_Event(match.start(), match.end(), value))
        elif match["plan"]:
            first = _PLANS.get(re.sub("[^一二三四五十]", "", match["plan"]))
            stated.append(_Event(match.start(), match.end(), f"{first}/{first + 4}" if first else "", once=True))
        elif not any(e.start < match.start() < e.end for e in stated):
            stated.append(_Event(match.start(), match.end(), ""))
    yield from stated
    yield from _months(text, tokens, stated)


def _follows_base(text: str, position: int) -> bool:
    return position > 0 and text[position - 1] in _BASE


def _dates(text: str, tokens: Sequence[Token], quoted: Sequence[Span]) -> Iterator[_Event]:
    last: _Event | None = None
    for token in tokens:
        value = _iso(token)
        inside = any(q.contains(Span(token.start, token.end)) for q in quoted)
        if token.dimension != "date" or not value or inside or _follows_base(text, token.start):
            continue
        joined = last is not None and text[last.end : token.start] in ("和", "、", "与", "至", "到")
        if last and joined and len(last.value) == len(value) == len("2021"):
            value = f"{last.value}/{value}"
        end = token.end
        if bound := _BOUND.match(text, end):
            value, end = f"{value}/.." if bound[1] else f"../{value}", bound.end()
        last = _Event(token.start, end, value)
        yield last


def _iso(token: Token) -> str:
    digits = str(token.value)
    match token.unit:
        case "年" | "" if token.value_to is not None:
            return f"{digits}/{token.value_to}"
        case "年" | "":
            return digits
        case "年月":
            return f"{digits[:4]}-{digits[4:]}"
        case "年月日":
            return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    return ""


def _months(text: str, tokens: Sequence[Token], stated: Sequence[_Event]) -> Iterator[_Event]:
    """A month right after its year narrows the period (今年1至6月); any other widens it to its year (5月、8月)."""
    for token in tokens:
        if token.dimension != "date" or token.unit not in ("月", "月日"):
            continue
        before = [e for e in stated if e.end <= token.start and len(e.value) >= 4]
        if not before or clause_start(text, token.start, _STOPS) > before[-1].end:
            continue
        year = max(before, key=lambda e: e.end)
        value = year.value[:4]
        if year.end == token.start and len(year.value) == 4 and token.unit == "月":
            value = f"{value}-{int(token.value):02}"
            if token.value_to is not None:
                value = f"{value}/{year.value}-{int(token.value_to):02}"
        yield _Event(token.start, token.end, value)
