"""The page of a theme: the sections at home there, then paragraphs from elsewhere, by place and period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TypeVar

from markupsafe import Markup

from heitu import ids
from heitu.records import Paragraph, Report, Section, Theme
from heitu.render.edition import Edition, Printed
from heitu.render.english import mixed, sentences
from heitu.render.page import Page
from heitu.render.sections import chips, paragraph_text, section_heading
from heitu.render.themes import Card, card, narrower

Item = TypeVar("Item")

_DETAILED = 200
"""Quotations with their text on one page, shared evenly among its places and years."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A section or a paragraph outside its page: with its heading, report, place and year."""

    href: str
    kicker: Printed | None
    heading: Printed
    text: Printed
    more: str
    report: Printed
    report_href: str
    source: str
    flag: str


@dataclass(frozen=True, slots=True)
class Group:
    """What one place and period says about a theme."""

    title: str
    items: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Touching:
    """A link to a section that is at home in another theme."""

    href: str
    heading: Printed
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """A theme's own sections and the paragraphs from elsewhere, each in groups; links to sections that touch on it."""

    card: Card
    sections: tuple[Group, ...]
    paragraphs: tuple[Group, ...]
    touching: tuple[Touching, ...]


@dataclass(frozen=True, slots=True)
class ThemeView:
    own: Part
    broader: Card | None
    narrower: tuple[Part, ...]
    all: tuple[Card, ...]
    untranslated: bool


def pages(edition: Edition) -> Iterator[Page]:
    cards = tuple(card(edition, theme) for theme in edition.archive.themes)
    for theme in edition.archive.themes:
        own = part(edition, theme)
        below = tuple(part(edition, other) for other in narrower(edition, theme))
        broader = edition.themes.get(theme.broader) if theme.broader else None
        quotations = [q for p in (own, *below) for g in (*p.sections, *p.paragraphs) for q in g.items]
        yield Page(
            path=f"themes/{theme.id}.md",
            template="theme.md.j2",
            title=theme.label[edition.language],
            description=f"{theme.scope[edition.language]} {own.card.count}",
            section="themes",
            view=ThemeView(
                own=own,
                broader=card(edition, broader) if broader else None,
                narrower=below,
                all=cards,
                untranslated=any(q.text.lang or "ht-missing" in q.text.html for q in quotations),
            ),
        )


def part(edition: Edition, theme: Theme) -> Part:
    found = edition.gathered[theme.id]
    return Part(
        card=card(edition, theme),
        sections=_groups(edition, found.sections, lambda item: item[0], lambda item: _section(edition, *item)),
        paragraphs=_groups(edition, found.paragraphs, lambda item: item[0], lambda item: _paragraph(edition, *item)),
        touching=tuple(
            Touching(
                f"reports/{report.id}.html#{section.id}",
                section_heading(edition, report, section),
                edition.place_and_time(report),
            )
            for report, section in found.touching
        ),
    )


def _groups(
    edition: Edition, items: Iterable[Item], report: Callable[[Item], Report], quote: Callable[[Item], Quotation]
) -> tuple[Group, ...]:
    """Items by place and years, places in the order of the places file, the latest years first."""
    groups: dict[tuple[int, str], list[Item]] = {}
    order = {place: i for i, place in enumerate(edition.places)}
    for item in items:
        region = report(item).region
        key = (order.get(region.value, len(order)) if region else len(order), edition.place_and_time(report(item)))
        groups.setdefault(key, []).append(item)
    places = sorted(groups, key=lambda key: key[1], reverse=True)
    ordered = [(key, [quote(item) for item in groups[key]]) for key in sorted(places, key=lambda key: key[0])]
    long = sum(len(quotations) for _, quotations in ordered) > _DETAILED
    each = max(1, _DETAILED // len(ordered)) if long else _DETAILED
    return tuple(Group(key[1], tuple(brief(quotations, each))) for key, quotations in ordered)


def brief(quotations: Sequence[Quotation], detailed: int) -> Iterator[Quotation]:
    """The quotations; beyond the first few they are headings alone, so that the page of a large theme stays readable."""
    for n, quotation in enumerate(quotations):
        yield quotation if n < detailed else replace(quotation, text=Printed(Markup("")))


def _section(edition: Edition, report: Report, section: Section) -> Quotation:
    """A section by its heading and its first sentences."""
    first = section.paragraphs[0] if section.paragraphs else None
    text = excerpt(edition, report, first) if first else Printed(edition.chinese("").html)
    left = len(section.paragraphs)
    return Quotation(
        href=f"reports/{report.id}.html#{section.id}",
        kicker=edition.unit(report.id, ids.kicker(section.id), section.kicker)
        if section.kicker and section.headline
        else None,
        heading=section_heading(edition, report, section),
        text=text,
        more=edition.label("theme.paragraphs", n=left),
        report=edition.title(report),
        report_href=f"reports/{report.id}.html",
        source=edition.place_and_time(report),
        flag=flag(edition, report, first) if first else "",
    )


def _paragraph(edition: Edition, report: Report, section: Section, paragraph: Paragraph) -> Quotation:
    """A paragraph in full, under the heading of the section that it stands in."""
    home = chips(edition, section.themes[:1])
    return Quotation(
        href=f"reports/{report.id}.html#{paragraph.id}",
        kicker=None,
        heading=section_heading(edition, report, section),
        text=paragraph_text(edition, report, paragraph),
        more=edition.label("theme.home", theme=home[0].label) if home else "",
        report=edition.title(report),
        report_href=f"reports/{report.id}.html",
        source=edition.place_and_time(report),
        flag=flag(edition, report, paragraph),
    )


def flag(edition: Edition, report: Report, paragraph: Paragraph) -> str:
    """What is said where a quoted paragraph has a doubtful reading or lost text, whose notes stand on its own page."""
    segments = {segment.id for segment in paragraph.segments}
    kinds = {e.kind for e in report.emendations if e.where in segments and not e.applied}
    return edition.label("quote.gap" if "gap" in kinds else "quote.doubt") if kinds else ""


def excerpt(edition: Edition, report: Report, paragraph: Paragraph, length: int = 110) -> Printed:
    """The first sentences of a paragraph, whole: never cut within a sentence, hence never within a number."""
    english = sentences(edition.archive, report, paragraph) if edition.language == "en" else ()
    if any(not part.missing for part in english):
        chosen = _first([part.text for part in english], length)
        return Printed(
            mixed(english[:chosen], edition.label("translation.stale")) + (" …" if chosen < len(english) else "")
        )
    texts = [segment.text.text for segment in paragraph.segments]
    chosen = _first(texts, length)
    return edition.chinese("".join(texts[:chosen]) + ("……" if chosen < len(texts) else ""))


def _first(sentences: Sequence[str], length: int) -> int:
    """How many sentences make up at least this many characters."""
    lengths = accumulate(map(len, sentences))
    return next((n for n, total in enumerate(lengths, start=1) if total >= length), len(sentences))
