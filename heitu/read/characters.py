"""Characters as both readers see them: line ends, blanks, invisible characters, superscripts, escaped characters."""

from __future__ import annotations

import html
import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html.entities import html5

from heitu.folding import columns
from heitu.records import Category, LedgerEntry
from heitu.spans import Piece, Span, SpannedText

# A run of CR before LF is one line end: files that went through Windows twice end their lines in CR CR LF.
LINE_END = re.compile(r"\r*\n|\r")
INVISIBLE = re.compile(r"[\ufeff\u200b\u2060\u00ad]+|[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]+")
RAISED = re.compile(r"<(?P<script>su[bp])(?:\s[^<>]*)?>\s*(?P<digits>[0-9+-]+)\s*</(?P=script)\s*>", re.IGNORECASE)
ESCAPED = re.compile(r"<U\+([0-9A-F]{4,8})>")  # how R prints a character that its locale lacks
REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_TAB = 4
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_COLLAPSIBLE = re.compile(r"[\t\n\f\r]")


class LineNumbers:
    """The lines of a text, counted from 1; a line ends at CR, LF, CR LF or CR CR LF."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in LINE_END.finditer(text))]

    def at(self, offset: int) -> int:
        """The number of the line that holds the character at `offset`.

        >>> numbers = LineNumbers("甲\\r\\r\\n乙\\r丙")
        >>> [numbers.at(i) for i in (0, 3, 4, 6)]
        [1, 1, 2, 3]
        """
        return bisect_right(self._starts, offset)


def physical_lines(text: str) -> Iterator[Span]:
    """The lines of a text without their line ends."""
    start = 0
    for end in LINE_END.finditer(text):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, len(text))


def indent_width(blanks: str) -> int:
    """The width of leading blanks in half-width columns; a tab goes to the next multiple of four.

    >>> indent_width("　　"), indent_width("\\u00a0 "), indent_width(" \\t")
    (4, 2, 4)
    """
    width = 0
    for blank in blanks:
        if blank == "\t":
            width += _TAB - width % _TAB
        elif blank not in "\n\r\f\v":
            width += columns(blank)
    return width


def escaped_character(code: str) -> str | None:
    """The character of a code point in hexadecimal digits, None where it is none or controls the line.

    >>> escaped_character("00A0"), escaped_character("D800"), escaped_character("000A"), escaped_character("110000")
    ('\\xa0', None, None, None)
    """
    number = int(code, 16)
    if number > sys.maxunicode or unicodedata.category(chr(number)) in ("Cc", "Cs", "Zl", "Zp"):
        return None
    return chr(number)


def raised(script: str, digits: str) -> str:
    """Digits set above or below the line, so that 10<sup>4</sup> is not read as 104.

    >>> raised("sup", "4"), raised("sub", "2")
    ('⁴', '₂')
    """
    return digits.translate(_SUPERSCRIPT if script.lower() == "sup" else _SUBSCRIPT)


def references(text: str) -> Iterator[tuple[int, int, str]]:
    """The character references of HTML in `text`: start, end, and the characters that each stands for.

    >>> list(references("甲&nbsp;乙&ldquo;&#20008;&nbspa&x;"))
    [(1, 7, '\\xa0'), (8, 15, '“'), (15, 23, '丨'), (23, 28, '\\xa0')]
    """
    for match in REFERENCE.finditer(text):
        name = match[0]
        if name[1] != "#" and name[1:] not in html5:
            # names from before HTML 4 need no semicolon, and letters may follow at once
            name = next((name[:n] for n in range(len(name) - 1, 2, -1) if name[1:n] in html5), "")
        if name:
            # a line feed or tab that is spelled out is white space of the code all the same
            yield match.start(), match.start() + len(name), _COLLAPSIBLE.sub(" ", html.unescape(name))


def claims_of(pieces: Iterable[Piece], category: Category, role: str, rule: str) -> Iterator[LedgerEntry]:
    return (LedgerEntry(piece.span, category, role, rule) for piece in pieces if len(piece.span))


def invisible_claim(text: str, span: Span) -> LedgerEntry:
    """The claim of characters of `text` that `INVISIBLE` matched."""
    rule = "text.control" if text[span.start] < "\xa0" else "text.zero-width"
    rule = "text.bom" if span.start == 0 and text[0] == "\ufeff" else rule
    return LedgerEntry(span, "layout", "invisible", rule)


def trim(pieces: Iterable[Piece]) -> tuple[SpannedText, tuple[Piece, ...], tuple[Piece, ...]]:
    """A line without the blanks at both ends, and the blanks before and after it.

    >>> [str(part) for part in trim([Piece(Span(0, 4), "　甲 乙")])[:1]]
    ['甲 乙']
    """
    text = SpannedText.of(pieces)
    start = len(text) - len(text.text.lstrip())
    end = max(start, len(text.text.rstrip()))
    return text.slice(start, end), text.slice(0, start).pieces, text.slice(end, len(text)).pieces


def merge_claims(claims: Iterable[LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """The claims in order; neighbours of the same rule become one."""
    merged: list[LedgerEntry] = []
    for claim in sorted(claims, key=lambda entry: entry.span):
        last = merged[-1] if merged else None
        if last and last.rule == claim.rule and last.role == claim.role and last.span.end == claim.span.start:
            merged[-1] = LedgerEntry(Span(last.span.start, claim.span.end), claim.category, claim.role, claim.rule)
        else:
            merged.append(claim)
    return tuple(merged)
