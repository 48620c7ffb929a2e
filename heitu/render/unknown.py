"""What we do not know: facts that no source states, text that is lost, readings that are in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from heitu.records import Report
from heitu.render.edition import Edition, Printed
from heitu.render.facts import facts
from heitu.render.notes import Note, number
from heitu.render.page import Page


@dataclass(frozen=True, slots=True)
class Known:
    """A fact that a source does not state: its value, and on what it rests."""

    label: str
    value: Printed
    evidence: Markup


@dataclass(frozen=True, slots=True)
class Entry:
    """What is unknown or uncertain about one report."""

    href: str
    title: Printed
    about: str
    missing: tuple[str, ...]
    inferred: tuple[Known, ...]
    supplied: tuple[Known, ...]
    gaps: tuple[Note, ...]
    doubts: tuple[Note, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.inferred or self.supplied or self.gaps or self.doubts)


@dataclass(frozen=True, slots=True)
class Tally:
    number: int
    label: str


@dataclass(frozen=True, slots=True)
class UnknownView:
    entries: tuple[Entry, ...]
    tallies: tuple[Tally, ...]


def pages(edition: Edition) -> Iterator[Page]:
    entries = tuple(entry for report in edition.reports if (entry := _entry(edition, report)))
    names = ("missing", "gaps", "doubts", "inferred", "supplied")
    tallies = tuple(
        Tally(n, edition.label(f"unknown.tally.{name}", n=n))
        for name in names
        for n in [sum(len(getattr(entry, name)) for entry in entries)]
    )
    yield Page(
        path="unknown.md",
        template="unknown.md.j2",
        title=edition.label("unknown.title"),
        description=edition.label("unknown.description"),
        section="unknown",
        view=UnknownView(entries, tallies),
    )


def _entry(edition: Edition, report: Report) -> Entry:
    _, notes = number(edition, report)
    card = facts(edition, report)
    values = [(fact.label, value) for fact in card for value in fact.values]
    return Entry(
        href=f"reports/{report.id}.html",
        title=edition.title(report),
        about=edition.place_and_time(report),
        missing=tuple(edition.label(f"part.{fact.id}") for fact in card if not fact.values),
        inferred=tuple(Known(label, v.text, v.evidence) for label, v in values if v.basis == "inferred"),
        supplied=tuple(Known(label, v.text, v.evidence) for label, v in values if v.basis == "supplied"),
        gaps=tuple(note for note in notes if note.shape == "gap"),
        doubts=tuple(note for note in notes if note.shape == "doubt"),
    )
