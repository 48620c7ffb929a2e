"""Made-up reports for the tests of themes and places: only what these stages read is filled in."""

from __future__ import annotations

from collections.abc import Sequence

from heitu import ids
from heitu.records import Caption, Paragraph, Report, Section, SectionKind, Segment, Stated
from heitu.spans import SpannedText


def spanned(text: str, start: int = 0) -> SpannedText:
    """Text that stands in its source from offset `start` on."""
    return SpannedText.verbatim(" " * start + text, start, start + len(text))


def made_section(
    number: int,
    paragraphs: Sequence[str],
    *,
    heading: str | None = None,
    kicker: str | None = None,
    kind: SectionKind = "body",
) -> Section:
    made = []
    for n, text in enumerate(paragraphs, 1):
        identifier = ids.paragraph(number, n)
        made.append(Paragraph(identifier, spanned(text), (Segment(ids.sentence(identifier, 1), spanned(text)),)))
    return Section(
        id=ids.section(number),
        number=number,
        level=1,
        kind=kind,
        kicker=spanned(kicker) if kicker else None,
        headline=spanned(heading) if heading else None,
        run_in=False,
        paragraphs=tuple(made),
    )


def made_report(
    *sections: Section, title: str = "一年回望", subtitle: str = "", captions: Sequence[str] = ()
) -> Report:
    return Report(
        id="made",
        witnesses=("made",),
        title=spanned(title, 10),
        title_source="made",
        subtitle=spanned(subtitle, 50) if subtitle else None,
        subtitle_source="made",
        genre=Stated("other", "inferred", ""),
        date=None,
        period=None,
        region=None,
        publisher=None,
        republisher=None,
        authors=(),
        editors=(),
        sections=sections,
        captions=tuple(Caption(ids.caption(n), spanned(text), None, "made") for n, text in enumerate(captions, 1)),
    )
