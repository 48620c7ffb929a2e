"""What a person said of a translation holds for the texts it was said of, and for no others."""

from __future__ import annotations

import pytest

from heitu.translation import TranslationUnit
from heitu.translations import Catalog, Translated, translate
from heitu.translations.catalog import Entry
from heitu.translations.po import read_po
from heitu.translations.remarks import parse_remarks
from tests.small_archive import small_archive

REPORTS = small_archive().reports
FIRST = "2021年,全县推广保护性耕作12.5万亩,比上年增长7.2%。"
SECOND = "纳入监测对象1237户2502人。"


def entry(unit: str, zh: str, en: str, comment: str = "") -> Entry:
    return Entry(unit, zh, en, remarks=parse_remarks(comment), line=1)


def english(*entries: Entry, name: str = "county") -> Translated:
    return translate(REPORTS, {name: Catalog(name, entries)})


def unit(name: str, *entries: Entry) -> TranslationUnit:
    return english(*entries).units["county", name]


def test_an_acceptance_holds_until_either_text_changes() -> None:
    said = entry("s1-p1.2", SECOND, "1,237 households", "accept numbers: the rest is in the note").sealed()
    (acceptance,) = unit("s1-p1.2", said).accepted
    assert acceptance.reason == "the rest is in the note"
    assert len(acceptance.seal) == 8
    changed = Entry("s1-p1.2", SECOND, "12,370 households", remarks=said.remarks, line=1)
    assert unit("s1-p1.2", changed).accepted == ()


def test_an_acceptance_without_a_seal_holds_until_an_update_sets_one() -> None:
    assert unit("s1-p1.2", entry("s1-p1.2", SECOND, "Many.", "accept numbers: meant so")).accepted


def test_a_joined_sentence_is_reviewed_only_if_the_english_is_that_has_its_sense() -> None:
    joined = entry("s1-p1.2", SECOND, "", "joined: s1-p1.1\nreviewed: LW 2026-11-30")
    both = entry("s1-p1.1", FIRST, "Both are said here.", "reviewed: LW 2026-11-30")
    one = entry("s1-p1.1", FIRST, "Both are said here.")
    assert unit("s1-p1.2", joined, both).state == "reviewed"
    found = unit("s1-p1.2", joined, one)
    assert (found.state, found.reviewer) == ("translated", "")


@pytest.mark.parametrize(("target", "faults"), [("s1-p1.1", 0), ("s1-p2.1", 1), ("title", 1), ("s1-p1.2", 1)])
def test_a_sentence_is_joined_within_its_paragraph(target: str, faults: int) -> None:
    entries = (
        entry("s1-p1.1", FIRST, "One."),
        entry("s1-p1.2", SECOND, "", f"joined: {target}"),
        entry("s1-p2.1", "今年,新建污水厂3座,日处理能力约2万吨。", "Three."),
        entry("title", "河口县新貌", "A New Look"),
    )
    assert len(english(*entries).faults) == faults


def test_a_report_that_was_given_another_id_is_named_by_the_fault() -> None:
    (fault,) = english(entry("s1-p1.1", FIRST, "One."), name="old-name").faults
    assert "such as county; if" in fault.do_en


@pytest.mark.parametrize(
    ("header", "readings"), [("X-Heitu-Readings: 2\\n", 2), ("X-Heitu-Readings: twice\\n", 0), ("", 0)]
)
def test_how_often_a_translation_was_read_stands_in_the_header(header: str, readings: int) -> None:
    field = f'"{header}"\n' if header else ""
    text = (
        f'msgid ""\nmsgstr ""\n"Language: en\\n"\n{field}\nmsgctxt "title"\nmsgid "河口县新貌"\nmsgstr "A New Look"\n'
    )
    catalog, faults = read_po(text.encode(), "county", "county.po")
    assert not faults
    assert translate(REPORTS, {"county": catalog}).readings.get("county", 0) == readings
