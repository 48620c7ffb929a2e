"""Translators' files keep all that stands in them, however a tool writes them; an update of any report loses no English."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from heitu import ids
from heitu.printed import Translatable
from heitu.translation import Acceptance
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.matching import left_over, match
from heitu.translations.po import METADATA, read_po, write_po
from heitu.translations.remarks import Remarks, Review
from heitu.translations.update import brought_up

FILE = "seeds/translations/county.po"
NASTY = [
    '"',
    "\\",
    "\n",
    "\t",
    "#",
    "msgid",
    "“”",
    "‘’",
    "\u2028",
    "\x85",
    "\x1c",
    "\xa0",
    "%s",
    "#~ ",
    "\\n",
    "万亩",
    "\ufeff",
]

lines = st.lists(st.sampled_from([*NASTY, "守", "黑土地", "2,502", " ", "。", "The", "land"]), min_size=1, max_size=12)
texts = lines.map("".join).filter(lambda text: text == text.strip() and text != "")
one_line = st.lists(st.sampled_from(["Of", "boxing", "“image”", "a:b", "打", '"', "\\"]), min_size=1, max_size=5).map(
    " ".join
)
names = st.builds(
    lambda s, p, n: ids.sentence(ids.paragraph(s, p), n), st.integers(0, 9), st.integers(1, 9), st.integers(1, 9)
) | st.sampled_from(["title", "s1-h", "s2-k", "c1", "author1"])
reviews = st.builds(Review, st.sampled_from(["LW", "王"]), st.just("2026-11-30"), st.sampled_from(["", "0123abcd"]))
remarks = st.builds(
    Remarks,
    note=st.lists(one_line, max_size=2).map("\n".join),
    joined=st.sampled_from(["", "", "s1-p2.3"]),
    review=st.none() | reviews,
    accepted=st.lists(st.builds(Acceptance, st.sampled_from(["numbers", "terms"]), one_line), max_size=2).map(tuple),
)
entries = st.builds(
    Entry,
    unit=names,
    zh=texts,
    en=texts | st.just(""),
    fuzzy=st.booleans(),
    before=texts | st.just(""),
    remarks=remarks,
    obsolete=st.booleans(),
    flags=st.lists(st.sampled_from(["no-wrap", "c-format", "markdown-text"]), unique=True, max_size=2).map(tuple),
)
catalogs = st.builds(
    Catalog,
    st.just("county"),
    st.lists(entries, max_size=6, unique_by=lambda entry: entry.unit).map(
        lambda found: tuple(sorted(found, key=lambda entry: entry.obsolete))
    ),
    header=st.lists(one_line, min_size=1, max_size=3).map("\n".join),
    metadata=st.dictionaries(st.sampled_from(["X-Generator", "Last-Translator", "X-Poedit-Basepath"]), one_line).map(
        lambda extra: MappingProxyType({**METADATA, **extra})
    ),
)


def written(catalog: Catalog) -> bytes:
    return write_po(catalog, lambda entry: f"节 Section: {entry.unit}", lambda unit: f"reports/county.html#{unit}")


def read(data: bytes) -> Catalog:
    catalog, faults = read_po(data, "county", FILE)
    assert not faults
    return replace(catalog, entries=tuple(replace(entry, line=0) for entry in catalog.entries))


def same(one: Catalog, other: Catalog) -> None:
    assert one.entries == other.entries
    assert one.header == other.header
    assert dict(one.metadata) == dict(other.metadata)


@given(catalog=catalogs)
def test_what_is_written_is_read_again(catalog: Catalog) -> None:
    same(read(written(catalog)), catalog)


@given(catalog=catalogs)
def test_writing_what_was_read_changes_no_byte(catalog: Catalog) -> None:
    assert written(read(written(catalog))) == written(catalog)


@given(catalog=catalogs, end=st.sampled_from(["\n", "\r\n"]), mark=st.sampled_from(["", "\ufeff"]))
def test_line_ends_and_a_byte_order_mark_do_not_matter(catalog: Catalog, end: str, mark: str) -> None:
    same(read((mark + written(catalog).decode().replace("\n", end)).encode()), catalog)


@given(catalog=catalogs, width=st.integers(20, 80))
def test_wrapping_does_not_matter(catalog: Catalog, width: int) -> None:
    same(read(wrapped(written(catalog).decode(), width).encode()), catalog)


def wrapped(text: str, width: int) -> str:
    """A file as gettext's tools and Weblate wrap it: a long value goes below an empty one, cut at any place."""
    result = []
    for line in text.split("\n"):
        head, quote, value = line.partition('"')
        marks = (
            head.removesuffix(head.lstrip("#~| ")) if quote and not head.startswith(("# ", "#.", "#:", "#,")) else None
        )
        if marks is None or len(line) <= width or not head.strip("#~| "):
            result.append(line)
            continue
        result.append(f'{head}""')
        result += [f'{marks}"{part}"' for part in cut(value[:-1], width)]
    return "\n".join(result)


