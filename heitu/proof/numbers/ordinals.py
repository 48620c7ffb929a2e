"""Parts of a year and ordinals in words: 前三季度 and the first two quarters, 上半年 and the second half, 首个 and the second.

Number words up to ten need no counterpart elsewhere, since much in both languages only sounds like counting. Here they
do: where either language has a part of a year, or a rank, that the other has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from heitu.figures.numerals import number
from heitu.proof.numbers import chinese_words, numerals
from heitu.proof.numbers.quantity import COUNT, Both, Reading, Sentence, Stated

_ZH_PARTS = re.compile(
    "(?P<half>[上下])半年|前(?P<first>[一二两三1-4])个?季度|前(?P<months>十一|[一二两三四五六七八九十]|1[01]|[1-9])个月"
    "|(?:第?(?P<low>[一二三1-3])[、和至到—–-])?第?(?P<quarter>[一二三四1-4])季度"
    "|(?<![0-9])1月?[至到—–-](?P<to>1[0-2]|[1-9])月"
)
_EN_PARTS = re.compile(
    r"\b(?:(?P<half>first|second|latter|last)[ -]half(?! of (?!(?:the )?(?:20|19|this|that|year|last|next)))"
    r"|first (?P<months>[a-z]+|1[01]|[1-9]) months|first (?P<first>two|three|2|3) quarters"
    r"|(?:(?P<low>first|second|third) (?:and|to) )?(?P<quarter>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))"
    r" quarters?)\b",
    re.IGNORECASE,
)
_PLACES = {"上": 1, "下": 2, "latter": 2}
_LAST = {"half": 2, "quarter": 4}

# 首 that ranks: the first of its kind, or for the first time.
_FIRST = re.compile("首(?:要|个|次|批|家|届|座|条|项|台|例|创|位|支|套|部|张|只|艘|架|所|名|笔|单|期)")
_NAMED_ZH = re.compile(  # 第一书记, 第二产业 and 二产, which are no figures
    "第(?P<n>[一二三四五六七八九十])(?![一二三四五六七八九十百千])|(?<![第零一二三四五六七八九十])(?P<m>[一二三])产业?(?!品)"
)
_SECTOR_EN = re.compile(r"\b(?P<word>primary|secondary|tertiary)(?= (?:industr|sector))", re.IGNORECASE)
_SECTORS = {"primary": 1, "secondary": 2, "tertiary": 3}
# Ordinals that rank nothing: Second, we will; first-class; the first half, which is a part.
_RANKS_NOTHING = re.compile(
    r",|:|[- ](?:hand|rate|party|class|generation|half|quarters?|halves|to none|thought|nature|of all)\b"
    rf"| (?:{'|'.join(numerals.SMALL)}|\d+) "
)
_HIGHEST = 10


def contradictions(both: Both) -> Iterator[tuple[Stated, Stated]]:
    """What is named in Chinese and not in English, with what is named in English in its place.

    >>> from heitu.proof.numbers import compare_numbers
    >>> [d.en for d in compare_numbers("上半年建成全国首个中心", "the second centre in the country, built in the second half")]
    ['second half', 'second']
    """
    for chinese, english in (
        (list(_parts(both.zh.text, _ZH_PARTS)), list(_parts(both.en.text, _EN_PARTS))),
        (list(_chinese_ranks(both.zh)), list(_english_ranks(both))),
    ):
        named = {figure.readings[0] for figure in chinese}
        names = Counter(figure.readings[0] for figure in english)
        if chinese and chinese[0].base == COUNT:
            ranks = (figure for figure in both.en.figures if figure.role == "rank")
            names |= Counter(reading for figure in ranks for reading in set(figure.readings))
        missing = []
        for figure in chinese:
            if names[figure.readings[0]] > 0:
                names[figure.readings[0]] -= 1  # two that are first must be first twice, if another rank stands there
            else:
                missing.append(figure)
        yield from zip(missing, [figure for figure in english if figure.readings[0] not in named], strict=False)


def _parts(text: str, pattern: re.Pattern[str]) -> Iterator[Stated]:
    """The parts of a year, each by its first and last month."""
    for match in pattern.finditer(text):
        found = {name: value for name, value in match.groupdict().items() if value}
        name, words = list(found.items())[-1]
        last = _LAST.get(name, 0) if words.lower() in ("last", "final") else _value(words)
        first = 1 if name in ("first", "months", "to") else _value(found.get("low", "")) or last
        each = {"half": 6, "first": 3, "quarter": 3}.get(name, 1)
        start, end = (first - 1) * each + 1, last * each
        if last:
            yield Stated(*match.span(), match[0], (Reading(f"months from {start}", Fraction(end)),), "date")


def _value(words: str) -> int:
    lowered = words.lower()
    if lowered in _PLACES:
        return _PLACES[lowered]
    if lowered in numerals.ORDINALS:
        return numerals.ORDINALS[lowered]
    if lowered in numerals.SMALL:
        return numerals.SMALL[lowered]
    return int(number(re.sub("(?:st|nd|rd|th)$", "", lowered)) or 0)


def _chinese_ranks(zh: Sentence) -> Iterator[Stated]:
    """首个, 第三, 第二产业: up to ten."""
    for figure in zh.figures:
        if figure.role == "rank" and figure.printed.startswith("第") and figure.readings[0].value <= _HIGHEST:
            yield Stated(figure.start, figure.end, figure.printed, (Reading(COUNT, figure.readings[0].value),), "rank")
    for match in _FIRST.finditer(zh.text):
        yield Stated(*match.span(), match[0], (Reading(COUNT, Fraction(1)),), "rank")
    for match in _NAMED_ZH.finditer(zh.text):
        if not any(figure.start <= match.start() < figure.end for figure in zh.figures):
            value = number(match["n"] or match["m"]) or Fraction(0)
            yield Stated(*match.span(), match[0], (Reading(COUNT, value),), "rank")


def _english_ranks(both: Both) -> Iterator[Stated]:
    """Ordinals up to ten that no numeral of the Chinese explains."""
    supplied = chinese_words.supply(both.zh.text)
    for figure in both.en.figures:
        value = next((r.value for r in figure.readings if r.base == COUNT), Fraction(0))
        told = figure.role == "rank" and 0 < value <= _HIGHEST and value not in supplied
        if told and not _RANKS_NOTHING.match(both.en.text, figure.end):
            yield Stated(figure.start, figure.end, figure.printed, (Reading(COUNT, value),), "rank")
    for match in _SECTOR_EN.finditer(both.en.text):
        value = Fraction(_SECTORS[match["word"].lower()])
        yield Stated(*match.span(), match[0], (Reading(COUNT, value),), "rank")
