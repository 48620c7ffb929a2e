"""The text stages on mutated sources: every character accounted for, edits that replay, sentences that re-join."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from heitu.clean import clean
from heitu.drafts import Extract, Line, Witness
from heitu.spans import Span, SpannedText
from heitu.split.sentences import sentence_bounds
from tests.pipeline import cleaned, source_bytes, witness

NASTY = [
    "<script>x</script>",
    "{{ x }}",
    "![a](b)",
    "# h",
    ":::",
    "2021.",
    "&lt;",
    "　",
    "\ufeff",
    "——",
    "（一）",
    "12",
    "。",
]


@st.composite
def mutated_sources(draw: st.DrawFn) -> str:
    """A stretch of one of the sources with lines dropped, doubled and moved, and nasty text put in."""
    name = draw(st.sampled_from(sorted(source_bytes())))
    lines = source_bytes()[name].decode().split("\n")
    start = draw(st.integers(0, max(0, len(lines) - 40)))
    lines = lines[start : start + draw(st.integers(1, 40))]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["drop", "double", "move", "nasty", "cut"]))
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "move":
            lines.append(lines.pop(at))
        elif kind == "nasty":
            where = draw(st.integers(0, len(lines[at])))
            lines[at] = lines[at][:where] + draw(st.sampled_from(NASTY)) + lines[at][where:]
        elif kind == "cut":
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    text = draw(st.sampled_from(["\n", "\r\n", "\r\r\n"])).join(lines)
    return text if text.strip("\ufeff \t\n\r\u3000\u00a0") else "四平。"


def check_ledger(found: Witness) -> None:
    text = found.document.text
    position = 0
    for entry in found.ledger:
        assert entry.span.start == position
        assert entry.rule
        position = entry.span.end
    assert position == len(text)


def check_pieces(found: Witness) -> None:
    """Verbatim pieces read as their source, and no character of the source is printed twice."""
    text = found.document.text
    printed = [t for t in (found.title, found.subtitle) if t] + [caption.text for caption in found.captions]
    for section in found.sections:
        printed += [t for t in (section.kicker, section.headline) if t] + [p.text for p in section.paragraphs]
    seen: list[Span] = []
    for spanned in printed:
        for piece in spanned.pieces:
            assert not piece.verbatim or text[piece.span.start : piece.span.end] == piece.text
            seen.append(piece.span)
    seen.sort()
    assert all(one.end <= other.start for one, other in pairwise(seen))


@given(mutated_sources())
def test_every_character_of_a_mutated_source_is_accounted_for(text: str) -> None:
    found = witness(text)
    check_ledger(found)
    check_pieces(found)


@given(
    st.text(
        alphabet=st.sampled_from("四平市一二。，、：——（）《》“” \n\t　\u00a0#*<>&;{}!0123456789年月日记者摄来源讯"),
        min_size=1,
    )
)
def test_every_character_of_any_text_is_accounted_for(text: str) -> None:
    if text.strip():
        found = witness(text + "文。")
        check_ledger(found)
        check_pieces(found)


@given(mutated_sources())
def test_sentences_rejoin_to_their_paragraph(text: str) -> None:
    for section in witness(text).sections:
        for paragraph in section.paragraphs:
            assert SpannedText.join(s.text for s in paragraph.segments) == paragraph.text
            bounds = sentence_bounds(paragraph.text.text)
            assert [b for _, b in bounds[:-1]] == [a for a, _ in bounds[1:]]


def _again(text: str) -> Extract:
    """The blocks of a cleaned text as the lines of a new source, each a paragraph of its own."""
    document = cleaned(text)
    joined = "\n\n".join(block.text.text for block in document.blocks)
    return Extract(document.document, tuple(_lines(joined)), ())


def _lines(text: str) -> list[Line]:
    return [
        Line(SpannedText.verbatim(text, m.start(), m.end()), n, 0, 1, 0, "", wrapped=False)
        for n, m in enumerate(re.finditer(r"[^\n]+", text), 1)
    ]


@given(st.sampled_from(sorted(source_bytes())))
def test_cleaning_is_idempotent(name: str) -> None:
    blocks = [block.text.text for block in cleaned(source_bytes()[name], name).blocks]
    again = clean(_again(source_bytes()[name].decode()))
    assert [block.text.text for block in again.blocks] == blocks


@given(
    st.text("四平年0 1", max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29), st.text("改", max_size=3))),
)
def test_edits_replay_from_their_spans(text: str, edits: list[tuple[int, int, str]]) -> None:
    """Whatever is cut and replaced, the pieces alone give the reading text again."""
    spanned = SpannedText.verbatim(text, 0, len(text))
    for start, end, new in edits:
        lo, hi = sorted((min(start, len(spanned)), min(end, len(spanned))))
        spanned = spanned.replace(lo, hi, new)
    replayed = "".join(text[p.span.start : p.span.end] if p.verbatim else p.text for p in spanned.pieces)
    assert replayed == spanned.text
