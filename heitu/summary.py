"""The short summary that a build ends with."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from heitu.language import Language
from heitu.records import Archive
from heitu.translation import Coverage

_SHOWN = 10


def summary(archive: Archive, seconds: float, site: Path, copy: Path, language: Language) -> str:
    """What the archive holds, what was corrected or set aside, what to look at, and where the site and its offline `copy` are."""
    reports = archive.reports
    sections = sum(len(report.sections) for report in reports)
    paragraphs = sum(len(report.paragraphs) for report in reports)
    emendations = [emendation for report in reports for emendation in report.emendations]
    corrected = sum(emendation.applied for emendation in emendations)
    kinds = Counter(emendation.kind for emendation in emendations if not emendation.applied)
    flagged, gaps = kinds["doubt"] + kinds["correction"], kinds["gap"]
    characters = sum(len(source.text) for source in archive.sources)
    aside: Counter[str] = Counter()
    for ledger in archive.ledgers.values():
        for entry in ledger:
            aside[entry.category] += len(entry.span)
    notices = "".join(f"\n  ! {notice.message(language)}" for notice in archive.notices[:_SHOWN])
    if len(archive.notices) > _SHOWN:
        notices += "\n  … python build_site.py check"
    english = Coverage.of(tuple(unit.state for unit in archive.translations.values()))
    page = site / "index.html"
    if language == "zh":
        return (
            f"{len(archive.sources)} 份材料，{len(reports)} 篇报道："
            f"{sections} 节，{paragraphs} 段，{len(archive.figures)} 个数字\n"
            f"  校改 {corrected} 处，存疑 {flagged} 处，缺文 {gaps} 处\n"
            f"  共 {characters} 字符；移出页面文字 {aside['boilerplate']}，重复 {aside['duplicate']}，"
            f"版式与空白 {aside['layout']}，信息行 {aside['metadata']}\n"
            f"  英译 {english.units} 条中已译 {english.translated}，已审 {english.reviewed}，待更新 {english.stale}\n"
            f"  提醒 {len(archive.notices)} 条{notices}\n"
            f"  用时 {seconds:.1f} 秒\n"
            f"用浏览器打开 {page}\n"
            f"离线包 {copy}"
        )
    return (
        f"{len(archive.sources)} sources, {len(reports)} reports: {sections} sections, {paragraphs} paragraphs, "
        f"{len(archive.figures)} figures\n"
        f"  {corrected} readings corrected, {flagged} flagged as doubtful, {gaps} marked as lost text\n"
        f"  {characters} characters in all; set aside: page text {aside['boilerplate']}, repeats {aside['duplicate']}, "
        f"layout and blanks {aside['layout']}, lines of facts {aside['metadata']}\n"
        f"  English: {english.translated} of {english.units} units translated, {english.reviewed} reviewed, "
        f"{english.stale} to be updated\n"
        f"  warnings: {len(archive.notices)}{notices}\n"
        f"  {seconds:.1f} seconds\n"
        f"Open {page} in a browser\n"
        f"Offline copy: {copy}"
    )
