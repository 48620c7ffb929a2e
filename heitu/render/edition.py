"""The archive as one language sees it: the indexes, names and strings that every page of an edition shares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from heitu.folding import is_han
from heitu.language import Language
from heitu.records import Archive, Figure, Place, Report, SourceDocument, Stated, Theme
from heitu.render import escaping, times
from heitu.render.gathering import Gathered, gather
from heitu.render.icons import Icons
from heitu.render.labels import Labels
from heitu.render.lines import LineIndex
from heitu.spans import SpannedText

CHINESE = "zh-Hans"
NEWSPAPER_GENRES = ("newspaper-feature", "news-item", "commentary")
"""Genres that have a byline; a government's own text speaks for the body that publishes it."""


_NO_ATTRIBUTE = Markup("")
_IN_CHINESE = Markup(f' lang="{CHINESE}"')


@dataclass(frozen=True, slots=True)
class Printed:
    """A string as printed on a page: HTML, and its language (CHINESE) where that is not the page's own ("" otherwise)."""

    html: Markup
    lang: str = ""

    @property
    def attr(self) -> Markup:
        """The `lang` attribute with a blank before it, or nothing."""
        return _IN_CHINESE if self.lang == CHINESE else _NO_ATTRIBUTE

    def __html__(self) -> str:
        return Markup("<span{}>{}</span>").format(self.attr, self.html) if self.lang else self.html


@dataclass(frozen=True)
class Edition:
    """An archive in one language. What is computed here is computed once an edition, not once a page."""

    archive: Archive
    language: Language
    label: Labels
    icons: Icons

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        return {theme.id: theme for theme in self.archive.themes}

    @cached_property
    def places(self) -> Mapping[str, Place]:
        return {place.id: place for place in self.archive.places}

    @cached_property
    def sources(self) -> Mapping[str, SourceDocument]:
        return {source.id: source for source in self.archive.sources}

    @cached_property
    def lines(self) -> Mapping[str, LineIndex]:
        return {source.id: LineIndex.of(source.text) for source in self.archive.sources}

    @cached_property
    def figures(self) -> Mapping[tuple[str, str], tuple[Figure, ...]]:
        """(report, paragraph) -> its figures."""
        grouped: dict[tuple[str, str], list[Figure]] = {}
        for figure in self.archive.figures:
            grouped.setdefault((figure.report, figure.paragraph), []).append(figure)
        return {key: tuple(figures) for key, figures in grouped.items()}

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The reports in reading order: by publication, or else by the period they cover, the latest first."""

        def newest(report: Report) -> str:
            return report.date.value if report.date else report.period.value.rpartition("/")[2] if report.period else ""

        by_id = sorted(self.archive.reports, key=lambda report: report.id)
        return tuple(sorted(by_id, key=newest, reverse=True))

    @cached_property
    def gathered(self) -> Mapping[str, Gathered]:
        return gather(self.reports, self.archive.themes)

    # --- strings of the sources

    def chinese(self, text: str) -> Printed:
        """A string of a source as it stands."""
        return Printed(escaping.text(text), "" if self.language == "zh" else CHINESE)

    def name(self, text: str) -> Printed:
        """A name from the settings, which may be in either language."""
        return self.chinese(text) if any(map(is_han, text)) else Printed(escaping.text(text))

    def unit(self, report: str, unit: str, text: SpannedText, html: Markup | None = None) -> Printed:
        """A heading, title or caption: its translation where this edition has one, else the Chinese (`html` marked)."""
        if self.language == "en" and (found := self.archive.translation(report, unit)) and found.target:
            return Printed(escaping.text(found.target))
        return Printed(html if html is not None else escaping.text(text.text), "" if self.language == "zh" else CHINESE)

    def person(self, report: Report, unit: str, person: Stated) -> Printed:
        """An author or editor: in English pages by the translated name, with the Chinese one beside it."""
        found = self.archive.translation(report.id, unit) if self.language == "en" else None
        if not found or not found.target:
            return self.chinese(person.value)
        return Printed(Markup("{} {}").format(found.target, self.chinese(person.value)))

    def title(self, report: Report) -> Printed:
        return self.unit(report.id, "title", report.title)

    # --- facts in words

    def place(self, place_id: str) -> str:
        """A place with those that it lies in: 吉林省四平市; Siping, Jilin."""
        names: list[str] = []
        place = self.places.get(place_id)
        while place and place.label[self.language] not in names:
            names.append(place.label[self.language])
            place = self.places.get(place.parent) if place.parent else None
        if not names:
            return place_id
        return "".join(reversed(names)) if self.language == "zh" else ", ".join(names)

    def region(self, report: Report) -> str:
        return self.place(report.region.value) if report.region else self.label("place.unknown")

    def short_place(self, report: Report) -> str:
        place = self.places.get(report.region.value) if report.region else None
        return place.label[self.language] if place else self.region(report)

    def publisher(self, fact: Stated) -> Printed:
        """A publisher by its name in this language; one without an English name keeps its Chinese one."""
        known = self.archive.publishers.get(fact.value)
        return Printed(escaping.text(known[self.language])) if known else self.chinese(fact.value)

    def genre(self, report: Report) -> str:
        return self.label.either(f"genre.{report.genre.value}", report.genre.value)

    def date(self, iso: str) -> str:
        return times.date_text(iso, self.language)

    def when(self, report: Report) -> str:
        """The years that a report is about, and when it appeared if that was another year."""
        covered = times.years(report.period.value) if report.period else None
        published = report.date.value[:4] if report.date else ""
        if covered and published and published != covered[1]:
            about = times.years_text(report.period.value, self.language) if report.period else ""
            return self.label("when.later", about=about, year=published)
        if covered and report.period:
            return times.years_text(report.period.value, self.language)
        return self.label("when.published", year=published) if published else self.label("when.unknown")

    def place_and_time(self, report: Report) -> str:
        """Place and year, as every quotation outside its page carries them."""
        return self.label("place_and_time", place=self.short_place(report), when=self.when(report))

    def described(self, report: Report) -> str:
        """What a report is, in words of this language and without its title."""
        parts = [str(Markup(self.publisher(report.publisher).html).striptags())] if report.publisher else []
        parts += [self.date(report.date.value)] if report.date else []
        inside = self.label("list.comma").join(parts) or self.label("paper_and_date.unknown")
        return self.label("described", genre=self.genre(report), place=self.region(report), where=inside)

    def page_title(self, report: Report) -> str:
        """A report's title for `<title>`: in this language, or a description while the title has no translation."""
        if self.language == "zh":
            return report.title.text
        found = self.archive.translation(report.id, "title")
        return found.target if found and found.target else self.described(report)

    # --- places in a source

    def line(self, source: str, offset: int) -> int:
        return self.lines[source].line(offset)

    def line_href(self, source: str, offset: int) -> str:
        """The address of a file's line, from the edition's root."""
        return f"sources/{source}.html#L{self.line(source, offset)}"
