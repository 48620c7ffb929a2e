"""The page of a report: facts, sections with their themes, numbered paragraphs, captions, apparatus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heitu import ids
from heitu.records import Report, SourceDocument, ThemeScore
from heitu.render import escaping
from heitu.render.apparatus import Apparatus, TermNote, TranslatorNote, apparatus
from heitu.render.citing import citation_en, citation_zh, linked_data
from heitu.render.coverage import Status, status
from heitu.render.edition import Edition, Printed
from heitu.render.facts import Fact, facts
from heitu.render.notes import Note
from heitu.render.page import Page, clip
from heitu.render.pairs import Pair, lines
from heitu.render.sections import SectionView, section_heading, sections


@dataclass(frozen=True, slots=True)
class CaptionView:
    """A photo caption; the picture itself is not in the archive."""

    id: str
    text: Pair
    credit: Printed | None
    line: int
    line_href: str
    witness: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a section or a paragraph has a theme: the words that decided it, or the person."""

    href: str
    where: Printed
    theme: str
    theme_id: str
    score: str
    words: Printed


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The report before or after this one."""

    href: str
    title: Printed
    about: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """`dateline` is publisher, date and place in one line; `compared` is one line about the witnesses, "" for one."""

    id: str
    title: Pair
    subtitle: Pair | None
    described: str
    dateline: tuple[Printed, ...]
    facts: tuple[Fact, ...]
    witnesses: tuple[SourceDocument, ...]
    compared: str
    sections: tuple[SectionView, ...]
    captions: tuple[CaptionView, ...]
    notes: tuple[Note, ...]
    translator: tuple[TranslatorNote, ...]
    terms: tuple[TermNote, ...]
    evidence: tuple[Evidence, ...]
    previous: Neighbour | None
    next: Neighbour | None
    cite_zh: str
    cite_en: str
    translation: Status
    generated: str


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each report, neighbours in the order of the list."""
    reports = edition.reports
    for i, report in enumerate(reports):
        before = reports[i - 1] if i else None
        after = reports[i + 1] if i + 1 < len(reports) else None
        yield _page(edition, report, before, after)


def _page(edition: Edition, report: Report, before: Report | None, after: Report | None) -> Page:
    first = next((p.text.text for p in report.paragraphs), "")
    subtitle = report.subtitle.text if report.subtitle else ""
    description = clip(f"{edition.described(report)}{edition.label('list.stop')}{subtitle or first}")
    shown = view(edition, report, before, after)
    sources = edition.label("list.comma").join(edition.sources[witness].file for witness in report.witnesses)
    return Page(
        path=f"reports/{report.id}.md",
        template="report.md.j2",
        title=edition.page_title(report),
        description=description if edition.language == "zh" else edition.described(report),
        section="reports",
        view=shown,
        jsonld=linked_data(edition, report),
        foot=f"{report.id}  ·  {sources}",
        readings=shown.translation.any,
    )


def view(edition: Edition, report: Report, before: Report | None = None, after: Report | None = None) -> ReportView:
    """A report with its apparatus, and what stands before and after it in the list."""
    known = apparatus(edition, report)
    title = lines(edition, report, [(ids.TITLE, report.title, "")], known)
    assert title is not None  # every report has a title
    subtitle = [(ids.SUBTITLE, report.subtitle, "")] if report.subtitle else []
    return ReportView(
        id=report.id,
        title=title,
        subtitle=lines(edition, report, subtitle, known),
        described=edition.described(report),
        dateline=tuple(_dateline(edition, report)),
        facts=facts(edition, report),
        witnesses=tuple(edition.sources[witness] for witness in report.witnesses),
        compared=compared(edition, report),
        sections=tuple(sections(edition, report, known)),
        captions=tuple(captions(edition, report, known)),
        notes=known.notes,
        translator=known.translator,
        terms=known.explained,
        evidence=tuple(_evidence(edition, report)),
        previous=_neighbour(edition, before),
        next=_neighbour(edition, after),
        cite_zh=citation_zh(edition, report),
        cite_en=citation_en(edition, report),
        translation=status(edition, report),
        generated=edition.date(edition.archive.settings.generated),
    )


def _dateline(edition: Edition, report: Report) -> Iterator[Printed]:
    def plain(text: str) -> Printed:
        return Printed(edition.chinese(text).html)

    yield edition.publisher(report.publisher) if report.publisher else plain(edition.label("dateline.publisher"))
    yield plain(edition.date(report.date.value) if report.date else edition.label("dateline.date"))
    yield plain(edition.region(report))


def compared(edition: Edition, report: Report) -> str:
    """One line about the witnesses of a report; "" where there is one."""
    if not report.comparisons:
        return ""
    count = sum(len(comparison.differences) for comparison in report.comparisons)
    files = len(report.comparisons) + 1
    key = "compare.different" if count else "compare.identical"
    return edition.label(key, files=files, n=count)


def captions(edition: Edition, report: Report, known: Apparatus) -> Iterator[CaptionView]:
    """The captions that have a text."""
    for caption in report.captions:
        text = lines(edition, report, [(caption.id, caption.text, "")] if caption.text else [], known)
        if text is None:
            continue
        several = len(report.witnesses) > 1 and caption.source != report.witnesses[0]
        yield CaptionView(
            id=caption.id,
            text=text,
            credit=edition.chinese(credit) if (credit := caption.credit) and not _credited(text, credit) else None,
            line=edition.line(caption.source, caption.text.start),
            line_href=edition.line_href(caption.source, caption.text.start),
            witness=edition.label("fact.witness", source=caption.source) if several else "",
        )


def _credited(text: Pair, credit: str) -> bool:
    """Whether the caption that is shown names who took the picture: its English does so in its own words."""
    return credit in text.own.html or (text.own.code == "en" and not text.own.none)


def _evidence(edition: Edition, report: Report) -> Iterator[Evidence]:
    for section in report.sections:
        name = section_heading(edition, report, section)
        yield from (_reason(edition, section.id, name, score) for score in section.themes)
        for n, paragraph in enumerate(section.paragraphs, start=1):
            label = edition.label("paragraph.name", section=section.number, paragraph=n)
            where = Printed(escaping.text(label))
            yield from (_reason(edition, paragraph.id, where, score) for score in paragraph.themes)


def _reason(edition: Edition, href: str, where: Printed, score: ThemeScore) -> Evidence:
    theme = edition.themes.get(score.theme)
    number = edition.label("evidence.override") if score.basis == "override" else f"{score.score:.2f}"
    words = edition.chinese(edition.label("list.comma").join(score.evidence))
    label = theme.label[edition.language] if theme else score.theme
    return Evidence(href, where, label, score.theme, number, words)


def _neighbour(edition: Edition, report: Report | None) -> Neighbour | None:
    if report is None:
        return None
    return Neighbour(f"reports/{report.id}.html", edition.title(report), edition.place_and_time(report))
