"""Explain, for people, what was recognised in a source and why: each decision with its line and rule, each section with
its theme and the words that decided it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from heitu.language import Language
from heitu.records import Archive, LedgerEntry, Report, Section, SourceDocument, Stated, ThemeScore

_EXCERPT = 36
_FIELDS = {
    "genre": ("体裁", "genre"),
    "date": ("日期", "date"),
    "period": ("反映年度", "period covered"),
    "region": ("地区", "place"),
    "publisher": ("来源", "publisher"),
    "republisher": ("转载", "republisher"),
}
_BASIS = {"stated": ("原文载明", "stated"), "inferred": ("推断", "inferred"), "supplied": ("人工补充", "supplied")}
_CATEGORIES = {
    "metadata": ("信息", "metadata"),
    "heading": ("标题", "heading"),
    "body": ("正文", "body"),
    "caption": ("图片说明", "caption"),
    "boilerplate": ("页面文字", "page text"),
    "duplicate": ("重复", "duplicate"),
    "layout": ("版式", "layout"),
}


def find_source(archive: Archive, name: str) -> SourceDocument | None:
    """A source by its id, file name or path, or the base source of a report by the report's id."""
    bases = {report.id: report.witnesses[0] for report in archive.reports}
    wanted = bases.get(name, name.replace("\\", "/").rsplit("/", 1)[-1])
    return next((s for s in archive.sources if wanted in (s.id, s.file)), None)


def explain(archive: Archive, source: SourceDocument, language: Language) -> str:
    """The whole account of one source, as text."""
    report = next(report for report in archive.reports if source.id in report.witnesses)
    parts = (
        _opening(source, report, language),
        _facts(report, language),
        _decisions(archive, source, language),
        _emendations(archive, report, source, language),
        _sections(archive, report, language),
    )
    return "\n".join(line for part in parts for line in part)


def _pick(language: Language, zh: str, en: str) -> str:
    return zh if language == "zh" else en


def _opening(source: SourceDocument, report: Report, language: Language) -> Iterator[str]:
    yield f"{source.file} ({source.id})"
    basis = _pick(
        language,
        f"编码 {source.encoding}（{source.encoding_basis}）",
        f"encoding {source.encoding} ({source.encoding_basis})",
    )
    yield f"  {len(source.data)} bytes, {len(source.text)} characters, {basis}, SHA-256 {source.sha256}"
    yield _pick(language, f"  属于报道 {report.id}：{report.title}", f"  belongs to report {report.id}: {report.title}")
    others = [witness for witness in report.witnesses if witness != source.id]
    if others:
        yield _pick(
            language,
            f"  同一文本的其他材料：{'、'.join(others)}",
            f"  other witnesses of the text: {', '.join(others)}",
        )


def _facts(report: Report, language: Language) -> Iterator[str]:
    yield ""
    yield _pick(language, "识别的信息", "Facts")
    for field, names in _FIELDS.items():
        fact: Stated | None = getattr(report, field)
        label = _pick(language, *names)
        if fact is None:
            yield f"  {label}: {_pick(language, '不详', 'unknown')}"
        else:
            yield f"  {label}: {fact.value}  [{_pick(language, *_BASIS[fact.basis])}] {fact.evidence}"
    for name, people in ((("作者", "authors"), report.authors), (("编辑", "editors"), report.editors)):
        if people:
            yield f"  {_pick(language, *name)}: {'、'.join(person.value for person in people)}  {people[0].evidence}"
    for caption in report.captions:
        yield f"  {_pick(language, '图片说明', 'caption')} {caption.id}: {caption.text}"


def _decisions(archive: Archive, source: SourceDocument, language: Language) -> Iterator[str]:
    yield ""
    yield _pick(language, "逐处处理（行号 类别 规则 文字）", "Decisions (line, class, rule, text)")
    starts = [0] + [i + 1 for i, character in enumerate(source.text) if character == "\n"]
    entries = (e for e in _joined(archive.ledgers[source.id]) if e.category != "body")
    for markup, group in groupby(entries, lambda e: e.category == "layout" and e.rule.startswith("html.")):
        run = list(group)
        lines = [bisect_right(starts, entry.span.start) for entry in run]
        if markup and len(run) > 1:
            counts = ", ".join(f"{rule} ×{n}" for rule, n in Counter(entry.rule for entry in run).items())
            yield f"  {lines[0]:>5}–{lines[-1]}  {_pick(language, *_CATEGORIES['layout'])}  {counts}"
        else:
            yield from (
                _decision(archive, source, entry, line, language) for entry, line in zip(run, lines, strict=True)
            )


def _decision(archive: Archive, source: SourceDocument, entry: LedgerEntry, line: int, language: Language) -> str:
    text = source.text[entry.span.start : entry.span.end]
    rule = archive.rules.get(entry.rule)
    why = f"（{rule.zh}）" if rule and language == "zh" else f" ({rule.en})" if rule else ""
    excerpt = " ".join(text.split()) or repr(text)
    excerpt = excerpt if len(excerpt) <= _EXCERPT else f"{excerpt[:_EXCERPT]}… [{len(text)}]"
    return f"  {line:>5}  {_pick(language, *_CATEGORIES[entry.category])}  {entry.rule}{why}  {excerpt}"


def _joined(ledger: tuple[LedgerEntry, ...]) -> Iterator[LedgerEntry]:
    """Entries of the same rule that only blanks part are told once."""
    last: LedgerEntry | None = None
    for entry in ledger:
        if entry.rule == "layout.blank":
            continue
        if (
            last
            and entry.rule == last.rule
            and entry.category in ("body", "duplicate")
            and entry.span.start - last.span.end < 3
        ):
            last = LedgerEntry(type(entry.span)(last.span.start, entry.span.end), last.category, last.role, last.rule)
            continue
        if last:
            yield last
        last = entry
    if last:
        yield last


def _emendations(archive: Archive, report: Report, source: SourceDocument, language: Language) -> Iterator[str]:
    mine = [e for e in report.emendations if e.source == source.id]
    if mine:
        yield ""
        yield _pick(language, "校改与存疑（识别文本作）", "Emendations (the file reads)")
    for e in mine:
        arrow = f" → {e.corr}" if e.corr else _pick(language, " → （删）", " → (deleted)") if e.corr == "" else ""
        state = "" if e.applied else _pick(language, "（未改）", " (left as it reads)")
        yield f"  {e.where}  {e.kind}/{e.cert}  {e.sic}{arrow}{state}  {e.note[language]}"


def _sections(archive: Archive, report: Report, language: Language) -> Iterator[str]:
    yield ""
    yield _pick(language, "各节与主题", "Sections and themes")
    labels = {theme.id: theme.label[language] for theme in archive.themes}
    for section in report.sections:
        yield f"  {section.id}  {_heading(section, language)}  ({len(section.paragraphs)} ¶)"
        for score in section.themes:
            yield f"      {_score(score, labels)}"
        for paragraph in section.paragraphs:
            for score in paragraph.themes:
                yield f"      {paragraph.id}: {_score(score, labels)}"


def _heading(section: Section, language: Language) -> str:
    return section.heading or _pick(language, f"〔{section.kind}，无小标题〕", f"[{section.kind}, no heading]")


def _score(score: ThemeScore, labels: dict[str, str]) -> str:
    mark = " *" if score.basis == "override" else ""
    return f"{labels[score.theme]} {score.score:.3f}{mark}  {' '.join(score.evidence)}"
