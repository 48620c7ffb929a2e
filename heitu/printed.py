"""The printed strings of a report, each once, with its id: what emendations, checks, search and translation go through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from heitu import ids
from heitu.records import Report, Section
from heitu.spans import SpannedText

Role = Literal["title", "subtitle", "kicker", "heading", "sentence", "caption", "name"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed string: its id, what it is, its text and the source that this is from; `section` is None outside of one."""

    unit: str
    role: Role
    text: SpannedText
    source: str
    section: Section | None = None


def printed(report: Report) -> Iterator[Printed]:
    """The printed strings in the order of the page: title, subtitle, headings and sentences, captions."""
    base = report.witnesses[0]
    yield Printed(ids.TITLE, "title", report.title, report.title_source)
    if report.subtitle:
        yield Printed(ids.SUBTITLE, "subtitle", report.subtitle, report.subtitle_source)
    for section in report.sections:
        if section.kicker:
            yield Printed(ids.kicker(section.id), "kicker", section.kicker, base, section)
        if section.headline:
            yield Printed(ids.heading(section.id), "heading", section.headline, base, section)
        for paragraph in section.paragraphs:
            for segment in paragraph.segments:
                yield Printed(segment.id, "sentence", segment.text, base, section)
    for caption in report.captions:
        yield Printed(caption.id, "caption", caption.text, caption.source)


@dataclass(frozen=True, slots=True)
class Translatable:
    """A unit of translation: its id, what it is, its Chinese without blanks at the ends, the heading it stands under."""

    unit: str
    role: Role
    zh: str
    heading: str = ""


def translatable(report: Report) -> tuple[Translatable, ...]:
    """What has to be translated, names of people last. A sentence that an emendation deleted has nothing to translate."""
    found = [
        Translatable(
            string.unit, string.role, string.text.text.strip(), (string.section and string.section.heading) or ""
        )
        for string in printed(report)
        if string.text.text.strip()
    ]
    people = [(ids.author(n), person) for n, person in enumerate(report.authors, start=1)]
    people += [(ids.editor(n), person) for n, person in enumerate(report.editors, start=1)]
    return (*found, *(Translatable(unit, "name", person.value) for unit, person in people))
