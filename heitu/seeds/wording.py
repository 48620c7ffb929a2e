"""The sentences of the faults that only the seeds can have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heitu.forms import Message, instead_of, nearest, shown


def probably_named(found: str, known: str) -> Message:
    return Message(
        f"程序不读名为“{shown(found)}”的文件",
        f"nothing reads a file named “{shown(found)}”",
        f"如果想写的是“{known}”，请改名",
        f"Rename it if “{known}” was meant",
    )


def duplicate(key: str, value: str, first: int) -> Message:
    return Message(
        f"{key}“{shown(value)}”重复，第 {first} 行已经用了",
        f"the {key} “{shown(value)}” stands twice; the first is on line {first}",
        "换一个，或把两条合成一条",
        "Change one, or make one entry of both",
    )


def unknown_theme(theme: str, known: Iterable[str]) -> Message:
    return Message(f"没有“{shown(theme)}”这个主题", f"there is no theme “{shown(theme)}”", *instead_of(theme, sorted(known)))


def unknown_place(place: str, known: Iterable[str]) -> Message:
    return Message(
        f"没有“{shown(place)}”这个地方",
        f"there is no place “{shown(place)}”",
        *(_add_or("seeds/places.yml", place, known)),
    )


def _add_or(file: str, value: str, known: Iterable[str]) -> tuple[str, str]:
    if near := nearest(value, known):
        return f"是否想写“{near}”？否则先在 {file} 里加上", f"Did you mean “{near}”? If not, add it to {file} first"
    return f"改用 {file} 里有的 id，或先在那里加上", f"Use an id from {file}, or add it there first"


def circle(chain: Sequence[str], key: str) -> Message:
    path = " → ".join(chain)
    return Message(
        f"“{key}”绕成了圈：{path}", f"“{key}” goes round in a circle: {path}", "去掉其中一个", "Take one of them away"
    )


def sic_not_once(sic: str, exact: str, count: int) -> Message:
    found = ("一次也没有", "is not there") if count == 0 else (f"有 {count} 次", f"is there {count} times")
    return Message(
        f"sic 应当在 exact 里正好一次，“{shown(sic)}”在“{shown(exact)}”里{found[0]}",
        f"sic must stand in exact once, but in “{shown(exact)}” the text “{shown(sic)}” {found[1]}",
        "照 exact 的原样写 sic，或把 exact、sic 取长一些",
        "Copy sic from exact as it reads, or make exact and sic longer",
    )


def correction_without_corr() -> Message:
    return Message(
        "改正（correction）缺少“corr”",
        "a correction needs “corr”",
        '写上改后的文字，若是删去，写 corr: ""',
        'Write what it should read, or corr: "" to delete it',
    )


def corr_changes_nothing() -> Message:
    return Message(
        "“corr”与“sic”相同，什么也没有改",
        "“corr” is the same as “sic” and changes nothing",
        "写上改后的文字，或删去这一条",
        "Write what it should read, or delete the entry",
    )


def gap_with_corr() -> Message:
    return Message(
        "缺文（gap）不能有“corr”",
        "a gap has no “corr”",
        "删去 corr，或改为 kind: doubt",
        "Delete corr, or make it kind: doubt",
    )


def entered_twice(first: int) -> Message:
    return Message(
        f"同一处第 {first} 行已经写过",
        f"the same place was entered on line {first} already",
        "只留一条",
        "Keep one of them",
    )


def unknown_source(source: str, known: Iterable[str]) -> Message:
    near = nearest(source, known)
    hint = (f"是否想写“{near}”？", f"Did you mean “{near}”? ") if near else ("", "")
    return Message(
        f"seeds/sources/ 里没有“{shown(source)}”这份材料",
        f"there is no source “{shown(source)}” in seeds/sources/",
        f"{hint[0]}id 就是文件名去掉扩展名，用小写",
        f"{hint[1]}The id is the file's name without its extension, in lower case",
    )


def unknown_unit(unit: str, source: str, known: Iterable[str]) -> Message:
    near = nearest(unit, known)
    hint = (f"是否想写“{near}”？", f"Did you mean “{near}”? ") if near else ("", "")
    return Message(
        f"“{source}”里没有“{shown(unit)}”这一节或这一段",
        f"“{source}” has no section or paragraph “{shown(unit)}”",
        f"{hint[0]}编号见报道页段落旁的链接",
        f"{hint[1]}The links beside its paragraphs show the ids",
    )


def id_of_a_source(identifier: str) -> Message:
    return Message(
        f"id“{identifier}”已是另一份材料的 id",
        f"the id “{identifier}” is that of another source",
        "给这份报告换一个 id",
        "Give the report another id",
    )
