"""What translators may do with figures: say one otherwise, repeat one, write out a name's, make a name precise."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from heitu.proof.numbers import chinese_words
from heitu.proof.numbers.matching import RANKED, fits
from heitu.proof.numbers.quantity import COUNT, DAY, LABEL, MONTH, PLAN, RATIO, YEAR, Both, Stated
from heitu.proof.numbers.years import likeness

_UNSHOWN = frozenset({COUNT, LABEL, PLAN, YEAR, MONTH, DAY})  # what a numeral without a unit may be
_LAST_YEAR = re.compile(
    r"\b(?:(?:this|last|next|the (?:past|previous|current|same)|that|a) year|the year just (?:passed|past|ended|gone))\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\b(?:both|each|equally)\b", re.IGNORECASE)
_NEAR = 30
_PERIOD = re.compile(r"(\d{4})[-–](\d{4})")
_WHOLE_EN = re.compile(
    r"\b(?:all(?!-)|every|full|fully|complete(?:ly)?|entire(?:ly)?|universal|whole)\b", re.IGNORECASE
)
_WHOLE = re.compile("全(?:覆盖|部|额|员)|百分百|均|都")
_MEETING, _GAMES = re.compile("(?<!社)会(?!计|员|费)|论坛|节"), re.compile("冬?残?奥(?:运|会)|运动会|博览会|世博|杯|节")
_EVENT = re.compile(
    r"建国|(?:新中国|共和国|特区|自治区)成立|改革开放|解放|战争|抗战|起义|革命|入世|加入世|[一二三四五六七八九十]大(?:以来|上|提出|召开)|全会|周年"
)
_CHANGE = re.compile("增长|增加|提高|上升|上涨|下降|降低|减少|回落")
_THAN = re.compile(r"\b(?:over|than|from|with|to)(?: (?:in|that (?:in|of)|those (?:in|of)|the end of))? $")
_ROUND_THE_CLOCK = re.compile(r"\b(?:a?round[- ]the[- ]clock|24/7)")
_DAY = 86_400
_THIS_AND_NEXT = re.compile(r"\bthis year and (?:the )?next\b|\bthis and next year\b", re.IGNORECASE)
_OF_A_YEAR = 2  # so likely a place of a year is "for 2016," (`likeness`)
_THESE_YEARS = re.compile(r"\b(?:the|these)(?: (?:past|last|next|coming|previous))? #[a-z]+ years$")
_CAPITAL = re.compile(r" [A-Z]")
_PLAN, _IN_BRACKETS = re.compile("规划|纲要|计划|方案|行动"), re.compile(r"\(#[-–]|[-–]#\)")


def is_said_otherwise(both: Both, matched: Iterable[Stated], figure: Stated) -> bool:
    """Whether English says a Chinese figure that it lacks in other words.

    That is: 2017年 as last year; the “十四五” as 2021–2025; a year, or figures of "both", once for twice. `matched` are
    the English figures that have their Chinese ones.
    """
    if figure.base == "秒" and figure.readings[0].value == _DAY and _ROUND_THE_CLOCK.search(both.en.text):
        return True
    if figure.base == RATIO and figure.readings[0].value == 1 and _WHOLE_EN.search(both.en.text):
        return True
    if both.zh.text[: figure.start].endswith("今明") and _THIS_AND_NEXT.search(both.en.text):
        return True
    if figure.base == YEAR and _LAST_YEAR.search(both.en.text) and not chinese_words.names_a_year(both.zh.text):
        return True
    period = chinese_words.plans(both.zh.text).get(figure.readings[0].value) if figure.base == PLAN else None
    numbered = any(e.base == PLAN for e in both.en.figures)
    if (
        period
        and not numbered
        and {r.value for e in both.en.figures for r in e.readings if r.base == YEAR} >= set(period)
    ):
        return True
    twins = (e for e in matched if fits(figure, e))
    return any(
        figure.role == "date" or _BOTH.search(both.en.text, max(e.start - _NEAR, 0), e.end + _NEAR) for e in twins
    )


def is_in_chinese(both: Both, figure: Stated) -> bool:
    """Whether an English figure that matches none is in the Chinese all the same.

    That is: said twice in English; in a name or word of the Chinese (十九大, 三农); 100 % for all; the year of 今年.
    """
    if figure.base == YEAR and _runs_backwards(both, figure):
        return False
    if any(fits(one, figure) for one in both.zh.figures):
        return True
    first = figure.readings[0]
    values = chinese_words.supply(_without_counts(both) if figure.role in ("name", "rank") else both.zh.text)
    if figure.base in _UNSHOWN and any(r.base in _UNSHOWN and r.value in values for r in figure.readings):
        return True
    if figure.base not in _UNSHOWN and figure.printed[0].isalpha() and {first.value / first.unit, first.value} & values:
        return True  # two or three years for 两三年, one gigawatt for 百万千瓦
    if figure.base == "月":
        return _is_duration_meant(both, first.value)
    whole = figure.base == RATIO and first.value == 1 and _WHOLE.search(both.zh.text) is not None
    return whole or (figure.base == YEAR and _is_year_meant(both, figure))


def _is_compared_with(both: Both, figure: Stated) -> bool:
    """Whether a rise is said to be "over 2014" where Chinese leaves the year before unsaid."""
    changes = _CHANGE.search(both.zh.text) and not any(one.base == YEAR for one in both.zh.figures)
    return bool(changes) and _THAN.search(both.en.text[: figure.start]) is not None


def _is_duration_meant(both: Both, months: Fraction) -> bool:
    """11 consecutive years for “十一连增”, the first nine months for 前三季度."""
    text = both.zh.text
    return months / 12 in chinese_words.in_a_row(text) or months in chinese_words.months(text)


def _runs_backwards(both: Both, figure: Stated) -> bool:
    """Whether a year is one of a period like 2025–2021."""
    period = _PERIOD.search(both.en.text, max(figure.start - 5, 0), figure.end + 5)
    return period is not None and period[1] >= period[2]


def _without_counts(both: Both) -> str:
    """The Chinese sentence without the figures that count something, which are no ranks and no part of a name."""
    text = both.zh.text
    for one in both.zh.figures:
        if one.role == "figure" and one.base == COUNT and one.printed[0].isdecimal() and one.printed[-1] not in RANKED:
            text = text[: one.start] + "，" * (one.end - one.start) + text[one.end :]
    return text


def _is_year_meant(both: Both, figure: Stated) -> bool:
    """Whether a year is one that the Chinese means by 今年 or 去年, or the first or last of a plan."""
    value = figure.readings[0].value
    if any(value in period for period in chinese_words.plans(both.zh.text).values()):
        return True
    if both.year:
        return value in chinese_words.years_meant(both.zh.text, both.year)
    in_period = _PERIOD.search(both.en.text, max(figure.start - 5, 0), figure.end + 5)
    return chinese_words.names_a_year(both.zh.text) and not in_period


def may_be_meant(both: Both, figure: Stated) -> bool:
    """Whether a year may stand for 今年 or 去年 beside other years: one that the date of the text or its neighbour gives."""
    value = figure.readings[0].value
    if both.year:
        return value in chinese_words.years_meant(both.zh.text, both.year)
    years = {r.value for one in both.zh.figures if one.base == YEAR for r in one.readings}
    return value + 1 in years and chinese_words.names_a_year(both.zh.text)


def _is_context(both: Both, figure: Stated) -> bool:
    """Whether a time is one that a report has from its context: in 2016, over the past five years.

    Its Chinese must have no time of that kind that this could be a slip for.
    """
    if any(figure.base in one.bases for one in both.zh.figures):
        return False
    if figure.base == YEAR:
        near = not both.year or abs(figure.readings[0].value - both.year) <= 1
        told = chinese_words.plans(both.zh.text) or _PERIOD.search(both.en.text)
        return near and not told and likeness(both.en.text, figure) >= _OF_A_YEAR
    in_words = figure.base == "月" and figure.printed[0].isalpha()
    return in_words and _THESE_YEARS.search(f"{both.en.text[: figure.start]}#{figure.printed}") is not None


def makes_precise(both: Both, figure: Stated) -> bool:
    """Whether a figure that only English has makes a name precise: the 22nd APEC Meeting, an Outline (2021–2025)."""
    if figure.base == YEAR and _runs_backwards(both, figure):
        return False
    before, after = both.en.text[max(figure.start - 6, 0) : figure.start], both.en.text[figure.end : figure.end + 6]
    plan = _PLAN.search(both.zh.text) and not chinese_words.plans(both.zh.text)
    if figure.base == YEAR and plan and _IN_BRACKETS.search(f"{before}#{after}"):
        return True
    if figure.base == YEAR and (_EVENT.search(both.zh.text) or _is_compared_with(both, figure)):
        return True
    if _is_context(both, figure):
        return True
    event = _MEETING if figure.role == "rank" else _GAMES if figure.base == YEAR else None
    return event is not None and event.search(both.zh.text) is not None and _CAPITAL.match(after) is not None
