"""The figures of a Chinese sentence as the comparison needs them: those of `heitu.figures`, and its names with digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from heitu.figures import Measure, Token, in_base, measures
from heitu.figures.digits import step_of
from heitu.figures.numerals import number
from heitu.proof.numbers.chinese_words import DIGITS, counted_by_words
from heitu.proof.numbers.quantity import (
    CLOCK,
    COUNT,
    DAY,
    DECADE,
    FACTOR,
    LABEL,
    MONTH,
    RATIO,
    YEAR,
    Reading,
    Stated,
)
from heitu.proof.numbers.wording import OVER, chinese_qualifier

_PART = r"(?:[0-9]+(?:\.[0-9]+)?|[A-Z])"
_LABEL = re.compile(rf"{_PART}(?:[+＋:：∶]{_PART})+")  # 3+1, 9+X, 3.1:1
# 5G and C919, but not 10W: one capital letter that is no unit.
_OF_A_NAME = re.compile("[A-Z](?<![A-Z]{2})[0-9.]+(?![0-9])|[0-9.]+[A-JM-SUX-Z](?![A-Za-z])")
_BEFORE_CHRIST = re.compile("公元前?$")
_INTENSITY = re.compile("国?内?生产总值|GDP|(?:工业)?增加值|产值")  # 万元产值能耗 is energy intensity
_HALF = Fraction(1, 2)
_NARROW = str.maketrans("＋：∶", "+::")
_COUNTED = {"人": "persons", "名": "persons", "人次": "person-times", "户次": "person-times", "户": "households"}
_COUNTING = frozenset({"count", "persons", "person-times", "households", "number", "score", "grade", "ordinal"})
_SMALL = 10  # Chinese numerals up to here often only name a thing: 三大攻坚战, 两岸
_GROWS = re.compile("(?:翻|增长|增加|提高|提升|扩大|上升|上涨|多|高|快)了?(?:近|约|超过?|逾|不止)?$")
_QUALIFIED = re.compile("(至少|最少|至多|最多|不低于|不超过|超过)(?:有|是|为|降低|提高|增加|减少|增长|下降)$")
_SINCE_JANUARY = re.compile("(?<![0-9])1月?份?[至到—–~-]+[0-9]+月")
_DECADE = re.compile("[0-9]+年代|[一二三四五六七八九]十年代")
_JOINS = ("、", "和", "至", "到", "或", "-", "—")


def figures(text: str, names: re.Pattern[str] | None = None, year: int | None = None) -> tuple[Stated, ...]:
    """The figures of a Chinese sentence in order; ranges and dates in parts, names made of digits too.

    >>> [(f.printed, f.base, str(f.readings[0].value)) for f in figures("5月建成3.3万亩,3至5年覆盖5G网络")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('5月', 'month', '5'), ('3.3万亩', '平方米', '22000000'), ('3至5年', '月', '36'), ('3至5年', '月', '60'),
     ('5', 'label', '5')]
    """
    # 2:1 alone may be a ratio, which is read there; 7.9:40.5:51.6 is none.
    labels = [(m.start() - (len(re.findall(_PART, m[0])) > 2), m.end()) for m in _LABEL.finditer(text)]
    found = [m for m in measures(text, names, year) if not any(a < m.token.start < m.token.end <= b for a, b in labels)]
    stated = [each for measure in found for each in _of(text, measure)]
    covered = [(measure.token.start, measure.token.end) for measure in found]
    for pattern, reading in ((_LABEL, _label), (DIGITS, _bare)):
        for match in pattern.finditer(text):
            if any(start <= match.start() < end for start, end in covered):
                continue
            covered.append(match.span())
            stated.append(Stated(*match.span(), match[0], (reading(match),), "name"))
    stated += counted_by_words(text, covered)
    return tuple(_with_shared_units(text, sorted(stated, key=lambda s: s.start)))


def _label(match: re.Match[str]) -> Reading:
    """3+1 is a name that is not to be taken apart."""
    return Reading(match[0].translate(_NARROW), Fraction(1))


def _bare(match: re.Match[str]) -> Reading:
    """Digits alone, or with the letter of a name: a 5 that counts something is no 5G."""
    named = _OF_A_NAME.match(match.string, match.start()) or _OF_A_NAME.match(match.string, max(match.start() - 1, 0))
    return Reading(LABEL if named else COUNT, number(match[0]) or Fraction(0))


def _of(text: str, measure: Measure) -> Iterator[Stated]:
    """The figures of one measure: both ends of a range, the parts of a date."""
    token = measure.token
    if token.unit == "世纪" and _DECADE.match(text, token.end):
        return  # 20世纪80年代 is 1980s
    if token.unit == "年" and token.value_to is None and _BEFORE_CHRIST.search(text, 0, token.start):
        yield Stated(token.start, token.end, text[token.start : token.end], (Reading(YEAR, token.value),), "date")
        return
    if token.dimension == "date" and token.unit not in ("年代", "世纪"):
        yield from _dates(text, token)
        return
    for end in (token.value, token.value_to):
        value = end + _HALF if end and token.unit in ("成", "倍") and text.startswith("半", token.end) else end
        if value is not None:
            readings = tuple(_readings(text, token, value))
            yield Stated(
                token.start,
                token.end,
                text[token.start : token.end],
                readings,
                "rank" if token.dimension == "ordinal" or token.unit in ("强", "世纪") else "figure",
                required=_is_required(text, token, value, readings[0].base),
                qualifier=_qualifier(text, measure),
                counted=_COUNTED.get(token.unit, ""),
                noun=measure.subject,
            )


def _is_required(text: str, token: Token, value: Fraction, base: str) -> bool:
    """English need not have 0 (0至3岁), one of a kind (1个, 1年), or a small number in Chinese characters (两级)."""
    if base == COUNT and token.han and value <= _SMALL:
        return False
    if token.han and base == "元" and _INTENSITY.match(text, token.end):
        return False
    alone = value == 1 and token.value_to is None and base in (COUNT, "月", "秒")
    return bool(value) and not alone


def _qualifier(text: str, measure: Measure) -> str:
    """Whether it is more, less or about; also 过半, and 至少有1人, where a verb stands between."""
    token = measure.token
    before = _QUALIFIED.search(text[max(token.start - 6, 0) : token.start])
    words = before[1] if before and not measure.qualifier else measure.qualifier
    if token.value_to is not None:
        return ""
    return OVER if text.startswith("过半", token.start) else chinese_qualifier(words)


def _readings(text: str, token: Token, value: Fraction) -> Iterator[Reading]:
    unit = token.unit.partition("/")[0]
    if unit == "年代":
        yield from (Reading(DECADE, value if value > 1000 else century + value) for century in (1900, 1800, 2000))
    elif token.dimension in _COUNTING or unit == "世纪":
        yield Reading(COUNT, value, step=step_of(value))
        if unit == "个" and text.startswith("亿", token.end):
            yield from (Reading(base, value * 10**8) for base in ("元", COUNT))  # 10个亿
        if unit == "级" and value >= 10_000:
            yield Reading("元", value)  # 百亿级产业
        if unit == "度":
            yield Reading("千瓦时", value)
    elif unit in ("倍", "番"):
        yield from _multiples(unit, value, grows=_GROWS.search(text[: token.start]) is not None)
    else:
        yield from _measured(unit, value)


def _measured(unit: str, value: Fraction) -> Iterator[Reading]:
    """A value in base units, and what English may say instead."""
    size, base = in_base(Fraction(1), unit)
    share = value * size
    yield Reading(base or RATIO, share, size, step_of(value) * size)
    if unit in ("岁", "周岁"):
        yield Reading(COUNT, value)  # children under three
    if not base and share >= 1:
        yield Reading(FACTOR, share + 1)  # 增长100%: doubled
    if not base and share == Fraction(1, 2):
        yield Reading(FACTOR, share)  # 减少一半: halved
    if unit == "折":
        yield Reading(RATIO, 1 - share)  # 八折: 20 percent off
    if value < 0:
        yield Reading(base or RATIO, -share, size, step_of(value) * size)  # 增长-3%: fell by 3 percent


def _multiples(unit: str, value: Fraction, *, grows: bool) -> Iterator[Reading]:
    """增长1.5倍 makes 2.5 times what was, 是1.5倍 makes 1.5; percentages and "times" stand for either in English."""
    times = Fraction(2) ** int(value) if unit == "番" else value + 1 if grows else value
    yield Reading(FACTOR, times)
    yield Reading(RATIO, times)
    yield Reading(RATIO, times - 1)


def _dates(text: str, token: Token) -> Iterator[Stated]:
    """Year, month and day apart: English may say the year once for several months."""
    since_january = _SINCE_JANUARY.search(text, max(token.start - 4, 0), token.end + 4) is not None
    for value in (token.value, token.value_to):
        if value is None:
            continue
        for base, part in _parts(token.unit, int(value)):
            readings: tuple[Reading, ...] = (Reading(base, Fraction(part)),)
            if base == MONTH and since_january:
                readings += (Reading("月", Fraction(part)),)  # 1至6月: the first six months, the first half
            if base != MONTH or not since_january or part != 1:
                yield Stated(token.start, token.end, text[token.start : token.end], readings, "date")


def _parts(unit: str, digits: int) -> Iterator[tuple[str, int]]:
    if unit == "时分":
        yield CLOCK, digits
        return
    for base, sign in ((DAY, "日"), (MONTH, "月"), (YEAR, "年")):
        if sign in unit or (not unit and base == YEAR):
            size = 100 if base != YEAR else 10**6
            yield base, digits % size
            digits //= size


def _with_shared_units(text: str, stated: list[Stated]) -> Iterator[Stated]:
    """提高3、5个百分点: a bare number before another has its unit too."""
    for index, each in enumerate(stated):
        follower = stated[index + 1] if index + 1 < len(stated) else None
        bare = each.base == COUNT and each.role in ("figure", "name") and each.printed[-1].isdecimal()
        if bare and follower and follower.role == "figure" and text[each.end : follower.start] in _JOINS:
            model, value = follower.readings[0], each.readings[0].value
            shared = Reading(model.base, value * model.unit, model.unit, step_of(value) * model.unit)
            yield replace(each, readings=(shared, *each.readings), role="figure")
        else:
            yield each
