"""The records of translation: what became of each unit of a report, and the terms that its English keeps to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from heitu.language import Bilingual

State = Literal["missing", "translated", "reviewed", "stale"]
Left = Literal["missing", "stale", "unreviewed"]
LEFT: tuple[Left, ...] = ("missing", "stale", "unreviewed")
"""What may be left to do about a unit."""
Format = Literal["tmx", "xlsx"]
FORMATS: tuple[Format, ...] = ("tmx", "xlsx")
"""What translations are exchanged in with other programs."""
TermKind = Literal["programme", "scheme", "slogan", "institution", "administrative", "name", "term"]
TERM_KINDS: tuple[TermKind, ...] = ("programme", "scheme", "slogan", "institution", "administrative", "name", "term")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding of a check that a person looked at and let stand: the check's name, and why.

    `seal` is of the two texts that it was said of, "" before it is set.
    """

    check: str
    reason: str
    seal: str = ""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """The English of a sentence, heading, title, caption or name (XLIFF unit).

    `source` is the Chinese of today, `before` the Chinese that the English was made from while the unit is stale.
    `joined` is the id of the neighbour whose English holds its sense (then `target` is ""); `reviewer` and `reviewed` say
    who looked it over and when (initials, ISO 8601 date). `file` and `line` are where it was entered.
    """

    id: str
    source: str
    target: str
    state: State
    note: str = ""
    before: str = ""
    joined: str = ""
    reviewer: str = ""
    reviewed: str = ""
    accepted: tuple[Acceptance, ...] = ()
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Contribution:
    """English that somebody brings for a unit of a report, with a note where there is one to add.

    `before` is the Chinese that it was made from, "" where that is the Chinese of today. `confirms`: it is what stands
    there, and a person says that it fits the Chinese of today.
    """

    report: str
    unit: str
    en: str
    note: str = ""
    before: str = ""
    confirms: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary (SKOS concept): its Chinese forms, its approved English, and what else may stand for it.

    `pinyin` is with tone marks, `source` where the approved English comes from.
    """

    id: str
    term: str
    also: tuple[str, ...]
    pinyin: str
    english: str
    variants: tuple[str, ...]
    kind: TermKind
    note: Bilingual
    source: Bilingual
    line: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.term, *self.also)

    @property
    def renderings(self) -> tuple[str, ...]:
        return (self.english, *self.variants)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the translation of a report, or of all, has come, in units."""

    units: int
    translated: int
    reviewed: int
    stale: int

    @property
    def missing(self) -> int:
        return self.units - self.translated - self.stale

    @property
    def percent(self) -> int:
        """The share that is translated, rounded down: 100 only where nothing is left to do.

        >>> Coverage(300, 299, 0, 1).percent, Coverage(0, 0, 0, 0).percent
        (99, 100)
        """
        return 100 * self.translated // self.units if self.units else 100

    @classmethod
    def of(cls, states: tuple[State, ...]) -> Coverage:
        """`translated` counts the reviewed units as well."""
        reviewed = states.count("reviewed")
        return cls(len(states), states.count("translated") + reviewed, reviewed, states.count("stale"))
