"""The units that are searched: every printed string of a report once, in the order of the page, then earlier readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from heitu import ids
from heitu.records import Archive, Emendation, Figure, Report, Section
from heitu.spans import SpannedText

UNMEASURED = frozenset({"date", "ordinal"})
"""Dimensions of figures that are no quantities."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The units of one report, all that its part of the index is made from.

    `zh` and `en` are the texts of its units, "" where there is no English. `headings` has for each unit the unit that
    is the heading of its section, -1 where there is none. The last `len(readings)` units are what the file read before
    the units `readings` were corrected. `amounts` are figures with a unit: the unit of text, the unit of measure,
    numerator and denominator; a range is two of them.
    """

    report: str
    zh: tuple[str, ...]
    en: tuple[str, ...]
    headings: tuple[int, ...]
    readings: tuple[int, ...]
    amounts: tuple[tuple[int, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    identifier: str
    zh: str
    en: str
    before: str
    heading: str = ""


def latest_first(reports: Iterable[Report]) -> list[Report]:
    """By date of publication, the unknown ones last, then by id."""
    by_id = sorted(reports, key=lambda report: report.id)
    return sorted(by_id, key=lambda report: report.date.value if report.date else "", reverse=True)


def sheets(archive: Archive, reports: Sequence[Report]) -> list[Sheet]:
    """The units of the reports, in their order."""
    figures: dict[str, list[Figure]] = {report.id: [] for report in reports}
    for figure in archive.figures:
        if figure.unit and figure.dimension not in UNMEASURED:
            figures[figure.report].append(figure)
    return [_sheet(archive, report, figures[report.id]) for report in reports]


def _sheet(archive: Archive, report: Report, figures: Sequence[Figure]) -> Sheet:
    units = list(_units(archive, report))
    place = {unit.identifier: number for number, unit in enumerate(units)}
    readings = [number for number, unit in enumerate(units) if unit.before not in ("", unit.zh)]
    return Sheet(
        report.id,
        zh=(*(unit.zh for unit in units), *(units[number].before for number in readings)),
        en=(*(unit.en for unit in units), *("" for _ in readings)),
        headings=(*(place[unit.heading] if unit.heading else -1 for unit in units), *(-1 for _ in readings)),
        readings=tuple(readings),
        amounts=tuple(_amounts(figures, place)),
    )


def _amounts(figures: Iterable[Figure], place: Mapping[str, int]) -> Iterator[tuple[int, str, int, int]]:
    for figure in figures:
        for value in (figure.value, figure.value_to):
            if value is not None:
                yield place[figure.paragraph], figure.unit, value.numerator, value.denominator


def _units(archive: Archive, report: Report) -> Iterator[_Unit]:
    """The printed units, the title first."""

    def unit(
        identifier: str, text: str, parts: Sequence[tuple[str, SpannedText]], joint: str = "", heading: str = ""
    ) -> _Unit:
        found = [archive.translation(report.id, part) for part, _ in parts]
        english = " ".join(translation.target for translation in found if translation and translation.target)
        before = text
        if any(part in corrected for part, _ in parts):
            before = joint.join(_as_the_file_reads(part, string, report.emendations) for part, string in parts)
        return _Unit(identifier, text, english, before, heading)

    corrected = {emendation.where for emendation in report.emendations if emendation.applied}
    yield unit(ids.TITLE, report.title.text, [(ids.TITLE, report.title)])
    if report.subtitle:
        yield unit(ids.SUBTITLE, report.subtitle.text, [(ids.SUBTITLE, report.subtitle)])
    if report.authors:
        yield _byline(archive, report)
    for section in report.sections:
        heading = section.id if section.heading else ""
        if section.heading:
            yield unit(section.id, section.heading, _lines(section), " ")
        for paragraph in section.paragraphs:
            segments = [(segment.id, segment.text) for segment in paragraph.segments]
            yield unit(paragraph.id, paragraph.text.text, segments, heading=heading)
    for caption in report.captions:
        yield unit(caption.id, caption.text.text, [(caption.id, caption.text)])


def _byline(archive: Archive, report: Report) -> _Unit:
    """The authors, by their Chinese names and by those of the translation."""
    units = [archive.translation(report.id, ids.author(n)) for n in range(1, len(report.authors) + 1)]
    english = ", ".join(unit.target for unit in units if unit and unit.target)
    printed = "、".join(author.value for author in report.authors)
    return _Unit("byline", printed, english, printed)


def _lines(section: Section) -> list[tuple[str, SpannedText]]:
    lines = ((ids.kicker(section.id), section.kicker), (ids.heading(section.id), section.headline))
    return [(identifier, line) for identifier, line in lines if line]


def _as_the_file_reads(identifier: str, text: SpannedText, emendations: Sequence[Emendation]) -> str:
    """The text with its corrections taken back; what was added by hand is left out."""
    applied = [e for e in emendations if e.applied and e.where == identifier]
    if not applied:
        return text.text
    sic = {e.spans[0].start: e.sic for e in applied if e.spans}
    return "".join(
        piece.text if piece.verbatim else sic.get(piece.span.start, piece.text) if len(piece.span) else ""
        for piece in text.pieces
    )
