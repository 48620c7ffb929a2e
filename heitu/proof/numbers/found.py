"""A figure of an English sentence on its way from the words to `Stated`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from heitu.proof.numbers.quantity import COUNT, YEAR, Reading, Role, Stated
from heitu.proof.numbers.wording import english_qualifier


@dataclass(frozen=True, slots=True)
class Found:
    """A figure, and its bare value and multiplier for the case that it shares the unit of its neighbour."""

    stated: Stated
    value: Fraction | None = None
    multiple: Fraction = Fraction(1)

    @property
    def base_is_known(self) -> bool:
        return self.stated.base not in (COUNT, YEAR)


# A name, a regular expression (each named group but once in all of them), and what reads its matches.
Form = tuple[str, str, Callable[[re.Match[str]], Iterator[Found]]]


def stated(
    text: str, place: tuple[int, int], readings: list[Reading], *, required: bool = True, role: Role = "figure"
) -> Stated:
    """The figure at a place of a text, with what the words beside it make of it."""
    start, end = place
    return Stated(start, end, text[start:end], tuple(readings), role, required, english_qualifier(text, start, end))


def found(match: re.Match[str], readings: list[Reading], *, required: bool, role: Role = "figure") -> Found:
    """The figure that a whole match is."""
    return Found(stated(match.string, match.span(), readings, required=required, role=role))


def plain(base: str, value: Fraction | int) -> Reading:
    """A value that has no unit to be converted from."""
    return Reading(base, Fraction(value))
