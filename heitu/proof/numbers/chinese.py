"""The figures of a Chinese sentence as the comparison needs them, and the numerals in its words that a translator may use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from heitu.figures import Measure, Token, in_base, measures
from heitu.figures.numerals import number
from heitu.proof.numbers.quantity import (
    CLOCK,
    COUNT,
    DAY,
    DECADE,
    FACTOR,
    MONTH,
    PLAN,
    RATIO,
    YEAR,
    Reading,
    Role,
    Stated,
    step_of,
)
from heitu.proof.numbers.wording import OVER, chinese_qualifier

_HAN = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
_DIGITS = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_LABEL = re.compile("(?:[0-9]+|[A-Z])(?:[+＋:：∶](?:[0-9]+|[A-Z]))+")  # 3+1, 9+X, 3:1
_NARROW = str.maketrans("＋：∶", "+::")
_OTHER_NUMERALS = {"半": Fraction(1, 2), "双": Fraction(2), "首": Fraction(1), "元旦": Fraction(1), "初": Fraction(1)}
_COUNTED = {"人": "persons", "人次": "person-times", "户": "households"}
_COUNTING = frozenset({"count", "persons", "person-times", "households", "number", "score", "grade", "ordinal"})
_SMALL = 10  # Chinese numerals up to here often only name a thing: 三大攻坚战, 两岸
_PLAN = re.compile('(?P<n>[一二]?十[一二三四五六七八九]?)五(?=[”"]?(?:规划|计划|期间|时期|以来|末)|[”"])')
_CONGRESS = re.compile("党的?(?P<n>[二三]?十[一二三四五六七八九]?)大")
_TERM = re.compile("(?<!第)(?P<n>[二三]?十[一二三四五六七八九]?)届")
_GROWS = re.compile("(?:增长|增加|提高|提升|扩大|上升|上涨|多|高|快)了?(?:近|约|超过?|逾|不止)?$")
_QUALIFIED = re.compile("(至少|最少|至多|最多|不低于|不超过|超过)(?:有|是|为|降低|提高|增加|减少|增长|下降)$")
_SINCE_JANUARY = re.compile("(?<![0-9])1月?份?[至到—–~-]+[0-9]+月")
_DECADE = re.compile("[0-9]+年代|[一二三四五六七八九]十年代")
_JOINS = ("、", "和", "至", "到", "或", "-", "—")
_RELATIVE = re.compile("今年|本年|去年|上年|前年|明年|[过下]去?一年|一年来|当年|同年|全年|新的?一年")


def figures(text: str, names: re.Pattern[str] | None = None, year: int | None = None) -> tuple[Stated, ...]:
    """The figures of a Chinese sentence in order; ranges and dates in parts, names made of digits too.

    >>> [(f.printed, f.base, str(f.readings[0].value)) for f in figures("5月建成3.3万亩,3至5年覆盖5G网络")]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('5月', 'month', '5'), ('3.3万亩', '平方米', '22000000'), ('3至5年', '月', '36'), ('3至5年', '月', '60'),
     ('5', 'count', '5')]
    """
    found = measures(text, names, year)
    stated = [each for measure in found for each in _of(text, measure)]
    covered = [(m.token.start, m.token.end) for m in found]
    for match in _LABEL.finditer(text):
        if any(start <= match.start() < end for start, end in covered):
            continue
        label = match[0].translate(_NARROW)
        covered.append(match.span())
        stated.append(Stated(match.start(), match.end(), match[0], (Reading(label, Fraction(1)),), "name"))
    for match in _DIGITS.finditer(text):
        if not any(start <= match.start() < end for start, end in covered):
            value = number(match[0])
            if value is not None:
                stated.append(Stated(match.start(), match.end(), match[0], (Reading(COUNT, value),), "name"))
    stated += _ordered(text, covered)
    return tuple(_with_shared_units(text, sorted(stated, key=lambda s: s.start)))


def _ordered(text: str, covered: list[tuple[int, int]]) -> Iterator[Stated]:
    """Plans, congresses and terms of office that are counted: “十四五” is the 14th Five-Year Plan, of 2021 to 2025."""
    for pattern in (_PLAN, _CONGRESS, _TERM):
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in covered):
                continue
            value = number(match["n"]) or Fraction(0)
            yield Stated(
                match.start(), match.end(), match[0], (Reading(PLAN if pattern is _PLAN else COUNT, value),), "rank"
            )


def plans(text: str) -> dict[Fraction, tuple[Fraction, Fraction]]:
    """The five-year plans that a text names, by their ordinals, with their first and last years."""
    ordinals = [number(match["n"]) or Fraction(0) for match in _PLAN.finditer(text)]
    return {ordinal: plan_years(ordinal) for ordinal in ordinals}


def plan_years(ordinal: Fraction) -> tuple[Fraction, Fraction]:
    """The first and the last year of a five-year plan; the first one began in 1953, they are without a gap since 1966.

    >>> [int(year) for year in plan_years(Fraction(14))]
    [2021, 2025]
    """
    return 1951 + 5 * ordinal, 1955 + 5 * ordinal


def supply(text: str) -> frozenset[Fraction]:
    """The values that numerals of a text have by themselves, in words and names: 三农 3, 十九大 19, 九二共识 92 and 1992.

    >>> sorted(map(int, supply("“十四五”规划和九二共识")))
    [2, 4, 5, 9, 10, 14, 45, 92, 1945, 1992]
    """
    values = {value for word, value in _OTHER_NUMERALS.items() if word in text}
    for match in _HAN.finditer(text):
        run = match[0]
        for low in range(len(run)):
            for high in range(low + 1, min(len(run), low + 9) + 1):
                part = run[low:high]
                if (value := number(part)) is not None:
                    values.add(value)
                digits = [number(c) for c in part]
                if len(part) > 1 and all(d is not None and d < 10 for d in digits):
                    value = Fraction("".join(str(d) for d in digits))
                    values |= {value, 1900 + value} if len(part) == 2 else {value}
    values |= {v for match in _DIGITS.finditer(text) if (v := number(match[0])) is not None}
    return frozenset(values)


def names_a_year(text: str) -> bool:
    """Whether a year is meant that only the date of the text tells: 今年, 去年, 一年来."""
    return _RELATIVE.search(text) is not None


def _of(text: str, measure: Measure) -> Iterator[Stated]:
    token = measure.token
    role: Role = "figure"
    if token.unit == "世纪" and _DECADE.match(text, token.end):
        return  # 20世纪80年代 is 1980s
    if token.dimension == "date" and token.unit not in ("年代", "世纪"):
        yield from _dates(text, token)
        return
    if token.dimension == "ordinal" or token.unit == "强":
        role = "rank"
    for value in (token.value, token.value_to):
        if value is None:
            continue
        readings = tuple(_readings(text, token, value))
        counts = readings[0].base == COUNT
        small = (token.han and counts and value <= _SMALL) or (
            value == 1 and token.value_to is None and readings[0].base in (COUNT, "月", "秒")
        )
        yield Stated(
            token.start,
            token.end,
            text[token.start : token.end],
            readings,
            role,
            required=bool(value) and not small,
            qualifier=_qualifier(text, measure),
            counted=_COUNTED.get(UNIT_ALIASES.get(token.unit, token.unit), ""),
            per=token.unit.partition("/")[2],
            noun=measure.subject,
        )


UNIT_ALIASES = {"名": "人", "户次": "人次"}


def _qualifier(text: str, measure: Measure) -> str:
    """Whether it is more, less or about; also 过半, and 至少有1人, where a verb stands between."""
    token = measure.token
    before = _QUALIFIED.search(text[max(token.start - 6, 0) : token.start])
    words = before[1] if before and not measure.qualifier else measure.qualifier
    if token.value_to is not None:
        return ""
    return OVER if text.startswith("过半", token.start) else chinese_qualifier(words)


def _readings(text: str, token: Token, value: Fraction) -> Iterator[Reading]:
    upper = token.unit.partition("/")[0]
    if token.unit == "年代":
        yield from (Reading(DECADE, value if value > 1000 else century + value) for century in (1900, 1800, 2000))
    elif token.dimension in _COUNTING or token.unit == "世纪":
        yield Reading(COUNT, value, step=step_of(value))
        if upper == "级" and value >= 10_000:
            yield Reading("元", value)  # 百亿级产业
        if upper == "度":
            yield Reading("千瓦时", value)
    elif token.unit in ("倍", "番"):
        yield from _multiples(token.unit, value, grows=_GROWS.search(text[: token.start]) is not None)
    else:
        one, base = in_base(Fraction(1), upper)
        size = one if base else Fraction(1)
        base = base or RATIO
        if token.unit and base == RATIO:
            size = one
        yield Reading(base, value * size, size, step_of(value) * size)
        if token.unit in ("岁", "周岁"):
            yield Reading(COUNT, value)  # children under three
        if base == RATIO and (value * size >= 1 or value * size == Fraction(1, 2)):
            # 增长100%: doubled; 减少一半: halved
            yield Reading(FACTOR, value * size + 1 if value * size >= 1 else value * size)
        if token.unit == "折":
            yield Reading(RATIO, 1 - value * size)
        if value < 0:
            yield Reading(base, -value * size, size, step_of(value) * size)


def _multiples(unit: str, value: Fraction, *, grows: bool) -> Iterator[Reading]:
    """增长1.5倍 makes 2.5 times what was, 是1.5倍 makes 1.5; percentages and "times" stand for either in English."""
    times = Fraction(2) ** int(value) if unit == "番" else value + 1 if grows else value
    yield Reading(FACTOR, times)
    yield Reading(RATIO, times)
    yield Reading(RATIO, times - 1)


def _dates(text: str, token: Token) -> Iterator[Stated]:
    """Year, month and day apart: English may say the year once for several months, or not at all."""
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


def years_meant(text: str, year: int) -> frozenset[int]:
    """The years that 今年, 去年 and the like may be in a text of that year."""
    return frozenset(year + offset for words, offset in _YEARS_MEANT if words.search(text))


_YEARS_MEANT = (
    (re.compile("今年|本年|全年|年内|当前"), 0),
    (re.compile("去年|上年|过去一年|一年来|[过近]一年|当年"), -1),
    (re.compile("前年"), -2),
    (re.compile("明年|下一?年"), 1),
)
