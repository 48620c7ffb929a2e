"""The facts card of a report: each fact with its basis, the unknown ones said to be unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from heitu import ids
from heitu.records import BasisKind, Report, Stated
from heitu.render import times
from heitu.render.edition import NEWSPAPER_GENRES, Edition, Printed


@dataclass(frozen=True, slots=True)
class FactValue:
    """A value, the kind of its basis, what is said about it, and the line of the file that shows it ("" if none)."""

    text: Printed
    basis: BasisKind
    basis_label: str
    evidence: Markup
    href: str
    witness: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the card; without values it is unknown."""

    id: str
    label: str
    values: tuple[FactValue, ...]
    unknown: str


def facts(edition: Edition, report: Report) -> tuple[Fact, ...]:
    return tuple(_facts(edition, report))


def _facts(edition: Edition, report: Report) -> Iterator[Fact]:
    def fact(name: str, *values: tuple[Printed, Stated]) -> Fact:
        rows = tuple(_value(edition, report, printed, stated) for printed, stated in values)
        return Fact(name, edition.label(f"fact.{name}"), rows, edition.label("fact.unknown"))

    def plain(text: str) -> Printed:
        return Printed(edition.chinese(text).html)

    def one(name: str, printed: Printed | None, stated: Stated | None) -> Fact:
        return fact(name, (printed, stated)) if printed and stated else fact(name)

    def people(found: Sequence[Stated], unit: Callable[[int], str]) -> list[tuple[Printed, Stated]]:
        return [(edition.person(report, unit(n), one), one) for n, one in enumerate(found, start=1)]

    yield one("genre", plain(edition.genre(report)), report.genre)
    publisher = edition.publisher(report.publisher) if report.publisher else None
    yield one("publisher", publisher, report.publisher)
    yield one("date", plain(edition.date(report.date.value)) if report.date else None, report.date)
    period = plain(times.period_text(report.period.value, edition.language)) if report.period else None
    yield one("period", period, report.period)
    yield one("region", plain(edition.region(report)), report.region)
    if report.republisher:
        yield one("republisher", edition.publisher(report.republisher), report.republisher)
    if report.authors or report.genre.value in NEWSPAPER_GENRES:
        yield fact("authors", *people(report.authors, ids.author))
    if report.editors:
        yield fact("editors", *people(report.editors, ids.editor))


def _value(edition: Edition, report: Report, printed: Printed, stated: Stated) -> FactValue:
    shown = stated.source is not None and stated.span is not None
    href = edition.line_href(stated.source, stated.span.start) if stated.source and stated.span else ""
    line = edition.line(stated.source, stated.span.start) if stated.source and stated.span else 0
    label = edition.label("basis.stated.line" if shown else "basis.stated", line=line)
    evidence = Markup("")
    if stated.basis != "stated":
        label = edition.label(f"basis.{stated.basis}")
        evidence = edition.label.html(f"basis.{stated.basis}.evidence", evidence=edition.name(stated.evidence))
    several = len(report.witnesses) > 1 and stated.source not in (None, report.witnesses[0])
    witness = edition.label("fact.witness", source=stated.source) if several else ""
    return FactValue(printed, stated.basis, label, evidence, href, witness)
