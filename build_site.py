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
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import MappingProxyType

from heitu import exchange, ids, offline
from heitu.check import check
from heitu.clean import RULES as CLEAN_RULES
from heitu.clean import clean
from heitu.commandline import misplaced, parser, unknown
from heitu.drafts import Extract, Witness
from heitu.emend import emend
from heitu.entries import Seeds
from heitu.errors import Fault, FaultCollector, InputError, PublishError
from heitu.explain import explain, find_source
from heitu.export import data_files
from heitu.figures import find_figures
from heitu.kept import KeptFolder
from heitu.language import Bilingual, Language
from heitu.locale import user_language
from heitu.notices import notices
from heitu.parallel import LARGE, mapped, side_by_side
from heitu.place import infer_region
from heitu.progress import Progress
from heitu.proof import CHECKS, proof
from heitu.publish import STEPS, publish
from heitu.read import read_folder
from heitu.read.rules import RULES as READ_RULES
from heitu.records import Archive, Figure, Report, Settings
from heitu.render import render, render_404, render_readmes, render_single, render_unpack
from heitu.render.scripts import render_scripts
from heitu.search import search_files
from heitu.seeds import check_references, read_seeds
from heitu.serve import serve
from heitu.settings import read_settings
from heitu.split import RULES as SPLIT_RULES
from heitu.split import split
from heitu.summary import summary
from heitu.supply import clashes, entry_of, report_ids, supply, unit_ids
from heitu.theme import assign_themes
from heitu.translations import (
    Catalog,
    Translated,
    changes,
    chosen,
    coverage,
    filled_files,
    read_translations,
    sign,
    translate,
    units_of,
    updated_files,
    write_files,
)
from heitu.witness import merge

PROJECT = Path(__file__).resolve().parent
RULES: Mapping[str, Bilingual] = MappingProxyType({**READ_RULES, **CLEAN_RULES, **SPLIT_RULES})


