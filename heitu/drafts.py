"""The records between reading a file and having a report: lines as laid out, blocks of running text, a witness."""

from __future__ import annotations

from dataclasses import dataclass

from heitu.records import Caption, LedgerEntry, Section, SourceDocument, Stated
from heitu.spans import SpannedText


@dataclass(frozen=True, slots=True)
class Line:
    """A line as laid out: a physical line of a text file, a block or a `<br>` line of a page; never empty.

    `text` has its markup and the blanks at both ends removed. `number` is the line in the file, from 1. `indent` is the
    width of the blanks before it, in half-width columns; `gap` the number of blank lines before it. `mark` is the level
    of a heading mark (`##`, `<h2>`), 0 without one. `boilerplate` names the rule that found the line to be navigation,
    a site map and the like by the structure of its page, "" otherwise. `wrapped` says whether the end of the line may
    be a hard wrap (text files) or is the end of a block (pages).
    """

    text: SpannedText
    number: int
    indent: int
    gap: int
    mark: int
    boilerplate: str
    wrapped: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """A source as lines; `claims` account for what is markup or set aside already, `lines` for the rest but white space."""

    document: SourceDocument
    lines: tuple[Line, ...]
    claims: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other unit of text, its lines joined. Fields as in `Line`."""

    text: SpannedText
    number: int
    indent: int
    gap: int
    mark: int


@dataclass(frozen=True, slots=True)
class CleanDocument:
    """A source as blocks in reading order; `claims` account for every character that stands in none of them."""

    document: SourceDocument
    blocks: tuple[Block, ...]
    claims: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class Witness:
    """What one source says: the parts of a report, recognised but without an id of its own, and its whole ledger."""

    document: SourceDocument
    title: SpannedText | None
    subtitle: SpannedText | None
    facts: dict[str, Stated]
    authors: tuple[Stated, ...]
    editors: tuple[Stated, ...]
    sections: tuple[Section, ...]
    captions: tuple[Caption, ...]
    ledger: tuple[LedgerEntry, ...]
