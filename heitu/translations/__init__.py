"""Translations: one gettext PO file a report in `seeds/translations/`, read, matched with the report, written anew.

Translators work in these files with their own tools; the program keeps them up to date and loses nothing in them. The
unit is the sentence, its id the `msgctxt`; `matching.py` says which entry goes with which unit when a source changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from heitu import ids
from heitu.errors import Fault, InputError
from heitu.printed import Translatable, translatable
from heitu.records import Report
from heitu.translation import Contribution, State, TranslationUnit
from heitu.translations import update, wording
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.contribute import Signed, filled, signed
from heitu.translations.matching import left_over, match
from heitu.translations.po import read_po

__all__ = ["FOLDER", "Catalog", "Translated", "changes", "chosen", "filled_files", "read_translations", "sign"]
__all__ += ["translate", "units_of", "updated_files", "write_files"]

FOLDER = "seeds/translations"
INITIALS = re.compile(r"[^\s\[\]]{1,20}")


@dataclass(frozen=True, slots=True)
class Translated:
    """The units of all reports with their English; `notices` tell of entries that have no place in them any more.

    `readings` says how often the project read the translation of a report, where its file says so.
    """

    units: Mapping[tuple[str, str], TranslationUnit]
    readings: Mapping[str, int]
    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def read_translations(project: Path) -> tuple[Mapping[str, Catalog], tuple[Fault, ...]]:
    """Report id -> its catalog, and the faults of all files. A project without translations has none."""
    catalogs: dict[str, Catalog] = {}
    faults: list[Fault] = []
    for path in sorted((project / FOLDER).glob("*.po")):
        file = f"{FOLDER}/{path.name}"
        try:
            data = path.read_bytes()
        except OSError as error:
            faults.append(wording.unreadable(file, error.strerror or str(error)))
            continue
        catalogs[path.stem], found = read_po(data, path.stem, file)
        faults.extend(found)
    return MappingProxyType(catalogs), tuple(faults)


def translate(reports: Sequence[Report], catalogs: Mapping[str, Catalog]) -> Translated:
    """The translations of all reports as they stand today."""
    units: dict[tuple[str, str], TranslationUnit] = {}
    faults: list[Fault] = []
    notices: list[Fault] = []
    for report in reports:
        catalog = catalogs.get(report.id, Catalog(report.id))
        wanted, file = translatable(report), file_of(report.id)
        mine = _settled({unit.id: unit for unit in _units(wanted, catalog.entries, file)})
        units |= {(report.id, name): unit for name, unit in mine.items()}
        faults.extend(fault for unit in mine.values() if (fault := _wrongly_joined(unit, mine)))
        live = [entry for entry in left_over(wanted, catalog.entries) if not entry.obsolete]
        notices.extend(wording.without_a_place(file, entry.line, entry.unit) for entry in live)
    known = {report.id for report in reports}
    for name in catalogs.keys() - known:
        renamed = next((report.id for report in reports if _is_of(catalogs[name], report, catalogs)), "")
        faults.append(wording.no_report(file_of(name), name, [renamed] if renamed else known))
    readings = {name: catalog.readings for name, catalog in catalogs.items() if catalog.readings}
    return Translated(MappingProxyType(units), MappingProxyType(readings), tuple(faults), tuple(notices))


def units_of(
    reports: Sequence[Report], units: Mapping[tuple[str, str], TranslationUnit]
) -> Mapping[str, tuple[TranslationUnit, ...]]:
    """Report id -> its units in order."""
    return {report.id: tuple(units[report.id, one.unit] for one in translatable(report)) for report in reports}


def updated_files(reports: Sequence[Report], catalogs: Mapping[str, Catalog]) -> Mapping[str, bytes]:
    """Path in the project -> the file as it should be today, for each report."""
    return {file_of(report.id): update.written(report, _current(report, catalogs)) for report in reports}


def filled_files(
    reports: Sequence[Report], catalogs: Mapping[str, Catalog], contributions: Sequence[Contribution]
) -> Mapping[str, bytes]:
    """The same with English that was brought for some units, for the reports that these are of."""
    files = {}
    for report in reports:
        if mine := [one for one in contributions if one.report == report.id]:
            files[file_of(report.id)] = update.written(report, filled(_current(report, catalogs), mine))
    return files


def changes(reports: Sequence[Report], catalogs: Mapping[str, Catalog]) -> Mapping[str, update.Changes]:
    """Path in the project -> what an update does to the file."""
    return {
        file_of(report.id): update.changes(report, catalogs.get(report.id, Catalog(report.id))) for report in reports
    }


def sign(
    report: Report, catalogs: Mapping[str, Catalog], names: Sequence[str], by: str, date: str
) -> tuple[Mapping[str, bytes], Signed]:
    """The file of a report with a person's review of some units, and what it came to; InputError for a bad name."""
    if not INITIALS.fullmatch(by):
        raise InputError([wording.no_initials(by)])
    catalog, outcome = signed(_current(report, catalogs), names, by, date)
    if outcome.unknown:
        raise InputError(wording.no_unit(file_of(report.id), name) for name in outcome.unknown)
    return {file_of(report.id): update.written(report, catalog)}, outcome


