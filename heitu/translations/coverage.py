"""How far the translations have come, in words: a table of reports, and the units that are left to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from heitu.language import Bilingual, Language
from heitu.translation import LEFT, Coverage, Left, TranslationUnit
from heitu.translations.contribute import Signed
from heitu.translations.update import Changes

Units = Mapping[str, Sequence[TranslationUnit]]
"""Report id -> its units in order."""
_SHOWN = 10
_EXCERPT = 40
_COLUMNS = (
    Bilingual("报道", "report"),
    Bilingual("条数", "units"),
    Bilingual("已译", "translated"),
    Bilingual("已审", "reviewed"),
    Bilingual("待更新", "stale"),
    Bilingual("未译", "missing"),
    Bilingual("完成", "done"),
)
_LEFT = {
    "missing": Bilingual("未译", "missing"),
    "stale": Bilingual("待更新", "stale"),
    "unreviewed": Bilingual("未审", "not reviewed"),
}


def overview(reports: Units, language: Language) -> str:
    """The table, then what is missing or stale, the first of each, and how much is not reviewed."""
    every = [unit for units in reports.values() for unit in units]
    rows = [tuple(column[language] for column in _COLUMNS)]
    rows += [_row(name, units) for name, units in reports.items()]
    if len(reports) > 1:
        rows.append(_row(Bilingual("合计", "total")[language], every))
    lines = list(_aligned(rows))
    for which in LEFT:
        found = [unit for unit in every if is_left(unit, which)]
        if found:
            lines.append(f"{_LEFT[which][language]}: {len(found)}")
        if which != "unreviewed":
            lines += [f"  {line(unit, _EXCERPT)}" for unit in found[:_SHOWN]]
        if len(found) > (0 if which == "unreviewed" else _SHOWN):
            lines.append(f"  … python build_site.py translations --list {which}")
    return "\n".join(lines)


def listed(reports: Units, which: Left, language: Language) -> str:
    """Every unit of which something is left to do, one a line."""
    found = [line(unit) for units in reports.values() for unit in units if is_left(unit, which)]
    return "\n".join(found) or Bilingual("没有", "none")[language]


def behind(reports: Units, language: Language) -> str:
    """A line for each report with units that are missing or stale, "" where none is."""
    lines = []
    for name, units in reports.items():
        done = Coverage.of(tuple(unit.state for unit in units))
        if done.missing or done.stale:
            counts = Bilingual(
                f"{name}: {done.units} 条中未译 {done.missing}，待更新 {done.stale}",
                f"{name}: {done.missing} of {done.units} units missing, {done.stale} stale",
            )
            lines.append(counts[language])
    return "\n".join(lines)


def up_to_date(language: Language) -> str:
    return Bilingual("译文文件不用改动", "the files stand as they should")[language]


def is_left(unit: TranslationUnit, which: Left) -> bool:
    """Whether a unit is missing or stale, or translated but reviewed by nobody."""
    return unit.state == ("translated" if which == "unreviewed" else which)


def line(unit: TranslationUnit, longest: int = 0) -> str:
    """A unit on a line: where it is entered, its id, its Chinese, cut where it is longer than `longest`, if that is given."""
    zh = " ".join(unit.source.split())
    zh = f"{zh[:longest]}…" if 0 < longest < len(zh) else zh
    return f"{unit.file}:{unit.line} {unit.id} {zh}" if unit.line else f"{unit.file} {unit.id} {zh}"


def told(file: str, made: Changes, language: Language) -> str:
    """What an update did to a file."""
    counts = (
        (made.fresh, Bilingual("新增", "new")),
        (made.stale, Bilingual("待更新", "stale")),
        (made.moved, Bilingual("移位", "moved")),
        (made.revived, Bilingual("恢复", "revived")),
        (made.obsolete, Bilingual("作废留存", "obsolete")),
    )
    some = [f"{word.zh} {n}" if language == "zh" else f"{n} {word.en}" for n, word in counts if n]
    return f"{file}: {', '.join(some) or Bilingual('重新排列', 'written anew')[language]}"


def told_signed(file: str, by: str, made: Signed, language: Language) -> str:
    """What a review came to."""
    lines = [f"{file}: {by}: {', '.join(made.fresh) or '–'}"]
    for units, word in (
        (made.before, Bilingual("以前已审校，不变", "reviewed before, left as it is")),
        (made.unready, Bilingual("未译或待更新，未算审校", "missing or stale, not reviewed")),
    ):
        if units:
            lines.append(f"  {word[language]} ({len(units)}): {', '.join(units)}")
    return "\n".join(lines)


def _row(name: str, units: Sequence[TranslationUnit]) -> tuple[str, ...]:
    coverage = Coverage.of(tuple(unit.state for unit in units))
    numbers = (coverage.units, coverage.translated, coverage.reviewed, coverage.stale, coverage.missing)
    return (name, *map(str, numbers), f"{coverage.percent}%")


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines, the first column to the left, numbers to the right; Han characters take two places.

    >>> list(_aligned([("报道", "已译"), ("abcdef", "7")]))
    ['报道    已译', 'abcdef     7']
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [" " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        first, *others = zip(row, cells, strict=True)
        yield "  ".join([f"{first[0]}{first[1]}", *(f"{blanks}{cell}" for cell, blanks in others)])


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
