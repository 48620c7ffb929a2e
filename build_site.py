#!/usr/bin/env python3
"""heitu: messy reports on local government in, a themed archive in two languages out.

This file is the pipeline on one screen, and the command line. Each stage is a module of `heitu`; only the order is here.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from heitu.check import check
from heitu.clean import RULES as CLEAN_RULES
from heitu.clean import clean
from heitu.drafts import Witness
from heitu.emend import emend
from heitu.entries import Seeds
from heitu.errors import FaultCollector, InputError, PublishError
from heitu.explain import explain, find_source
from heitu.export import data_files
from heitu.figures import find_figures
from heitu.locale import user_language
from heitu.notices import notices
from heitu.place import infer_region
from heitu.progress import Progress
from heitu.publish import STEPS, publish
from heitu.read import RULES as READ_RULES
from heitu.read import read_sources
from heitu.records import Archive, Bilingual, Language, Report, Settings
from heitu.render import render, render_404
from heitu.search import search_files
from heitu.seeds import check_references, load_seeds
from heitu.serve import serve
from heitu.settings import read_settings
from heitu.split import RULES as SPLIT_RULES
from heitu.split import split
from heitu.summary import summary
from heitu.supply import entry_of, report_ids, supply
from heitu.theme import assign_themes
from heitu.witness import merge

PROJECT = Path(__file__).resolve().parent
RULES: Mapping[str, Bilingual] = MappingProxyType({**READ_RULES, **CLEAN_RULES, **SPLIT_RULES})


def gather(project: Path, progress: Progress) -> Archive:
    """Everything the site is made from, checked; InputError with every fault of `seeds/` and the settings."""
    faults = FaultCollector()
    settings = faults.run(lambda: read_settings(project, os.environ))
    seeds = faults.run(lambda: load_seeds(project))
    extracts = faults.run(lambda: read_sources(project / "seeds" / "sources", project))
    progress.done("read")
    witnesses = [split(clean(extract)) for extract in progress.each(extracts or (), len(extracts or ()))]
    progress.done("split")
    if seeds is None or extracts is None or settings is None:
        faults.settle()
        raise AssertionError("a step without result has faults")
    reports = edit(witnesses, seeds, faults)
    faults.settle()
    archive = assemble(reports, witnesses, seeds, settings)
    faults.add(check(archive))
    faults.settle()
    progress.done("archive")
    return archive


def edit(witnesses: Sequence[Witness], seeds: Seeds, faults: FaultCollector) -> tuple[Report, ...]:
    """Witnesses to reports: merged, completed, emended, placed and themed."""
    reports = []
    for merged in merge(witnesses, report_ids(seeds.entries)):
        report, unplaced = emend(supply(merged, seeds.entries), seeds.emendations)
        faults.add(unplaced)
        entry = entry_of(report, seeds.entries)
        reports.append(assign_themes(infer_region(report, seeds.places), seeds.themes, entry.themes if entry else {}))
    units = {source: frozenset(unit for r in reports if source in r.witnesses for unit in r.unit_ids)
             for source in (w.document.id for w in witnesses)}
    faults.add(check_references(seeds, frozenset(units), units))
    return tuple(reports)


def assemble(
    reports: tuple[Report, ...], witnesses: Sequence[Witness], seeds: Seeds, settings: Settings
) -> Archive:
    """The records as one archive."""
    archive = Archive(
        settings=settings,
        reports=reports,
        sources=tuple(witness.document for witness in witnesses),
        ledgers=MappingProxyType({witness.document.id: witness.ledger for witness in witnesses}),
        themes=seeds.themes,
        places=seeds.places,
        publishers=seeds.publishers,
        figures=tuple(figure for report in reports for figure in find_figures(report)),
        rules=RULES,
    )
    return archive.noticed(notices(archive))


def build(project: Path, target: Path, language: Language, quiet: bool = False) -> None:
    """Read, check, render and publish; prints a summary."""
    start = time.monotonic()
    progress = Progress(language, ("read", "split", "archive", "render", *STEPS), quiet=quiet)
    try:
        archive = gather(project, progress)
        pages = render(archive, project)
        files = {**data_files(archive), **search_files(archive), "404.html": render_404(archive)}
        progress.done("render")
        publish(project, pages, files, target=target, settings=archive.settings, progress=progress.done)
    finally:
        progress.close()
    print(summary(archive, time.monotonic() - start, target, language))
