"""Sections and paragraphs of a report as a page prints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from heitu import ids
from heitu.records import Paragraph, Report, Section, ThemeScore
from heitu.render.apparatus import Apparatus
from heitu.render.edition import CHINESE, Edition, Printed
from heitu.render.english import mixed, sentences
from heitu.render.marks import marked
from heitu.render.pairs import Line, Pair, lines, paragraph_pair


@dataclass(frozen=True, slots=True)
class Chip:
    """A theme as a small sign that links to its page."""

    id: str
    label: str
    colour: str
    icon: Markup


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """`ref` is the paragraph's id in the whole archive, `label` the name of its permalink, `line_…` those of its line."""

    id: str
    ref: str
    number: str
    text: Pair
    label: str
    line_label: str
    line_short: str
    line_href: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """`level` is that of its heading in HTML; `short` and `name` stand in the contents: its last line, or what it is called."""

    id: str
    level: int
    heading: Pair | None
    short: Pair | None
    name: str
    run_in: bool
    colour: str
    chips: tuple[Chip, ...]
    paragraphs: tuple[ParagraphView, ...]


def chips(edition: Edition, scores: Sequence[ThemeScore]) -> tuple[Chip, ...]:
    """The themes of a section or paragraph, the main one first."""
    found = (edition.themes[theme] for theme in dict.fromkeys(s.theme for s in scores) if theme in edition.themes)
    return tuple(Chip(t.id, t.label[edition.language], t.colour, edition.icons(t.icon)) for t in found)


def section_heading(edition: Edition, report: Report, section: Section) -> Printed:
    """The headline of a section, or what a section without one is called."""
    line = section.headline or section.kicker
    if line is None:
        return Printed(edition.chinese(edition.label(f"section.{section.kind}")).html)
    unit = ids.heading(section.id) if section.headline else ids.kicker(section.id)
    return edition.unit(report.id, unit, line)


def paragraph_text(edition: Edition, report: Report, paragraph: Paragraph) -> Printed:
    """A paragraph outside the report's page, without marks: in English, and in Chinese what has no translation."""
    if edition.language == "zh":
        return Printed(marked(paragraph.text, lead_in=paragraph.lead_in))
    parts = sentences(edition.archive, report, paragraph)
    if all(part.missing for part in parts):
        return Printed(marked(paragraph.text, lead_in=paragraph.lead_in), CHINESE)
    return Printed(mixed(parts, edition.label("translation.stale")))


def sections(edition: Edition, report: Report, apparatus: Apparatus) -> Iterator[SectionView]:
    """The sections in order. Heading levels follow the report's, but never skip one (h2 under the title)."""
    above = 1
    for section in report.sections:
        level = min(section.level + 1, above + 1, 6)
        view = _section(edition, report, section, level, apparatus)
        if view.heading:
            above = level
        yield view


def _section(edition: Edition, report: Report, section: Section, level: int, apparatus: Apparatus) -> SectionView:
    themes = chips(edition, section.themes)
    headed = tuple(heading_lines(section))
    return SectionView(
        id=section.id,
        level=level,
        heading=lines(edition, report, headed, apparatus),
        short=lines(edition, report, headed[-1:], apparatus),
        name=edition.label(f"section.{section.kind}"),
        run_in=section.run_in,
        colour=themes[0].colour if themes else "",
        chips=themes,
        paragraphs=tuple(
            _paragraph(edition, report, section, n, p, apparatus) for n, p in enumerate(section.paragraphs, start=1)
        ),
    )


def heading_lines(section: Section) -> Iterator[Line]:
    """The lines of a heading: a kicker alone is set as a headline."""
    if section.kicker:
        yield ids.kicker(section.id), section.kicker, "ht-kicker" if section.headline else "ht-headline"
    if section.headline:
        yield ids.heading(section.id), section.headline, "ht-headline"


def _paragraph(
    edition: Edition, report: Report, section: Section, n: int, paragraph: Paragraph, apparatus: Apparatus
) -> ParagraphView:
    source = report.witnesses[0]
    line = edition.line(source, paragraph.text.start)
    return ParagraphView(
        id=paragraph.id,
        ref=f"{report.id}/{paragraph.id}",
        number=f"{section.number}.{n}",
        text=paragraph_pair(edition, report, paragraph, apparatus),
        label=edition.label("paragraph.permalink", section=section.number, paragraph=n),
        line_label=edition.label("paragraph.line", line=line),
        line_short=edition.label("paragraph.line.short", line=line),
        line_href=edition.line_href(source, paragraph.text.start),
        chips=chips(edition, paragraph.themes),
    )