def chosen(reports: Sequence[Report], names: Sequence[str]) -> tuple[Report, ...]:
    """The reports of some ids, all where none is named; InputError for an id that no report has."""
    known = {report.id for report in reports}
    if unknown := [name for name in names if name not in known]:
        raise InputError(wording.unknown_report(name, known) for name in unknown)
    return tuple(report for report in reports if not names or report.id in names)


def write_files(project: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files that differ from what stands there, each in one step; the paths of those written."""
    written = []
    for name, data in files.items():
        path = project / name
        fresh = path.with_name(f"{path.name}.new")
        try:
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(data)
            fresh.replace(path)
        except OSError as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise InputError([wording.unwritable(name, error.strerror or str(error))]) from None
        written.append(name)
    return tuple(written)


def file_of(report: str) -> str:
    return f"{FOLDER}/{report}.po"


def _current(report: Report, catalogs: Mapping[str, Catalog]) -> Catalog:
    return update.current(report, catalogs.get(report.id, Catalog(report.id)))


def _units(wanted: Sequence[Translatable], entries: Sequence[Entry], file: str) -> Iterator[TranslationUnit]:
    for found in match(wanted, entries):
        entry = found.entry
        review = entry.remarks.review if entry.is_reviewed else None
        yield TranslationUnit(
            id=entry.unit,
            source=entry.zh,
            target=entry.en,
            state=state(entry),
            note=entry.remarks.note,
            before=entry.before,
            joined=entry.remarks.joined if not entry.en else "",
            reviewer=review.by if review else "",
            reviewed=review.date if review else "",
            accepted=entry.accepted,
            file=file,
            line=entry.line,
        )


def state(entry: Entry) -> State:
    if not entry.is_done:
        return "missing"
    if entry.fuzzy:
        return "stale"
    return "reviewed" if entry.is_reviewed else "translated"


def _settled(units: Mapping[str, TranslationUnit]) -> Mapping[str, TranslationUnit]:
    """The units with what goes from one to another where two have one English: it is reviewed only if both are."""

    def settled(unit: TranslationUnit) -> TranslationUnit:
        neighbour = units.get(unit.joined)
        if unit.state == "reviewed" and neighbour and neighbour.state != "reviewed":
            return replace(unit, state="translated", reviewer="", reviewed="")
        return unit

    return {name: settled(unit) for name, unit in units.items()}


def _wrongly_joined(unit: TranslationUnit, units: Mapping[str, TranslationUnit]) -> Fault | None:
    """A sentence is joined to another of its paragraph that has English of its own; a stale one has been told already."""
    neighbour = units.get(unit.joined)
    if not unit.joined or unit.state == "stale":
        return None
    paragraph = ids.paragraph_of(unit.id)
    is_beside = paragraph != unit.id and ids.paragraph_of(unit.joined) == paragraph
    if is_beside and neighbour and neighbour.id != unit.id and neighbour.target:
        return None
    return wording.wrongly_joined(unit.file, unit.line, unit.id, unit.joined)


def _is_of(catalog: Catalog, report: Report, catalogs: Mapping[str, Catalog]) -> bool:
    """Whether a catalog of no report reads as one that has none: the report was given another id."""
    if report.id in catalogs:
        return False
    texts = {unit.zh for unit in translatable(report)}
    mine = {entry.zh for entry in catalog.entries if not entry.obsolete}
    return 2 * len(texts & mine) > len(mine)
