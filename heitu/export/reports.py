"""`reports/<id>.json`: a report's text in both languages, sentence by sentence, with provenance and emendations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from heitu import ids
from heitu.export.entries import bilingual, both, report_entry, urls
from heitu.records import (
    Archive,
    Caption,
    Comparison,
    Difference,
    Emendation,
    Paragraph,
    Report,
    Section,
    Segment,
    ThemeScore,
)
from heitu.spans import Span, SpannedText
from heitu.translation import State

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Runs:
    """Makes the provenance of a report's strings; `corrected` are the spans of applied emendations, by source."""

    base: str
    corrected: Mapping[str, frozenset[Span]]

    @classmethod
    def of(cls, report: Report) -> _Runs:
        applied = [e for e in report.emendations if e.applied]
        spans = {s: frozenset(span for e in applied if e.source == s for span in e.spans) for s in report.witnesses}
        return cls(report.witnesses[0], spans)

    def __call__(self, text: SpannedText | None, source: str = "") -> list[Row]:
        """The kept runs of a printed string, in reading order.

        A run that the file spells out otherwise than it reads (a character reference, a tag that is a blank) has its
        reading as `text`. An emendation has not: what it reads stands in its row.
        """
        source = source or self.base
        runs: list[Row] = []
        for piece in text.pieces if text else ():
            if not len(piece.span):
                continue
            run: Row = {"source": source, "start": piece.span.start, "end": piece.span.end}
            if not piece.verbatim and piece.span not in self.corrected.get(source, ()):
                run["text"] = piece.text
            if runs and runs[-1]["end"] == run["start"] and "text" not in runs[-1] and "text" not in run:
                run["start"] = runs.pop()["start"]
            runs.append(run)
        return runs


def report_file(archive: Archive, report: Report, places: Mapping[str, str]) -> Row:
    """The whole of `reports/<id>.json`; `places` are the full names of places."""
    runs = _Runs.of(report)
    return {
        **report_entry(archive, report, places),
        "title_provenance": runs(report.title, report.title_source),
        "subtitle_provenance": runs(report.subtitle, report.subtitle_source),
        "sections": [_section(archive, report, section, runs) for section in report.sections],
        "captions": [_caption(archive, report, caption, runs) for caption in report.captions],
        "emendations": [row for emendation in report.emendations for row in _emendation(emendation)],
        "comparisons": [_comparison(comparison) for comparison in report.comparisons],
    }


def _section(archive: Archive, report: Report, section: Section, runs: _Runs) -> Row:
    lines = ((ids.kicker(section.id), section.kicker), (ids.heading(section.id), section.headline))
    return {
        "id": section.id,
        "number": section.number,
        "heading": both(archive, report, lines) if section.heading is not None else None,
        "kicker": bilingual(archive, report, lines[0][0], section.kicker.text) if section.kicker else None,
        "level": section.level,
        "kind": section.kind,
        "run_in": section.run_in,
        "url": urls(f"reports/{report.id}.html#{section.id}"),
        "themes": _themes(section.themes),
        "heading_provenance": runs(section.headline),
        "kicker_provenance": runs(section.kicker),
        "paragraphs": [_paragraph(archive, report, paragraph, runs) for paragraph in section.paragraphs],
    }


def _themes(themes: Sequence[ThemeScore]) -> list[Row]:
    return [{"id": t.theme, "score": t.score, "evidence": list(t.evidence), "basis": t.basis} for t in themes]


def _paragraph(archive: Archive, report: Report, paragraph: Paragraph, runs: _Runs) -> Row:
    segments = [_segment(archive, report, segment, runs) for segment in paragraph.segments]
    return {
        "id": paragraph.id,
        "zh": paragraph.text.text,
        "en": english(archive, report, paragraph),
        "state": paragraph_state(archive, report, paragraph),
        "url": urls(f"reports/{report.id}.html#{paragraph.id}"),
        "lead_in": paragraph.lead_in,
        "themes": _themes(paragraph.themes),
        "segments": segments,
        "provenance": runs(paragraph.text),
    }


