"""The English of the five sources, as it is shipped: whole, up to date, and with few findings that a person accepted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from build_site import assemble, recognise
from heitu.progress import Progress
from heitu.proof import CHECKS, proof
from heitu.records import Archive
from heitu.translations import read_translations, updated_files

PROJECT = Path(__file__).parents[2]
SHIPPED = ("siping-two-years-2022", "siping-poverty-2017", "siping-countryside-2022", "shangluo-countryside-2022")
"""A report that somebody adds may wait for its English; these do not."""
MOST_ACCEPTED = 0.02
"""Of the sentences: more accepted findings than that, and a check is wrong or the English is."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    whole = assemble(recognise(PROJECT, Progress("en", ("read", "split"), quiet=True)))
    units = {key: unit for key, unit in whole.translations.items() if key[0] in SHIPPED}
    reports = tuple(report for report in whole.reports if report.id in SHIPPED)
    return replace(whole, reports=reports, translations=MappingProxyType(units))


def test_every_unit_is_translated_and_none_is_stale(archive: Archive) -> None:
    behind = [
        f"{report}/{unit.id}"
        for (report, _), unit in archive.translations.items()
        if unit.state in ("missing", "stale")
    ]
    assert archive.translations
    assert not behind


def test_a_reviewed_unit_says_by_whom_and_when(archive: Archive) -> None:
    for unit in archive.translations.values():
        assert (unit.state == "reviewed") == bool(unit.reviewer) == bool(unit.reviewed)


def test_no_check_finds_anything_that_nobody_accepted(archive: Archive) -> None:
    found = proof(archive)
    assert [fault.message("en") for fault in (*found.faults, *found.notices)] == []


def test_few_findings_are_accepted(archive: Archive) -> None:
    sentences = [unit for unit in archive.translations.values() if "." in unit.id]
    accepted = sum(len(unit.accepted) for unit in archive.translations.values())
    assert accepted <= MOST_ACCEPTED * len(sentences)
    assert all(one.check in CHECKS and one.reason for unit in sentences for one in unit.accepted)


def test_the_files_are_as_an_update_leaves_them(archive: Archive) -> None:
    catalogs, faults = read_translations(PROJECT)
    assert not faults
    for name, data in updated_files(archive.reports, catalogs).items():
        assert (PROJECT / name).read_bytes() == data, name


def test_every_term_of_the_glossary_is_used(archive: Archive) -> None:
    texts = "\n".join(unit.source for unit in archive.translations.values())
    unused = [term.term for term in archive.terms if not any(form in texts for form in term.forms)]
    assert not unused
