"""The home page: what is here, which places and years, how many, as of when, and how to find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu import ids
from heitu.render import times
from heitu.render.coverage import figures, read_twice, units
from heitu.render.edition import NEWSPAPER_GENRES, Edition, Printed
from heitu.render.page import Page
from heitu.render.pairs import NOT_EMPHASISED
from heitu.render.reports import Row, rows
from heitu.render.themes import Card, front, others
from heitu.translation import Coverage

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Count:
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class Gloss:
    """A name that a reader from elsewhere may not know."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class HomeView:
    name: str
    lead: str
    places: str
    years: str
    counts: tuple[Count, ...]
    generated: str
    offline: str
    owner: Printed | None
    front: tuple[Card, ...]
    others: tuple[Card, ...]
    reports: tuple[Row, ...]
    all_reports: str
    glosses: tuple[Gloss, ...]
    translated: str


def pages(edition: Edition) -> Iterator[Page]:
    settings = edition.archive.settings
    yield Page(
        path="index.md",
        template="home.md.j2",
        title=settings.site_name[edition.language],
        description=edition.label("home.description", places=_places(edition), years=_years(edition)),
        section="home",
        view=HomeView(
            name=settings.site_name[edition.language],
            lead=edition.label("home.lead" if newspapers_only(edition) else "home.lead.mixed"),
            places=_places(edition),
            years=_years(edition),
            counts=tuple(_counts(edition)),
            generated=edition.date(settings.generated),
            offline=f"downloads/{ids.offline_copy(settings.generated)}.zip",
            owner=edition.name(settings.owner) if settings.owner else None,
            front=front(edition),
            others=others(edition),
            reports=rows(edition)[:SHOWN],
            all_reports=edition.label("home.all_reports", n=len(edition.reports)),
            glosses=tuple(_glosses(edition)),
            translated=_translated(edition),
        ),
    )


def newspapers_only(edition: Edition) -> bool:
    """Whether nothing in the archive is a government's own text."""
    return all(report.genre.value in NEWSPAPER_GENRES for report in edition.reports)


def _counts(edition: Edition) -> Iterator[Count]:
    reports = edition.reports
    numbers = {
        "reports": len(reports),
        "sections": sum(len(r.sections) for r in reports),
        "paragraphs": sum(len(r.paragraphs) for r in reports),
        "figures": sum(figure.dimension not in NOT_EMPHASISED for figure in edition.archive.figures),
    }
    for name, number in numbers.items():
        yield Count(f"{number:,}", edition.label(f"home.count.{name}", n=number))


def _places(edition: Edition) -> str:
    """The places that reports are about, the most frequent first, at most five."""
    counts: dict[str, int] = {}
    for report in edition.reports:
        if report.region:
            counts[report.region.value] = counts.get(report.region.value, 0) + 1
    names = [edition.place(place) for place in sorted(counts, key=lambda place: (-counts[place], place))]
    joined = edition.label("list.and").join(names[:5])
    return edition.label("home.places.more", places=joined, n=len(names)) if len(names) > 5 else joined


def _years(edition: Edition) -> str:
    """The first and the last year that the reports cover, by publication where the period is unknown."""
    dates = [r.period.value if r.period else r.date.value if r.date else "" for r in edition.reports]
    spans = [times.years(iso) for iso in dates if iso]
    if not spans:
        return edition.label("when.unknown")
    return times.years_text(f"{min(a for a, _ in spans)}/{max(b for _, b in spans)}", edition.language)


def _glosses(edition: Edition) -> Iterator[Gloss]:
    """Places with a note, and those they lie in, for readers who do not know the region."""
    shown: set[str] = set()
    for report in edition.reports:
        place = edition.places.get(report.region.value) if report.region else None
        while place and place.id not in shown:
            shown.add(place.id)
            if place.note:
                yield Gloss(place.label[edition.language], place.note[edition.language])
            place = edition.places.get(place.parent) if place.parent else None


def _translated(edition: Edition) -> str:
    """How much of the text has a translation: said only in the edition that needs it."""
    if edition.language == "zh":
        return ""
    states = tuple(unit.state for report in edition.reports for unit in units(edition.archive, report))
    done = Coverage.of(states)
    some = done.translated + done.stale
    if not some:
        return edition.label("home.translated.none")
    if done.missing:
        return edition.label("home.translated.some", **figures(done))
    return edition.label("home.translated.all", read=read_twice(edition, edition.reports))
