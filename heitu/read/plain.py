"""Lines of a text or Markdown file, with markup claimed and everything else kept to the letter."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from heitu.drafts import Line
from heitu.folding import han_count
from heitu.read.characters import (
    ESCAPED,
    INVISIBLE,
    RAISED,
    claims_of,
    escaped_character,
    indent_width,
    invisible_claim,
    merge_claims,
    physical_lines,
    raised,
    trim,
)
from heitu.records import LedgerEntry
from heitu.spans import Piece, Span, SpannedText

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_EMPHASIS = (
    re.compile(r"(?P<open>\*\*)(?=[^\s*])(?:[^*]|\*(?!\*))*?[^\s*](?P<close>\*\*)"),
    re.compile(r"(?<![A-Za-z0-9_])(?P<open>__)(?=[^\s_])[^_]*?[^\s_](?P<close>__)(?![A-Za-z0-9_])"),
)
_INLINE_TAG = re.compile(r"<(?P<close>/?)(?P<name>mark|b|strong|i|em|u|sub|sup|font|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INVISIBLE, _BREAK = "invisible", "line break"
_FEWEST_HEADINGS = 2
_FILLER = "\ue000"  # stands for markup found already, so that it is not found again


@dataclass(frozen=True, slots=True, order=True)
class _Mark:
    """What is not verbatim text in a line: markup, claimed by `rule`, or characters that `rendered` stands for."""

    span: Span
    rule: str
    rendered: str = ""


@dataclass(slots=True)
class _Row:
    """A part of a physical line up to a `<br>`, while it is put together."""

    pieces: list[Piece]
    claims: list[LedgerEntry]
    mark: int = 0
    text: SpannedText = field(default_factory=lambda: SpannedText((), ""))
    indent: int = 0
    wrapped: bool = True


def read_plain(text: str, markdown: bool) -> tuple[tuple[Line, ...], tuple[LedgerEntry, ...]]:
    """The lines of a file and the claims of its markup; `markdown` says whether heading marks and emphasis are markup.

    They also are in a file that has two or more heading marks, each alone between blank lines or on top of Chinese text:
    OCR programs write Markdown under any file name.
    """
    markdown = markdown or _uses_heading_marks(text)
    comments = list(_comments(text, markdown))
    lines: list[Line] = []
    claims = [LedgerEntry(span, "layout", "markup", "text.comment") for span in comments]
    gap = 0
    for number, span in enumerate(physical_lines(text), 1):
        found = False
        for row in _rows(text, span, _marks(text, span, comments, markdown)):
            claims.extend(row.claims)
            if row.text:
                lines.append(Line(row.text, number, row.indent, 0 if found else gap, row.mark, "", row.wrapped))
                found = True
        gap = 0 if found else gap + 1
    return tuple(lines), merge_claims(claims)


def _uses_heading_marks(text: str) -> bool:
    """Whether two or more heading marks stand alone between blank lines, or on top of Chinese text.

    >>> _uses_heading_marks("# 甲\\n\\n文\\n\\n## 乙\\n"), _uses_heading_marks("# 甲\\n文\\n## 乙\\n文")
    (True, True)
    >>> _uses_heading_marks("# 甲\\n文\\n")
    False
    """
    lines = ["", *(text[span.start : span.end].strip("\ufeff") for span in physical_lines(text)), ""]
    marks = [bool(_HEADING.match(line) and line.strip("# \t")) for line in lines]
    return sum(_heads(lines, marks, i) for i in range(1, len(lines) - 1) if marks[i]) >= _FEWEST_HEADINGS


def _heads(lines: list[str], marks: list[bool], i: int) -> bool:
    above, line, below = lines[i - 1 : i + 2]
    if not below.strip():
        return not above.strip()
    return not marks[i + 1] and han_count(line) > 0 and han_count(below) > 0


def _comments(text: str, markdown: bool) -> Iterator[Span]:
    """Comments; in a plain text a comment that holds whole sentences is text that someone wrote, and stays."""
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        if markdown or "。" not in text[start:end]:
            yield Span(start, end + 3)
        start = text.find("<!--", end)


def _marks(text: str, span: Span, comments: list[Span], markdown: bool) -> list[_Mark]:
    """What is not verbatim text in a line, in order, without overlaps; comments are claimed as a whole elsewhere."""
    masked = text[span.start : span.end]
    marks: list[_Mark] = []

    def add(start: int, end: int, rule: str, rendered: str = "") -> None:
        nonlocal masked
        marks.append(_Mark(Span(span.start + start, span.start + end), rule, rendered))
        masked = masked[:start] + _FILLER * (end - start) + masked[end:]

    for comment in comments[bisect_right(comments, span.start, key=lambda comment: comment.end) :]:
        if comment.start >= span.end:
            break
        add(max(comment.start, span.start) - span.start, min(comment.end, span.end) - span.start, "")
    visible = INVISIBLE.sub(lambda match: " " * len(match[0]), masked)
    if markdown and (match := _RULE.match(visible) or _HEADING.match(visible)):
        mark = match.start(1), len(visible.rstrip()) if match.re is _RULE else match.end(1)
        add(*mark, "text.rule" if match.re is _RULE else "text.heading-mark")
    for match in RAISED.finditer(masked):
        add(*match.span(), "", raised(match["script"], match["digits"]))
    for match in ESCAPED.finditer(masked):
        character = escaped_character(match[1])
        if character and INVISIBLE.match(character):
            add(*match.span(), "text.zero-width")
        elif character:
            add(*match.span(), "", character)
    for match in INVISIBLE.finditer(masked):
        add(*match.span(), _INVISIBLE)
    for start, end in _paired_tags(masked):
        add(start, end, "text.inline-tag")
    for match in _LINE_BREAK.finditer(masked):
        add(*match.span(), _BREAK)
    for pattern in _EMPHASIS if markdown else ():
        for match in pattern.finditer(masked):
            add(*match.span("open"), "text.emphasis")
            add(*match.span("close"), "text.emphasis")
    return sorted(marks)


def _paired_tags(line: str) -> Iterator[tuple[int, int]]:
    """The inline tags of a line that come in pairs, nested or one after the other.

    >>> list(_paired_tags("<b>甲</b></i>")), list(_paired_tags("<b>甲")), list(_paired_tags("<b><i>甲</b>"))
    ([(0, 3), (4, 8)], [], [(0, 3), (7, 11)])
    """
    open_tags: list[re.Match[str]] = []
    for match in _INLINE_TAG.finditer(line):
        if not match["close"]:
            open_tags.append(match)
            continue
        same = [i for i, tag in enumerate(open_tags) if tag["name"].lower() == match["name"].lower()]
        if same:
            yield open_tags[same[-1]].span()
            yield match.span()
            del open_tags[same[-1] :]


def _rows(text: str, span: Span, marks: list[_Mark]) -> Iterator[_Row]:
    row, position = _Row([], []), span.start
    for mark in [*marks, _Mark(Span(span.end, span.end), "")]:
        row.pieces.append(Piece(Span(position, mark.span.start), text[position : mark.span.start]))
        position = mark.span.end
        if mark.rendered:
            row.pieces.append(Piece(mark.span, mark.rendered, verbatim=False))
        elif mark.rule == _INVISIBLE:
            row.claims.append(invisible_claim(text, mark.span))
        elif mark.rule == _BREAK:
            row.claims.append(LedgerEntry(mark.span, "layout", "markup", "text.inline-tag"))
            row.wrapped = False
            yield _finished(row)
            row = _Row([], [])
        elif mark.rule:
            row.claims.append(LedgerEntry(mark.span, "layout", "markup", mark.rule))
            if mark.rule == "text.heading-mark":
                row.mark = len(mark.span)
    yield _finished(row)


def _finished(row: _Row) -> _Row:
    """The row with its text trimmed, the blanks at its edges measured and, where they were escaped, claimed."""
    row.text, head, tail = trim(row.pieces)
    escaped = (piece for piece in (*head, *tail) if not piece.verbatim)
    row.claims.extend(claims_of(escaped, "layout", "blank", "text.escaped-blank"))
    row.indent = 0 if row.mark else indent_width("".join(piece.text for piece in head))
    return row
