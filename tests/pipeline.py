"""The text stages as tests call them: from bytes to witnesses and reports, without a disk."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from heitu.clean import clean
from heitu.drafts import CleanDocument, Witness
from heitu.emend import emend
from heitu.entries import Seeds
from heitu.place import infer_region
from heitu.read import read_bytes
from heitu.records import Report
from heitu.seeds import load_seeds
from heitu.split import split
from heitu.supply import entry_of, report_ids, supply
from heitu.theme import assign_themes
from heitu.witness import merge

PROJECT = Path(__file__).parents[1]
SOURCES = PROJECT / "seeds" / "sources"


def source_bytes() -> Mapping[str, bytes]:
    """The project's own sources by file name."""
    return MappingProxyType({path.name: path.read_bytes() for path in sorted(SOURCES.iterdir()) if path.is_file()})


def cleaned(data: bytes | str, name: str = "source.txt") -> CleanDocument:
    return clean(read_bytes(name, data.encode() if isinstance(data, str) else data))


def witness(data: bytes | str, name: str = "source.txt") -> Witness:
    return split(cleaned(data, name))


@cache
def seed_witnesses() -> Mapping[str, Witness]:
    """The witnesses of the project's own sources by source id."""
    witnesses = [witness(data, name) for name, data in source_bytes().items()]
    return MappingProxyType({w.document.id: w for w in witnesses})


@cache
def seeds() -> Seeds:
    return load_seeds(PROJECT)


def reports_of(witnesses: Mapping[str, Witness], with_entries: bool = True) -> tuple[Report, ...]:
    """The reports of some witnesses as the pipeline makes them, with or without what `reports.yml` says."""
    entries = seeds().entries if with_entries else ()
    reports = []
    for merged in merge(list(witnesses.values()), report_ids(entries)):
        report, faults = emend(supply(merged, entries), seeds().emendations)
        assert not faults
        entry = entry_of(report, entries)
        placed = infer_region(report, seeds().places)
        reports.append(assign_themes(placed, seeds().themes, entry.themes if entry else {}))
    return tuple(reports)
