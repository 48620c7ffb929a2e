"""White space within a line of a page, collapsed as browsers do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from heitu.folding import is_han
from heitu.read.html_setting import Setting
from heitu.records import LedgerEntry
from heitu.spans import Piece, Span

_CJK_SIGN = re.compile(r"[\u3001-\u301f\uff01-\uff60]")
_EITHER_SIGN = frozenset("“”‘’…—·")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word of a line with its setting, a tab between two cells, or a blank: white space, or the tag of a break."""

    piece: Piece
    is_blank: bool = False
    setting: Setting | None = None


def collapse(text: str, atoms: Sequence[Atom]) -> tuple[tuple[Piece, ...], tuple[LedgerEntry, ...]]:
    """The pieces of a line, each run of blanks now one blank or none, and the claims of the white space dropped."""
    pieces: list[Piece] = []
    claims: list[LedgerEntry] = []
    blanks: list[Piece] = []
    for atom in atoms:
        if atom.is_blank:
            blanks.append(atom.piece)
            continue
        if blanks:
            kept = _kept(text, pieces[-1], blanks, atom.piece) if pieces else None
            claims.extend(_dropped(text, blanks, kept))
            pieces.extend([kept] if kept else [])
        blanks.clear()
        pieces.append(atom.piece)
    return tuple(pieces), (*claims, *_dropped(text, blanks, None))


def _kept(text: str, before: Piece, blanks: Sequence[Piece], after: Piece) -> Piece | None:
    """The one blank that stands for a run of blanks, None where there is none to see."""
    if "\t" in (before.text, after.text):
        return None
    wrapped = len(blanks) == 1 and ("\n" in blanks[0].text or "\r" in blanks[0].text)
    in_one_run = before.span.end == blanks[0].span.start and after.span.start == blanks[0].span.end
    if wrapped and in_one_run and _is_chinese_wrap(before.text[-1], after.text[0]):
        return None
    for blank in blanks:
        if blank.verbatim and " " in blank.text:
            at = blank.span.start + blank.text.index(" ")
            return Piece(Span(at, at + 1), " ")
    first = blanks[0]
    end = first.span.end if not first.verbatim else first.span.start + 1
    return Piece(Span(first.span.start, end), " ", verbatim=False)


def _is_chinese_wrap(before: str, after: str) -> bool:
    """Whether a line end of the code between two characters is no blank: Chinese is written without.

    >>> _is_chinese_wrap("黑", "土"), _is_chinese_wrap("，", "“"), _is_chinese_wrap("a", "土")
    (True, True, False)
    """
    both = (before, after)
    chinese = [is_han(c) or bool(_CJK_SIGN.match(c)) for c in both]
    return any(chinese) and all(is_chinese or c in _EITHER_SIGN for is_chinese, c in zip(chinese, both, strict=True))


def _dropped(text: str, blanks: Sequence[Piece], kept: Piece | None) -> list[LedgerEntry]:
    """Claims of the blanks but the one kept; the tag of a break is claimed as a tag."""
    hole = kept.span if kept else Span(0, 0)
    claims: list[LedgerEntry] = []
    for blank in blanks:
        if text[blank.span.start] == "<":
            continue
        for part in _around(blank.span, hole):
            claims.append(LedgerEntry(part, "layout", "blank", "html.whitespace"))
    return claims


def _around(span: Span, hole: Span) -> list[Span]:
    if not span.overlaps(hole):
        return [span]
    return [part for part in (Span(span.start, hole.start), Span(hole.end, span.end)) if len(part)]
