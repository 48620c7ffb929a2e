"""Figures: every number in the paragraphs of a report, with its exact value, unit and what the words around it say."""

from __future__ import annotations

from collections.abc import Iterator

from heitu.figures.context import comparison, is_label, labels_of, qualifier, quotations, subject
from heitu.figures.numerals import number
from heitu.figures.periods import periods
from heitu.figures.tokens import Token, find_tokens
from heitu.figures.units import UNITS, Unit, in_base
from heitu.records import Figure, Paragraph, Report, Section
from heitu.spans import Span, SpannedText

__all__ = ["UNITS", "Unit", "find_figures", "find_tokens", "in_base", "number"]


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
        for figure in _in_paragraph(report, section, paragraph, _Rules(names, year))
    )
