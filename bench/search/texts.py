"""The sections of an archive as plain texts: what the other engines get, and what truth is worked out from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu import ids
from heitu.language import LANGUAGES, Bilingual, Language
from heitu.records import Archive, Report, Section


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section: `heading` and `paragraphs` in both languages; `key` is REPORT/SECTION."""

    report: str
    section: str
    title: Bilingual
    heading: Bilingual
    paragraphs: tuple[Bilingual, ...]

    @property
    def key(self) -> str:
        return f"{self.report}/{self.section}"

    def units(self, language: Language) -> tuple[str, ...]:
        """The heading and the paragraphs."""
        return (self.heading[language], *(paragraph[language] for paragraph in self.paragraphs))


def section_texts(archive: Archive) -> Iterator[SectionText]:
    """All sections in order."""
    for report in archive.reports:
        title = Bilingual(report.title.text, _english(archive, report, ids.TITLE))
        for section in report.sections:
            yield SectionText(
                report.id, section.id, title, _heading(archive, report, section), _paragraphs(archive, report, section)
            )


def raw_bytes(sections: list[SectionText]) -> int:
    """The UTF-8 bytes of the texts in both languages."""
    return sum(len(unit.encode()) for one in sections for language in LANGUAGES for unit in one.units(language))


def _heading(archive: Archive, report: Report, section: Section) -> Bilingual:
    return Bilingual(section.heading or "", _english(archive, report, ids.heading(section.id)))


def _paragraphs(archive: Archive, report: Report, section: Section) -> tuple[Bilingual, ...]:
    return tuple(
        Bilingual(
            paragraph.text.text,
            " ".join(_english(archive, report, segment.id) for segment in paragraph.segments),
        )
        for paragraph in section.paragraphs
    )


def _english(archive: Archive, report: Report, identifier: str) -> str:
    unit = archive.translation(report.id, identifier)
    return unit.target if unit else ""
