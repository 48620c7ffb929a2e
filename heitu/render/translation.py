"""About the translation: how far it has come, how it was made, and the findings that were accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu import ids
from heitu.records import Report
from heitu.render.coverage import figures, statement, units
from heitu.render.edition import Edition, Printed
from heitu.render.notes import unit_names
from heitu.render.page import Page
from heitu.translation import Coverage, TranslationUnit


@dataclass(frozen=True, slots=True)
class Row:
    """A report and how far its translation has come."""

    href: str
    title: Printed
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding of a check that a person looked at and let stand."""

    href: str
    report: Printed
    where: str
    check: str
    reason: Printed


@dataclass(frozen=True, slots=True)
class TranslationView:
    """`total` is the row of all reports together, `statement` on whose word the translation rests."""

    statement: str
    rows: tuple[Row, ...]
    total: tuple[str, ...]
    accepted: tuple[Accepted, ...]


def pages(edition: Edition) -> Iterator[Page]:
    found = {report.id: units(edition.archive, report) for report in edition.reports}
    everything = tuple(unit for mine in found.values() for unit in mine)
    total = Coverage.of(tuple(unit.state for unit in everything))
    rows = (
        Row(f"reports/{report.id}.html", edition.title(report), _numbers(found[report.id]))
        for report in edition.reports
    )
    yield Page(
        path="translation.md",
        template="translation.md.j2",
        title=edition.label("translation.title"),
        description=edition.label("translation.counts", **figures(total)),
        section="translation",
        view=TranslationView(
            statement=statement(edition, edition.reports, everything),
            rows=tuple(rows),
            total=_numbers(everything),
            accepted=tuple(a for report in edition.reports for a in _accepted(edition, report, found[report.id])),
        ),
    )


def _numbers(found: tuple[TranslationUnit, ...]) -> tuple[str, ...]:
    """Units, translated, reviewed, stale, missing."""
    done = figures(Coverage.of(tuple(unit.state for unit in found)))
    return tuple(done[name] for name in ("all", "done", "reviewed", "stale", "missing"))


def _accepted(edition: Edition, report: Report, found: tuple[TranslationUnit, ...]) -> Iterator[Accepted]:
    names = unit_names(edition, report)
    for unit in found:
        anchor = ids.anchor(unit.id)
        for one in unit.accepted:
            label = edition.archive.checks.get(one.check)
            yield Accepted(
                href=f"reports/{report.id}.html" + (f"#{anchor}" if anchor else ""),
                report=edition.title(report),
                where=names.get(ids.paragraph_of(unit.id), unit.id),
                check=label[edition.language] if label else one.check,
                reason=edition.name(one.reason),
            )
