"""The provenance of a source: the file's text beside the clean text, and what became of every character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu import ids
from heitu.records import Report, SourceDocument
from heitu.render import escaping
from heitu.render.edition import Edition, Printed
from heitu.render.ledger_rows import Reading, Row, rows
from heitu.render.page import Page
from heitu.render.sources import Share, reports_of_sources, shares
from heitu.spans import SpannedText


@dataclass(frozen=True, slots=True)
class SourceView:
    id: str
    file: str
    report: Printed | None
    report_href: str
    about: str
    other: str
    media_type: str
    encoding: str
    encoding_basis: str
    sha256: str
    size: str
    chars: str
    lines: str
    shares: tuple[Share, ...]
    rows: tuple[Row, ...]
    rules: dict[str, str]
    download: str
    ledger: str


def pages(edition: Edition) -> Iterator[Page]:
    owners = reports_of_sources(edition)
    for source in edition.archive.sources:
        yield Page(
            path=f"sources/{source.id}.md",
            template="source.md.j2",
            title=edition.label("source.page_title", file=source.file),
            description=edition.label("source.description", file=source.file),
            section="sources",
            view=_view(edition, source, owners.get(source.id)),
        )


def _view(edition: Edition, source: SourceDocument, report: Report | None) -> SourceView:
    ledger = edition.archive.ledgers.get(source.id, ())
    found = tuple(readings(report, source.id)) if report else ()
    used = dict.fromkeys(entry.rule for entry in ledger)
    known = edition.archive.rules
    return SourceView(
        id=source.id,
        file=source.file,
        report=edition.title(report) if report else None,
        report_href=f"reports/{report.id}.html" if report else "",
        about=edition.place_and_time(report) if report else "",
        other=edition.label("source.other", base=report.witnesses[0])
        if report and report.witnesses[0] != source.id
        else "",
        media_type=source.media_type,
        encoding=source.encoding,
        encoding_basis=edition.label.either(f"encoding.{source.encoding_basis}", source.encoding_basis),
        sha256=source.sha256,
        size=f"{len(source.data):,}",
        chars=f"{len(source.text):,}",
        lines=f"{len(edition.lines[source.id]):,}",
        shares=shares(edition, source),
        rows=tuple(rows(source, edition.lines[source.id], ledger, found)),
        rules={rule: known[rule][edition.language] if rule in known else rule for rule in used},
        download=f"data/sources/{source.published}",
        ledger=f"data/ledger/{source.id}.json",
    )


def readings(report: Report, source: str) -> Iterator[Reading]:
    """Every printed string of a report that comes from this source."""

    def reading(unit: str, text: SpannedText | None, kind: str) -> Iterator[Reading]:
        if text and text.provenance:
            yield Reading(unit, text.provenance, escaping.text(text.text), kind)

    if report.title_source == source:
        yield from reading("", report.title, "title")
    if report.subtitle_source == source:
        yield from reading("", report.subtitle, "subtitle")
    if report.witnesses[0] == source:
        for section in report.sections:
            yield from reading(section.id, section.kicker, "heading")
            yield from reading(section.id, section.headline, "heading")
            for paragraph in section.paragraphs:
                yield from reading(paragraph.id, paragraph.text, "paragraph")
    for unit, text in (pair for c in report.comparisons if c.other == source for pair in c.texts):
        place = unit.removesuffix(ids.heading("")).removesuffix(ids.kicker(""))
        yield from reading(place, text, "paragraph" if unit == place else "heading")
    for caption in report.captions:
        if caption.source == source:
            yield from reading(caption.id, caption.text, "caption")
