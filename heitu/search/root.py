"""The root of the index, which is loaded first: what there is, in which file; and the themes of the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from heitu import ids
from heitu.records import Archive, Place, Report, ThemeScore
from heitu.search.units import Sheet

FORMAT = 1

Json = dict[str, object]


def root(
    archive: Archive,
    reports: Sequence[Report],
    sheets: Sequence[Sheet],
    starts: Sequence[int],
    firsts: Mapping[str, Sequence[str]],
    marks: Mapping[str, Sequence[int]],
) -> Json:
    """`starts` are the first units of the chunks, `firsts` the first terms of the shards, `marks` those of the files."""
    places = _places(archive, reports)
    publishers = sorted({report.publisher.value for report in reports if report.publisher})
    return {
        "format": FORMAT,
        "marks": marks,
        "firsts": firsts,
        "chunks": [start - before for before, start in pairwise((0, *starts))],
        "units": sum(len(sheet.zh) for sheet in sheets),
        "places": _place_rows(places),
        "publishers": [_publisher(archive, name) for name in publishers],
        "themes": [{"id": theme.id, "zh": theme.label.zh, "en": theme.label.en} for theme in archive.themes],
        "reports": _columns(reports, sheets, [place.id for place in places], publishers),
    }


def themes(archive: Archive, reports: Sequence[Report]) -> list[object]:
    """For each report the themes of its sections, and those of paragraphs that have their own, by number of the unit."""
    known = {theme.id: index for index, theme in enumerate(archive.themes)}

    def indices(scores: Sequence[ThemeScore]) -> list[int]:
        return [known[score.theme] for score in scores]

    return [
        [
            [indices(section.themes) for section in report.sections],
            {str(unit): indices(scores) for unit, scores in _own_themes(report)},
        ]
        for report in reports
    ]


def _own_themes(report: Report) -> Iterator[tuple[int, Sequence[ThemeScore]]]:
    unit = 1 + bool(report.subtitle) + bool(report.authors)
    for section in report.sections:
        unit += bool(section.heading)
        for paragraph in section.paragraphs:
            if paragraph.themes:
                yield unit, paragraph.themes
            unit += 1


def _places(archive: Archive, reports: Sequence[Report]) -> list[Place]:
    """The places of the reports and those that they lie in, by id."""
    known = {place.id: place for place in archive.places}
    found: dict[str, Place] = {}
    for report in reports:
        place = known.get(report.region.value) if report.region else None
        while place and place.id not in found:
            found[place.id] = place
            place = known.get(place.parent) if place.parent else None
    return sorted(found.values(), key=lambda place: place.id)


def _place_rows(places: Sequence[Place]) -> list[Json]:
    index = {place.id: number for number, place in enumerate(places)}
    return [
        {"id": place.id, "zh": place.label.zh, "en": place.label.en, "parent": index.get(place.parent or "", -1)}
        for place in places
    ]


def _publisher(archive: Archive, name: str) -> Json:
    """Its names; the English pages print the Chinese where no other is known."""
    known = archive.publishers.get(name)
    return {"id": name, "zh": known.zh if known else name, "en": known.en if known else name}


def _columns(
    reports: Sequence[Report], sheets: Sequence[Sheet], places: Sequence[str], publishers: Sequence[str]
) -> Json:
    place = {name: number for number, name in enumerate(places)}
    publisher = {name: number for number, name in enumerate(publishers)}
    return {
        "ids": [report.id for report in reports],
        "dates": [report.date.value if report.date else "" for report in reports],
        "places": [place.get(report.region.value, -1) if report.region else -1 for report in reports],
        "publishers": [publisher[report.publisher.value] if report.publisher else -1 for report in reports],
        "years": [_years(report.period.value) if report.period else None for report in reports],
        "heads": [bool(report.subtitle) + 2 * bool(report.authors) for report in reports],
        "first": [report.sections[0].number if report.sections else 0 for report in reports],
        "sections": [_shape(report) for report in reports],
        "captions": [len(report.captions) for report in reports],
        "readings": [sheet.readings for sheet in sheets],
    }


def _years(period: str) -> list[int]:
    """The first and the last year of an ISO 8601 date or interval.

    >>> _years("2020-07-22/2022-07-22"), _years("2017")
    ([2020, 2022], [2017, 2017])
    """
    start, _, end = period.partition("/")
    return [int(start[:4]), int((end or start)[:4])]


def _shape(report: Report) -> list[int]:
    """For each section twice its paragraphs, plus one if it has a heading. ValueError where an id is not what it tells."""
    first = report.sections[0].number if report.sections else 0
    expected = [ids.section(first + i) for i in range(len(report.sections))]
    expected += [ids.paragraph(s.number, n) for s in report.sections for n in range(1, len(s.paragraphs) + 1)]
    expected += [ids.caption(n) for n in range(1, len(report.captions) + 1)]
    present = [*(s.id for s in report.sections), *(p.id for p in report.paragraphs), *(c.id for c in report.captions)]
    if present != expected:
        raise ValueError(f"the ids of {report.id} have holes")
    return [2 * len(section.paragraphs) + bool(section.heading) for section in report.sections]
