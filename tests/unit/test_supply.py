"""What people say of single reports: it stands above what the sources say, and says who said it."""

from __future__ import annotations

from types import MappingProxyType

from heitu.entries import ReportEntry, Supplied
from heitu.records import Report
from heitu.supply import clashes, report_ids, supply, unit_ids
from heitu.witness import merge
from tests.pipeline import witness

TEXT = "春耕备耕有序推进\n本报记者 张三\n全县春耕备耕有序推进，农资储备充足，农机检修完毕。\n"


def entry(source: str = "a", line: int = 1, **facts: str) -> ReportEntry:
    supplied = {name: Supplied(value, "某馆员据合订本", line) for name, value in facts.items()}
    return ReportEntry(source, None, MappingProxyType(supplied), MappingProxyType({}), line)


def report() -> Report:
    (made,) = merge([witness(TEXT, "a.txt")], {})
    return made


def test_a_supplied_fact_says_who_supplied_it() -> None:
    supplied = supply(report(), [entry(date="2023-01-16", publisher="某报")])
    assert supplied.date is not None
    assert (supplied.date.value, supplied.date.basis, supplied.date.evidence) == (
        "2023-01-16",
        "supplied",
        "某馆员据合订本",
    )
    assert supplied.publisher is not None
    assert supplied.publisher.basis == "supplied"


def test_a_supplied_headline_has_no_provenance_and_says_who() -> None:
    supplied = supply(report(), [entry(title="另一题名")])
    assert supplied.title.text == "另一题名"
    assert supplied.title.provenance == ()
    assert supplied.headline_by == "某馆员据合订本"


def test_supplied_people_are_parted_at_commas_only() -> None:
    supplied = supply(report(), [entry(authors="李四、Li Wei，王五")])
    assert [author.value for author in supplied.authors] == ["李四", "Li Wei", "王五"]


def test_an_entry_of_another_report_changes_nothing() -> None:
    assert supply(report(), [entry("b", date="2023-01-16")]) == report()


def test_two_entries_for_two_witnesses_of_one_report_are_a_fault() -> None:
    (merged,) = merge([witness(TEXT, "a.txt"), witness(TEXT + "\n", "b.txt")], {})
    (fault,) = clashes([merged], [entry("a", 1), entry("b", 9)])
    assert fault.line == 9


def test_ids_and_units_for_entries() -> None:
    assert report_ids([entry("a")]) == {}
    assert unit_ids(report()) == {"s0", "s0-p1"}
