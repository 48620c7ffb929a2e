"""One report as a file of its own: everything about it in both languages, its style inside, no script, nothing loaded.

It is made from the same views as the report's page, the English edition's: their pairs hold both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment
from markupsafe import Markup

from heitu.language import LANGUAGES, Language
from heitu.records import Archive, Report, SourceDocument, ThemeScore
from heitu.render import escaping
from heitu.render.apparatus import TermNote, TranslatorNote, apparatus
from heitu.render.coverage import Status, status
from heitu.render.differences import Changed
from heitu.render.edition import Edition
from heitu.render.facts import Fact, facts
from heitu.render.icons import Icons
from heitu.render.labels import Labels, load_table
from heitu.render.notes import Note
from heitu.render.pairs import Pair
from heitu.render.report import CaptionView, captions, compared, view
from heitu.render.sections import SectionView, chips
from heitu.render.signs import spelled
from heitu.render.writing import environment

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FOLDER = "single"
_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Both:
    """Words in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Text:
    """A printed string; `en` is "" where nothing of it is translated."""

    zh: Markup
    en: Markup
    stale: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph; `number` is printed, `themes` are its own, "" for none."""

    id: str
    number: str
    text: Text
    themes: Both


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section; `short` stands in the contents, and without a heading the `name` of its kind."""

    id: str
    level: int
    heading: Text | None
    short: Both
    themes: Both
    paragraphs: tuple[ParagraphText, ...]


@dataclass(frozen=True, slots=True)
class CaptionText:
    """A photo caption, and who took the picture where the caption itself does not say so in that language."""

    id: str
    text: Text
    zh: CaptionView
    en: CaptionView


@dataclass(frozen=True, slots=True)
class SingleView:
    """All that the template prints. Pairs of views are the Chinese and the English one; `address` has the page's
    addresses on the site, "" where it has none."""

    report: Report
    page_title: Both
    foot: str
    title: Text
    subtitle: Text | None
    facts: tuple[tuple[Fact, Fact], ...]
    sections: tuple[SectionText, ...]
    captions: tuple[CaptionText, ...]
    notes: tuple[tuple[Note, Note], ...]
    translator: tuple[tuple[TranslatorNote, TranslatorNote], ...]
    terms: tuple[TermNote, ...]
    witnesses: tuple[SourceDocument, ...]
    compared: Both
    zh: Status
    en: Status
    generated: Both
    address: Both


def name(report: str) -> str:
    """The file of a report, as people see it when they have saved it."""
    return f"heitu-{report}.html"


def render_single(archive: Archive, reports: Sequence[Report] = ()) -> Mapping[str, bytes]:
    """The files of some reports, of all by default: path below the site's root -> content."""
    templates = environment(TEMPLATES)
    table, icons = load_table(templates), Icons()
    zh, en = (Edition(archive, language, Labels(table, language), icons) for language in LANGUAGES)
    wanted = reports or archive.reports
    return MappingProxyType({f"{FOLDER}/{name(report.id)}": _write(templates, zh, en, report) for report in wanted})


def _write(templates: Environment, zh: Edition, en: Edition, report: Report) -> bytes:
    page = templates.get_template("single/report.html.j2").render(
        v=single(zh, en, report), zh=zh.label, en=en.label, settings=zh.archive.settings
    )
    return "\n".join(line for line in page.split("\n") if line).encode() + b"\n"


def single(zh: Edition, en: Edition, report: Report) -> SingleView:
    """A report in both languages at once."""
    both = view(en, report)
    notes = apparatus(zh, report)
    title, subtitle = _text(both.title), _text(both.subtitle) if both.subtitle else None
    parts = tuple(_sections(zh, report, both.sections))
    photographs = tuple(
        CaptionText(two.id, _text(two.text), one, two)
        for one, two in zip(captions(zh, report, notes), both.captions, strict=True)
    )
    texts = [title, *([subtitle] if subtitle else []), *_texts(parts), *(caption.text for caption in photographs)]
    anchors = {found for text in texts for found in _ID.findall(text.zh + text.en)}
    settings = zh.archive.settings
    foot = "  ·  ".join((report.id, settings.site_name.zh, settings.generated))
    return SingleView(
        report=report,
        page_title=Both(report.title.text, en.page_title(report)),
        foot=escaping.css_string(foot),
        title=title,
        subtitle=subtitle,
        facts=tuple(zip(facts(zh, report), both.facts, strict=True)),
        sections=parts,
        captions=photographs,
        notes=tuple(_notes(notes.notes, both.notes, anchors)),
        translator=tuple(zip(notes.translator, both.translator, strict=True)),
        terms=both.terms,
        witnesses=both.witnesses,
        compared=Both(compared(zh, report), both.compared),
        zh=status(zh, report),
        en=both.translation,
        generated=Both(zh.date(settings.generated), both.generated),
        address=Both(_address(zh, report), _address(en, report)),
    )


def _text(pair: Pair) -> Text:
    """Both sides of a pair of the English edition."""
    english = Markup("") if pair.own.none else spelled(pair.own.html)
    return Text(spelled(pair.other.html), english, pair.stale)


def _sections(zh: Edition, report: Report, views: Sequence[SectionView]) -> Iterator[SectionText]:
    for section, shown in zip(report.sections, views, strict=True):
        short = shown.short
        yield SectionText(
            id=section.id,
            level=shown.level,
            heading=_text(shown.heading) if shown.heading else None,
            short=Both(short.other.plain, short.own.plain if not short.own.none else "")
            if short
            else Both(zh.label(f"section.{section.kind}"), shown.name),
            themes=_themes(zh, section.themes, [chip.label for chip in shown.chips]),
            paragraphs=tuple(
                ParagraphText(p.id, p.number, _text(p.text), _themes(zh, one.themes, [c.label for c in p.chips]))
                for one, p in zip(section.paragraphs, shown.paragraphs, strict=True)
            ),
        )


def _themes(zh: Edition, scores: Sequence[ThemeScore], english: Sequence[str]) -> Both:
    return Both("、".join(chip.label for chip in chips(zh, scores)), ", ".join(english))


def _texts(parts: Sequence[SectionText]) -> Iterator[Text]:
    for section in parts:
        if section.heading:
            yield section.heading
        yield from (paragraph.text for paragraph in section.paragraphs)


def _notes(zh: Sequence[Note], en: Sequence[Note], anchors: set[str]) -> Iterator[tuple[Note, Note]]:
    """Each note leads back to its mark in its own language, or else to the one there is."""
    for one, two in zip(zh, en, strict=True):
        there = [note.back for note in (one, two) if note.back[1:] in anchors]
        yield (
            replace(one, back=one.back if one.back in there else "".join(there[:1])),
            replace(two, back=two.back if two.back in there else "".join(there[:1])),
        )


def _address(edition: Edition, report: Report) -> str:
    below: Mapping[Language, str] = {"zh": "", "en": "en/"}
    root = edition.archive.settings.site_url
    return f"{root}{below[edition.language]}reports/{report.id}.html" if root else ""
