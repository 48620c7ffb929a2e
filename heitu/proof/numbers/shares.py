"""Shares and multiples of an English sentence: one third, one in five, half a million, doubled, tenfold, a decade."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from heitu.proof.numbers import numerals
from heitu.proof.numbers.found import Form, Found, found, plain
from heitu.proof.numbers.quantity import COUNT, FACTOR, RATIO
from heitu.proof.numbers.units import UNIT, size
from heitu.proof.numbers.wording import OVER

_PARTS = "|".join(sorted(numerals.PARTS, key=len, reverse=True))
_MULTIPLES: Mapping[str, Fraction | int] = {  # by the beginning of the word
    "doubl": 2,
    "twice": 2,
    "tripl": 3,
    "trebl": 3,
    "quadrupl": 4,
    "quintupl": 5,
    "halv": Fraction(1, 2),
}


def _one_in(match: re.Match[str]) -> Iterator[Found]:
    yield found(match, [plain(RATIO, 1 / numerals.number(match["every"]))], required=False)


def _slash(match: re.Match[str]) -> Iterator[Found]:
    yield found(match, [plain(RATIO, Fraction(int(match["upper"]), int(match["lower"])))], required=True)


def _fraction(match: re.Match[str]) -> Iterator[Found]:
    """One third, which may be a rank as well; three quarters, which may be nine months."""
    top = Fraction(1) if match["top"] in ("a", "an", "another") else numerals.number(match["top"])
    part = match["part"]
    readings = [plain(RATIO, top / numerals.PARTS[part]), plain(COUNT, numerals.PARTS[part])]
    if part.startswith("quarter"):
        readings += [plain("月", top * 3), plain(COUNT, top)]
    yield found(match, readings, required=False)


def _half(match: re.Match[str]) -> Iterator[Found]:
    """A half, or the half of a year."""
    yield found(match, [plain(RATIO, Fraction(1, 2)), plain("月", 6)], required=False)


def _half_of(match: re.Match[str]) -> Iterator[Found]:
    """Half a million tonnes, half an hour."""
    value = Fraction(numerals.LARGE[match["large"]] if match["large"] else 1) / 2
    unit = match["halved"] or match["of"]
    base, each = size(unit) if unit else (COUNT, Fraction(1))
    yield found(match, [plain(base, value * each)], required=False)


def _fold(match: re.Match[str]) -> Iterator[Found]:
    yield found(match, [plain(RATIO, numerals.number(match["times"]))], required=match["times"][0].isdecimal())


def _multiple(match: re.Match[str]) -> Iterator[Found]:
    value = next(value for stem, value in _MULTIPLES.items() if match[0].lower().startswith(stem))
    yield found(match, [plain(FACTOR, value), plain(COUNT, value)], required=False)


def _vague(match: re.Match[str]) -> Iterator[Found]:
    """Tens of millions: more than ten million, at least; English needs it for no figure in particular."""
    value = Fraction(1)
    for word in match[0].lower().split(" of "):
        value *= {"tens": 10, "dozens": 12}.get(word) or numerals.LARGE[word[:-1]]
    figure = found(match, [plain(COUNT, value)], required=False)
    yield replace(figure, stated=replace(figure.stated, qualifier=OVER))


def _single(match: re.Match[str]) -> Iterator[Found]:
    """A percentage point, the past decade, the centenary: one of a unit without its number."""
    base, each = size(match["one"] or match["hundred"])
    yield found(match, [plain(base, each)], required=False)


def _both(match: re.Match[str]) -> Iterator[Found]:
    """Both levels are two."""
    yield found(match, [plain(COUNT, 2)], required=False)


SHARES: tuple[Form, ...] = (
    ("both", r"\b[Bb]oth (?:[a-z]+ )?(?=[a-z-]+s\b)", _both),
    ("onein", rf"\b[Oo]ne (?:in|out of)(?: every)? (?P<every>{numerals.NUMERAL})\b", _one_in),
    ("slash", r"(?<![\d/])(?P<upper>\d)/(?P<lower>10|[2-9])(?![\d/])", _slash),
    (
        "fraction",
        rf"\b(?P<top>an?|another|[Oo]ne|[Tt]wo|[Tt]hree|four|five|six|seven|eight|nine|\d)[- ](?P<part>{_PARTS})\b",
        _fraction,
    ),
    (
        "halfof",
        r"\b[Hh]alf(?: |-)(?:an? )?(?:(?P<large>million|billion|trillion|dozen)\b"
        rf"(?: (?P<of>{UNIT}))?|(?P<halved>years?|months?|hours?|days?|centur(?:y|ies)|decades?)\b)",
        _half_of,
    ),
    ("half", r"\b[Hh]alf\b", _half),
    ("fold", rf"\b(?P<times>{numerals.DIGITS}|{'|'.join(numerals.SMALL)})[- ]?fold\b", _fold),
    ("multiple", r"\b(?i:(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:e[ds]?|ing)|twice)\b", _multiple),
    (
        "vague",
        r"\b(?:(?:tens|dozens|hundreds|thousands|millions|billions|trillions)\b"
        r"|(?:Tens|Dozens|Hundreds|Thousands|Millions)(?= of\b))"
        r"(?: of (?:hundreds|thousands|millions|billions)\b)?",
        _vague,
    ),
    (
        "single",
        r"\b(?:[Aa]n?|[Tt]he|[Pp]ast|[Ll]ast|next|[Tt]his|every|per)[ -](?:whole |full )?"
        r"(?P<one>percentage point|percent|week|decade|century|millennium)|\b(?P<hundred>[Cc]enten(?:ary|nial))",
        _single,
    ),
)
