"""Search data: the records as the scripts that the search box loads.

A page on `file://` can load nothing but classic scripts, so each file calls `heitu.receive(name, data)`. `files` names
the others; `texts-0`, `texts-1`, … hold whole reports. The texts are as printed: the browser folds them, with the same
rules as `heitu.folding`. `templates/js/search/types.js` has the shapes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from heitu import ids
from heitu.records import Archive, Emendation, Place, Report, Section
from heitu.spans import SpannedText

FOLDER = "assets/search/"
FILE_BYTES = 256 * 1024
"""A file takes further reports up to this size: some files load side by side, and none of them holds up the page."""

Unit = list[str]
"""Id, Chinese, English, what the file read before it was corrected; empty strings at the end are left out."""

_IN_SCRIPTS = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def search_files(archive: Archive) -> Mapping[str, bytes]:
    """Path below the site's root -> the file. The same archive gives the same bytes."""
    places = {place.id: place for place in archive.places}
    reports = sorted(archive.reports, key=lambda report: report.id)
    entries = [_json(_entry(archive, places, report)) for report in reports]
    texts = [f"[{','.join(part)}]" for part in _parts(entries)]
    marks = [hashlib.sha256(text.encode()).hexdigest()[:10] for text in texts]
    files = {f"{FOLDER}files.js": _script("files", _json({"files": marks}))}
    return files | {f"{FOLDER}texts-{i}.js": _script(f"texts-{i}", text) for i, text in enumerate(texts)}


def _json(value: object) -> str:
    """JSON that is also safe JavaScript, wherever it is pasted."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPTS)


def _script(name: str, data: str) -> bytes:
    return f'heitu.receive("{name}",{data});\n'.encode()


def _parts(entries: Iterable[str]) -> Iterator[list[str]]:
    """The entries in order, as many to a file as it takes; one that is larger has a file of its own."""
    part: list[str] = []
    size = 0
    for entry in entries:
        length = len(entry.encode())
        if part and size + length > FILE_BYTES:
            yield part
            part, size = [], 0
        part.append(entry)
        size += length
    if part:
        yield part


def _entry(archive: Archive, places: Mapping[str, Place], report: Report) -> dict[str, object]:
    return {
        "id": report.id,
        "places": [{"zh": place.label.zh, "en": place.label.en} for place in _place_and_above(places, report)],
        "years": _years(report.period.value) if report.period else None,
        "date": report.date.value if report.date else "",
        "units": list(_units(archive, report)),
    }


def _place_and_above(places: Mapping[str, Place], report: Report) -> Iterator[Place]:
    """The place of a report and those that it lies in."""
    seen: set[str] = set()
    place = places.get(report.region.value) if report.region else None
    while place and place.id not in seen:
        yield place
        seen.add(place.id)
        place = places.get(place.parent) if place.parent else None


def _years(period: str) -> list[str]:
    """The first and the last year of an ISO 8601 date or interval.

    >>> _years("2020-07-22/2022-07-22"), _years("2017")
    (['2020', '2022'], ['2017', '2017'])
    """
    start, _, end = period.partition("/")
    return [start[:4], (end or start)[:4]]


def _units(archive: Archive, report: Report) -> Iterator[Unit]:
    """Everything that is searched, in reading order, the title first."""

    def unit(identifier: str, text: str, parts: Sequence[tuple[str, SpannedText]], joint: str = "") -> Unit:
        found = [archive.translation(report.id, part) for part, _ in parts]
        english = " ".join(translation.target for translation in found if translation and translation.target)
        before = joint.join(_as_the_file_reads(part, string, report.emendations) for part, string in parts)
        row = [identifier, text, english, before if before != text else ""]
        while not row[-1] and len(row) > 2:
            row.pop()
        return row

    yield unit(ids.TITLE, report.title.text, [(ids.TITLE, report.title)])
    if report.subtitle:
        yield unit(ids.SUBTITLE, report.subtitle.text, [(ids.SUBTITLE, report.subtitle)])
    if report.authors:
        yield _byline(archive, report)
    for section in report.sections:
        if section.heading:
            yield unit(section.id, section.heading, _lines(section), joint=" ")
        for paragraph in section.paragraphs:
            yield unit(paragraph.id, paragraph.text.text, [(s.id, s.text) for s in paragraph.segments])
    for caption in report.captions:
        yield unit(caption.id, caption.text.text, [(caption.id, caption.text)])


def _byline(archive: Archive, report: Report) -> Unit:
    """The authors, by their Chinese names and by those of the translation."""
    units = [archive.translation(report.id, ids.author(n)) for n in range(1, len(report.authors) + 1)]
    english = ", ".join(unit.target for unit in units if unit and unit.target)
    return ["byline", "、".join(author.value for author in report.authors), *([english] if english else [])]


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
