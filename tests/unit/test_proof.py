"""The checks on a whole archive: what blocks, what only warns, what a person accepted, which Chinese is held against what."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from heitu.proof import Proof, proof
from heitu.proof.pairs import pairs
from heitu.records import Archive
from heitu.translation import Acceptance, TranslationUnit
from tests.small_archive import small_archive

FILE = "seeds/translations/county.po"


def unit(name: str, target: str, state: str = "translated", **values: object) -> TranslationUnit:
    return TranslationUnit(name, "", target, state, file=FILE, line=7, **values)  # type: ignore[arg-type]


def archive(*units: TranslationUnit) -> Archive:
    """The small archive with these translations of its county report; `source` is the Chinese of the report."""
    whole = small_archive()
    texts = {
        "s1-p1.2": "纳入监测对象1237户2502人。",
        "s1-p2.1": "今年,新建污水厂3座,日处理能力约2万吨。",
        "author1": "李明",
    }
    filled = [replace(u, source=u.source or texts[u.id]) for u in units]
    return replace(whole, translations=MappingProxyType({("county", u.id): u for u in filled}))


def checked(*units: TranslationUnit) -> Proof:
    return proof(archive(*units))


def test_an_archive_without_translations_has_nothing_to_check() -> None:
    assert checked() == Proof((), ())
    assert checked(unit("s1-p1.2", "", "missing")) == Proof((), ())


def test_a_blocking_finding_is_a_fault_with_its_line_both_sentences_and_what_to_do() -> None:
    (fault,) = checked(unit("author1", "Ming Li")).faults
    assert (fault.file, fault.line) == (FILE, 7)
    for words in ("author1", "“李明”", "“Ming Li”", "not “Li Ming”", "accept names: reason"):
        assert words in fault.message("en")
    assert "accept names: 理由" in fault.message("zh")


def test_a_finding_that_does_not_block_is_a_notice() -> None:
    found = checked(unit("s1-p1.2", "In all 1,237 households with 2,502 people are are under monitoring."))
    assert not found.faults
    assert "are are" in found.notices[0].what_en


def test_an_accepted_finding_is_silent_and_only_for_its_check() -> None:
    twice = "In all 1,237 households with 2,502 people are are under 监测."
    found = checked(unit("s1-p1.2", twice, accepted=(Acceptance("doubled", "it is a quotation"),)))
    assert not found.notices
    assert "监测" in found.faults[0].what_en


def test_an_acceptance_without_a_finding_is_told() -> None:
    found = checked(unit("author1", "Li Ming", accepted=(Acceptance("names", "so they spell it"),)))
    assert not found.faults
    assert "nothing to accept" in found.notices[0].what_en


def test_an_acceptance_of_an_unknown_check_is_a_fault() -> None:
    (fault,) = checked(unit("author1", "Li Ming", accepted=(Acceptance("nombers", "a reason"),))).faults
    assert "nombers" in fault.what_en
    assert "names" in fault.do_en


def test_a_stale_sentence_is_held_against_the_chinese_that_it_was_made_from() -> None:
    stale = unit("s1-p1.2", "In all, 1,237 households are under monitoring.", "stale", before="纳入监测对象1237户。")
    whole = archive(stale)
    assert [pair.zh for pair in pairs(whole, whole.reports[0])] == ["纳入监测对象1237户。"]


@pytest.mark.parametrize("joined, order", [("s1-p2.1", ("s1-p1.2", "s1-p2.1")), ("s1-p1.2", ("s1-p1.2", "s1-p2.1"))])
def test_joined_units_are_held_together_against_their_english(joined: str, order: tuple[str, ...]) -> None:
    other = next(name for name in order if name != joined)
    whole = archive(unit(joined, "Both are said here."), unit(other, "", joined=joined))
    (pair,) = pairs(whole, whole.reports[0])
    texts = {u.id: u.source for u in whole.translations.values()}
    assert pair.zh == "".join(texts[name] for name in order)
    assert pair.translation.id == joined