@dataclass(frozen=True, slots=True)
class Edited:
    """A finished report with its figures, and the faults of what people entered about it."""

    report: Report
    figures: tuple[Figure, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the files of a project say, sources and people's entries alike, and the English as it stands."""

    settings: Settings
    seeds: Seeds
    witnesses: tuple[Witness, ...]
    edited: tuple[Edited, ...]
    catalogs: Mapping[str, Catalog]
    english: Translated

    @property
    def reports(self) -> tuple[Report, ...]:
        return tuple(one.report for one in self.edited)


def gather(project: Path, progress: Progress) -> Archive:
    """Everything the site is made from, checked; InputError with every fault that it has."""
    archive = assemble(recognise(project, progress))
    proved = proof(archive)
    faults = FaultCollector()
    faults.add((*check(archive), *proved.faults))
    faults.settle()
    progress.done("archive")
    return replace(archive, notices=(*archive.notices, *proved.notices))


def recognise(project: Path, progress: Progress) -> Recognised:
    """Read a project and work out what it says; InputError with every fault of `seeds/` and the settings."""
    faults = FaultCollector()
    settings = faults.run(lambda: read_settings(project, os.environ))
    seeds, entered_wrong = read_seeds(project)
    sources = read_folder(project / "seeds" / "sources", project)
    catalogs, mistyped = read_translations(project)
    faults.add((*entered_wrong, *sources.faults, *mistyped))
    progress.done("read")
    witnesses = tuple(progress.each(mapped(witness, sources.extracts), len(sources.extracts)))
    progress.done("split")
    edited = edit(witnesses, seeds, sources.unreadable, faults)
    english = translate([one.report for one in edited], catalogs)
    faults.add(english.faults if not sources.unreadable else ())
    faults.settle()
    assert settings is not None  # or a fault was settled
    return Recognised(settings, seeds, witnesses, edited, catalogs, english)


def witness(extract: Extract) -> Witness:
    """What one source says."""
    return split(clean(extract))


def edit(
    witnesses: Sequence[Witness], seeds: Seeds, unreadable: frozenset[str], faults: FaultCollector
) -> tuple[Edited, ...]:
    """Witnesses to reports: merged, completed, emended, placed, themed, their figures found.

    `unreadable` are the ids of sources that are there but could not be read.
    """
    merged = merge(witnesses, report_ids(seeds.entries))
    edited = tuple(mapped(partial(edit_report, seeds), merged))
    reports = tuple(one.report for one in edited)
    faults.add(fault for one in edited for fault in one.faults)
    units = {source: unit_ids(report) for report in reports for source in report.witnesses}
    faults.add(clashes(reports, seeds.entries))
    faults.add(check_references(seeds, unreadable | units.keys(), units))
    return edited


def edit_report(seeds: Seeds, merged: Report) -> Edited:
    """One report, by itself: nothing here depends on another report."""
    report, faults = emend(supply(merged, seeds.entries), seeds.emendations)
    entry = entry_of(report, seeds.entries)
    report = assign_themes(infer_region(report, seeds.places), seeds.themes, entry.themes if entry else {})
    return Edited(report, find_figures(report), faults)


def assemble(read: Recognised) -> Archive:
    """The records as one archive."""
    archive = Archive(
        settings=read.settings,
        reports=read.reports,
        sources=tuple(witness.document for witness in read.witnesses),
        ledgers=MappingProxyType({witness.document.id: witness.ledger for witness in read.witnesses}),
        themes=read.seeds.themes,
        places=read.seeds.places,
        publishers=read.seeds.publishers,
        figures=tuple(figure for one in read.edited for figure in one.figures),
        rules=RULES,
        terms=read.seeds.terms,
        translations=read.english.units,
        readings=read.english.readings,
        checks=MappingProxyType({check.name: check.label for check in CHECKS.values()}),
    )
    return replace(archive, notices=(*notices(archive), *read.english.notices))


def other_files(archive: Archive, project: Path) -> Mapping[str, bytes]:
    """Everything on the site that is no page of MkDocs, by its path."""
    made = (
        data_files(archive),
        search_files(archive, KeptFolder(project / ".cache" / "search")),
        render_scripts(project),
        render_single(archive),
        {"404.html": render_404(archive)},
    )
    return {path: data for part in made for path, data in part.items()}


def build(project: Path, target: Path, language: Language) -> None:
    """Read, check, render, publish and pack the offline copy; prints a summary."""
    start = time.monotonic()
    progress = Progress(language, ("read", "split", "archive", "render", *STEPS, "offline"))
    try:
        archive = gather(project, progress)
        large = len(archive.reports) >= LARGE
        pages, files = side_by_side(
            lambda: render(archive, project), lambda: other_files(archive, project), large=large
        )
        progress.done("render")
        copy = project / "dist" / f"{ids.offline_copy(archive.settings.generated)}.zip"
        unpack, readmes = render_unpack(), render_readmes(archive)

        def finish(site: Path) -> None:
            offline.pack(site, copy.parent, archive.settings.generated, unpack=unpack, readmes=readmes)
            progress.done("offline")

        publish(project, pages, files, target=target, settings=archive.settings, progress=progress.done, finish=finish)
    finally:
        progress.close()
    print(summary(archive, time.monotonic() - start, target, copy, language))


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse, call one function, return a code: 0 well, 1 faults in the input or a site not published, 2 no such command."""
    language = user_language(os.environ)
    commands = parser(language, PROJECT)
    options = commands.parse_args(arguments)
    if wrong := misplaced(options, language):
        commands.error(wrong)
    options.project = options.project.resolve()
    options.target = (options.target or options.project / "site").resolve()
    try:
        code = COMMANDS[options.command](options, language)
        sys.stdout.flush()
        return code
    except InputError as error:
        for fault in error.faults:
            print(fault.message(language), file=sys.stderr)
        return 1
    except PublishError as error:
        print(error.zh if language == "zh" else error.en, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of a pipe has seen enough; nor must Python write to it at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def command_build(options: argparse.Namespace, language: Language) -> int:
    build(options.project, options.target, language)
    return 0


def command_verify(options: argparse.Namespace, language: Language) -> int:
    verdict = offline.verify(options.copy)
    print("\n".join(offline.tell(verdict, language)))
    return 0 if verdict.whole else 1


def command_serve(options: argparse.Namespace, language: Language) -> int:
    serve(options.project, options.target, options.host, options.port, language)
    return 0


def command_check(options: argparse.Namespace, language: Language) -> int:
    archive = gather(options.project, Progress(language, ("read", "split", "archive"), quiet=True))
    for notice in archive.notices:
        print(notice.message(language))
    if left := coverage.behind(units_of(archive.reports, archive.translations), language):
        print(left)
    sources, reports = len(archive.sources), len(archive.reports)
    print(
        f"seeds/ 无误：{sources} 份材料，{reports} 篇报道"
        if language == "zh"
        else f"seeds/ is in order: {sources} sources, {reports} reports"
    )
    return 0


def command_explain(options: argparse.Namespace, language: Language) -> int:
    archive = gather(options.project, Progress(language, ("read", "split", "archive"), quiet=True))
    source = find_source(archive, options.source)
    if source is None:
        print(unknown("材料", "source", options.source, [s.id for s in archive.sources], language), file=sys.stderr)
        return 1
    print(explain(archive, source, language))
    return 0


def command_export(options: argparse.Namespace, language: Language) -> int:
    archive = gather(options.project, Progress(language, ("read", "split", "archive"), quiet=True))
    source = find_source(archive, options.report)
    report = next((report for report in archive.reports if source and source.id in report.witnesses), None)
    if report is None:
        print(unknown("报道", "report", options.report, [r.id for r in archive.reports], language), file=sys.stderr)
        return 1
    for name, data in render_single(archive, [report]).items():
        path = options.output or options.project / "dist" / Path(name).name
        exchange.save(path, data)
        print(path)
    return 0


def command_translations(options: argparse.Namespace, language: Language) -> int:
    """One of its modes; without any, how far the translations have come."""
    read = recognise(options.project, Progress(language, ("read", "split"), quiet=True))
    reports = chosen(read.reports, options.reports)
    if options.update:
        files, made = updated_files(reports, read.catalogs), changes(reports, read.catalogs)
        written = write_files(options.project, files)
        print("\n".join(coverage.told(file, made[file], language) for file in written) or coverage.up_to_date(language))
    elif options.export:
        data = exchange.export(exchange.rows(reports, read.english.units), options.export)
        path = options.output or options.project / "dist" / f"translations.{options.export}"
        exchange.save(path, data)
        print(path)
    elif options.incoming:
        pairs = exchange.read_file(options.incoming)
        preview = exchange.compare(exchange.rows(reports, read.english.units), pairs)
        print(exchange.tell(preview, language))
        if options.apply:
            files = filled_files(reports, read.catalogs, preview.contributions)
            print("\n".join(write_files(options.project, files)) or coverage.up_to_date(language))
    elif options.review:
        files, signed = sign(reports[0], read.catalogs, options.review, options.by, read.settings.generated)
        write_files(options.project, files)
        print(coverage.told_signed(next(iter(files)), options.by, signed, language))
    else:
        units = units_of(reports, read.english.units)
        print(coverage.listed(units, options.list, language) if options.list else coverage.overview(units, language))
        for notice in () if options.list else read.english.notices:
            print(notice.message(language))
    return 0


COMMANDS = MappingProxyType(
    {
        "build": command_build,
        "serve": command_serve,
        "check": command_check,
        "explain": command_explain,
        "export": command_export,
        "translations": command_translations,
        "verify": command_verify,
    }
)

if __name__ == "__main__":
    sys.exit(main())
