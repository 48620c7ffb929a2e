"""What people say of single reports in `reports.yml`: facts that the sources do not state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from heitu.entries import ReportEntry, Supplied
from heitu.errors import Fault
from heitu.language import Bilingual
from heitu.records import Report, Stated
from heitu.spans import SpannedText

_TEXTS = ("title", "subtitle")
_PEOPLE = ("authors", "editors")
_SEPARATORS = "、,，;；"


def report_ids(entries: Sequence[ReportEntry]) -> dict[str, str]:
    """The id that a person gave a report, by the id of the witness that the entry names."""
    return {entry.source: entry.id for entry in entries if entry.id}


def clashes(reports: Sequence[Report], entries: Sequence[ReportEntry]) -> tuple[Fault, ...]:
    """A fault for each entry that speaks of a report that an earlier entry speaks of by another witness."""
    faults = []
    for report in reports:
        mine = [entry for entry in entries if entry.source in report.witnesses]
        for first, entry in pairwise(mine):
            if first.source == entry.source:
                continue  # told where the file was read
            what = Bilingual(
                f"{entry.source} 与第 {first.line} 行的 {first.source} 是同一篇报道",
                f"{entry.source} is the same report as {first.source} in line {first.line}",
            )
            faults.append(
                Fault("seeds/reports.yml", entry.line, what.zh, what.en, "请合并为一条", "Make them one entry")
            )
    return tuple(faults)


def entry_of(report: Report, entries: Sequence[ReportEntry]) -> ReportEntry | None:
    return next((entry for entry in entries if entry.source in report.witnesses), None)


def supply(report: Report, entries: Sequence[ReportEntry]) -> Report:
    """The report with the facts that a person supplied; they stand above what the sources say, and say who supplied them."""
    entry = entry_of(report, entries)
    if entry is None:
        return report
    changes: dict[str, Any] = {}
    for field, fact in entry.facts.items():
        if field in _PEOPLE:
            changes[field] = _people(fact)
        elif field in _TEXTS:
            changes[field] = SpannedText.supplied(fact.value)
            changes |= {f"{field}_source": "", "headline_by": fact.by}
        else:
            changes[field] = Stated(fact.value, "supplied", fact.by)
    return replace(report, **changes)


def _people(fact: Supplied) -> tuple[Stated, ...]:
    names = fact.value
    for separator in _SEPARATORS:
        names = names.replace(separator, "\n")
    return tuple(Stated(name.strip(), "supplied", fact.by) for name in names.split("\n") if name.strip())


def unit_ids(report: Report) -> frozenset[str]:
    """The sections and paragraphs that an override may name."""
    paragraphs = (paragraph.id for paragraph in report.paragraphs)
    return frozenset([*(section.id for section in report.sections), *paragraphs])
