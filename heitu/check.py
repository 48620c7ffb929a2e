"""The invariants of a finished archive, checked before the first byte is written.

A fault here is a fault of the program or of hand-entered data that no stage could see alone. Each check is a function in
`CHECKS`; all of them run, and every fault names the line of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from heitu import ids
from heitu.errors import Fault
from heitu.records import Archive, Category, Emendation, LedgerEntry, Report, SourceDocument
from heitu.spans import Piece, Span, SpannedText

_LINE_END = re.compile(r"\r*\n|\r")
# What a file spells out and a piece renders: a character reference, a tag, white space.
_SPELLED_OUT = re.compile(r"[&<\s]")
_HEADING: frozenset[Category] = frozenset({"heading"})
_TITLE: frozenset[Category] = frozenset({"heading", "body"})  # a source without a title is called by its opening words
_BODY: frozenset[Category] = frozenset({"body"})
_CAPTION: frozenset[Category] = frozenset({"caption"})


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed string of a report: its id, its text, the source that it is from, the ledger classes of its runs."""

    unit: str
    text: SpannedText
    source: str
    categories: frozenset[Category]


def check(archive: Archive) -> tuple[Fault, ...]:
    """Every fault of the archive, none if it is sound."""
    return tuple(sorted(set(chain.from_iterable(run(archive) for run in CHECKS))))


def printed(report: Report) -> Iterator[Printed]:
    """The printed strings of a report: title, headings, sentences, captions."""
    base = report.witnesses[0]
    yield Printed(ids.TITLE, report.title, report.title_source, _TITLE)
    if report.subtitle:
        yield Printed(ids.SUBTITLE, report.subtitle, report.subtitle_source, _TITLE)
    for section in report.sections:
        if section.kicker:
            yield Printed(ids.kicker(section.id), section.kicker, base, _HEADING)
        if section.headline:
            yield Printed(ids.heading(section.id), section.headline, base, _HEADING)
        for paragraph in section.paragraphs:
            for segment in paragraph.segments:
                yield Printed(segment.id, segment.text, base, _BODY)
    for caption in report.captions:
        yield Printed(caption.id, caption.text, caption.source, _CAPTION)


def ids_are_unique(archive: Archive) -> Iterator[Fault]:
    """Sources, reports, themes and places; and inside a report everything that has an id."""
    for kind_zh, kind_en, found in (
        ("文件", "source", [source.id for source in archive.sources]),
        ("报告", "report", [report.id for report in archive.reports]),
        ("主题", "theme", [theme.id for theme in archive.themes]),
        ("地区", "place", [place.id for place in archive.places]),
    ):
        for twice in _repeated(found):
            yield _fault("seeds", 0, f"{kind_zh}编号 {twice} 重复", f"the {kind_en} id {twice} is used twice")
    for report in archive.reports:
        units = [p.unit for p in printed(report)]
        units += [section.id for section in report.sections] + [p.id for p in report.paragraphs]
        units += [figure.id for figure in archive.figures if figure.report == report.id]
        for twice in _repeated(units):
            yield _in(archive, report.witnesses[0], 0, f"编号 {twice} 重复", f"the id {twice} is used twice")


def ledgers_tile_their_sources(archive: Archive) -> Iterator[Fault]:
    for source in archive.sources:
        entries = archive.ledgers.get(source.id, ())
        edges = [Span(0, 0), *(entry.span for entry in entries), Span(len(source.text), len(source.text))]
        for before, after in pairwise(edges):
            if before.end != after.start:
                what = (
                    ("没有交代", "not accounted for") if before.end < after.start else ("交代了两次", "claimed twice")
                )
                at, end = sorted((before.end, after.start))
                yield _in(
                    archive, source.id, at,
                    f"第 {at}–{end} 个字符在逐字账中{what[0]}", f"characters {at} to {end} are {what[1]} in the ledger",
                )  # fmt: skip


def sources_are_used_once(archive: Archive) -> Iterator[Fault]:
    """Every source witnesses exactly one report, and every witness is a source."""
    used = Counter(witness for report in archive.reports for witness in report.witnesses)
    for source in archive.sources:
        if used[source.id] != 1:
            yield _in(
                archive, source.id, 0,
                f"该文件属于 {used[source.id]} 篇报告", f"the file belongs to {used[source.id]} reports",
            )  # fmt: skip
    for report in archive.reports:
        for missing in {*report.witnesses, *(p.source for p in printed(report) if p.text.provenance)} - _known(archive):
            yield _fault("seeds/sources", 0, f"没有编号为 {missing} 的文件", f"there is no source {missing}")


