"""The list of the sources: every file that the archive rests on, with its checksum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heitu.records import CATEGORIES, Report, SourceDocument
from heitu.render.edition import Edition, Printed
from heitu.render.page import Page

ASIDE = ("boilerplate", "duplicate", "layout")
"""The classes of text that is set aside; the others are kept, `metadata` as facts."""


@dataclass(frozen=True, slots=True)
class Share:
    """A class of the ledger: how many characters it has, and their share of the source in per cent for the bar."""

    category: str
    label: str
    aside: bool
    chars: str
    percent: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    href: str
    id: str
    file: str
    report: Printed | None
    report_href: str
    about: str
    chars: str
    encoding: str
    sha256: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    rows: tuple[SourceRow, ...]
    legend: tuple[Share, ...]


def pages(edition: Edition) -> Iterator[Page]:
    owners = reports_of_sources(edition)
    rows = tuple(_row(edition, source, owners.get(source.id)) for source in edition.archive.sources)
    yield Page(
        path="sources/index.md",
        template="sources.md.j2",
        title=edition.label("sources.title"),
        description=edition.label("sources.description", n=len(rows)),
        section="sources",
        view=SourcesView(rows, rows[0].shares if rows else ()),
    )


def reports_of_sources(edition: Edition) -> Mapping[str, Report]:
    """Source id -> the report that it witnesses."""
    return {source: report for report in edition.reports for source in report.witnesses}


def _row(edition: Edition, source: SourceDocument, report: Report | None) -> SourceRow:
    return SourceRow(
        href=f"sources/{source.id}.html",
        id=source.id,
        file=source.file,
        report=edition.title(report) if report else None,
        report_href=f"reports/{report.id}.html" if report else "",
        about=edition.place_and_time(report) if report else "",
        chars=f"{len(source.text):,}",
        encoding=source.encoding,
        sha256=source.sha256,
        shares=shares(edition, source),
    )


def shares(edition: Edition, source: SourceDocument) -> tuple[Share, ...]:
    """Every class of the ledger in the order of the data contract, also those with no character."""
    counts = dict.fromkeys(CATEGORIES, 0)
    for entry in edition.archive.ledgers.get(source.id, ()):
        counts[entry.category] += len(entry.span)
    total = max(len(source.text), 1)
    return tuple(
        Share(name, edition.label(f"category.{name}"), name in ASIDE, f"{count:,}", f"{count * 100 / total:.2f}")
        for name, count in counts.items()
    )
