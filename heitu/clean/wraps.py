"""Hard wraps: lines that a column of print or a page of OCR broke are joined to paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from heitu.clean.page import Page
from heitu.clean.shapes import (
    DASHES,
    FULL_STOP,
    SENTENCE_END,
    breaks_off,
    caption_breaks,
    headline_breaks,
    is_running_text,
    lead_phrase,
    sibling_openings,
    stands_alone,
)
from heitu.drafts import Block, Line
from heitu.folding import columns
from heitu.spans import SpannedText

_WINDOW = 8
_WIDEST_COLUMN = 110  # half-width columns; a wider line is a whole paragraph, not a line of print
_NARROWEST_COLUMN = 14
_INDENT = 4  # Chinese paragraphs are indented by two full-width characters
_COMPANIONS = 4  # lines of about the same width that make a column
_WRAPPED_SHARE = 0.3  # of the lines: below it, lines of about the same width are a menu or a list
_FULL = 0.78  # of the column; the last line before a figure or a quotation that may not be parted is shorter
_RAGGED = 2  # half-width columns by which lines of one column differ
_STRAY_GAPS = 0.1
_PROSE = re.compile(r"[，。；、,;]")
_TOKEN = re.compile(r"[“‘（《「『(]*(?:[0-9０-９A-Za-z.．%％]+|.)")
_HALF_SET = re.compile(r"[“”‘’]|[，。、；：！？）》」』](?=[“”‘’（《「『，。、；：）》」』])")


def set_width(text: str) -> int:
    """The width of a line as it is set: quotation marks, and the first of two marks in a row, take half a square.

    Half-width columns, after the punctuation squeeze of Chinese setting (W3C clreq, 3.1.6).

    >>> set_width("免费办”。通过"), columns("免费办”。通过")
    (13, 14)
    """
    return columns(text) - len(_HALF_SET.findall(text))


def column_widths(widths: Sequence[int]) -> list[int]:
    """For each line the width of the column it stands in, 0 where it stands in none.

    >>> column_widths([50, 50, 49, 50, 20, 300])
    [50, 50, 50, 50, 50, 0]
    """
    result = []
    for i, width in enumerate(widths):
        window = widths[max(0, i - _WINDOW) : i + _WINDOW + 1]
        near = sorted(w for w in window if w <= _WIDEST_COLUMN)
        widest = near[-2] if len(near) > 1 else 0
        lines = [w for w in near if w >= _FULL * widest]
        column = lines[int(len(lines) * 0.75)] if lines else 0
        is_column = column >= _NARROWEST_COLUMN and len(lines) >= max(_COMPANIONS, len(window) // 3)
        in_column = is_column and len(near) >= 0.8 * len(window) and width <= 1.3 * column
        result.append(column if in_column else 0)
    return _inherited(widths, result)


def _inherited(widths: Sequence[int], column: Sequence[int]) -> list[int]:
    """Lines that stand in no column by their neighbours stand in that of the source, if most of its lines stand in one."""
    usual = max(column, key=Counter(filter(None, column)).__getitem__, default=0)
    is_source = sum(abs(width - usual) <= _RAGGED for width in column) > len(column) // 2
    return [
        own or (usual if is_source and width <= usual + _RAGGED else 0)
        for own, width in zip(column, widths, strict=True)
    ]


def has_room(width: int, following: str, column: int, tolerance: int = _RAGGED) -> bool:
    """Whether the first token of the following line would have fitted on a line of this width.

    A line inside a paragraph is as full as it can be: whatever comes next had no room.

    >>> has_room(44, "2021年全市", column=50), has_room(47, "2021年全市", column=50)
    (True, False)
    """
    token = _TOKEN.match(following)
    return width + set_width(token[0] if token else following[:1]) <= column - tolerance


@dataclass(frozen=True, slots=True)
class Setting:
    """How the lines of a source are set.

    `indented` says whether first lines kept their indents, `gapped` whether a blank line parts paragraphs only; `opening`
    is the first line of running text: above it, lines are title and facts.
    """

    indented: bool
    gapped: bool
    opening: int


def runs_on(lines: Sequence[Line], i: int, column: int, opens: bool, setting: Setting) -> bool:
    """Whether line `i` of a column goes on in the following one; `opens` says that it is the first of its paragraph.

    Where indents are kept, an indented line opens a paragraph. Where the text layer lost them, a line that ends a sentence
    goes on only if there was no room on it for what follows, and no sign that the following line was indented: room at
    its end. A line that ends no sentence goes on unless it is much shorter than the column (a heading, a caption).
    """
    line, following = lines[i], lines[i + 1]
    text = line.text.text
    if DASHES.search(text) or line.mark or following.mark or stands_alone(text) or stands_alone(following.text.text):
        return False
    width = set_width(text) + (line.indent if setting.indented else _INDENT if opens else 0)
    if i + 1 < setting.opening or (setting.indented and following.indent > _RAGGED):
        return False
    room = has_room(width, following.text.text, column)
    if not FULL_STOP.search(text):
        return width >= _FULL * column and not (room and i < setting.opening)
    if room or (setting.gapped and following.gap) or (setting.indented and _is_heading(lines, i + 1)):
        return False
    if setting.indented or i + 2 == len(lines) or FULL_STOP.search(following.text.text):
        return True
    return not has_room(set_width(following.text.text), lines[i + 2].text.text, column, tolerance=1)


def _is_heading(lines: Sequence[Line], i: int) -> bool:
    """A line on top of an indented one that ends no sentence, as the last line of a paragraph would."""
    return i + 1 < len(lines) and lines[i + 1].indent > _RAGGED and not SENTENCE_END.search(lines[i].text.text)


def keeps_indents(lines: Sequence[Line], column: Sequence[int]) -> bool:
    """Whether the lines of columns are indented here and there, as the first lines of paragraphs are."""
    indents = [line.indent for line, width in zip(lines, column, strict=True) if width]
    return bool(indents) and 0.03 * len(indents) <= sum(n > _RAGGED for n in indents) <= 0.6 * len(indents)


def is_wrapped_prose(in_column: Sequence[str], lines: int) -> bool:
    """Whether the full lines of columns are prose cut anywhere: not whole paragraphs of like length, and no list or menu."""
    if len(in_column) < max(_COMPANIONS, _WRAPPED_SHARE * lines):
        return False
    cut = sum(FULL_STOP.search(text) is None for text in in_column)
    prose = sum(_PROSE.search(text) is not None for text in in_column)
    return cut >= 0.5 * len(in_column) and prose >= 0.4 * len(in_column)


def setting_of(lines: Sequence[Line], column: Sequence[int]) -> Setting:
    """How the lines of a source are set.

    Running text opens with an indent, or with a full line that has clauses. Blank lines part paragraphs where full lines
    that break off have none below them, but for a page break here and there.
    """
    indented = keeps_indents(lines, column)
    openings = (
        i
        for i, (line, width) in enumerate(zip(lines, column, strict=True))
        if (indented and line.indent > _RAGGED)
        or (width and _PROSE.search(line.text.text) and set_width(line.text.text) >= _FULL * width)
    )
    parted = [
        following.gap > 0
        for line, following, width in zip(lines, lines[1:], column, strict=False)
        if width and set_width(line.text.text) >= _FULL * width and not SENTENCE_END.search(line.text.text)
    ]
    return Setting(indented, sum(parted) <= _STRAY_GAPS * len(parted), next(openings, 0))


def standing_together(lines: Sequence[Line]) -> int:
    """How many lines have another one right above or below them; all of them where each is parted from the next."""
    joined = [line.gap == 0 for line in lines[1:]]
    together = sum(above or below for above, below in zip([False, *joined], [*joined, False], strict=True))
    return together if any(joined) else len(lines)


def join_lines(lines: Sequence[Line]) -> list[Block]:
    """Lines to blocks; a line of a text file may be a piece of a paragraph, a line of a page never is."""
    widths = [set_width(line.text.text) for line in lines]
    column = column_widths(widths)
    full = [n for n, width in enumerate(column) if width and widths[n] >= _FULL * width]
    if not is_wrapped_prose([lines[n].text.text for n in full], standing_together(lines)):
        column = [0] * len(lines)
    setting = setting_of(lines, column)
    blocks: list[Block] = []
    parts: list[SpannedText] = []
    first = 0
    for i, line in enumerate(lines):
        parts.append(line.text)
        following = lines[i + 1] if i + 1 < len(lines) else None
        in_column = following is not None and line.wrapped and following.wrapped and column[i] and column[i + 1]
        if in_column and runs_on(lines, i, column[i], i == first, setting):
            continue
        head = lines[first]
        blocks.append(Block(SpannedText.join(parts), head.number, head.indent, head.gap, head.mark))
        parts, first = [], i + 1
    return blocks


def _goes_on_in(text: str, following: str, openings: frozenset[str], page_break: bool) -> bool:
    if page_break and breaks_off(text, at_page_break=True) and _PROSE.search(following):
        return True
    return breaks_off(text) and is_running_text(following) and lead_phrase(following)[:2] not in openings


def _opens_paragraph(blocks: Sequence[Block]) -> Callable[[Block], bool]:
    """What a block shows of opening a paragraph: a mark, or an indent where running text mostly has one."""
    indents = [block.indent > _RAGGED for block in blocks if is_running_text(block.text.text)]
    kept = 2 * sum(indents) > len(indents)
    return lambda block: block.mark > 0 or (kept and block.indent > _RAGGED)


def join_broken_blocks(blocks: Sequence[Block], page_breaks: Set[int] = frozenset()) -> list[Block]:
    """A paragraph that a column or page break cut: it breaks off, and what follows opens no paragraph of its own.

    `page_breaks` are the blocks that a page number or running head stood above.
    """
    openings = sibling_openings(block.text.text for block in blocks)
    opens = _opens_paragraph(blocks)
    joined: list[Block] = []
    for i, block in enumerate(blocks):
        last = joined[-1] if joined and not joined[-1].mark and not opens(block) else None
        if last and _goes_on_in(last.text.text, block.text.text, openings, i in page_breaks):
            text = SpannedText.join([last.text, block.text])
            joined[-1] = Block(text, last.number, last.indent, last.gap, last.mark)
        else:
            joined.append(block)
    return joined


def _part(block: Block, breaks: Sequence[int]) -> list[Block]:
    ends = [*breaks, len(block.text)]
    texts = [block.text.slice(a, b).strip() for a, b in zip([0, *breaks], ends, strict=True)]
    return [replace(block, text=text) for text in texts if text]


def part_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Blocks that were glued: paragraphs at a blank before a lead phrase with siblings, captions in a row, headlines."""
    openings = sibling_openings(block.text.text for block in blocks)
    parted: list[Block] = []
    for block in blocks:
        text = block.text.text
        leads = [
            i + 1
            for i in range(1, len(text) - 2)
            if text[i].isspace() and text[i - 1] in "。！？" and lead_phrase(text[i + 1 :])[:2] in openings
        ]
        parted.extend(_part(block, leads or caption_breaks(text) or headline_breaks(text)))
    return parted


def rejoin(page: Page[Line]) -> Page[Block]:
    """Lines to paragraphs: joined where print broke them, joined where a column cut them, parted where OCR glued them."""
    blocks = Page(tuple(join_lines(page.items)), page.claims)
    page_breaks = blocks.cuts(lambda entry: entry.rule.startswith("print."))
    return Page(tuple(part_blocks(join_broken_blocks(blocks.items, page_breaks))), page.claims)