def segments_tile_their_paragraphs(archive: Archive) -> Iterator[Fault]:
    for report in archive.reports:
        for paragraph in report.paragraphs:
            joined = SpannedText.join(segment.text for segment in paragraph.segments)
            if joined != SpannedText.of(paragraph.text.pieces):
                yield _in(
                    archive, report.witnesses[0], paragraph.text.start,
                    f"{paragraph.id} 各句相接不等于该段", f"the sentences of {paragraph.id} do not join to the paragraph",
                )  # fmt: skip


def text_reads_as_its_source(archive: Archive) -> Iterator[Fault]:
    """Verbatim pieces read as the file; any other is an applied emendation or stands for what the file spells out."""
    sources = {source.id: source for source in archive.sources}
    for report in archive.reports:
        corrected = [(e.source, span) for e in report.emendations if e.applied for span in e.spans]
        for string in printed(report):
            source = sources.get(string.source)
            for piece in string.text.pieces if source else ():
                assert source is not None
                if not _reads(source, piece, [span for where, span in corrected if where == source.id]):
                    yield _in(
                        archive, source.id, piece.span.start,
                        f"{string.unit} 的文字与文件不符，也没有校改说明", f"{string.unit} reads otherwise than the file, and no emendation says so",
                    )  # fmt: skip


def _reads(source: SourceDocument, piece: Piece, corrected: Iterable[Span]) -> bool:
    raw = source.text[piece.span.start : piece.span.end]
    if piece.verbatim:
        return piece.text == raw
    if not len(piece.span):
        return True  # supplied
    return bool(_SPELLED_OUT.match(raw)) or any(span.contains(piece.span) for span in corrected)


def text_is_claimed_as_kept(archive: Archive) -> Iterator[Fault]:
    """Every run of a printed string stands in the ledger, in the class that such strings have."""
    ledgers = {source: _Ledger(entries) for source, entries in archive.ledgers.items()}
    for report in archive.reports:
        for string in printed(report):
            ledger = ledgers.get(string.source)
            for span in string.text.provenance if ledger else ():
                assert ledger is not None
                for entry in ledger.over(span):
                    if entry.category not in string.categories:
                        yield _in(
                            archive, string.source, max(span.start, entry.span.start),
                            f"{string.unit} 印出的文字在逐字账中是 {entry.category}（{entry.rule}）",
                            f"{string.unit} prints what the ledger has as {entry.category} ({entry.rule})",
                        )  # fmt: skip


def kept_text_is_printed(archive: Archive) -> Iterator[Fault]:
    """What the ledger of a base text keeps as heading, body or caption stands in the report: nothing is lost."""
    for report in archive.reports:
        base = report.witnesses[0]
        runs = sorted(span for string in printed(report) if string.source == base for span in string.text.provenance)
        others = {c.source for c in report.captions} - {base}
        for entry in archive.ledgers.get(base, ()):
            kept = entry.category == "body" or (entry.category == "caption" and not others)
            if kept and (lost := _uncovered(entry.span, runs)):
                yield _in(
                    archive, base, lost.start,
                    f"第 {lost.start}–{lost.end} 个字符应当保留却没有印出", f"characters {lost.start} to {lost.end} are kept but not printed",
                )  # fmt: skip


def references_exist(archive: Archive) -> Iterator[Fault]:
    """Themes and places that records name."""
    themes, places = {theme.id for theme in archive.themes}, {place.id for place in archive.places}
    for theme in archive.themes:
        if theme.broader and theme.broader not in themes:
            yield _missing("seeds/themes.yml", "主题", "theme", theme.broader)
    for place in archive.places:
        if place.parent and place.parent not in places:
            yield _missing("seeds/places.yml", "地区", "place", place.parent)
    for report in archive.reports:
        if report.region and report.region.value not in places:
            yield _missing("seeds/places.yml", "地区", "place", report.region.value)
        given = chain.from_iterable(part.themes for part in (*report.sections, *report.paragraphs))
        for missing in {score.theme for score in given} - themes:
            yield _missing("seeds/themes.yml", "主题", "theme", missing)


