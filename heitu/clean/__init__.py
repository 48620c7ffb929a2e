"""Clean a source: set aside what is not its text, join what print broke, and account for every character.

Page marks go first; then the steps run in the order of `LINE_STEPS`, then `rejoin`, then `BLOCK_STEPS`. Each is a small
pure function.
"""

from __future__ import annotations

from heitu.clean.blanks import close_blanks
from heitu.clean.boilerplate import set_aside_boilerplate
from heitu.clean.furniture import set_aside_furniture, set_aside_page_marks
from heitu.clean.glyphs import close_letter_spacing, undouble
from heitu.clean.page import Page
from heitu.clean.repeats import set_aside_adjacent_copies, set_aside_far_copies
from heitu.clean.rules import RULES
from heitu.clean.wraps import rejoin
from heitu.drafts import CleanDocument, Extract, Line
from heitu.ledger import blank_claims, claim, unclaimed

__all__ = ["BLOCK_STEPS", "LINE_STEPS", "RULES", "clean"]


def set_aside_structure(page: Page[Line]) -> Page[Line]:
    """Lines that the structure of their page showed to be boilerplate."""
    rules = {i: line.boilerplate for i, line in enumerate(page.items) if line.boilerplate}
    return page.drop_items(rules, "boilerplate", "page")


LINE_STEPS = (set_aside_structure, undouble, close_letter_spacing)
BLOCK_STEPS = (
    set_aside_far_copies,
    set_aside_adjacent_copies,
    close_blanks,
    set_aside_boilerplate,
    set_aside_furniture,
)


def clean(extract: Extract) -> CleanDocument:
    """The source as blocks in reading order, with a claim for each character that stands in none of them."""
    lines = set_aside_page_marks(Page(extract.lines, extract.claims), extract.document.text)
    for line_step in LINE_STEPS:
        lines = line_step(lines)
    blocks = rejoin(lines)
    for block_step in BLOCK_STEPS:
        blocks = block_step(blocks)
    kept = (entry for block in blocks.items for entry in claim(block.text, "body", "", ""))
    left = unclaimed((line.text for line in extract.lines), [*blocks.claims, *kept])
    return CleanDocument(extract.document, blocks.items, (*blocks.claims, *blank_claims(left)))
