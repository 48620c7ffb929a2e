"""Marks in the text: emendations located by their spans, figures and lead-ins, nested so that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from heitu.language import Bilingual
from heitu.records import Emendation, Segment
from heitu.render.marks import Gloss, Mark, locate, marked
from heitu.spans import Piece, Span, SpannedText

SOURCE = "限抓饮水安全。全市1237户受益,占比89.76%。"


def emendation(start: int, end: int, **values: object) -> Emendation:
    sic = SOURCE[start:end]
    defaults: dict[str, object] = {"kind": "correction", "corr": None, "cert": "high"}
    return Emendation(
        source="s", exact=sic, prefix="", suffix="", sic=sic, resp="", note=Bilingual("", ""), line=1, where="s1-p1",
        spans=(Span(start, end),), **(defaults | values),  # type: ignore[arg-type] # the keys above
    )  # fmt: skip


def figure(start: int, end: int, says: str = "") -> Gloss:
    return Gloss(start, end, says)


def html(text: SpannedText, *marks: Mark, figures: tuple[Gloss, ...] = (), lead_in: int = 0) -> BeautifulSoup:
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


def sentences(text: SpannedText, *ends: int) -> tuple[Segment, ...]:
    cuts = [0, *ends, len(text.text)]
    return tuple(Segment(f"s1-p1.{n}", text.slice(a, b)) for n, (a, b) in enumerate(pairwise(cuts), start=1))


def test_each_sentence_is_an_element_with_its_marks_inside() -> None:
    marks = (Mark(1, emendation(0, 2, kind="doubt"), "1"), Mark(2, emendation(9, 13, kind="doubt"), "2"))
    tree = BeautifulSoup(marked(WHOLE, marks, (figure(9, 14),), 7, sentences(WHOLE, 7)), "lxml")
    found = tree.select(".ht-s")
    assert [s["data-s"] for s in found] == ["1", "2"]
    assert [s.get_text() for s in found] == [SOURCE[:7], SOURCE[7:]]
    assert [link["id"] for link in found[0].select("a")] == ["ref-1"]
    assert found[0].select("b.ht-lead") and not found[1].select("b")


def test_what_goes_over_the_end_of_a_sentence_is_cut_there() -> None:
    marks = (Mark(1, emendation(5, 13, kind="doubt"), "1"),)
    tree = BeautifulSoup(marked(WHOLE, marks, (figure(5, 14, "explained"),), 9, sentences(WHOLE, 7)), "lxml")
    assert tree.get_text() == SOURCE
    first, second = tree.select(".ht-s")
    assert [link.get("id") for link in tree.select("a")] == ["ref-1", None]
    assert first.select("a")[0].get_text() + second.select("a")[0].get_text() == SOURCE[5:13]
    assert {fig["data-gloss"] for fig in tree.select(".ht-fig")} == {"explained"}
    assert "".join(lead.get_text() for lead in tree.select("b")) == SOURCE[:9]


def test_a_sentence_that_was_deleted_has_no_element_but_keeps_its_mark() -> None:
    text = SpannedText.join([WHOLE.slice(0, 7).replace(0, 7, ""), WHOLE.slice(7, len(SOURCE))])
    parts = (
        Segment("s1-p1.1", WHOLE.slice(0, 7).replace(0, 7, "")),
        Segment("s1-p1.2", WHOLE.slice(7, len(SOURCE))),
    )
    mark = Mark(1, replace(emendation(0, 7, corr=""), where="s1-p1.1"), "1")
    tree = BeautifulSoup(marked(text, (mark,), (), 0, parts), "lxml")
    assert [s["data-s"] for s in tree.select(".ht-s")] == ["2"]
    assert len(tree.select("a.ht-cut")) == 1 and not tree.select(".ht-s a")


@given(
    st.lists(st.integers(0, len(SOURCE)), max_size=4),
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=4),
)
def test_whatever_is_marked_every_character_stands_once(ends: list[int], places: list[tuple[int, int]]) -> None:
    marks = [Mark(n, emendation(a, a + b, kind="doubt"), "") for n, (a, b) in enumerate(places)]
    parts = sentences(WHOLE, *sorted(ends))
    tree = BeautifulSoup(marked(WHOLE, marks, [figure(a, a + b) for a, b in places[:1]], 7, parts), "html.parser")
    assert tree.get_text() == SOURCE
    assert "".join(s.get_text() for s in tree.select(".ht-s")) == SOURCE
    ids = [link["id"] for link in tree.select("a[id]")]
    assert len(ids) == len(set(ids))
