"""Figures: every number in the paragraphs of a report, with its exact value, unit and what the words around it say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from heitu.figures.context import (
    CLAUSE_MARKS,
    clause_start,
    comparison,
    is_label,
    labels_in,
    labels_of,
    qualifier,
    quotations,
)
from heitu.figures.periods import periods
from heitu.figures.subjects import Room, subject
from heitu.figures.tokens import Token, find_tokens
from heitu.figures.units import UNITS, Unit, in_base
from heitu.records import Figure, Paragraph, Report, Section
from heitu.spans import Span, SpannedText

__all__ = ["UNITS", "Measure", "Token", "Unit", "find_figures", "in_base", "labels_of", "measures"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of a text with its context; offsets count in the text."""

    token: Token
    qualifier: str
    comparison: str
    subject: str
    period: str


def find_figures(report: Report) -> tuple[Figure, ...]:
    """The figures of all paragraphs in reading order.

    A range (1-5天) is one figure from `value` to `value_to`. Dates and ranks are figures of the dimensions "date" (the
    digits of ISO 8601's basic format: 2020年7月22日 is 20200722 年月日) and "ordinal"; neither is a quantity.
    """
    names = labels_of(p.text.text for p in report.paragraphs)
    year = int(report.date.value[:4]) if report.date else None
    return tuple(
        figure
        for section in report.sections
        for paragraph in section.paragraphs
        for figure in _of_paragraph(report, section, paragraph, measures(paragraph.text.text, names, year))
    )


def measures(text: str, names: re.Pattern[str] | None = None, year: int | None = None) -> tuple[Measure, ...]:
    """The numbers of a text. `names` are labels that it may not be split at, `year` what 今年 means.

    >>> [(m.token.value, m.token.unit, m.qualifier, m.subject) for m in measures("培训了14000多人,合格率达98%以上。")]
    [(Fraction(14000, 1), '人', '多', ''), (Fraction(98, 1), '%', '以上', '合格率')]
    """
    quoted = quotations(text)
    labels = labels_in(text, quoted, names)
    tokens = [token for token in find_tokens(text) if not is_label(token, labels)]
    found: list[Measure] = []
    for index, (token, period) in enumerate(zip(tokens, periods(text, tokens, quoted, year), strict=True)):
        last = found[-1] if found else None
        room = Room(
            clause=clause_start(text, token.start, CLAUSE_MARKS),
            before=last.token.end if last else 0,
            after=tokens[index + 1].start if index + 1 < len(tokens) else len(text),
        )
        compared = comparison(text, token, room.clause, (last.token, last.comparison) if last else None)
        noun = subject(text, token, room, compared)
        if last and text[last.token.end : token.start] == "" and not noun:
            noun = last.subject  # 监测对象1237户2502人
        elif last and text[last.token.end : token.start] == noun == last.subject:
            noun = ""  # 9个方面65项: what stands between belongs to the first
        found.append(Measure(token, qualifier(text, token), compared, noun, period))
    return tuple(found)


def _of_paragraph(
    report: Report, section: Section, paragraph: Paragraph, found: tuple[Measure, ...]
) -> Iterator[Figure]:
    ends = list(accumulate(len(segment.text) for segment in paragraph.segments)) if found else []
    counts: Counter[str] = Counter()
    for measure in found:
        token = measure.token
        segment = paragraph.segments[bisect_right(ends, token.start)].id
        counts[segment] += 1
        yield Figure(
            id=f"{segment}-f{counts[segment]}",
            report=report.id,
            section=section.id,
            paragraph=paragraph.id,
            segment=segment,
            start=token.start,
            end=token.end,
            spans=covering(paragraph.text, token.start, token.end),
            raw=paragraph.text.text[token.start : token.end],
            value=token.value,
            unit=token.unit,
            dimension=token.dimension,
            qualifier=measure.qualifier,
            subject=measure.subject,
            period=measure.period,
            comparison=measure.comparison,
            value_to=token.value_to,
        )


def covering(text: SpannedText, start: int, end: int) -> tuple[Span, ...]:
    """The source spans behind reading characters [start, end).

    Unlike `SpannedText.spans`, a piece that is not verbatim (an emendation) counts wherever the range touches it.
    """
    spans: list[Span] = []
    position = 0
    for piece in text.pieces:
        low, high = max(position, start), min(position + len(piece.text), end)
        if low < high and len(piece.span):
            offset = piece.span.start - position
            span = Span(low + offset, high + offset) if piece.verbatim else piece.span
            if spans and spans[-1].end == span.start:
                span = Span(spans.pop().start, span.end)
            spans.append(span)
        position += len(piece.text)
    return tuple(spans)
