"""The ledger of a source: entries that tile its text, so that every character is accounted for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from heitu.records import Category, LedgerEntry, SourceDocument
from heitu.spans import Piece, Span, SpannedText

_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"


def claim(text: SpannedText, category: Category, role: str, rule: str) -> tuple[LedgerEntry, ...]:
    """One entry for each source span of `text`."""
    return tuple(LedgerEntry(span, category, role, rule) for span in text.provenance)


def tile(document: SourceDocument, claims: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """The claims in order, with the white space between them; ValueError if a character is claimed twice or not at all."""
    entries: list[LedgerEntry] = []
    position = 0
    for entry in sorted((c for c in claims if len(c.span)), key=lambda c: c.span):
        if entry.span.start < position:
            raise ValueError(f"{document.file}: characters claimed twice at {entry.span}: {entries[-1]} and {entry}")
        if entry.span.start > position:
            entries.append(_blank(document, Span(position, entry.span.start)))
        entries.append(entry)
        position = entry.span.end
    if position < len(document.text):
        entries.append(_blank(document, Span(position, len(document.text))))
    return tuple(entries)


def _blank(document: SourceDocument, span: Span) -> LedgerEntry:
    lost = document.text[span.start : span.end].strip().strip(_INVISIBLE).strip()
    if lost:
        raise ValueError(f"{document.file}: characters not accounted for at {span}: {lost[:40]!r}")
    return LedgerEntry(span, "layout", "white space", "layout.blank")


def unclaimed(texts: Iterable[SpannedText], claims: Iterable[LedgerEntry]) -> list[Piece]:
    """What no claim covers of the texts, blanks that the source holds as such left out.

    A piece that is not verbatim comes whole, a verbatim one cut to what is not covered.
    """
    covered = _merged(entry.span for entry in claims)
    starts = [span.start for span in covered]
    left: list[Piece] = []
    for piece in (piece for text in texts for piece in text.pieces):
        position = piece.span.start
        index = max(0, bisect_right(starts, position) - 1)
        while position < piece.span.end:
            other = covered[index] if index < len(covered) else None
            if other and other.end <= position:
                index += 1
                continue
            end = min(piece.span.end, other.start) if other else piece.span.end
            if end > position:
                left.append(_cut(piece, Span(position, end)))
            position = max(end, other.end) if other else end
    return [piece for piece in left if not (piece.verbatim and piece.text.isspace())]


def blank_claims(pieces: Iterable[Piece]) -> list[LedgerEntry]:
    """Claims for the pieces that read as a blank (a character reference, say)."""
    return [LedgerEntry(p.span, "layout", "white space", "layout.blank") for p in pieces if not p.text.strip()]


def _cut(piece: Piece, span: Span) -> Piece:
    if not piece.verbatim or span == piece.span:
        return piece
    return Piece(span, piece.text[span.start - piece.span.start : span.end - piece.span.start])


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif len(span):
            merged.append(span)
    return merged
