"""Figures by value: 493.3万亩 and 4,933,000 mu are one key, and so is the same area in hectares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache

from heitu.figures import UNITS, in_base
from heitu.figures.english import COUNTED, NAMED, spellings
from heitu.folding import fold_character_for_search

_MU = Fraction(2000, 3)  # square metres; by the mu, all other units of area are finite decimals


def value_postings(amounts: Iterable[tuple[int, str, int, int]]) -> dict[str, list[int]]:
    """Key -> the numbers of the units that have the value, ascending. `amounts` as in `Sheet`."""
    found: dict[str, set[int]] = {}
    for number, unit, numerator, denominator in amounts:
        if key := value_key(Fraction(numerator, denominator), unit):
            found.setdefault(key, set()).add(number)
    return {key: sorted(numbers) for key, numbers in found.items()}


def value_key(value: Fraction, unit: str) -> str:
    """The key of a value in a unit; "" where it is no finite decimal in the base unit.

    >>> value_key(Fraction(4933000), "亩"), value_key(Fraction(3, 2), "平方公里"), value_key(Fraction(1, 3), "元")
    ('亩:4933000', '亩:2250', '')
    """
    base, factor = base_of(unit)
    number = decimal(value * factor)
    return number and f"{base}:{number}"


@cache
def base_of(unit: str) -> tuple[str, Fraction]:
    """The base unit of a unit, and its size in it."""
    factor, base = in_base(Fraction(1), unit)
    upper, slash, lower = base.partition("/")
    if upper != "平方米":
        return base, factor
    return f"亩{slash}{lower}", factor / _MU


def decimal(value: Fraction) -> str:
    """A finite decimal in plain notation without zeros at its end; "" for any other value.

    >>> decimal(Fraction(8483, 10000)), decimal(Fraction(300)), decimal(Fraction(-1, 8)), decimal(Fraction(1, 3))
    ('0.8483', '300', '-0.125', '')
    """
    rest, places = value.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    while rest % 2 == 0:
        rest, places = rest // 2, places + 1
    while rest % 5 == 0:
        rest, places = rest // 5, places + 1
    if rest != 1:
        return ""
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def measures(units: Iterable[str]) -> Mapping[str, list[str]]:
    """Spelling, folded but for its blanks -> base unit and size: of every unit known in either language and of `units`."""
    found: dict[str, list[str]] = {}
    for spelling, unit in _spelled(units):
        base, factor = base_of(unit)
        if size := decimal(factor):
            folded = "".join(fold_character_for_search(character) or " " for character in spelling)
            found.setdefault(folded, [base, size])
    return {spelling: found[spelling] for spelling in sorted(found)}


def _spelled(units: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The Chinese spellings first: where one is English as well, it means the same."""
    yield from ((unit, unit) for unit in UNITS)
    for unit in UNITS.values():
        yield from ((spelling, unit.name) for form in unit.printed for spelling in spellings(form))
    for form, name in {**NAMED, **COUNTED}.items():
        yield from ((spelling, name) for spelling in spellings(form))
    yield from ((unit, unit) for unit in sorted(units))
