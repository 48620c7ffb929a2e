"""Sections: headings found, paragraphs put under them, and what opens, closes and stands beside the text told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from heitu import ids
from heitu.drafts import Block
from heitu.records import Paragraph, Section, SectionKind, Segment
from heitu.spans import SpannedText
from heitu.split.head import is_text
from heitu.split.headings import (
    heading_stop,
    in_sequence,
    is_couplet,
    is_kicker,
    is_lone_kicker,
    is_note,
    is_salutation,
    numbering,
    reads_as_heading,
    run_in_end,
)
from heitu.split.sentences import sentence_bounds

_RUN_IN_SHARE = 0.7
_WIDE_GAP = 3
_SHORTEST_ARTICLE = 4
_LENGTH_SPREAD = 6  # characters
_RESTARTS = 2
_INTRODUCES = re.compile(r"[：:]\s*$")  # 主要做了以下工作：
_LOWEST_RUN_IN = 3  # 一、 and （一） open sections on their paragraph's line; 1. there is an item of a list


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at block `at`; `blocks` is how many blocks it takes (0 if it opens its paragraph), `rank` orders levels."""

    at: int
    blocks: int
    rank: int
    kicker: SpannedText | None
    headline: SpannedText | None
    run_in: int = 0


def find_headings(blocks: Sequence[Block]) -> list[Heading]:
    """The headings of the text in order.

    Numbered lines in sequence, two-line headings, and short lines on their own; where a source marks its headings, only
    marked lines count among the last. A text without any, most of whose paragraphs open with a lead phrase, has those.
    """
    numbers = in_sequence(blocks)
    marked = sum(block.mark > 0 for block in blocks) >= 2
    headings: list[Heading] = []
    i = 0
    while i < len(blocks):
        in_note = headings and headings[-1].headline and is_note(headings[-1].headline.text)
        rank = numbers[i].rank if i in numbers else 0
        heading = None if in_note and rank > _LOWEST_RUN_IN else _heading_at(blocks, i, rank, marked)
        if heading:
            headings.append(heading)
        i += max(1, heading.blocks) if heading else 1
    return headings or _lead_headings(blocks)


def _heading_at(blocks: Sequence[Block], i: int, rank: int, marked: bool) -> Heading | None:
    block, text = blocks[i], blocks[i].text.text
    following = blocks[i + 1].text.text if i + 1 < len(blocks) else ""
    if is_kicker(text) and following and not is_text(following) and not is_kicker(following) and not rank:
        return Heading(i, 2, rank, block.text, blocks[i + 1].text)
    if rank and is_text(text):
        end = run_in_end(text, numbered=True) if rank <= _LOWEST_RUN_IN else 0
        return Heading(i, 0, rank, None, block.text.slice(0, end - 1), end) if end else None
    number = numbering(text)
    rank = rank or (number.rank if number else 0)
    if reads_as_heading(text) and _heads(block, rank, following, marked):
        return Heading(i, 1, rank, None, block.text.slice(0, heading_stop(text)))
    return None


def _heads(block: Block, rank: int, following: str, marked: bool) -> bool:
    """Whether a line that reads as a heading stands where one can stand."""
    text = block.text.text
    if is_salutation(text) or (marked and not (block.mark or rank or is_note(text))):
        return False
    if rank:
        return rank <= _LOWEST_RUN_IN or is_text(following)
    goes_on = (
        is_text(following) or reads_as_heading(following) or is_salutation(following) or _INTRODUCES.search(following)
    )
    return bool(goes_on or is_lone_kicker(text))


def _lead_headings(blocks: Sequence[Block]) -> list[Heading]:
    """Lead phrases as headings: a text with no other headings, most of whose paragraphs after the first have one.

    The first paragraph counts among them only if its lead is of the others' shape: as many clauses, about as long.
    """
    paragraphs = [i for i, block in enumerate(blocks) if is_text(block.text.text)]
    ends = {i: end for i in paragraphs if (end := run_in_end(blocks[i].text.text, numbered=False))}
    if len(paragraphs) < _SHORTEST_ARTICLE or len(ends) < _RUN_IN_SHARE * (len(paragraphs) - 1):
        return []
    leads = {i: blocks[i].text.slice(0, end - 1) for i, end in ends.items()}
    first, others = leads.get(paragraphs[0]), [lead.text for i, lead in leads.items() if i != paragraphs[0]]
    if first and others and not _alike(first.text, others):
        del leads[paragraphs[0]]
    return [Heading(i, 0, 0, None, lead, ends[i]) for i, lead in leads.items()]


