"""`figures.json` and `figures.csv`: a row for each figure, with its sentence and where it stands."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise

from heitu.export.entries import bilingual, place_names, urls
from heitu.records import Archive, Figure, Report, Segment
from heitu.spans import Span

Row = dict[str, object]

COLUMNS = (
    *("id", "report", "section", "paragraph", "source", "start", "end", "raw", "value", "unit", "dimension"),
    *("qualifier", "subject", "period", "comparison", "place", "sentence_zh", "sentence_en", "url_zh", "url_en"),
    "value_to",
)
_NUMBERS = frozenset({"start", "end", "value", "value_to"})
# What a spreadsheet takes for a formula (OWASP, CSV injection), full-width forms included.
_FORMULA = frozenset("=+-@＝＋－＠")


def figure_rows(archive: Archive) -> list[Row]:
    """A row for each figure of the archive, in its order."""
    reports = {report.id: report for report in archive.reports}
    segments = {
        report.id: {segment.id: segment for paragraph in report.paragraphs for segment in paragraph.segments}
        for report in archive.reports
    }
    names = place_names(archive.places)
    places = {
        report.id: names.get(report.region.value, report.region.value) if report.region else None
        for report in archive.reports
    }
    return [
        _row(archive, reports[figure.report], figure, segments[figure.report], places[figure.report])
        for figure in archive.figures
    ]


def _row(archive: Archive, report: Report, figure: Figure, segments: Mapping[str, Segment], place: str | None) -> Row:
    sentence = segments.get(figure.segment)
    text = bilingual(archive, report, figure.segment, sentence.text.text if sentence else "")
    url = urls(f"reports/{report.id}.html#{figure.paragraph}")
    start, end = extent(figure.spans)
    return {
        "id": figure.id,
        "report": figure.report,
        "section": figure.section,
        "paragraph": figure.paragraph,
        "source": report.witnesses[0],
        "start": start,
        "end": end,
        "raw": figure.raw,
        "value": exact(figure.value),
        "unit": figure.unit,
        "dimension": figure.dimension,
        "qualifier": figure.qualifier,
        "subject": figure.subject,
        "period": figure.period,
        "comparison": figure.comparison,
        "place": place,
        "sentence_zh": text["zh"],
        "sentence_en": text["en"],
        "url_zh": url["zh"],
        "url_en": url["en"],
        "value_to": exact(figure.value_to) if figure.value_to is not None else None,
        "segment": figure.segment,
        "text_start": figure.start,
        "text_end": figure.end,
        "provenance": [{"source": report.witnesses[0], "start": s.start, "end": s.end} for s in figure.spans],
    }


def extent(spans: tuple[Span, ...]) -> tuple[int, int]:
    """From the first span to the last where they stand in order, else the first alone."""
    if not spans:
        return 0, 0
    ordered = all(a.end <= b.start for a, b in pairwise(spans))
    return spans[0].start, spans[-1].end if ordered else spans[0].end


def exact(value: Fraction) -> str:
    """A fraction as a decimal where it has one, else as a/b.

    >>> exact(Fraction(4933000)), exact(Fraction(8483, 100)), exact(Fraction(1, 3)), exact(Fraction(-7, 2))
    ('4933000', '84.83', '1/3', '-3.5')
    """
    places = 0
    while 10**places % value.denominator:
        places += 1
        if places > value.denominator.bit_length():  # it has a prime factor that ten has not
            return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**places // value.denominator).zfill(places + 1)
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    return ("-" if value < 0 else "") + whole + (f".{decimals}" if decimals else "")


def figures_csv(rows: Iterable[Row]) -> bytes:
    """The rows for spreadsheets: UTF-8 with a BOM (Excel needs it), CRLF (RFC 4180), no cell that is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(column, row[column]) for column in COLUMNS] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(column: str, value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if column not in _NUMBERS and text.lstrip()[:1] in _FORMULA else text
