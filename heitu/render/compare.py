"""The comparison of a report's witnesses: what is equal, where they differ, what each alone supplies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu import ids
from heitu.records import Comparison, Difference, Report
from heitu.render.edition import Edition, Printed
from heitu.render.notes import unit_names
from heitu.render.page import Page


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A place where two witnesses differ, each with its line."""

    where: str
    href: str
    base: Printed
    base_line: str
    base_href: str
    other: Printed
    other_line: str
    other_href: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    base: str
    base_file: str
    other: str
    other_file: str
    summary: str
    similarity: str
    alone: str
    lacks: str
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    title: Printed
    href: str
    comparisons: tuple[ComparisonView, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each report that more than one file witnesses."""
    for report in edition.reports:
        if report.comparisons:
            yield Page(
                path=f"compare/{report.id}.md",
                template="compare.md.j2",
                title=edition.label("compare.page_title", title=edition.page_title(report)),
                description=edition.label("compare.description", described=edition.described(report)),
                section="reports",
                view=CompareView(
                    edition.title(report),
                    f"reports/{report.id}.html",
                    tuple(_comparison(edition, report, c) for c in report.comparisons),
                ),
            )


def _comparison(edition: Edition, report: Report, comparison: Comparison) -> ComparisonView:
    def parts(names: tuple[str, ...]) -> str:
        known = [edition.label.either(f"part.{name}", name) for name in names]
        return edition.label("list.comma").join(known) or edition.label("compare.nothing")

    return ComparisonView(
        base=comparison.base,
        base_file=edition.sources[comparison.base].file,
        other=comparison.other,
        other_file=edition.sources[comparison.other].file,
        summary=edition.label("compare.summary", equal=comparison.equal, compared=comparison.compared),
        similarity=f"{comparison.similarity * 100:.2f} %" if comparison.similarity < 1 else "100 %",
        alone=parts(comparison.alone),
        lacks=parts(comparison.lacks),
        differences=tuple(_difference(edition, report, comparison, d) for d in comparison.differences),
    )


def _difference(edition: Edition, report: Report, comparison: Comparison, difference: Difference) -> DifferenceView:
    def line(source: str, start: int | None) -> tuple[str, str]:
        if start is None:
            return "", ""
        return edition.label("line", n=edition.line(source, start)), edition.line_href(source, start)

    base = line(comparison.base, difference.base_spans[0].start if difference.base_spans else None)
    other = line(comparison.other, difference.other_spans[0].start if difference.other_spans else None)
    unit = ids.paragraph_of(difference.where)
    names = unit_names(edition, report)
    return DifferenceView(
        where=names.get(unit, unit),
        href=f"reports/{report.id}.html#{unit.removesuffix('-h').removesuffix('-k')}",
        base=edition.chinese(difference.base),
        base_line=base[0],
        base_href=base[1],
        other=edition.chinese(difference.other),
        other_line=other[0],
        other_href=other[1],
    )
