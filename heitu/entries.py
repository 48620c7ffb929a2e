"""What people enter in `seeds/`, as records: themes, places, emendations, and what they say about single reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from heitu.language import Bilingual
from heitu.records import Emendation, Place, Theme
from heitu.translation import Term


@dataclass(frozen=True, slots=True)
class Supplied:
    """A fact that a person supplied; `by` says who, and on what ground."""

    value: str
    by: str
    line: int


@dataclass(frozen=True, slots=True)
class ThemeOverride:
    """The themes that a person gave to a section or a paragraph, the main one first; `by` says who, and why."""

    themes: tuple[str, ...]
    by: str
    line: int


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """An entry of `reports.yml`. `source` is the id of any witness; `id` the report's own id, None for the base's.

    `facts` has the keys title, subtitle, genre, date, period, region, publisher, republisher, authors, editors.
    """

    source: str
    id: str | None
    facts: Mapping[str, Supplied]
    themes: Mapping[str, ThemeOverride]
    line: int


@dataclass(frozen=True, slots=True)
class Seeds:
    """Everything that people enter beside the documents themselves."""

    themes: tuple[Theme, ...]
    places: tuple[Place, ...]
    publishers: Mapping[str, Bilingual]
    emendations: tuple[Emendation, ...]
    entries: tuple[ReportEntry, ...]
    terms: tuple[Term, ...] = ()