def _alike(lead: str, others: Sequence[str]) -> bool:
    """Whether a lead phrase has as many clauses as most others, and is about as long."""
    clauses = Counter(len(re.findall("[，,、]", other)) for other in others).most_common(1)[0][0]
    lengths = sorted(map(len, others))
    return len(re.findall("[，,、]", lead)) == clauses and abs(len(lead) - lengths[len(lengths) // 2]) <= _LENGTH_SPREAD


def _levels(headings: Sequence[Heading]) -> dict[int, int]:
    """The level of each rank that occurs; a note beside the text tells nothing about the levels of the text.

    Where there are numbered headings, the levels are theirs. Those without a number stand above them only if numbering
    starts afresh below several of them, and beside the highest otherwise.
    """
    ranks = [h.rank for h in headings if not (h.headline and is_note(h.headline.text))]
    numbered = sorted({rank for rank in ranks if rank})
    if not numbered:
        return {0: 1}
    above = 0 in ranks and _restarts(headings, numbered[0]) >= _RESTARTS
    levels = {rank: level for level, rank in enumerate(numbered, 2 if above else 1)}
    return {0: 1, **levels}


def _restarts(headings: Sequence[Heading], rank: int) -> int:
    """How often numbering of a rank starts from one right below a heading without a number."""
    below_unnumbered = (one for before, one in pairwise(headings) if before.rank == 0 and one.rank == rank)
    return sum(
        (number := numbering(h.headline.text)) is not None and number.value == 1 for h in below_unnumbered if h.headline
    )


@dataclass(frozen=True, slots=True)
class _Part:
    heading: Heading | None
    kind: SectionKind
    texts: tuple[SpannedText, ...]


def _parts(blocks: Sequence[Block], headings: Sequence[Heading]) -> list[_Part]:
    starts = [0, *(heading.at for heading in headings)]
    parts: list[_Part] = []
    for number, start in enumerate(starts):
        heading = headings[number - 1] if number else None
        end = starts[number + 1] if number + 1 < len(starts) else len(blocks)
        first = start + (heading.blocks if heading else 0)
        texts = [block.text for block in blocks[first:end]]
        if heading and heading.run_in:
            body = texts[0].slice(heading.run_in, len(texts[0])).strip()
            texts = [body, *texts[1:]] if body else texts[1:]
        if not heading:
            kind: SectionKind = "opening"
        elif heading.headline and is_note(heading.headline.text):
            kind = "note"
        else:
            kind = "closing" if _closes(heading, number == len(starts) - 1) else "body"
        parts.append(_Part(heading, kind, tuple(texts)))
    return parts


def _closes(heading: Heading, last: bool) -> bool:
    return last and heading.run_in > 0 and heading.headline is not None and is_couplet(heading.headline.text + "。")


def _end_parts(blocks: Sequence[Block], start: int) -> list[tuple[int, SectionKind]]:
    """Where a closing paragraph and a sidebar begin among the paragraphs of the last section.

    A sidebar stands below a wide gap; closing words follow a salutation, or are a couplet after paragraphs that
    open with lead phrases.
    """
    ends: list[tuple[int, SectionKind]] = []
    stop = len(blocks)
    usual = Counter(block.gap for block in blocks).most_common(1)[0][0]
    for i in range(start + 1, len(blocks)):
        if blocks[i].gap >= usual + _WIDE_GAP - 1 and is_text(blocks[i].text.text):
            ends.append((i, "sidebar"))
            stop = i
            break
    salutations = [i for i in range(start + 1, stop) if is_salutation(blocks[i].text.text)]
    leads = sum(run_in_end(blocks[i].text.text, numbered=False) > 0 for i in range(start, stop - 1))
    if salutations:
        ends.insert(0, (salutations[0], "closing"))
    elif stop - 1 > start and leads >= 2 and is_couplet(blocks[stop - 1].text.text):
        ends.insert(0, (stop - 1, "closing"))
    return ends


def _split_end(blocks: Sequence[Block], headings: Sequence[Heading], parts: list[_Part]) -> list[_Part]:
    last = parts[-1]
    if last.kind not in ("body", "opening") or (last.heading and last.heading.run_in) or not last.texts:
        return parts
    start = len(blocks) - len(last.texts)
    ends = [(at - start, kind) for at, kind in _end_parts(blocks, start)]
    bounds = [at for at, _ in ends] + [len(last.texts)]
    split = [replace(last, texts=last.texts[: bounds[0]])]
    split += [_Part(None, kind, last.texts[at : bounds[n + 1]]) for n, (at, kind) in enumerate(ends)]
    return parts[:-1] + split


def _paragraph(section: int, number: int, text: SpannedText, lead_in: int) -> Paragraph:
    identifier = ids.paragraph(section, number)
    bounds = sentence_bounds(text.text)
    segments = tuple(Segment(ids.sentence(identifier, n), text.slice(a, b)) for n, (a, b) in enumerate(bounds, 1))
    return Paragraph(identifier, text, segments, lead_in)


def build_sections(blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The sections of the text; section 0 is what stands before the first heading, and is left out if nothing does."""
    headings = find_headings(blocks)
    levels = _levels(headings)
    parts = _split_end(blocks, headings, _parts(blocks, headings))
    texts = [text for part in parts for text in part.texts]
    lead_ins = sum(run_in_end(text.text, numbered=False) > 0 for text in texts) >= 2
    sections = []
    for number, part in enumerate(parts):
        heading = part.heading
        if not (part.heading or part.texts):
            continue
        paragraphs = tuple(
            _paragraph(number, n, text, run_in_end(text.text, numbered=False) if lead_ins else 0)
            for n, text in enumerate(part.texts, 1)
        )
        sections.append(
            Section(
                id=ids.section(number),
                number=number,
                level=levels.get(heading.rank, 1) if heading else 1,
                kind=part.kind,
                kicker=heading.kicker if heading else None,
                headline=heading.headline if heading else None,
                run_in=bool(heading and heading.run_in),
                paragraphs=paragraphs,
            )
        )
    return tuple(sections)
