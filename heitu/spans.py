"""Positions in a source, and text that remembers where it stands in its source.

A position is never searched for: every cut, join or replacement of a `SpannedText` keeps the spans that it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Python str offsets in `SourceDocument.text` (W3C TextPositionSelector)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of reading text and the source span that it renders.

    A verbatim piece reads as its source does, character by character; any other one (a character reference of HTML, an
    emendation) stands for its span as a whole and may be longer, shorter or empty.
    """

    span: Span
    text: str
    verbatim: bool = True

    def __post_init__(self) -> None:
        if self.verbatim and len(self.text) != len(self.span):
            raise ValueError(f"a verbatim piece must be as long as its span: {self!r}")


@dataclass(frozen=True, slots=True)
class SpannedText:
    """Reading text as a sequence of pieces; `text` is their concatenation."""

    pieces: tuple[Piece, ...]
    text: str

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> SpannedText:
        """Join pieces; neighbours that are verbatim and adjacent in the source become one."""
        joined: list[Piece] = []
        for piece in pieces:
            last = joined[-1] if joined else None
            if last and last.verbatim and piece.verbatim and last.span.end == piece.span.start:
                joined[-1] = Piece(Span(last.span.start, piece.span.end), last.text + piece.text)
            elif len(piece.span) or piece.text:
                joined.append(piece)
        return cls(tuple(joined), "".join(p.text for p in joined))

    @classmethod
    def verbatim(cls, source: str, start: int, end: int) -> SpannedText:
        return cls.of([Piece(Span(start, end), source[start:end])])

    @classmethod
    def supplied(cls, text: str) -> SpannedText:
        """Text that stands in no source (a title that a person supplied): it has no provenance."""
        return cls.of([Piece(Span(0, 0), text, verbatim=False)])

    @classmethod
    def join(cls, parts: Iterable[SpannedText]) -> SpannedText:
        return cls.of(piece for part in parts for piece in part.pieces)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    @property
    def provenance(self) -> tuple[Span, ...]:
        """The source spans in reading order, adjacent ones merged."""
        spans: list[Span] = []
        for piece in self.pieces:
            if not len(piece.span):
                continue
            if spans and spans[-1].end == piece.span.start:
                spans[-1] = Span(spans[-1].start, piece.span.end)
            else:
                spans.append(piece.span)
        return tuple(spans)

    @property
    def start(self) -> int:
        """The source offset of the first character (0 for supplied text)."""
        return self.pieces[0].span.start if self.pieces else 0

    def slice(self, start: int, end: int) -> SpannedText:
        """Reading characters [start, end). A piece that is not verbatim goes where its first character goes.

        Empty pieces (deletions) go with the text before them, so that slices that tile the text tile its pieces.
        """
        return SpannedText.of(self._cut(start, end))

    def _cut(self, start: int, end: int) -> Iterator[Piece]:
        position = 0
        for piece in self.pieces:
            lo, hi = position, position + len(piece.text)
            position = hi
            if not piece.text:
                if start < lo <= end or lo == 0 == start:
                    yield piece
            elif piece.verbatim:
                a, b = max(lo, start), min(hi, end)
                if a < b:
                    base = piece.span.start - lo
                    yield Piece(Span(base + a, base + b), piece.text[a - lo : b - lo])
            elif start <= lo < end:
                yield piece

    def replace(self, start: int, end: int, text: str) -> SpannedText:
        """The same text with reading characters [start, end) reading `text` instead; their spans stay on record."""
        inner = self.slice(start, end)
        spans = inner.provenance
        if not spans:
            return SpannedText.join([self.slice(0, start), SpannedText.supplied(text), self.slice(end, len(self))])
        head, *rest = spans
        new = [Piece(head, text, verbatim=False), *(Piece(span, "", verbatim=False) for span in rest)]
        return SpannedText.of([*self.slice(0, start).pieces, *new, *self.slice(end, len(self)).pieces])

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The source spans of reading characters [start, end), in reading order."""
        return self.slice(start, end).provenance

    def strip(self, characters: str | None = None) -> SpannedText:
        """Without blanks (or `characters`) at both ends."""
        left = len(self.text) - len(self.text.lstrip(characters))
        right = len(self.text.rstrip(characters))
        return self.slice(left, max(left, right))
