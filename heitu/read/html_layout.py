"""The lines of a page as a browser would lay them out: blocks and `<br>` end a line, inline elements never do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heitu.drafts import Line
from heitu.read.characters import (
    INVISIBLE,
    LINE_END,
    LineNumbers,
    claims_of,
    indent_width,
    invisible_claim,
    references,
    trim,
)
from heitu.read.html_setting import Setting
from heitu.read.html_tables import data_tables
from heitu.read.html_tokens import Token
from heitu.read.html_tree import Element, Node
from heitu.read.html_whitespace import Atom, collapse
from heitu.records import LedgerEntry
from heitu.spans import Piece, Span

_WORDS = re.compile(rf"[ \t\n\f\r]+|(?:{INVISIBLE.pattern})+|(?:(?!{INVISIBLE.pattern})[^ \t\n\f\r])+")
_BOLD_HEADING = 6  # bold and centred is the weakest sign of a heading
_BOLD_HEADING_LENGTH = 40
_PARAGRAPH = 150  # characters


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page and the block that holds it; `size` is its characters but blanks, `linked` those in links."""

    line: Line
    element: Element
    size: int
    linked: int

    @property
    def text(self) -> str:
        return self.line.text.text


def lay_out(
    text: str, tokens: tuple[Token, ...], nodes: Iterable[Node]
) -> tuple[tuple[PageLine, ...], tuple[LedgerEntry, ...]]:
    """The lines of a page and the claims of what was collapsed or trimmed within them."""
    steps = tuple(nodes)
    flow = _Flow(text, tokens)
    tables = data_tables(text, tokens, steps)
    settings = [Setting(steps[0].element)]
    for step in steps[1:]:
        if step.kind == "text":
            flow.add(tokens[step.token], settings[-1])
        elif step.kind == "open":
            row = step.element if step.element.name == "tr" and _table(step.element) in tables else settings[-1].row
            if step.element.name == "table" and step.element not in tables:
                row = None
            settings.append(settings[-1].inside(step.element, row))
            flow.open(step.element, settings[-1])
        elif len(settings) > 1:
            flow.close(step.element, settings.pop())
    flow.end_line()
    return tuple(flow.lines), tuple(flow.claims)


def _table(element: Element) -> Element | None:
    return next((ancestor for ancestor in element.lineage() if ancestor.name == "table"), None)


