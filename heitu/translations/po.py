"""gettext PO files, as Poedit, Weblate and msgmerge write them, to catalogs and back (GNU gettext manual, PO Files).

The order of a comment's lines, headers and flags that we do not know, obsolete entries and the Chinese of before (`#|`)
are kept. Lines are not wrapped: a sentence is a line, so that a difference shows by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from types import MappingProxyType

import polib

from heitu.errors import Fault
from heitu.translations import wording
from heitu.translations.catalog import Catalog, Entry, format_remarks, parse_remarks

_LINE = re.compile(r'\s*(?:#.*|(?:(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"\s*)?')
_BEFORE_OBSOLETE = re.compile(r"^#~\| ?", re.M)  # polib passes over this mark
FUZZY = "fuzzy"
HEADER = """\
这份文件由程序生成和更新；译者用 Poedit、Weblate 或文本编辑器填写 msgstr。编号（msgctxt）不要改。
译者注释（Notes）里：一般的话是译注，网页上会显示；“joined: s1-p2.3”表示这一句的意思并入了那一句的译文；
“accept numbers: 理由”表示核对过、不算差错；“reviewed: LW 2026-11-30”表示某人某日审校过。
The program makes this file and keeps it up to date; translators fill in msgstr. Leave the ids (msgctxt) as they are.
In a translator's comment, free words are a note that readers see; “joined: s1-p2.3” says that the sense stands in that
sentence's English, “accept numbers: reason” that a finding was looked at and stands, “reviewed: LW 2026-11-30” who
looked the unit over, and when."""
METADATA = MappingProxyType(
    {
        "Project-Id-Version": "heitu",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": "zh-Hans",
    }
)


def read_po(data: bytes, report: str, file: str) -> tuple[Catalog, tuple[Fault, ...]]:
    """The catalog in a file's bytes; what has a fault is left out, and every fault is returned."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Catalog(report), (wording.not_utf8(file, line),)
    broken = tuple(wording.broken(file, n) for n, line in enumerate(text.split("\n"), 1) if not _LINE.fullmatch(line))
    if broken:
        return Catalog(report), broken[:1]  # what follows is read wrongly
    try:
        # The text must not pass for the name of a file.
        parsed = polib.pofile(_BEFORE_OBSOLETE.sub("#| ", text) + "\n\n", wrapwidth=0)
    except (OSError, ValueError) as error:
        found = re.search(r"line (\d+)", str(error))
        return Catalog(report), (wording.broken(file, int(found[1]) if found else 0),)
    entries = tuple(_entry(entry) for entry in parsed if entry.msgid)
    faults = tuple(_faults(entries, file))
    bad = {fault.line for fault in faults}
    good = tuple(entry for entry in entries if entry.line not in bad)
    return Catalog(report, good, parsed.header, MappingProxyType(dict(parsed.metadata))), faults


def _entry(entry: polib.POEntry) -> Entry:
    return Entry(
        unit=entry.msgctxt or "",
        zh=entry.msgid,
        en=entry.msgstr.strip(),
        fuzzy=FUZZY in entry.flags,
        before=entry.previous_msgid or "",
        remarks=parse_remarks(entry.tcomment),
        obsolete=bool(entry.obsolete),
        flags=tuple(flag for flag in entry.flags if flag != FUZZY),
        line=entry.linenum or 0,
    )


def _faults(entries: tuple[Entry, ...], file: str) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for entry in entries:
        if entry.obsolete:
            continue
        if not entry.unit:
            yield wording.without_id(file, entry.line)
        elif entry.unit in first:
            yield wording.stands_twice(file, entry.line, entry.unit, first[entry.unit])
        first.setdefault(entry.unit, entry.line)
        for comment in entry.remarks.wrong:
            yield wording.not_understood(file, entry.line, comment)


def write_po(catalog: Catalog, describe: Callable[[Entry], str], reference: Callable[[str], str]) -> bytes:
    """The file of a catalog. `describe` gives an entry's extracted comments, `reference` the page that a unit stands on."""
    file = polib.POFile(wrapwidth=0)
    file.header = catalog.header or HEADER
    file.metadata = {**METADATA, **catalog.metadata}
    for entry in catalog.entries:
        file.append(
            polib.POEntry(
                msgctxt=entry.unit or None,
                msgid=entry.zh,
                msgstr=entry.en,
                comment="" if entry.obsolete else describe(entry),
                tcomment=format_remarks(entry.remarks),
                occurrences=[] if entry.obsolete else [(reference(entry.unit), "")],
                flags=[*([FUZZY] if entry.fuzzy else []), *entry.flags],
                previous_msgid=entry.before or None,
                obsolete=entry.obsolete,
            )
        )
    return (str(file).rstrip("\n") + "\n").encode()
