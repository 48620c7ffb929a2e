"""How far the translation has come, and what every English page says of it: whose it is, and who has checked it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from heitu.printed import translatable
from heitu.records import Archive, Report
from heitu.render.edition import Edition
from heitu.translation import Coverage, TranslationUnit

PAGE = "translation.html"
READ_TWICE = 2


@dataclass(frozen=True, slots=True)
class Status:
    """What a report says of its translation: `counts` in one line, `statement` on whose word it rests, `missing` if any.

    `any` is whether anything is translated at all.
    """

    counts: str
    statement: str
    missing: str
    any: bool


def units(archive: Archive, report: Report) -> tuple[TranslationUnit, ...]:
    """Every unit of a report with its English, one without it as missing."""
    return tuple(
        archive.translation(report.id, unit.unit) or TranslationUnit(unit.unit, unit.zh, "", "missing")
        for unit in translatable(report)
    )


def coverage(archive: Archive, report: Report) -> Coverage:
    return Coverage.of(tuple(unit.state for unit in units(archive, report)))


def status(edition: Edition, report: Report) -> Status:
    found = units(edition.archive, report)
    done = Coverage.of(tuple(unit.state for unit in found))
    some = done.translated + done.stale
    missing = edition.label("report.untranslated.part", n=done.missing) if done.missing else ""
    return Status(
        counts=edition.label("translation.counts", **figures(done)),
        statement=statement(edition, [report], found) if some else "",
        missing=missing if some else edition.label("report.untranslated"),
        any=bool(some),
    )


def figures(done: Coverage) -> dict[str, str]:
    """The numbers of a coverage as a label takes them."""
    numbers = {"all": done.units, "done": done.translated, "reviewed": done.reviewed, "stale": done.stale}
    return {name: f"{number:,}" for name, number in (numbers | {"missing": done.missing}).items()}


def read_twice(edition: Edition, reports: Iterable[Report]) -> str:
    """The words that say so, where the files of all the reports that have English do; else ""."""
    readings = edition.archive.readings
    told = [readings.get(report.id, 0) for report in reports if _has_english(edition.archive, report)]
    return edition.label("translation.read") if told and min(told) >= READ_TWICE else ""


def _has_english(archive: Archive, report: Report) -> bool:
    return any(unit.target for unit in units(archive, report))


def statement(edition: Edition, reports: Sequence[Report], found: Sequence[TranslationUnit]) -> str:
    """That the translation is unofficial, how it was checked, and by whom it was reviewed, if by anybody."""
    done = Coverage.of(tuple(unit.state for unit in found))
    if done.reviewed < done.units:
        key = "translation.part" if done.reviewed else "translation.alone"
        return edition.label(key, **figures(done), read=read_twice(edition, reports))
    people = sorted({unit.reviewer for unit in found if unit.reviewer})
    dates = [unit.reviewed for unit in found if unit.reviewed]
    return edition.label(
        "translation.reviewed",
        people=edition.label("list.comma").join(people) or "?",
        date=edition.date(max(dates)) if dates else "",
    )
