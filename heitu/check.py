"""The invariants of a finished archive, checked before the first byte is written.

What is found here is a fault of the program, or of hand-entered data that no stage could see alone. Each check is a
function in `CHECKS`; all of them run, and every fault names the line of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from types import MappingProxyType

from heitu.errors import Fault
from heitu.printed import Role, printed
from heitu.records import Archive, Category, Emendation, LedgerEntry, SourceDocument
from heitu.spans import Piece, Span, SpannedText

_LINE_END = re.compile(r"\r*\n|\r")
# What a file spells out and a piece renders: a character reference, a tag, white space.
_SPELLED_OUT = re.compile(r"[&<\s]")
# The ledger classes of a printed string by its role; a source without a title is called by its opening words.
_CATEGORIES: Mapping[Role, tuple[Category, ...]] = MappingProxyType(
    {
        "title": ("heading", "body"),
        "subtitle": ("heading", "body"),
        "kicker": ("heading",),
        "heading": ("heading",),
        "sentence": ("body",),
        "caption": ("caption",),
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at an offset of a source, or at a line of a file of `seeds/` (then `source` is that file)."""

    source: str
    offset: int
    zh: str
    en: str


def check(archive: Archive) -> tuple[Fault, ...]:
    """Every fault of the archive, none if it is sound."""
    sources = {source.id: source for source in archive.sources}
    found = dict.fromkeys(chain.from_iterable(run(archive) for run in CHECKS))
    return tuple(sorted(_fault(finding, sources.get(finding.source)) for finding in found))


def ids_are_unique(archive: Archive) -> Iterator[Finding]:
    """Sources, reports, themes and places; and inside a report everything that has an id."""
    for file, found in (
        ("seeds/sources", [source.id for source in archive.sources]),
        ("seeds/reports.yml", [report.id for report in archive.reports]),
        ("seeds/themes.yml", [theme.id for theme in archive.themes]),
        ("seeds/places.yml", [place.id for place in archive.places]),
    ):
        for twice in _repeated(found):
            yield Finding(file, 0, f"编号 {twice} 重复", f"the id {twice} is used twice")
    figures: dict[str, list[str]] = {}
    for figure in archive.figures:
        figures.setdefault(figure.report, []).append(figure.id)
    for report in archive.reports:
        units = [*(string.unit for string in printed(report)), *figures.get(report.id, ())]
        units += [*(section.id for section in report.sections), *(paragraph.id for paragraph in report.paragraphs)]
        for twice in _repeated(units):
            yield Finding(report.witnesses[0], 0, f"编号 {twice} 重复", f"the id {twice} is used twice")


def ledgers_tile_their_sources(archive: Archive) -> Iterator[Finding]:
    for source in archive.sources:
        entries = archive.ledgers.get(source.id, ())
        edges = [Span(0, 0), *(entry.span for entry in entries), Span(len(source.text), len(source.text))]
        for before, after in pairwise(edges):
            if before.end < after.start:
                words = _shown(source.text[before.end : after.start])
                yield Finding(source.id, before.end, f"逐字账漏了“{words}”", f"the ledger misses “{words}”")
            elif before.end > after.start:
                words = _shown(source.text[after.start : before.end])
                yield Finding(source.id, after.start, f"逐字账把“{words}”记了两次", f"the ledger has “{words}” twice")


def sources_are_used_once(archive: Archive) -> Iterator[Finding]:
    """Every source witnesses exactly one report, and whatever a report is printed from is a witness of it."""
    used = Counter(witness for report in archive.reports for witness in report.witnesses)
    known = {source.id for source in archive.sources}
    for source in sorted(known):
        if used[source] != 1:
            yield Finding(source, 0, f"该文件属于 {used[source]} 篇报告", f"the file belongs to {used[source]} reports")
    for report in archive.reports:
        needed = {*report.witnesses, *(string.source for string in printed(report) if string.text.provenance)}
        for source in sorted(needed - (known & set(report.witnesses))):
            yield Finding(
                report.witnesses[0],
                0,
                f"报告 {report.id} 引用了不属于它的文件 {source}",
                f"the report {report.id} refers to {source}, which is no source of it",
            )


def segments_tile_their_paragraphs(archive: Archive) -> Iterator[Finding]:
    for report in archive.reports:
        for paragraph in report.paragraphs:
            joined = SpannedText.join(segment.text for segment in paragraph.segments)
            if joined != SpannedText.of(paragraph.text.pieces):
                yield Finding(
                    report.witnesses[0],
                    paragraph.text.start,
                    f"{paragraph.id} 各句相接不等于该段",
                    f"the sentences of {paragraph.id} do not join to the paragraph",
                )


def text_reads_as_its_source(archive: Archive) -> Iterator[Finding]:
    """Verbatim pieces read as the file; any other is an applied emendation or stands for what the file spells out."""
    sources = {source.id: source for source in archive.sources}
    for report in archive.reports:
        corrected = [(e.source, span) for e in report.emendations if e.applied for span in e.spans]
        for string in printed(report):
            if string.source not in sources:
                continue
            spans = [span for source, span in corrected if source == string.source]
            for piece in string.text.pieces:
                if not _reads(sources[string.source], piece, spans):
                    yield Finding(
                        string.source,
                        piece.span.start,
                        f"{string.unit} 的“{_shown(piece.text)}”与文件不符，也没有校改说明",
                        f"{string.unit} has “{_shown(piece.text)}”, the file reads otherwise, and no emendation says so",
                    )


def _reads(source: SourceDocument, piece: Piece, corrected: Sequence[Span]) -> bool:
    raw = source.text[piece.span.start : piece.span.end]
    if piece.verbatim:
        return piece.text == raw
    if not raw:
        return True  # supplied
    return bool(_SPELLED_OUT.match(raw)) or any(span.contains(piece.span) for span in corrected)


