"""A source beside its clean text: lines of the file on one side, what is read from them on the other.

A row holds the lines that one printed string comes from, or lines that nothing is printed from. The raw text is shown
with its classes; long stretches of markup are cut short, since the untouched file is one link away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from heitu.records import LedgerEntry, SourceDocument
from heitu.render import escaping
from heitu.render.lines import LineIndex
from heitu.render.sources import ASIDE
from heitu.spans import Span

LONGEST_ASIDE = 240
"""Characters of a stretch set aside that are shown; of a longer one the two ends are."""
LINE_ENDS = ("layout.blank", "blank.wrap", "html.whitespace")
"""Rules that would be named beside nearly every line, and say no more than that lines end."""
MANY_LINES = 12
"""A run of more lines than these from which nothing is printed is folded away."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A printed string: its id in the report ("" where it has no place of its own), its spans in the source, its HTML."""

    id: str
    spans: tuple[Span, ...]
    html: Markup
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file: its number and its text with its classes; whether it is blank, or nothing but markup."""

    number: int
    html: Markup
    blank: bool
    markup: bool


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule that set something aside in a row: its class, name and number of characters."""

    category: str
    rule: str
    chars: int


@dataclass(frozen=True, slots=True)
class Row:
    """Lines and what is printed from them. Of a `folded` row, lines of nothing but markup are not shown, only named."""

    lines: tuple[Line, ...]
    readings: tuple[Reading, ...]
    rules: tuple[RuleUse, ...]
    folded: bool
    chars: int


def rows(
    document: SourceDocument, index: LineIndex, ledger: Sequence[LedgerEntry], readings: Iterable[Reading]
) -> Iterator[Row]:
    """The rows of a source, in the order of its lines; together they hold every line once."""
    starts = [entry.span.start for entry in ledger]

    def row(first: int, last: int, found: tuple[Reading, ...]) -> Row:
        span = Span(index.span(first).start, index.span(last).end)
        lines = tuple(
            _line(document, n, index.span(n), _within(ledger, starts, index.span(n))) for n in range(first, last + 1)
        )
        folded = not found and sum(not line.blank for line in lines) > MANY_LINES
        return Row(lines, found, _rules(document, span, _within(ledger, starts, span)), folded, len(span))

    position = 1
    for first, last, found in _blocks(index, readings):
        if first > position:
            yield row(position, first - 1, ())
        end = _blank_lines_after(document, index, last)
        yield row(first, end, found)
        position = end + 1
    if position <= len(index):
        yield row(position, len(index), ())


def _blank_lines_after(document: SourceDocument, index: LineIndex, last: int) -> int:
    """Blank lines stay with the row above them."""
    while last < len(index):
        span = index.span(last + 1)
        if document.text[span.start : span.end].strip():
            break
        last += 1
    return last


def _blocks(index: LineIndex, readings: Iterable[Reading]) -> Iterator[tuple[int, int, tuple[Reading, ...]]]:
    """First line, last line and readings, the readings that share lines together."""
    placed = [
        (index.line(r.spans[0].start), index.line(max(s.end for s in r.spans) - 1), r) for r in readings if r.spans
    ]
    placed.sort(key=lambda item: (item[0], item[2].spans[0].start))
    while placed:
        first, last, reading = placed.pop(0)
        found = [reading]
        while placed and placed[0][0] <= last:
            last = max(last, placed[0][1])
            found.append(placed.pop(0)[2])
        yield first, last, tuple(found)


def _within(ledger: Sequence[LedgerEntry], starts: Sequence[int], span: Span) -> Sequence[LedgerEntry]:
    """The entries that a span touches (a ledger tiles its text)."""
    return ledger[max(bisect_right(starts, span.start) - 1, 0) : bisect_right(starts, span.end - 1)]


def _line(document: SourceDocument, number: int, span: Span, entries: Sequence[LedgerEntry]) -> Line:
    text = document.text[span.start : span.end].rstrip("\r\n")
    end = span.start + len(text)
    parts = [
        _piece(document.text[max(e.span.start, span.start) : min(e.span.end, end)], e)
        for e in entries
        if max(e.span.start, span.start) < min(e.span.end, end)
    ]
    markup = all(entry.category == "layout" for entry in entries)
    return Line(number, Markup("").join(parts), not text.strip(), markup)


def _piece(text: str, entry: LedgerEntry) -> Markup:
    """A stretch of one line in one class, struck through where it was set aside."""
    if entry.category not in ASIDE:
        html = escaping.text(text)
        return html if entry.category == "body" else Markup('<span class="k-{}">{}</span>').format(entry.category, html)
    if len(text) > LONGEST_ASIDE:
        text = f"{text[:120]} … {text[-60:]}"
    return Markup('<del class="k-{}" data-rule="{}">{}</del>').format(entry.category, entry.rule, escaping.text(text))


def _rules(document: SourceDocument, span: Span, entries: Sequence[LedgerEntry]) -> tuple[RuleUse, ...]:
    """The rules that set something aside in a row, each with its number of characters; mere line ends are not named."""
    counts: dict[tuple[str, str], int] = {}
    for entry in entries:
        start, end = max(entry.span.start, span.start), min(entry.span.end, span.end)
        visible = document.text[start:end].strip()
        if entry.category in ASIDE and (visible or entry.rule not in LINE_ENDS):
            key = (entry.category, entry.rule)
            counts[key] = counts.get(key, 0) + end - start
    return tuple(RuleUse(category, rule, chars) for (category, rule), chars in counts.items())
