"""Slips of a translator, made on purpose: an English sentence with one figure wrong, of every kind."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from heitu.proof.numbers import chinese, english
from heitu.proof.numbers.matching import match
from heitu.proof.numbers.quantity import Stated

MAIN = ("digit", "tenfold", "magnitude", "dropped", "unit")
KINDS = (*MAIN, "swapped", "displaced", "direction", "qualifier", "word")

_NUMERAL = re.compile(r"(?<![A-Za-z\d.,'’-])\d+(?:,\d{3})*(?:\.\d+)?(?![A-Za-z]*\d)")
_MAGNITUDE = re.compile(r"(?<=[\d][ -])(?:thousand|million|billion|trillion)\b")
_UP = {"thousand": "million", "million": "billion", "billion": "trillion", "trillion": "billion"}
_DOWN = {"thousand": "hundred", "million": "thousand", "billion": "million", "trillion": "billion"}
_TAIL = re.compile(
    r"[ -]?(?:(?:thousand|million|billion|trillion)[ -]?)*"
    r"(?:(?:percentage points?|percent|%|yuan|hectares?|mu(?: \([^)]*\))?|square \w+|cubic \w+|kilomet\w+|(?:metric )?ton\w*"
    r"|years?|months?|days?)\b)?"
)
_UNITS = {
    "percentage points": "percent",
    "percentage point": "percent",
    "percent": "percentage points",
    "yuan": "US dollars",
    "hectares": "mu",
    "square kilometers": "square meters",
    "kilometers": "meters",
    "metric tons": "kilograms",
    "cubic meters": "square meters",
    "kilowatts": "kilowatt-hours",
    "years": "months",
    "months": "years",
    "days": "months",
    "minutes": "hours",
    "hours": "days",
}
_DIRECTIONS = {
    "increased": "decreased",
    "growth": "decline",
    "rose": "fell",
    "grew": "fell",
    "grown": "fallen",
    "risen": "dropped",
    "increase": "decrease",
    "rising": "falling",
    "dropped": "risen",
    "fallen": "risen",
    "reduced": "increased",
    "cut": "raised",
    "lowered": "raised",
    "higher": "lower",
}
_QUALIFIERS = {
    "more than": "nearly",
    "over": "nearly",
    "at least": "at most",
    "nearly": "more than",
    "close to": "over",
}
_WORDS = {
    "two": "three",
    "three": "four",
    "four": "five",
    "five": "six",
    "six": "seven",
    "seven": "eight",
    "eight": "nine",
    "ten": "twelve",
    "doubled": "tripled",
    "half": "one third",
    "two thirds": "three quarters",
    "a third": "a fifth",
}


def slips(zh: str, en: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Every slip of every kind, each alone: its kind, and the English sentence with it.

    Only figures that render one of the Chinese sentence are touched: what a translator added has nothing to be held
    against.
    """
    figures = english.figures(en)
    ours = [figures[e] for _, e in match(chinese.figures(zh), figures).pairs if figures[e].role != "name"]
    for numeral in _NUMERAL.finditer(en):
        if any(figure.start <= numeral.start() < figure.end for figure in ours):
            yield from _in_numeral(en, numeral, rng)
    for found in _MAGNITUDE.finditer(en):
        yield "magnitude", _put(en, found, rng.choice((_UP, _DOWN))[found[0]])
    for kind, words, pattern in (
        ("unit", _UNITS, r"(?<=[\d][ -])(?:{0})\b|(?<=llion[ -])(?:{0})\b"),
        ("direction", _DIRECTIONS, r"\b(?:{0})\b(?=[^.;]{{0,40}}\d[\d.]* percent)"),
        ("qualifier", _QUALIFIERS, r"\b(?:{0})(?= \d)"),
        ("word", _WORDS, r"\b(?:{0})\b"),
    ):
        for found in re.finditer(pattern.format("|".join(words)), en):
            yield kind, _put(en, found, words[found[0]])
    yield from _swaps(en, ours)


def _put(text: str, found: re.Match[str], words: str) -> str:
    return text[: found.start()] + words + text[found.end() :]


def _in_numeral(en: str, numeral: re.Match[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    printed = numeral[0]
    place = rng.choice([i for i, character in enumerate(printed) if character.isdecimal()])
    digit = rng.choice([d for d in "123456789" if d != printed[place]])
    yield "digit", _put(en, numeral, printed[:place] + digit + printed[place + 1 :])
    ordinal = re.match("st|nd|rd|th", en[numeral.end() :])
    if not ordinal and not re.fullmatch(r"(?:19|20)\d\d", printed):
        yield "tenfold", _put(en, numeral, _tenfold(printed))
    tail = _TAIL.match(en, numeral.end())
    end = tail.end() if tail else numeral.end()
    yield "dropped", en[: numeral.start()] + en[end:].lstrip()


def _tenfold(printed: str) -> str:
    whole, point, decimals = printed.partition(".")
    if not point:
        return printed + "0"
    return whole + decimals[0] + (f".{decimals[1:]}" if decimals[1:] else "")


def _swaps(en: str, ours: Sequence[Stated]) -> Iterator[tuple[str, str]]:
    """Two figures, each with the other's numeral: of one dimension, with its multiplier too; else they are displaced."""
    numerals = []
    for figure in sorted(ours, key=lambda f: f.start):
        found = re.compile(_NUMERAL.pattern + r"(?: (?:thousand|million|billion|trillion)\b)?").match(en, figure.start)
        if found:
            numerals.append((figure, found))
    for (one, first), (other, second) in combinations(numerals, 2):
        if (one.base, one.role) != (other.base, other.role):
            left, right = (found[0].split()[0] for found in (first, second))
            start, end = first.start() + len(left), second.start() + len(right)
            if left != right:
                yield "displaced", en[: first.start()] + right + en[start : second.start()] + left + en[end:]
        if one.base == other.base and one.role == other.role and one.readings[0].value != other.readings[0].value:
            same_form = (" " in first[0]) == (" " in second[0])
            left, right = (found[0] if same_form else found[0].split()[0] for found in (first, second))
            start, end = first.start() + len(left), second.start() + len(right)
            yield "swapped", en[: first.start()] + right + en[start : second.start()] + left + en[end:]
