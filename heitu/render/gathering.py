"""What belongs to a theme: the sections that are at home there, and the paragraphs from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from heitu.records import Paragraph, Report, Section, Theme

GENERAL = "general"  # the theme of openings, closings and what belongs to no subject


@dataclass(frozen=True, slots=True)
class Gathered:
    """Every section whose main theme this is, and every paragraph of another section that has it as its own.

    `touching` are the sections that have it beside their main theme: they are listed, but counted where they belong.
    """

    sections: tuple[tuple[Report, Section], ...]
    paragraphs: tuple[tuple[Report, Section, Paragraph], ...]
    touching: tuple[tuple[Report, Section], ...]

    def __bool__(self) -> bool:
        return bool(self.sections or self.paragraphs)


def main_theme(section: Section) -> str:
    """The theme that a section is at home in, "" if it has none."""
    return section.themes[0].theme if section.themes else ""


def gather(reports: Iterable[Report], themes: Iterable[Theme]) -> Mapping[str, Gathered]:
    """Theme id -> what belongs to it, each section and paragraph once, in the order of the reports."""
    sections: dict[str, list[tuple[Report, Section]]] = {}
    paragraphs: dict[str, list[tuple[Report, Section, Paragraph]]] = {}
    touching: dict[str, list[tuple[Report, Section]]] = {}
    for report in reports:
        for section in report.sections:
            home = main_theme(section)
            sections.setdefault(home, []).append((report, section))
            for theme in dict.fromkeys(score.theme for score in section.themes[1:]):
                touching.setdefault(theme, []).append((report, section))
            for paragraph in section.paragraphs:
                for own in dict.fromkeys(score.theme for score in paragraph.themes):
                    if own != home:
                        paragraphs.setdefault(own, []).append((report, section, paragraph))
    names = [theme.id for theme in themes]
    return {
        name: Gathered(tuple(sections.get(name, ())), tuple(paragraphs.get(name, ())), tuple(touching.get(name, ())))
        for name in names
    }
