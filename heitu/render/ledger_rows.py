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
class RuleUse:
    """A rule that set something aside in a row: its class, name and number of characters."""

    category: str
    rule: str
    chars: int


@dataclass(frozen=True, slots=True)
class Row:
    """Lines `first` to `last` of the file as HTML, and what is printed from them.

    Of a `folded` row, lines of nothing but markup are not shown: only their ids are there.
    """

    first: int
    last: int
    html: Markup
    readings: tuple[Reading, ...]
    rules: tuple[RuleUse, ...]
    folded: bool
    chars: int


def rows(
    document: SourceDocument, index: LineIndex, ledger: Sequence[LedgerEntry], readings: Iterable[Reading]
) -> Iterator[Row]:
    """The rows of a source, in the order of its lines; together they hold every line once."""
    starts = [entry.span.start for entry in ledger]

    def within(span: Span) -> Sequence[LedgerEntry]:
        return ledger[max(bisect_right(starts, span.start) - 1, 0) : bisect_right(starts, span.end - 1)]

    def row(first: int, last: int, found: tuple[Reading, ...]) -> Row:
        spans = [index.span(n) for n in range(first, last + 1)]
        whole = Span(spans[0].start, spans[-1].end)
        folded = not found and sum(not _blank(document, span) for span in spans) > MANY_LINES
        lines = (_line(document, n, span, within(span), folded) for n, span in enumerate(spans, start=first))
        html = Markup("".join(lines))
        return Row(first, last, html, found, _rules(document, whole, within(whole)), folded, len(whole))

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
        if not _blank(document, index.span(last + 1)):
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


def _blank(document: SourceDocument, span: Span) -> bool:
    return not document.text[span.start : span.end].strip()


def _line(document: SourceDocument, number: int, span: Span, entries: Sequence[LedgerEntry], folded: bool) -> str:
    """A line with its anchor; of a folded row's markup the anchor alone."""
    if folded and all(entry.category == "layout" for entry in entries):
        return f'<i id="L{number}"></i>'
    text = document.text[span.start : span.end].rstrip("\r\n")
    end = span.start + len(text)
    pieces = []
    for entry in entries:
        low, high = max(entry.span.start, span.start), min(entry.span.end, end)
        if low < high:
            pieces.append(_piece(document.text[low:high], entry))
    blank = "" if text.strip() else " ht-l--blank"
    link = f'<a href="#L{number}">{number}</a>'
    return f'<div class="ht-l{blank}" id="L{number}">{link}<span>{"".join(pieces)}</span></div>'


def _piece(text: str, entry: LedgerEntry) -> str:
    """The HTML of a stretch of one line in one class, struck through where it was set aside."""
    if entry.category == "body":
        return str(escaping.text(text))
    if entry.category not in ASIDE:
        return f'<span class="k-{entry.category}">{escaping.text(text)}</span>'
    if len(text) > LONGEST_ASIDE:
        text = f"{text[:120]} … {text[-60:]}"
    blank = " k-blank" if text.isspace() else ""
    return f'<del class="k-{entry.category}{blank}" data-rule="{entry.rule}">{escaping.text(text)}</del>'


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
