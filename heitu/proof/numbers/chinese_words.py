"""Numerals in the words of a Chinese sentence: plans, names and set phrases, and years that only its date tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from heitu.figures.digits import step_of
from heitu.figures.numerals import number
from heitu.proof.numbers.quantity import COUNT, PLAN, RATIO, Reading, Role, Stated
from heitu.proof.numbers.wording import chinese_qualifier

_HAN = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
DIGITS = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?")
_OTHER_NUMERALS = {
    "半": Fraction(1, 2),
    "双": Fraction(2),
    "首": Fraction(1),
    "元旦": Fraction(1),
    "初": Fraction(1),
    "义务教育": Fraction(9),
}
_QUARTERS = re.compile("前?([一二两三四1-4])个?季度")
_IN_A_ROW = re.compile(f"({_HAN.pattern})连[增涨丰冠升降快跳]")
_LONGEST = 9  # Chinese numerals in one word
_TEN = "[一二三]?十[一二三四五六七八九]?"
_PLAN = re.compile(f'(?P<n>{_TEN})五(?=[”"]?(?:规划|计划|期间|时期|以来|末)|[”"])')
_BY_WORDS: tuple[tuple[re.Pattern[str], str, Role], ...] = (
    (re.compile("(?<=[增长升降减占了])(?P<said>[近约超]?)(?P<n>一)成(?![不立员为果功本熟])"), RATIO, "figure"),
    (_PLAN, PLAN, "rank"),
    (re.compile(f"党的?(?P<n>{_TEN})大"), COUNT, "rank"),
    (re.compile(f"(?<!第)(?P<n>{_TEN})届"), COUNT, "rank"),
    (re.compile(f"(?P<n>{_HAN.pattern})(?:号(?!召|码|称|角|令|外)|国集团)"), COUNT, "name"),
    (re.compile("(?P<said>近|约|超过?|逾|突破)(?P<n>[一二三四五六七八九十百千]{1,4}[万亿])"), COUNT, "figure"),
    (
        re.compile("(?P<n>[一二两三四五六七八九][十百千一二三四五六七八九]*(?P<said>[多余])[万亿]{1,2})"),
        COUNT,
        "figure",
    ),
)
_YEARS_MEANT = (
    (re.compile("今年|本年|全年|年内|年[初中底末]|新的?一年"), 0),
    # What is published in spring tells of the year before: its 全年, and its 上年.
    (re.compile("去年|上年|过去一年|一年来|[过近]一年|当年|同年|全年|年[底末]"), -1),
    (re.compile("前年|上年"), -2),
    (re.compile("明年|下一?年"), 1),
)


def counted_by_words(text: str, covered: Iterable[tuple[int, int]]) -> Iterator[Stated]:
    """What Chinese numerals count in words that `heitu.figures` takes for names, and English must have.

    “十四五” is the 14th Five-Year Plan, 十九届 the 19th term, 嫦娥六号 Chang'e-6, 近千万家庭 nearly ten million families.
    `covered` are the places of the figures that are read already.
    """
    for pattern, base, role in _BY_WORDS:
        for match in pattern.finditer(text):
            start, end = match.span("n")
            if any(low < end and start < high for low, high in covered):
                continue
            value = (number(match["n"]) or Fraction(0)) / (10 if base == RATIO else 1)
            needed = not match["n"].startswith("一") or len(match["n"]) > 1  # 一号 is often "one number", 一届 "a term"
            said = chinese_qualifier(match["said"]) if "said" in pattern.groupindex else ""
            yield Stated(*match.span(), match[0], (Reading(base, value, step=step_of(value)),), role, needed, said)


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
        for low in range(len(match[0])):
            for high in range(low + 1, low + _LONGEST + 1):
                values |= _values(match[0][low:high])
    values |= {value for match in DIGITS.finditer(text) if (value := number(match[0])) is not None}
    return frozenset(values)


def _values(numerals: str) -> set[Fraction]:
    """As a numeral, and digit by digit: 九二 is also 92 and 1992."""
    whole = number(numerals)
    values = set() if whole is None else {whole}
    digits = [number(numeral) for numeral in numerals]
    if len(digits) > 1 and all(digit is not None and digit < 10 for digit in digits):
        joined = Fraction("".join(map(str, digits)))
        values |= {joined, 1900 + joined} if len(digits) == 2 else {joined}
    return values


def in_a_row(text: str) -> frozenset[Fraction]:
    """How many years something went on: “十一连增”."""
    return frozenset(value for match in _IN_A_ROW.finditer(text) if (value := number(match[1])) is not None)


def months(text: str) -> frozenset[Fraction]:
    """How many months the quarters and halves of years are that a text names.

    >>> sorted(map(int, months("前三季度增长，上半年下降")))
    [6, 9]
    """
    found = {3 * (number(match[1]) or Fraction(0)) for match in _QUARTERS.finditer(text)}
    return frozenset(found | ({Fraction(6)} if "半年" in text else set()))


def names_a_year(text: str) -> bool:
    """Whether a year is meant that only the date of the text tells: 今年, 去年, 一年来."""
    return any(words.search(text) for words, _ in _YEARS_MEANT)


def years_meant(text: str, year: int) -> frozenset[int]:
    """The years that 今年, 去年 and the like may be in a text of that year.

    >>> sorted(years_meant("去年增长，今年下降", 2022))
    [2021, 2022]
    """
    return frozenset(year + offset for words, offset in _YEARS_MEANT if words.search(text))
