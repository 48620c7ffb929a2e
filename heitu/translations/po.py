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
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.remarks import format_remarks, parse_remarks

_VALUE = r'(?:(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"\s*'
_LINE = re.compile(rf"\s*(?:(?:#~\|?|#\|)?\s*(?:{_VALUE})?|#(?![~|]).*)")
_BEFORE_OBSOLETE = re.compile(r"^#~\|[ \t]*", re.M)  # polib passes over this mark
_TIGHT_COMMENT = re.compile(r"^(\s*#[.,:]?)(?=[^\s.,:|~])", re.M)  # polib wants a blank there, gettext does not
_HEADER = re.compile(r'(?:#.*\n|\s)*msgid[ \t]+""[ \t]*\n(?![ \t]*")')
_NO_HEADER = 'msgid ""\nmsgstr ""\n\n'
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7})(?: |$)")  # what git leaves where two people changed a line
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
_OURS = ("Content-Type", "Content-Transfer-Encoding")  # a file that is written is UTF-8, whatever it was


class _Lines(str):
    """A text whose lines end with a line feed and nothing else, however polib asks for them."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        del keepends
        return self.split("\n")


def read_po(data: bytes, report: str, file: str) -> tuple[Catalog, tuple[Fault, ...]]:
    """The catalog in a file's bytes; what has a fault is left out, and every fault is returned."""
    text = _text(data, file)
    if isinstance(text, Fault):
        return Catalog(report), (text,)
    added = "" if _HEADER.match(text) else _NO_HEADER
    text = _TIGHT_COMMENT.sub(r"\1 ", _BEFORE_OBSOLETE.sub("#| ", text))
    before = added.count("\n")
    try:
        # The line feeds at the end let no text pass for the name of a file.
        parsed = polib.pofile(_Lines(f"{added}{text}\n\n"), wrapwidth=0)
    except (OSError, ValueError) as error:
        found = re.search(r"line (\d+)", str(error))
        return Catalog(report), (wording.broken(file, int(found[1]) - before if found else 0),)
    faults = tuple(_faults(parsed, file, before))
    bad = {fault.line for fault in faults}
    entries = tuple(entry for one in parsed if (entry := _entry(one, before)).line not in bad)
    return Catalog(report, entries, parsed.header, MappingProxyType(dict(parsed.metadata))), faults


def _text(data: bytes, file: str) -> str | Fault:
    """The text of a file with lines that polib can read, or the first thing that is wrong: what follows is read wrongly."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return wording.not_utf8(file, data.count(b"\n", 0, error.start) + 1)
    last = 0
    for number, line in enumerate(text.split("\n"), 1):
        if _CONFLICT.match(line):
            return wording.conflict(file, number)
        if not _LINE.fullmatch(line):
            return wording.broken(file, number)
        last = number if line.strip() else last
    if not last:
        return wording.empty(file)
    if re.match(r"\s*#(?!~)", text.split("\n")[last - 1]):
        return wording.comment_without_entry(file, last)  # polib drops it
    return text


def _entry(entry: polib.POEntry, before: int) -> Entry:
    """`before` is the number of lines that the parsed text has before those of the file."""
    return Entry(
        unit=entry.msgctxt or "",
        zh=entry.msgid,
        en=entry.msgstr.strip(),
        fuzzy=FUZZY in entry.flags,
        before=entry.previous_msgid or "",
        remarks=parse_remarks(entry.tcomment),
        obsolete=bool(entry.obsolete),
        flags=tuple(dict.fromkeys(flag for flag in entry.flags if flag not in (FUZZY, ""))),
        line=max(1, (entry.linenum or 0) - before),
    )


def _faults(parsed: polib.POFile, file: str, before: int) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for one in parsed:
        entry = _entry(one, before)
        if not entry.zh:
            yield wording.without_chinese(file, entry.line)
        elif one.msgid_plural or one.msgstr_plural:
            yield wording.with_plural(file, entry.line)
        elif entry.obsolete:
            continue
        elif not entry.unit:
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
    file.metadata = {**METADATA, **catalog.metadata, **{name: METADATA[name] for name in _OURS}}
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