def emendations_are_applied_once(archive: Archive) -> Iterator[Fault]:
    """An applied correction is read exactly once where it says; any other emendation has changed nothing."""
    for report in archive.reports:
        strings = {string.unit: string.text for string in printed(report)}
        for emendation in report.emendations:
            text = strings.get(emendation.where)
            times = _times_read(emendation, text) if text is not None else 0
            if times != 1:
                yield Fault(
                    "seeds/emendations.yml", emendation.line,
                    f"校改在 {emendation.where} 处应用了 {times} 次", f"the emendation is applied {times} times in {emendation.where}",
                    *_REPORT_IT,
                )  # fmt: skip


def _times_read(emendation: Emendation, text: SpannedText) -> int:
    """How often a string reads an emendation at its spans."""
    if not emendation.applied:
        return int(
            all(any((p.verbatim and p.span.overlaps(s)) or p.span == s for p in text.pieces) for s in emendation.spans)
        )
    first = emendation.spans[0] if emendation.spans else Span(0, 0)
    return sum(not p.verbatim and p.span == first and p.text == emendation.corr for p in text.pieces)


def figures_stand_where_they_say(archive: Archive) -> Iterator[Fault]:
    reports = {report.id: report for report in archive.reports}
    paragraphs = {(report.id, p.id): p for report in archive.reports for p in report.paragraphs}
    for figure in archive.figures:
        paragraph = paragraphs.get((figure.report, figure.paragraph))
        read = paragraph.text.text[figure.start : figure.end] if paragraph else None
        if paragraph is None or read != figure.raw or figure.segment not in {s.id for s in paragraph.segments}:
            source = reports[figure.report].witnesses[0] if figure.report in reports else ""
            at = figure.spans[0].start if figure.spans else 0
            yield _in(
                archive, source, at,
                f"数字 {figure.id}“{figure.raw}”不在所说的位置", f"the figure {figure.id} “{figure.raw}” is not where it says",
            )  # fmt: skip


CHECKS: tuple[Callable[[Archive], Iterable[Fault]], ...] = (
    ids_are_unique,
    ledgers_tile_their_sources,
    sources_are_used_once,
    segments_tile_their_paragraphs,
    text_reads_as_its_source,
    text_is_claimed_as_kept,
    kept_text_is_printed,
    references_exist,
    emendations_are_applied_once,
    figures_stand_where_they_say,
)

_REPORT_IT = (
    "这是程序的缺陷，请附上该文件反馈给维护者",
    "This is a fault of the program: report it to its maintainers together with the file",
)


class _Ledger:
    """Entries of a ledger, found by span."""

    def __init__(self, entries: tuple[LedgerEntry, ...]) -> None:
        self._entries = entries
        self._starts = [entry.span.start for entry in entries]

    def over(self, span: Span) -> Iterator[LedgerEntry]:
        """The entries that overlap a span, in order."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self._entries) and self._entries[index].span.start < span.end:
            if self._entries[index].span.overlaps(span):
                yield self._entries[index]
            index += 1


def _uncovered(span: Span, runs: list[Span]) -> Span | None:
    """The first part of a span that no run (sorted) covers."""
    position = span.start
    for run in runs[max(bisect_right(runs, Span(span.start, span.start)) - 1, 0) :]:
        if run.start > position or position >= span.end:
            break
        position = max(position, run.end)
    following = min((run.start for run in runs if run.start > position), default=span.end)
    return Span(position, min(following, span.end)) if position < span.end else None


def _repeated(found: Iterable[str]) -> list[str]:
    return sorted(value for value, times in Counter(found).items() if times > 1)


def _known(archive: Archive) -> set[str]:
    return {source.id for source in archive.sources}


def _line(text: str, offset: int) -> int:
    return 1 + sum(1 for _ in _LINE_END.finditer(text, 0, offset))


def _in(archive: Archive, source: str, offset: int, zh: str, en: str) -> Fault:
    """A fault at an offset of a source."""
    document = next((d for d in archive.sources if d.id == source), None)
    if document is None:
        return _fault("seeds/sources", 0, zh, en)
    return _fault(f"seeds/sources/{document.file}", _line(document.text, offset), zh, en)


def _fault(file: str, line: int, zh: str, en: str) -> Fault:
    return Fault(file, line, zh, en, *_REPORT_IT)


def _missing(file: str, zh: str, en: str, identifier: str) -> Fault:
    return Fault(
        file, 0, f"没有名为 {identifier} 的{zh}", f"there is no {en} {identifier}",
        "请补上它，或改正引用它的地方", "Add it, or correct what refers to it",
    )  # fmt: skip
