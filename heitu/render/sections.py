"""Sections and paragraphs of a report as a page prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from heitu import ids
from heitu.records import Paragraph, Report, Section, ThemeScore
from heitu.render import escaping
from heitu.render.edition import CHINESE, Edition, Printed
from heitu.render.marks import Mark, marked
from heitu.spans import SpannedText

NOT_EMPHASISED = ("date", "ordinal")
"""Figures of these dimensions name a time or a place in a row, not an amount."""

Marks = Mapping[str, Sequence[Mark]]


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
    text: Printed
    label: str
    line_label: str
    line_short: str
    line_href: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """`level` is that of its heading in HTML; `name` stands in the contents for a heading that is not there."""

    id: str
    level: int
    kicker: Printed | None
    headline: Printed | None
    name: str
    run_in: bool
    colour: str
    chips: tuple[Chip, ...]
    paragraphs: tuple[ParagraphView, ...]

    @property
    def headed(self) -> bool:
        return self.kicker is not None or self.headline is not None


def chips(edition: Edition, scores: Sequence[ThemeScore]) -> tuple[Chip, ...]:
    """The themes of a section or paragraph, the main one first."""
    found = (edition.themes[theme] for theme in dict.fromkeys(s.theme for s in scores) if theme in edition.themes)
    return tuple(Chip(t.id, t.label[edition.language], t.colour, edition.icons(t.icon)) for t in found)


def printed(edition: Edition, report: Report, unit: str, text: SpannedText | None, marks: Marks) -> Printed | None:
    """A title, heading or caption with its marks; None where there is none."""
    return edition.unit(report.id, unit, text, marked(text, marks.get(unit, ()))) if text else None


def paragraph_text(edition: Edition, report: Report, paragraph: Paragraph, marks: Marks | None = None) -> Printed:
    """A paragraph: its translation where this edition has all of its sentences, else the Chinese with its marks.

    Without `marks` (a quotation outside the report's page) only the lead-in is emphasised.
    """
    if english := edition.translated(report, paragraph):
        return Printed(escaping.text(" ".join(english)))
    found = edition.figures.get((report.id, paragraph.id), ()) if marks is not None else ()
    figures = [figure for figure in found if figure.dimension not in NOT_EMPHASISED]
    html = marked(paragraph.text, (marks or {}).get(paragraph.id, ()), figures, paragraph.lead_in)
    return Printed(html, "" if edition.language == "zh" else CHINESE)


def sections(edition: Edition, report: Report, marks: Marks) -> Iterator[SectionView]:
    """The sections in order. Heading levels follow the report's, but never skip one (h2 under the title)."""
    above = 1
    for section in report.sections:
        level = min(section.level + 1, above + 1, 6)
        view = _section(edition, report, section, level, marks)
        if view.headed:
            above = level
        yield view


def _section(edition: Edition, report: Report, section: Section, level: int, marks: Marks) -> SectionView:
    themes = chips(edition, section.themes)
    return SectionView(
        id=section.id,
        level=level,
        kicker=printed(edition, report, ids.kicker(section.id), section.kicker, marks),
        headline=printed(edition, report, ids.heading(section.id), section.headline, marks),
        name=edition.label(f"section.{section.kind}"),
        run_in=section.run_in,
        colour=themes[0].colour if themes else "",
        chips=themes,
        paragraphs=tuple(
            _paragraph(edition, report, section, n, p, marks) for n, p in enumerate(section.paragraphs, start=1)
        ),
    )


def _paragraph(
    edition: Edition, report: Report, section: Section, n: int, paragraph: Paragraph, marks: Marks
) -> ParagraphView:
    source = report.witnesses[0]
    line = edition.line(source, paragraph.text.start)
    return ParagraphView(
        id=paragraph.id,
        ref=f"{report.id}/{paragraph.id}",
        number=f"{section.number}.{n}",
        text=paragraph_text(edition, report, paragraph, marks),
        label=edition.label("paragraph.permalink", section=section.number, paragraph=n),
        line_label=edition.label("paragraph.line", line=line),
        line_short=edition.label("paragraph.line.short", line=line),
        line_href=edition.line_href(source, paragraph.text.start),
        chips=chips(edition, paragraph.themes),
    )
