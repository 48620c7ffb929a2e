"""Marks in the text: emendations located by their spans, figures and lead-ins, nested so that nothing is lost."""

from __future__ import annotations

from fractions import Fraction

import pytest
from bs4 import BeautifulSoup

from heitu.language import Bilingual
from heitu.records import Emendation, Figure
from heitu.render.marks import Mark, locate, marked
from heitu.spans import Piece, Span, SpannedText

SOURCE = "限抓饮水安全。全市1237户受益,占比89.76%。"


def emendation(start: int, end: int, **values: object) -> Emendation:
    sic = SOURCE[start:end]
    defaults: dict[str, object] = {"kind": "correction", "corr": None, "cert": "high"}
    return Emendation(
        source="s", exact=sic, prefix="", suffix="", sic=sic, resp="", note=Bilingual("", ""), line=1, where="s1-p1",
        spans=(Span(start, end),), **(defaults | values),  # type: ignore[arg-type] # the keys above
    )  # fmt: skip


def figure(start: int, end: int) -> Gloss:
    return Figure("f", "r", "s1", "s1-p1", "", start, end, (), SOURCE[start:end], Fraction(1), "", "", "", "", "", "")


def html(text: SpannedText, *marks: Mark, figures: tuple[Figure, ...] = (), lead_in: int = 0) -> BeautifulSoup:
    return BeautifulSoup(marked(text, marks, figures, lead_in), "lxml")


WHOLE = SpannedText.verbatim(SOURCE, 0, len(SOURCE))


@pytest.mark.parametrize(
    ("label", "text", "span", "expected"),
    [
        ("verbatim", WHOLE, Span(7, 9), (7, 9)),
        ("a slice of the source", WHOLE.slice(7, 20), Span(9, 13), (2, 6)),
        ("corrected, same length", WHOLE.replace(0, 1, "狠"), Span(0, 1), (0, 1)),
        ("corrected, longer", WHOLE.replace(0, 2, "狠狠地抓"), Span(0, 2), (0, 4)),
        ("removed", WHOLE.replace(0, 7, ""), Span(0, 7), (0, 0)),
        ("after a change", WHOLE.replace(0, 2, "狠狠地抓"), Span(9, 13), (11, 15)),
        ("not in this text", WHOLE.slice(0, 7), Span(9, 13), None),
        ("inserted", SpannedText.of([Piece(Span(0, 2), "限抓"), Piece(Span(2, 2), "好", False)]), Span(2, 2), (2, 3)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_emendation_is_found_by_its_spans(
    label: str, text: SpannedText, span: Span, expected: tuple[int, int] | None
) -> None:
    assert locate(text, [span]) == expected, label


def test_the_reading_text_is_never_changed() -> None:
    text = WHOLE.replace(0, 2, "狠抓")
    marks = (
        Mark(1, emendation(0, 2, corr="狠抓"), "校勘 1"),
        Mark(2, emendation(9, 13, kind="doubt"), "校勘 2"),
        Mark(3, emendation(17, 24, kind="gap"), "校勘 3"),
    )
    figures = (figure(9, 14), figure(19, 25))
    assert html(text, *marks, figures=figures, lead_in=7).get_text() == text.text


def test_a_correction_links_to_its_note() -> None:
    text = WHOLE.replace(0, 2, "狠抓")
    link = html(text, Mark(1, emendation(0, 2, corr="狠抓"), "校勘 1")).a
    assert link and link["class"] == ["ht-emend"]
    assert (link["href"], link["id"], link["data-heitu-note"]) == ("#fn-1", "ref-1", "fn-1")
    assert link.get_text() == "狠抓"


@pytest.mark.parametrize(
    ("text", "mark", "shape", "reads"),
    [
        (WHOLE, emendation(9, 13, kind="doubt", cert="low"), "ht-doubt", "1237"),
        (WHOLE, emendation(0, 2, corr="狠抓", cert="medium"), "ht-doubt", "限抓"),
        (WHOLE, emendation(17, 19, kind="gap"), "ht-gap", ""),
        (WHOLE.replace(0, 7, ""), emendation(0, 7, corr=""), "ht-cut", ""),
    ],
)
def test_doubts_gaps_and_removals_have_marks_of_their_own(
    text: SpannedText, mark: Emendation, shape: str, reads: str
) -> None:
    tree = html(text, Mark(1, mark, "校勘 1"))
    link = tree.a
    assert link and link["class"] == [shape] and link.get_text() == reads
    assert bool(link.get("aria-label")) is (not reads)  # a mark without text has a name
    assert tree.get_text() == text.text


def test_overlapping_marks_keep_every_character_once() -> None:
    marks = (Mark(1, emendation(9, 14, kind="doubt"), "1"), Mark(2, emendation(11, 16, kind="doubt"), "2"))
    tree = html(WHOLE, *marks, figures=(figure(9, 14),), lead_in=12)
    assert tree.get_text() == SOURCE
    assert [link["id"] for link in tree.select("a")] == ["ref-1", "ref-2"]
