"""The list of all reports: a plain table that the script can sort and filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from heitu.records import Report
from heitu.render import times
from heitu.render.edition import Edition, Printed
from heitu.render.gathering import GENERAL, main_theme
from heitu.render.page import Page
from heitu.render.sections import Chip


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a list. `periods` are the years that it covers, `published` its year; "" where unknown."""

    href: str
    title: Printed
    subtitle: Printed | None
    about: str
    place: str
    place_id: str
    when: str
    period_text: str
    periods: str
    sort_period: str
    date: str
    published: str
    sort_published: str
    publisher: Printed
    publisher_id: str
    chips: tuple[Chip, ...]
    theme_ids: str


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A select of the filter form: its name, its label and its options."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    rows: tuple[Row, ...]
    filters: tuple[Filter, ...]
    count: str


def pages(edition: Edition) -> Iterator[Page]:
    shown = rows(edition)
    count = edition.label("count.reports", n=len(shown))
    yield Page(
        path="reports/index.md",
        template="reports.md.j2",
        title=edition.label("reports.title"),
        description=edition.label("reports.description", count=count),
        section="reports",
        view=ReportsView(shown, tuple(_filters(edition, shown)), count),
    )


def rows(edition: Edition) -> tuple[Row, ...]:
    """All reports in reading order."""
    return tuple(_row(edition, report) for report in edition.reports)


def home_themes(edition: Edition, report: Report) -> tuple[Chip, ...]:
    """The themes that sections of a report are at home in, the one of most sections first, general ones last."""
    counts = Counter(home for section in report.sections if (home := main_theme(section)) in edition.themes)
    found = (edition.themes[theme] for theme, _ in sorted(counts.most_common(), key=lambda pair: pair[0] == GENERAL))
    return tuple(Chip(t.id, t.label[edition.language], t.colour, edition.icons(t.icon)) for t in found)


def _row(edition: Edition, report: Report) -> Row:
    subtitle = edition.unit(report.id, "subtitle", report.subtitle) if report.subtitle else None
    themes = home_themes(edition, report)
    unknown = edition.label("fact.unknown")
    publisher = edition.publisher(report.publisher) if report.publisher else Printed(edition.chinese(unknown).html)
    return Row(
        href=f"reports/{report.id}.html",
        title=edition.title(report),
        subtitle=subtitle,
        about=edition.described(report),
        place=edition.region(report),
        place_id=report.region.value if report.region else "",
        when=edition.when(report),
        period_text=times.years_text(report.period.value, edition.language) if report.period else unknown,
        periods=" ".join(years_covered(report.period.value)) if report.period else "",
        sort_period=report.period.value if report.period else "",
        date=edition.date(report.date.value) if report.date else unknown,
        published=report.date.value[:4] if report.date else "",
        sort_published=report.date.value if report.date else "",
        publisher=publisher,
        publisher_id="_".join(report.publisher.value.split()) if report.publisher else "",
        chips=themes,
        theme_ids=" ".join(chip.id for chip in themes),
    )


def _filters(edition: Edition, shown: tuple[Row, ...]) -> Iterator[Filter]:
    """A select for each property; unknown values come last, under their own name."""
    unknown = edition.label("fact.unknown")

    def options(pairs: set[tuple[str, str]], reverse: bool = False) -> tuple[Option, ...]:
        known = sorted(
            (pair for pair in pairs if pair[0]), key=lambda pair: pair[1 if not reverse else 0], reverse=reverse
        )
        return (*(Option(*pair) for pair in known), *([Option("?", unknown)] if any(not p[0] for p in pairs) else []))

    periods = {(year, year) for row in shown for year in row.periods.split()}
    periods |= {("", "") for row in shown if not row.periods}
    themes = [Option(t.id, t.label[edition.language]) for t in edition.archive.themes]
    yield Filter("period", edition.label("reports.period"), options(periods, reverse=True))
    published = {(row.published, row.published) for row in shown}
    yield Filter("published", edition.label("reports.published"), options(published, reverse=True))
    yield Filter("place", edition.label("reports.place"), options({(row.place_id, row.place) for row in shown}))
    yield Filter("theme", edition.label("reports.theme"), tuple(themes))
    publishers = {(row.publisher_id, str(row.publisher.html.striptags())) for row in shown}
    yield Filter("publisher", edition.label("reports.publisher"), options(publishers))


def years_covered(period: str) -> tuple[str, ...]:
    """Every year that a period touches.

    >>> years_covered("2020-07/2022-07"), years_covered("")
    (('2020', '2021', '2022'), ())
    """
    if not period:
        return ()
    first, last = times.years(period)
    return tuple(str(year) for year in range(int(first), int(last) + 1))