class _Flow:
    """The lines so far and the one that is being filled."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self._text, self._tokens, self._numbers = text, tokens, LineNumbers(text)
        self._atoms: list[Atom] = []
        self._gap = 0
        self._cells = 0
        self._block_closed = False
        self.lines: list[PageLine] = []
        self.claims: list[LedgerEntry] = []

    def open(self, element: Element, setting: Setting) -> None:
        tag = self._tokens[element.token].span if element.token >= 0 else None
        if setting.row and element is not setting.row and tag:
            self._open_in_row(element, tag)
        elif element.name == "br":
            self.end_line(broken=True)
        elif element.is_block:
            self._cells = 0
            self.end_line()

    def close(self, element: Element, setting: Setting) -> None:
        if not element.is_block:
            return
        if setting.row and element is not setting.row:
            self._block_closed = element.name not in ("td", "th")
        else:
            self.end_line()

    def _open_in_row(self, element: Element, tag: Span) -> None:
        """In a table of data the tag of a cell reads as a tab, any other break within a cell as a blank."""
        if element.name in ("td", "th"):
            self._cells += 1
            self._block_closed = False
            if self._cells > 1:
                self._atoms.append(Atom(Piece(tag, "\t", verbatim=False)))
        elif element.is_block or element.name == "br":
            self._atoms.append(Atom(Piece(tag, " ", verbatim=False), is_blank=True))

    def add(self, token: Token, setting: Setting) -> None:
        if token.kind == "raised":
            self._add_word(Piece(token.span, token.reading, verbatim=False), setting)
            return
        position = token.span.start
        raw = self._text[token.span.start : token.span.end]
        for start, end, characters in references(raw):
            self._add_run(Span(position, token.span.start + start), setting)
            piece = Piece(Span(token.span.start + start, token.span.start + end), characters, verbatim=False)
            self._add_reference(piece, setting)
            position = piece.span.end
        self._add_run(Span(position, token.span.end), setting)

    def _add_reference(self, piece: Piece, setting: Setting) -> None:
        if not piece.text or INVISIBLE.fullmatch(piece.text):
            self.claims.extend(claims_of([piece], "layout", "invisible", "text.zero-width"))
        elif piece.text == " ":
            self._atoms.append(Atom(piece, is_blank=True))
        else:
            self._add_word(piece, setting)

    def _add_run(self, span: Span, setting: Setting) -> None:
        """Text without references: words, blanks and invisible characters."""
        for match in _WORDS.finditer(self._text, span.start, span.end):
            piece = Piece(Span(*match.span()), match[0])
            if INVISIBLE.match(match[0]):
                self.claims.append(invisible_claim(self._text, piece.span))
            elif not match[0].strip(" \t\n\f\r"):
                self._add_blank(piece, setting)
            else:
                self._add_word(piece, setting)

    def _add_blank(self, piece: Piece, setting: Setting) -> None:
        if not setting.preformatted:
            self._atoms.append(Atom(piece, is_blank=True))
            return
        position = piece.span.start
        for end in LINE_END.finditer(self._text, piece.span.start, piece.span.end):
            self._add_kept_blanks(Span(position, end.start()), setting)
            self.end_line(broken=True, wrapped=True)
            position = end.end()
        self._add_kept_blanks(Span(position, piece.span.end), setting)

    def _add_kept_blanks(self, span: Span, setting: Setting) -> None:
        """Blanks of preformatted text; a tab there is a blank, for a tab in a line of a page stands between cells."""
        blanks = self._text[span.start : span.end]
        self._add_word(Piece(span, " " * len(blanks), verbatim=not blanks.strip(" ")), setting)

    def _add_word(self, piece: Piece, setting: Setting) -> None:
        if self._block_closed and setting.row and not (self._atoms and self._atoms[-1].is_blank):
            self.end_line()
        self._block_closed = False
        if piece.text:
            self._atoms.append(Atom(piece, setting=setting))

    def end_line(self, broken: bool = False, wrapped: bool = False) -> None:
        """Close the line that is being filled; one without text counts as a gap if it takes up room."""
        pieces, collapsed = collapse(self._text, self._atoms)
        body, head, tail = trim(pieces)
        references_at_edges = (p for p in (*head, *tail) if not p.verbatim and self._text[p.span.start] == "&")
        self.claims.extend((*collapsed, *claims_of(references_at_edges, "layout", "blank", "html.blank")))
        if body:
            line = Line(
                text=body,
                number=self._numbers.at(body.start),
                indent=indent_width("".join(piece.text for piece in head)),
                gap=self._gap,
                mark=self._mark(body.text),
                boilerplate="",
                wrapped=wrapped,
            )
            self.lines.append(self._measured(line))
            self._gap = 0
        elif broken or pieces:
            self._gap += 1
        self._atoms, self._block_closed = [], False

    def _words(self) -> Iterator[tuple[Piece, Setting]]:
        """The words of the line with their settings."""
        return ((a.piece, a.setting) for a in self._atoms if a.setting and a.piece.text.strip())

    def _mark(self, text: str) -> int:
        settings = [setting for _, setting in self._words()]
        if settings[0].row:
            return 0
        if all(setting.heading for setting in settings):
            return settings[0].heading
        bold = all(setting.bold and setting.centred for setting in settings)
        return _BOLD_HEADING if bold and len(text) <= _BOLD_HEADING_LENGTH and not re.search("[。！？；]", text) else 0

    def _measured(self, line: Line) -> PageLine:
        words = [(len("".join(word.text.split())), setting) for word, setting in self._words()]
        size = sum(n for n, _ in words)
        # a whole paragraph is no link, though a tag that was left open makes it one
        linked = sum(n for n, setting in words if setting.linked) if size < _PARAGRAPH else 0
        return PageLine(line, words[0][1].row or words[0][1].block, size, linked)
