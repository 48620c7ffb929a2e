"""The sentences of the faults that any YAML file can have, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz, process

_LONGEST = 48


class Message(NamedTuple):
    """What is wrong, and what to do about it: whole sentences without their full stop, as `errors.Fault` wants them."""

    what_zh: str
    what_en: str
    do_zh: str
    do_en: str


def shown(value: str) -> str:
    """A value as it may stand in a message: on one line, without control characters, not too long.

    >>> shown("a" * 60)[-1], shown("one\\n  two\\x1b[1m")
    ('…', 'one two [1m')
    """
    line = " ".join("".join(c if c.isprintable() else " " for c in value).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def nearest(value: str, candidates: Iterable[str], cutoff: int = 60) -> str | None:
    """The candidate that was probably meant; None when none is as near as `cutoff` (0 to 100).

    >>> nearest("lable", ["label", "scope"]), nearest("x", ["label"])
    ('label', None)
    """
    found = process.extractOne(value, sorted(candidates), scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else None


def instead_of(value: str, allowed: Iterable[str]) -> tuple[str, str]:
    """What to write instead of `value`, in both languages: the nearest one, and all that are allowed."""
    allowed = list(allowed)
    near = nearest(value, allowed)
    zh, en = "、".join(allowed), ", ".join(allowed)
    if not allowed:
        return "目前没有可写的值，请先补上", "Nothing is allowed here yet; add it first"
    if near:
        return f"是否想写“{near}”？可写的有：{zh}", f"Did you mean “{near}”? Allowed are: {en}"
    return f"可写的有：{zh}", f"Write one of these: {en}"


def unreadable(reason: str) -> Message:
    return Message(
        f"文件无法读取（{shown(reason)}）",
        f"the file cannot be read ({shown(reason)})",
        "请检查文件是否存在、是否有权限打开",
        "Check that it is a file and that you may open it",
    )


def absent() -> Message:
    return Message(
        "缺少这个文件",
        "this file is missing",
        "请补上，网站离不开它",
        "Put it back: the site cannot be built without it",
    )


def undecodable(offset: int, byte: int, gb18030: bool) -> Message:
    looks = ("，看来是 GB18030（GBK）编码", "; it looks like GB18030 (GBK)") if gb18030 else ("", "")
    return Message(
        f"第 {offset} 字节（0x{byte:02X}）不是 UTF-8{looks[0]}",
        f"byte {offset} (0x{byte:02X}) is not UTF-8{looks[1]}",
        "请用编辑器把文件另存为 UTF-8",
        "Save the file as UTF-8 in your editor",
    )


def unprintable(character: str) -> Message:
    code = f"U+{ord(character):04X}"
    return Message(
        f"文中有控制字符 {code}",
        f"there is a control character, {code}",
        "请删去，它看不见，也印不出",
        "Delete it: it can be neither seen nor printed",
    )


def nested_too_deeply() -> Message:
    return Message(
        "括号或缩进套得太深",
        "brackets or indents are nested too deeply",
        "请检查是否多写了括号",
        "Look for brackets too many",
    )


def misplaced(found_zh: str, found_en: str, text: str, zh: str, en: str, example: str) -> Message:
    """Something stands where another kind of thing belongs; `text` is what it reads, if it is a text."""
    do_zh, do_en = _like(example)
    if "：" in text:
        do_zh, do_en = f"冒号要用半角，后面空一格；{do_zh}", f"The colon must be “:” and a blank, not “：”. {do_en}"
    elif re.match(r"[\w-]+:\S", text):
        do_zh, do_en = f"冒号后面要空一格；{do_zh}", f"A blank must follow the colon. {do_en}"
    return Message(f"这里应是{zh}，写的却是{found_zh}", f"{found_en} stands where {en} belongs", do_zh, do_en)


def unfit(value: str, zh: str, en: str, example: str) -> Message:
    return Message(f"“{shown(value)}”不是{zh}", f"“{shown(value)}” is not {en}", *_like(example))


def _like(example: str) -> tuple[str, str]:
    """How to write it, in both languages; "…" is the example of any text."""
    if example == "…":
        return "请写一段文字；开头是括号、引号等符号的，给整个值加引号", (
            "Write a text; put it in quotation marks if it begins with a bracket or another mark"
        )
    return f"请写成这样：{example}", f"Write it like this: {example}"


def not_allowed(value: str, zh: str, en: str, allowed: Iterable[str]) -> Message:
    return Message(f"“{shown(value)}”不是{zh}", f"“{shown(value)}” is not {en}", *instead_of(value, allowed))


def empty(zh: str, en: str, example: str) -> Message:
    do = (
        ("请补上", "Fill it in")
        if example == "…"
        else (f"请补上，例如：{example}", f"Fill it in, for example: {example}")
    )
    return Message(f"这里应有{zh}，却是空的", f"nothing stands where {en} belongs", *do)


def tagged(tag: str) -> Message:
    return Message(
        f"这里不能用 YAML 标签“{shown(tag)}”",
        f"the YAML tag “{shown(tag)}” is not used here",
        "删去标签，只留值",
        "Delete the tag and keep the value",
    )


def unknown_key(key: str, allowed: Iterable[str]) -> Message:
    return Message(f"没有“{shown(key)}”这个键", f"there is no key “{shown(key)}” here", *instead_of(key, allowed))


def key_not_text() -> Message:
    return Message("键不是文字", "a key is not a text", "冒号前面请写一个词", "Write a word before the colon")


def duplicate_key(key: str, first: int) -> Message:
    return Message(
        f"键“{shown(key)}”重复，第 {first} 行已经有了",
        f"the key “{shown(key)}” stands twice; the first is on line {first}",
        "只留一个",
        "Keep one of them",
    )


def duplicate_value(value: str) -> Message:
    return Message(
        f"“{shown(value)}”写了两次", f"“{shown(value)}” stands twice in this list", "删去一个", "Delete one of them"
    )


def missing_key(key: str, example: str) -> Message:
    return Message(
        f"缺少“{key}”",
        f"“{key}” is missing",
        f"请加上一行，例如 {key}: {example}",
        f"Add it, for example {key}: {example}",
    )