def text_is_claimed_as_kept(archive: Archive) -> Iterator[Finding]:
    """Every run of a printed string stands in the ledger, in the class that such strings have."""
    ledgers = {source: (entries, [e.span.start for e in entries]) for source, entries in archive.ledgers.items()}
    for report in archive.reports:
        for string in printed(report):
            entries, starts = ledgers.get(string.source, ((), []))
            for span in string.text.provenance:
                for entry in _overlapping(entries, starts, span):
                    if entry.category not in _CATEGORIES[string.role]:
                        yield Finding(
                            string.source,
                            max(span.start, entry.span.start),
                            f"{string.unit} 印出的文字在逐字账中属 {entry.category}（{entry.rule}）",
                            f"{string.unit} prints what the ledger has as {entry.category} ({entry.rule})",
                        )


def _overlapping(entries: Sequence[LedgerEntry], starts: Sequence[int], span: Span) -> Iterator[LedgerEntry]:
    for index in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end)):
        if entries[index].span.overlaps(span):
            yield entries[index]


def kept_text_is_printed(archive: Archive) -> Iterator[Finding]:
    """Whatever the ledger of a base text keeps as body stands in its report: nothing is lost."""
    for report in archive.reports:
        base = report.witnesses[0]
        runs = [span for string in printed(report) if string.source == base for span in string.text.provenance]
        covered = _merged(runs)
        starts = [run.start for run in covered]
        for entry in archive.ledgers.get(base, ()):
            if entry.category != "body":
                continue
            before = bisect_right(starts, entry.span.start) - 1
            if before < 0 or not covered[before].contains(entry.span):
                yield Finding(
                    base,
                    entry.span.start,
                    f"第 {entry.span.start}–{entry.span.end} 个字符应当保留却没有全部印出",
                    f"characters {entry.span.start} to {entry.span.end} are kept but not all printed",
                )


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def references_exist(archive: Archive) -> Iterator[Finding]:
    """Themes and places that records name."""
    themes, places = {theme.id for theme in archive.themes}, {place.id for place in archive.places}
    named = [("seeds/themes.yml", theme.broader, themes) for theme in archive.themes]
    named += [("seeds/places.yml", place.parent, places) for place in archive.places]
    for report in archive.reports:
        named.append(("seeds/places.yml", report.region.value if report.region else None, places))
        scores = [*(s.themes for s in report.sections), *(p.themes for p in report.paragraphs)]
        named += [("seeds/themes.yml", score.theme, themes) for score in chain.from_iterable(scores)]
    for file, name, known in named:
        if name is not None and name not in known:
            yield Finding(file, 0, f"没有编号为 {name} 的条目", f"there is no entry {name}")


def emendations_are_applied_once(archive: Archive) -> Iterator[Finding]:
    """An applied correction is read exactly once where it says; any other emendation has changed nothing."""
    for report in archive.reports:
        strings = {string.unit: string.text for string in printed(report)}
        for emendation in report.emendations:
            text = strings.get(emendation.where)
            if text is None or not _is_applied(emendation, text):
                yield Finding(
                    emendation.source,
                    emendation.spans[0].start if emendation.spans else 0,
                    f"emendations.yml 第 {emendation.line} 行的校改没有在 {emendation.where} 如实应用一次",
                    f"the emendation of emendations.yml, line {emendation.line}, is not applied once in {emendation.where}",
                )


def _is_applied(emendation: Emendation, text: SpannedText) -> bool:
    if not emendation.applied:
        kept = [piece for piece in text.pieces if piece.text]
        return all(any(piece.span.overlaps(span) for piece in kept) for span in emendation.spans)
    first = emendation.spans[0] if emendation.spans else Span(0, 0)
    return sum(not p.verbatim and p.span == first and p.text == emendation.corr for p in text.pieces) == 1


def figures_stand_where_they_say(archive: Archive) -> Iterator[Finding]:
    """The offsets of a figure give what it prints, in a sentence of its paragraph."""
    bases = {report.id: report.witnesses[0] for report in archive.reports}
    paragraphs = {(report.id, p.id): p for report in archive.reports for p in report.paragraphs}
    for figure in archive.figures:
        paragraph = paragraphs.get((figure.report, figure.paragraph))
        if (
            paragraph is None
            or paragraph.text.text[figure.start : figure.end] != figure.raw
            or figure.segment not in {segment.id for segment in paragraph.segments}
        ):
            yield Finding(
                bases.get(figure.report, "seeds/sources"),
                figure.spans[0].start if figure.spans else 0,
                f"数字 {figure.id}“{figure.raw}”不在所说的位置",
                f"the figure {figure.id}, “{figure.raw}”, is not where it says",
            )


CHECKS: tuple[Callable[[Archive], Iterable[Finding]], ...] = (
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


def _shown(text: str) -> str:
    """The beginning of a text on one line."""
    return text[:20].replace("\r", "\\r").replace("\n", "\\n")


def _repeated(found: Iterable[str]) -> list[str]:
    return sorted(value for value, times in Counter(found).items() if times > 1)


def _fault(finding: Finding, source: SourceDocument | None) -> Fault:
    """A finding with its file and line, counted as editors count (CR, LF, CR LF)."""
    file = f"seeds/sources/{source.file}" if source else finding.source
    line = 1 + sum(1 for _ in _LINE_END.finditer(source.text, 0, finding.offset)) if source else 0
    return Fault(
        file,
        line,
        finding.zh,
        finding.en,
        "请核对所涉的条目；如无误，便是程序的缺陷，请把这一行和该文件发给维护者",
        "Check the entries concerned; if they are right, the program is wrong: send its maintainers this line and the file",
    )
