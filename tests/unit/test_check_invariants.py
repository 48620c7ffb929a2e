"""Each invariant of an archive is found broken where it is broken, and the sound archive has no fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from heitu.check import CHECKS, check
from heitu.records import Archive, LedgerEntry, Section, Stated, ThemeScore
from heitu.spans import Span, SpannedText
from tests.small_archive import TEXT, small_archive

Break = Callable[[Archive], Archive]


def _line_of(words: str) -> int:
    return TEXT[: TEXT.index(words)].count("\n") + 1


def _with_report(archive: Archive, **changes: object) -> Archive:
    return replace(archive, reports=(replace(archive.reports[0], **changes), *archive.reports[1:]))  # type: ignore[arg-type]


def _with_section(archive: Archive, **changes: object) -> Archive:
    section: Section = replace(archive.reports[0].sections[0], **changes)  # type: ignore[arg-type]
    return _with_report(archive, sections=(section,))


def _with_ledger(archive: Archive, entries: tuple[LedgerEntry, ...]) -> Archive:
    return replace(archive, ledgers=MappingProxyType({**archive.ledgers, "county": entries}))


def _drop_wrap(archive: Archive) -> Archive:
    return _with_ledger(archive, tuple(e for e in archive.ledgers["county"] if e.role != "line wrap"))


def _claim_twice(archive: Archive) -> Archive:
    entries = archive.ledgers["county"]
    return _with_ledger(archive, (replace(entries[0], span=Span(0, entries[0].span.end + 1)), *entries[1:]))


def _set_body_aside(archive: Archive) -> Archive:
    entries = (
        replace(e, category="boilerplate") if "监测对象" in TEXT[e.span.start : e.span.end] else e
        for e in archive.ledgers["county"]
    )
    return _with_ledger(archive, tuple(entries))


def _lose_a_paragraph(archive: Archive) -> Archive:
    lost = archive.reports[0].sections[0].paragraphs
    section = _with_section(archive, paragraphs=lost[:1])
    return replace(section, figures=tuple(f for f in archive.figures if f.paragraph != lost[1].id))


def _drop_a_sentence(archive: Archive) -> Archive:
    first, *rest = archive.reports[0].sections[0].paragraphs
    return _with_section(archive, paragraphs=(replace(first, segments=first.segments[:1]), *rest))


def _improve_silently(archive: Archive) -> Archive:
    first, second = archive.reports[0].sections[0].paragraphs
    text = second.text.replace(3, 5, "新建设")
    segments = (replace(second.segments[0], text=text),)
    changed = _with_section(archive, paragraphs=(first, replace(second, text=text, segments=segments)))
    return replace(changed, figures=tuple(f for f in changed.figures if f.paragraph != second.id))


def _misquote(archive: Archive) -> Archive:
    pieces = tuple(
        replace(piece, text="河口乡" if piece.text == "河口县" else piece.text) for piece in _title(archive).pieces
    )
    return _with_report(archive, title=SpannedText.of(pieces))


def _title(archive: Archive) -> SpannedText:
    return archive.reports[0].title


def _two_of_an_id(archive: Archive) -> Archive:
    first, second = archive.reports[0].sections[0].paragraphs
    return _with_section(archive, paragraphs=(first, replace(second, id=first.id)))


def _unapplied(archive: Archive) -> Archive:
    correction, doubt = archive.reports[0].emendations
    return _with_report(archive, emendations=(replace(correction, corr="纳进"), doubt))


def _applied_doubt(archive: Archive) -> Archive:
    correction, doubt = archive.reports[0].emendations
    return _with_report(archive, emendations=(correction, replace(doubt, where="s1-p2.1")))


def _unknown_theme(archive: Archive) -> Archive:
    return _with_section(archive, themes=(ThemeScore("sea", 1.0, ()),))


def _unknown_place(archive: Archive) -> Archive:
    return _with_report(archive, region=Stated("atlantis", "supplied", "x"))


def _moved_figure(archive: Archive) -> Archive:
    figure = archive.figures[0]
    return replace(archive, figures=(replace(figure, start=figure.start + 1), *archive.figures[1:]))


def _foreign_witness(archive: Archive) -> Archive:
    return _with_report(archive, title_source="town")


def _unread_source(archive: Archive) -> Archive:
    return replace(
        archive, reports=archive.reports[:1], figures=tuple(f for f in archive.figures if f.report == "county")
    )


BROKEN: tuple[tuple[Break, str, str], ...] = (
    (_drop_wrap, f"seeds/sources/county.txt:{_line_of('2021年')}", "misses"),
    (_claim_twice, "seeds/sources/county.txt:1", "twice"),
    (_set_body_aside, f"seeds/sources/county.txt:{_line_of('监测')}", "boilerplate"),
    (_lose_a_paragraph, f"seeds/sources/county.txt:{_line_of('今年')}", "not all printed"),
    (_drop_a_sentence, f"seeds/sources/county.txt:{_line_of('2021年')}", "do not join"),
    (_improve_silently, f"seeds/sources/county.txt:{_line_of('今年')}", "no emendation says so"),
    (_misquote, f"seeds/sources/county.txt:{_line_of('河口县')}", "reads otherwise"),
    (_two_of_an_id, "seeds/sources/county.txt:1", "used twice"),
    (_unapplied, f"seeds/sources/county.txt:{_line_of('纳人')}", "line 3, is not applied once"),
    (_applied_doubt, f"seeds/sources/county.txt:{_line_of('1237')}", "line 9"),
    (_unknown_theme, "seeds/themes.yml", "no entry sea"),
    (_unknown_place, "seeds/places.yml", "no entry atlantis"),
    (_moved_figure, f"seeds/sources/county.txt:{_line_of('2021年')}", "is not where it says"),
    (_foreign_witness, "seeds/sources/county.txt:1", "no source of it"),
    (_unread_source, "seeds/sources/town.html:1", "belongs to 0 reports"),
)


def test_a_sound_archive_has_no_fault() -> None:
    assert check(small_archive()) == ()


@pytest.mark.parametrize(
    ("damage", "where", "what"), BROKEN, ids=[damage.__name__.strip("_") for damage, _, _ in BROKEN]
)
def test_damage_is_found_where_it_is(damage: Break, where: str, what: str) -> None:
    faults = [fault.message("en") for fault in check(damage(small_archive()))]
    assert any(fault.startswith(f"{where}: ") and what in fault for fault in faults), faults


def test_every_check_finds_some_damage() -> None:
    at_work = {run.__name__ for run in CHECKS for damage, _, _ in BROKEN if list(run(damage(small_archive())))}
    assert at_work == {run.__name__ for run in CHECKS}


def test_faults_are_whole_lines_in_both_languages() -> None:
    for damage, _, _ in BROKEN:
        for fault in check(damage(small_archive())):
            assert fault.what_zh and fault.do_zh and fault.what_en and fault.do_en
            assert "\n" not in fault.message("zh") + fault.message("en")


def test_supplied_text_needs_no_source() -> None:
    archive = small_archive()
    assert check(_with_report(archive, title=SpannedText.supplied("河口县的新貌"), title_source="")) == ()
