"""Which English figure renders which Chinese one: by value in base units, exactly but for conversions and "about"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from heitu.figures.digits import round_to, significant_digits
from heitu.proof.numbers.quantity import COUNT, Reading, Stated
from heitu.proof.numbers.wording import ABOUT, OVER, UNDER

RANKED = ("次", "大", "强", "佳")  # counters of what may be ranked: for the 3rd time, the top 10
_DIGITS = 3  # significant digits that a conversion must have
_COARSEST = Fraction(1, 20)  # "about" may round off at most a twentieth


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs of positions (Chinese, English), and the positions that are left on either side."""

    pairs: tuple[tuple[int, int], ...]
    chinese: tuple[int, ...]
    english: tuple[int, ...]


def match(chinese: Sequence[Stated], english: Sequence[Stated]) -> Matching:
    """Every Chinese figure with the English one that fits it; of several, the one nearest in order."""
    free = set(range(len(english)))
    pairs: list[tuple[int, int]] = []
    for exact in (True, False):
        taken = {z for z, _ in pairs}
        for z, figure in enumerate(chinese):
            fitting = [] if z in taken else [e for e in sorted(free) if fits(figure, english[e], exact=exact)]
            if fitting:
                best = min(fitting, key=lambda e: _distance(chinese, english, z, e))
                free.discard(best)
                pairs.append((z, best))
    pairs = _in_order(chinese, pairs)
    matched = {z for z, _ in pairs}
    return Matching(tuple(pairs), tuple(z for z in range(len(chinese)) if z not in matched), tuple(sorted(free)))


def _in_order(chinese: Sequence[Stated], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Figures of one value go with their renderings in the order in which they come."""
    alike: dict[Reading, list[tuple[int, int]]] = {}
    for z, e in pairs:
        alike.setdefault(chinese[z].readings[0], []).append((z, e))
    return sorted(
        (z, e)
        for group in alike.values()
        for z, e in zip(sorted(z for z, _ in group), sorted(e for _, e in group), strict=True)
    )


def fits(chinese: Stated, english: Stated, *, exact: bool = False) -> bool:
    """Whether two figures may be the same: in base units, with `exact` to the last digit."""
    if english.role == "name" and chinese.role != "name" and _is_no_figure(chinese, english):
        return False
    digits = any(character.isdecimal() for character in english.printed)
    if english.role == "rank" and digits and chinese.role == "figure" and chinese.base == COUNT:
        return chinese.printed[-1] in RANKED and chinese.readings[0].value == english.readings[0].value
    return any(
        z.value == e.value or (not exact and (is_conversion(z, e) or _is_approximation(z, e, english.qualifier)))
        for z, e in _comparable(chinese, english)
    )


def _is_no_figure(chinese: Stated, english: Stated) -> bool:
    """“321” is no figure, nor is the 5 of 5G one that counts something."""
    if english.printed.replace(",", "").isdecimal():
        return True
    counts = chinese.role == "figure" and chinese.base == COUNT
    return counts and not chinese.printed[-1].isdecimal() and chinese.printed[-1] != "国"


def is_conversion(chinese: Reading, english: Reading) -> bool:
    """Whether a value in another unit is right: to the digits of the source, or to more.

    >>> mu, hectare = Fraction(2000, 3), Fraction(10_000)
    >>> source = Reading("平方米", 4_933_000 * mu, mu, 1000 * mu)
    >>> [is_conversion(source, Reading("平方米", n * hectare, hectare, s * hectare)) for n, s in ((328_900, 100),
    ...     (328_867, 1), (330_000, 10_000))]
    [True, True, False]
    """
    if chinese.unit == english.unit or not english.step:
        return False
    digits = significant_digits(chinese.value / chinese.unit)
    if is_rounded(chinese, english, digits):
        return True
    finer = significant_digits(english.value / english.unit) >= digits
    return finer and abs(chinese.value - english.value) <= english.step / 2


def is_rounded(chinese: Reading, english: Reading, digits: int) -> bool:
    """Whether a value in another unit is rounded to so many significant digits."""
    return english.value / english.unit == round_to(chinese.value / english.unit, digits)


def is_conversion_of(chinese: Stated, english: Stated) -> bool:
    """Whether a figure in brackets is converted to the digits of its source, a zero at the end counted or not."""
    return any(
        z.value == e.value
        or any(
            is_rounded(z, e, digits)
            for digits in range(significant_digits(z.value / z.unit), _printed_digits(chinese, z) + 1)
        )
        for z, e in _comparable(chinese, english)
    )


def _printed_digits(chinese: Stated, reading: Reading) -> int:
    return significant_digits(reading.value / reading.unit, chinese.printed)


def is_otherwise_rounded(chinese: Stated, english: Stated) -> bool:
    """Whether a value in another unit agrees with the source, but to other digits: to three, or finer than it can tell.

    >>> jin, ton = Fraction(1, 2), Fraction(1000)
    >>> source = Stated(0, 0, "", (Reading("千克", 133 * 10**10 * jin, jin, 10**10 * jin),))
    >>> [is_otherwise_rounded(source, Stated(0, 0, "", (Reading("千克", n * 10**6 * ton, ton, 10**6 * ton),)))
    ...  for n in (664, 675)]
    [True, False]
    """
    return any(
        z.unit != e.unit
        and e.step
        and min(significant_digits(r.value / r.unit) for r in (z, e)) >= _DIGITS
        and _agree(z, e)
        for z, e in _comparable(chinese, english)
    )


def _agree(one: Reading, other: Reading) -> bool:
    """Whether either of two values is the other to the digits that it has."""
    return any(
        round_to(finer.value / coarser.unit, significant_digits(coarser.value / coarser.unit))
        == coarser.value / coarser.unit
        for finer, coarser in ((one, other), (other, one))
    )


def _is_approximation(chinese: Reading, english: Reading, qualifier: str) -> bool:
    """1351万 as about 13.5 million, more than 13 million or nearly 14 million."""
    off = english.value - chinese.value
    if not english.step or abs(off) > abs(chinese.value) * _COARSEST:
        return False
    if qualifier == ABOUT:
        return abs(off) <= english.step / 2
    if qualifier == OVER:
        return -english.step < off <= 0
    return qualifier == UNDER and 0 <= off < english.step


def _comparable(chinese: Stated, english: Stated) -> Iterator[tuple[Reading, Reading]]:
    for z in chinese.readings:
        for e in english.readings:
            if z.base == e.base:
                yield z, e


def _distance(chinese: Sequence[Stated], english: Sequence[Stated], z: int, e: int) -> tuple[bool, bool, bool, float]:
    """How ill two figures go together, apart from their values: role, unit, qualifier, place in the sentence."""
    one, other = chinese[z], english[e]
    place = abs((z + 1) / (len(chinese) + 1) - (e + 1) / (len(english) + 1))
    converted = one.readings[0].unit != other.readings[0].unit
    return (one.role == "date") != (other.role == "date"), converted, one.qualifier != other.qualifier, place
