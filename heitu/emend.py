"""Apply hand-made emendations: found by quotation in the printed strings of a report, applied where they are certain.

Ids, sentences and sections were made from the text as the file reads, so that an emendation moves none of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from heitu import ids
from heitu.errors import Fault
from heitu.language import Bilingual
from heitu.printed import printed
from heitu.records import Caption, Emendation, Paragraph, Report, Section
from heitu.spans import SpannedText

FILE = "seeds/emendations.yml"
_OVERLAP = ("与另一条校改重叠", "it overlaps another emendation", "请合并为一条", "Make them one")


@dataclass(frozen=True, slots=True)
class _Found:
    """An emendation with the place of its sic in a printed string."""

    emendation: Emendation
    start: int
    end: int


def _strings(report: Report, source: str) -> dict[str, SpannedText]:
    """The strings of a report that are printed from one source, by id."""
    return {string.unit: string.text for string in printed(report) if string.source == source}


def _occurrences(text: str, quote: str) -> list[int]:
    places, at = [], text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _find(emendation: Emendation, strings: Mapping[str, SpannedText]) -> list[tuple[str, _Found]]:
    """Where the quotation stands: exact text between its prefix and suffix, the sic within it."""
    quote = emendation.prefix + emendation.exact + emendation.suffix
    offset = len(emendation.prefix) + emendation.exact.index(emendation.sic)
    found = []
    for identifier, text in strings.items():
        for at in _occurrences(text.text, quote):
            start = at + offset
            found.append((identifier, _Found(emendation, start, start + len(emendation.sic))))
    return found


def _fault(emendation: Emendation, places: int, whole: str) -> Fault:
    quote, source = emendation.prefix + emendation.exact + emendation.suffix, emendation.source
    if places > 1:
        what = Bilingual(f"引文“{quote}”在 {source} 中出现 {places} 次", f"“{quote}” stands {places} times in {source}")
        do = Bilingual("请用 prefix 或 suffix 引得更长，使其唯一", "Lengthen prefix or suffix until it stands once")
    elif quote in whole:
        what = Bilingual(f"引文“{quote}”跨越两个句子", f"“{quote}” runs over the end of a sentence")
        do = Bilingual("请每句写一条", "Write one emendation for each sentence")
    else:
        what = Bilingual(
            f"在 {source} 印出的文字中找不到引文“{quote}”", f"“{quote}” is not in what is printed of {source}"
        )
        do = Bilingual(
            "请照网页上的文字逐字引用，标点和空格也要一致", "Quote it from the page, marks and blanks included"
        )
    return Fault(FILE, emendation.line, what.zh, what.en, do.zh, do.en)


def emend(report: Report, emendations: Sequence[Emendation]) -> tuple[Report, tuple[Fault, ...]]:
    """The report with the emendations of its witnesses applied, and a fault for each that is not found exactly once."""
    faults: list[Fault] = []
    places: dict[str, list[_Found]] = defaultdict(list)
    for emendation in emendations:
        if emendation.source not in report.witnesses:
            continue
        strings = _strings(report, emendation.source)
        found = _find(emendation, strings)
        if len(found) == 1:
            places[found[0][0]].append(found[0][1])
        else:
            faults.append(_fault(emendation, len(found), "".join(text.text for text in strings.values())))
    applied: list[Emendation] = []
    texts: dict[str, SpannedText] = {}
    for identifier, found_here in places.items():
        strings = _strings(report, found_here[0].emendation.source)
        texts[identifier], done, clashes = _apply(report.id, identifier, strings[identifier], found_here)
        applied.extend(done)
        faults.extend(clashes)
    emended = _with_texts(report, texts)
    order = {emendation.line: n for n, emendation in enumerate(emendations)}
    return replace(emended, emendations=tuple(sorted(applied, key=lambda e: order[e.line]))), tuple(faults)


def _apply(
    report: str, where: str, text: SpannedText, found: Sequence[_Found]
) -> tuple[SpannedText, list[Emendation], list[Fault]]:
    done: list[Emendation] = []
    faults: list[Fault] = []
    limit = len(text) + 1
    for place in sorted(found, key=lambda place: place.start, reverse=True):
        emendation = place.emendation
        if place.end > limit:
            faults.append(Fault(FILE, emendation.line, *_OVERLAP))
            continue
        limit = place.start
        spans = text.spans(place.start, place.end)
        done.append(replace(emendation, report=report, where=where, spans=spans))
        if emendation.applied and emendation.corr is not None:
            text = text.replace(place.start, place.end, emendation.corr)
    return text, done, faults


def _with_texts(report: Report, texts: Mapping[str, SpannedText]) -> Report:
    if not texts:
        return report
    return replace(
        report,
        title=texts.get(ids.TITLE, report.title),
        subtitle=texts.get(ids.SUBTITLE, report.subtitle) if report.subtitle else None,
        sections=tuple(_section(section, texts) for section in report.sections),
        captions=tuple(_caption(caption, texts) for caption in report.captions),
    )


def _caption(caption: Caption, texts: Mapping[str, SpannedText]) -> Caption:
    return replace(caption, text=texts.get(caption.id, caption.text))


def _section(section: Section, texts: Mapping[str, SpannedText]) -> Section:
    return replace(
        section,
        kicker=texts.get(ids.kicker(section.id), section.kicker) if section.kicker else None,
        headline=texts.get(ids.heading(section.id), section.headline) if section.headline else None,
        paragraphs=tuple(_paragraph(paragraph, texts) for paragraph in section.paragraphs),
    )


def _paragraph(paragraph: Paragraph, texts: Mapping[str, SpannedText]) -> Paragraph:
    if not any(segment.id in texts for segment in paragraph.segments):
        return paragraph
    segments = tuple(replace(segment, text=texts.get(segment.id, segment.text)) for segment in paragraph.segments)
    text = SpannedText.join(segment.text for segment in segments)
    lead_in = paragraph.lead_in
    if lead_in:
        lead_in += len(segments[0].text) - len(paragraph.segments[0].text)
    return replace(paragraph, text=text, segments=segments, lead_in=max(0, lead_in))