def _segment(archive: Archive, report: Report, segment: Segment, runs: _Runs) -> Row:
    return {
        "id": segment.id,
        **bilingual(archive, report, segment.id, segment.text.text),
        "state": state(archive, report, segment.id),
        "provenance": runs(segment.text),
    }


def state(archive: Archive, report: Report, unit: str) -> State:
    translation = archive.translation(report.id, unit)
    return translation.state if translation else "missing"


def _printed(paragraph: Paragraph) -> list[Segment]:
    """The sentences that have text; one that an emendation deleted has nothing to translate."""
    return [segment for segment in paragraph.segments if segment.text.text.strip()]


def paragraph_state(archive: Archive, report: Report, paragraph: Paragraph) -> State:
    """The state of the sentence that is furthest behind."""
    order: tuple[State, ...] = ("missing", "stale", "translated", "reviewed")
    states = [state(archive, report, segment.id) for segment in _printed(paragraph)]
    return min(states, key=order.index, default="missing")


def english(archive: Archive, report: Report, paragraph: Paragraph) -> str | None:
    """The English of a paragraph, None unless all its sentences have theirs."""
    sentences = [bilingual(archive, report, s.id, s.text.text)["en"] for s in _printed(paragraph)]
    return None if None in sentences or not sentences else " ".join(s for s in sentences if s)


def _caption(archive: Archive, report: Report, caption: Caption, runs: _Runs) -> Row:
    spans = caption.text.provenance
    return {
        "id": caption.id,
        **bilingual(archive, report, caption.id, caption.text.text),
        "state": state(archive, report, caption.id),
        "credit": caption.credit,
        "source": caption.source,
        "start": min((s.start for s in spans), default=0),
        "end": max((s.end for s in spans), default=0),
        "provenance": runs(caption.text, caption.source),
    }


def _emendation(emendation: Emendation) -> Iterator[Row]:
    """A row for each source span; where there are several, the first row has the whole correction, the others ""."""
    spans = emendation.spans
    readings = _readings(emendation.sic, spans)
    for number, (span, sic) in enumerate(zip(spans, readings, strict=True)):
        yield {
            "where": emendation.where,
            "source": emendation.source,
            "start": span.start,
            "end": span.end,
            "kind": emendation.kind,
            "sic": sic,
            "corr": emendation.corr if number == 0 or emendation.corr is None else "",
            "cert": emendation.cert,
            "resp": emendation.resp,
            "note": emendation.note.zh,
            "note_en": emendation.note.en,
            "applied": emendation.applied,
        }


def _readings(sic: str, spans: Sequence[Span]) -> list[str]:
    """What the file reads at each span; all of it at the first where a span is not as long as its reading."""
    if sum(map(len, spans)) != len(sic):
        return [sic, *("" for _ in spans[1:])][: len(spans)]
    readings, position = [], 0
    for span in spans:
        readings.append(sic[position : position + len(span)])
        position += len(span)
    return readings


def _comparison(comparison: Comparison) -> Row:
    return {
        "base": comparison.base,
        "other": comparison.other,
        "compared": comparison.compared,
        "equal": comparison.equal,
        "similarity": comparison.similarity,
        "differences": [_difference(d, comparison) for d in comparison.differences],
        "alone": list(comparison.alone),
        "lacks": list(comparison.lacks),
    }


def _difference(difference: Difference, comparison: Comparison) -> Row:
    def placed(spans: Sequence[Span], source: str) -> list[Row]:
        return [{"source": source, "start": span.start, "end": span.end} for span in spans]

    return {
        "where": difference.where,
        "base": difference.base,
        "other": difference.other,
        "base_provenance": placed(difference.base_spans, comparison.base),
        "other_provenance": placed(difference.other_spans, comparison.other),
    }
