"""The ledger of a source: entries that tile its text, so that every character is accounted for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from heitu.records import Category, LedgerEntry, SourceDocument
from heitu.spans import Span, SpannedText

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


def unclaimed(texts: Iterable[SpannedText], claims: Iterable[LedgerEntry]) -> list[Span]:
    """The stretches of the texts' spans that no claim covers."""
    covered = sorted(entry.span for entry in claims)
    starts = [span.start for span in covered]
    gaps: list[Span] = []
    for text in texts:
        for span in text.provenance:
            position = span.start
            for other in covered[max(0, bisect_right(starts, span.start) - 1) :]:
                if other.start >= span.end:
                    break
                if other.start > position:
                    gaps.append(Span(position, other.start))
                position = max(position, other.end)
            if position < span.end:
                gaps.append(Span(position, span.end))
    return gaps
