"""What both languages are read to: a figure as printed, with every value that it may stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from heitu.figures import UNITS

# A base unit is one of `heitu.figures` (元, 平方米, 月, 秒 …), or one of these.
COUNT, RATIO, POINTS = "count", "ratio", "个百分点"
FACTOR, PLAN = "factor", "plan"  # what a thing was multiplied by; which five-year plan it is
YEAR, MONTH, DAY, DECADE, CLOCK = "year", "month", "day", "decade", "clock"
LABEL = "label"  # the digits of a name: 5 of 5G, 3358 of “3-3-5-8”
MONEY = frozenset(unit.base for unit in UNITS.values() if unit.dimension == "money")

Role = Literal["figure", "rank", "date", "name"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a figure in a base unit; `unit` is the size of the printed unit, `step` of its last digit."""

    base: str
    value: Fraction
    unit: Fraction = Fraction(1)
    step: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as printed at [start, end) of its sentence.

    `readings` are the values that it may stand for, the likeliest first. `required`: the other language must have it.
    `qualifier` is what the words beside it make it: more, less or about; `counted` what is counted, where the words
    right there say so (persons, households, person-times, or someone: farmers, students); `noun` the word of a Chinese
    sentence for what it measures.
    """

    start: int
    end: int
    printed: str
    readings: tuple[Reading, ...]
    role: Role = "figure"
    required: bool = True
    qualifier: str = ""
    counted: str = ""
    noun: str = ""

    @property
    def base(self) -> str:
        """The base unit of its likeliest reading."""
        return self.readings[0].base

    @property
    def bases(self) -> frozenset[str]:
        return frozenset(reading.base for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its figures in order."""

    text: str
    figures: Sequence[Stated]


@dataclass(frozen=True, slots=True)
class Both:
    """A sentence in both languages, and the year in which it was published, if that is known."""

    zh: Sentence
    en: Sentence
    year: int | None = None