def cut(value: str, width: int) -> list[str]:
    """The parts of an escaped value, no escape torn apart."""
    parts = [""]
    for mark in re.findall(r"\\.|[^\\]", value, re.DOTALL):
        if len(parts[-1]) + len(mark) > width - 2:
            parts.append("")
        parts[-1] += mark
    return parts


# Updates: a report is edited in any way, and nothing that a person wrote is lost.

SENTENCES = [
    "全县推广保护性耕作12.5万亩,比上年增长7.2%。",
    "全县推广保护性耕作13.5万亩,比上年增长7.2%。",
    "纳入监测对象1237户2502人。",
    "今年,新建污水厂3座,日处理能力约2万吨。",
    "守好黑土地。",
    "守好黑土地——",
    "县委书记在田间。",
    "李明",
    "王明",
]
reports = st.lists(st.sampled_from(SENTENCES), max_size=8)


def units_of(sentences: list[str]) -> tuple[Translatable, ...]:
    return tuple(Translatable(f"s1-p1.{n}", "sentence", zh) for n, zh in enumerate(sentences, start=1))


def translated(sentences: list[str], data: st.DataObject) -> Catalog:
    """A catalog of a report in which every second or so has English, all different."""
    made = []
    for n, unit in enumerate(units_of(sentences)):
        kind = data.draw(st.sampled_from(["english", "english", "joined", "note", "none"]))
        joined = f"s1-p1.{data.draw(st.integers(1, max(1, len(sentences))))}" if kind == "joined" else ""
        note = f"note {n}" if kind == "note" else ""
        english = f"English {n}" if kind == "english" else ""
        made.append(Entry(unit.unit, unit.zh, english, remarks=Remarks(note, joined), line=n + 1))
    return Catalog("county", tuple(made))


def said(catalog: Catalog) -> Counter[str]:
    """All that people wrote: English, notes, and how many units are joined."""
    found = Counter(entry.en for entry in catalog.entries if entry.en)
    found.update(entry.remarks.note for entry in catalog.entries if entry.remarks.note)
    found.update("joined" for entry in catalog.entries if entry.remarks.joined)
    return found


@settings(max_examples=300)
@given(first=reports, versions=st.lists(reports, min_size=1, max_size=4), data=st.data())
def test_no_english_is_lost_whatever_becomes_of_the_report(
    first: list[str], versions: list[list[str]], data: st.DataObject
) -> None:
    catalog = translated(first, data)
    before = said(catalog)
    for sentences in (*versions, first):
        units = units_of(sentences)
        catalog = brought_up(units, catalog)
        assert said(catalog) == before
        assert brought_up(units, catalog) == catalog
        live = [entry for entry in catalog.entries if not entry.obsolete]
        assert [(entry.unit, entry.zh) for entry in live] == [(unit.unit, unit.zh) for unit in units]
        for entry in catalog.entries:
            assert entry.fuzzy or not entry.before
            assert not entry.en or entry.fuzzy or entry.zh in SENTENCES


@given(sentences=reports, at=st.integers(0, 7), data=st.data())
def test_an_edit_of_one_sentence_makes_that_one_stale_and_no_other(
    sentences: list[str], at: int, data: st.DataObject
) -> None:
    sentences = list(dict.fromkeys(sentences))
    if at >= len(sentences):
        return
    catalog = replace(translated(sentences, data))
    entries = tuple(replace(entry, en=f"English {entry.unit}", remarks=Remarks()) for entry in catalog.entries)
    edited = [*sentences]
    edited[at] = edited[at][:1] + "甲" + edited[at][1:] if len(edited[at]) > 2 else edited[at] + "甲"
    found = match(units_of(edited), entries)
    assert [one.entry.fuzzy for one in found] == [n == at for n in range(len(sentences))]
    assert found[at].entry.before == sentences[at]
    assert [one.entry.en for one in found] == [entry.en for entry in entries]
    assert left_over(units_of(edited), entries) == ()
