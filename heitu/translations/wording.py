"""The faults of translators' files, in both languages: what is wrong on which line, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from heitu.errors import Fault

_UPDATE = "python build_site.py translations --update"


def unreadable(file: str, reason: str) -> Fault:
    return Fault(
        file,
        0,
        f"读不了：{reason}",
        f"it cannot be read: {reason}",
        "请检查文件权限，或关闭正在使用它的程序",
        "Check its permissions, or close the program that uses it",
    )


def unwritable(file: str, reason: str) -> Fault:
    return Fault(
        file,
        0,
        f"写不了：{reason}",
        f"it cannot be written: {reason}",
        "请检查文件权限，或关闭正在使用它的程序",
        "Check its permissions, or close the program that uses it",
    )


def not_utf8(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "不是 UTF-8 编码",
        "it is not in UTF-8",
        "请在 Poedit 或编辑器中另存为 UTF-8",
        "Save it as UTF-8 in Poedit or an editor",
    )


def broken(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "不合 PO 文件的写法",
        "this is no line of a PO file",
        '每个值放在一对直引号中，值里的引号写成 \\"',
        'Put every value in straight quotation marks, and write \\" for one inside it',
    )


def comment_without_entry(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "文件末尾的注释不属于任何词条",
        "the comment at the end belongs to no entry",
        "把它移到所说词条的上方",
        "Move it above the entry that it is about",
    )


def without_chinese(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "词条没有中文原文（msgid）",
        "the entry has no Chinese (msgid)",
        "补上原文，或删去这一条",
        "Fill in the Chinese, or delete the entry",
    )


def with_plural(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "词条有复数形式（msgid_plural），这里用不上",
        "the entry has plural forms (msgid_plural), which have no use here",
        "只留 msgid 和 msgstr",
        "Keep msgid and msgstr only",
    )


def empty(file: str) -> Fault:
    return Fault(
        file,
        0,
        "文件是空的",
        "the file is empty",
        f"从备份恢复；若要重新翻译，删去文件，再运行 {_UPDATE}",
        f"Restore it from a copy; to translate anew, delete it and run {_UPDATE}",
    )


def conflict(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "这里两个人的改动冲突，还没有选定",
        "two people’s changes clash here, and none is chosen yet",
        "留下要用的一种，删去 <<<<<<<、=======、>>>>>>> 三种标记行",
        "Keep the one that is right, and delete the lines <<<<<<<, ======= and >>>>>>>",
    )


def without_id(file: str, line: int) -> Fault:
    return Fault(
        file,
        line,
        "词条没有 msgctxt",
        "the entry has no msgctxt",
        '补上句子的编号，如 msgctxt "s1-p2.1"',
        'Add the sentence’s id, as in msgctxt "s1-p2.1"',
    )


def stands_twice(file: str, line: int, unit: str, first: int) -> Fault:
    return Fault(
        file,
        line,
        f"编号 {unit} 重复，第 {first} 行已有",
        f"{unit} stands twice; the first is on line {first}",
        "请删去一条",
        "Delete one of them",
    )


def not_understood(file: str, line: int, comment: str) -> Fault:
    return Fault(
        file,
        line,
        f"看不懂的注释“{comment}”",
        f"the comment “{comment}” is not understood",
        "写成“joined: s1-p2.3”“reviewed: LW 2026-11-30”（各只一行）或“accept numbers: 理由”",
        "Write “joined: s1-p2.3”, “reviewed: LW 2026-11-30” (each once) or “accept numbers: reason”",
    )


def wrongly_joined(file: str, line: int, unit: str, joined: str) -> Fault:
    return Fault(
        file,
        line,
        f"{unit} 并入的 {joined} 不是同一段里有译文的句子",
        f"{unit} is joined to {joined}, which is no sentence of its paragraph with English",
        "joined 后面写同一段里另一句的编号，那一句要有译文",
        "After joined, write the id of a sentence of the same paragraph that has English",
    )


def without_a_place(file: str, line: int, unit: str) -> Fault:
    return Fault(
        file,
        line,
        f"报道里已没有 {unit} 这条译文的原文",
        f"the report has no text any more for the translation of {unit}",
        f"运行 {_UPDATE}，它会留作旧条目",
        f"Run {_UPDATE}: it is kept as obsolete",
    )


def no_report(file: str, name: str, known: Iterable[str]) -> Fault:
    some = sorted(known)[:5]
    return Fault(
        file,
        0,
        f"没有编号为 {name} 的报道",
        f"there is no report {name}",
        f"文件名要与报道的编号相同，如 {'、'.join(some)}；报道若已撤下，把文件移出 seeds/",
        f"Name the file after a report's id, such as {', '.join(some)}; if the report was taken out, move it out of seeds/",
    )


def unknown_report(name: str, known: Iterable[str]) -> Fault:
    return Fault(
        name,
        0,
        "没有这个编号的报道",
        "there is no report of this id",
        f"现有：{'、'.join(sorted(known))}",
        f"Known: {', '.join(sorted(known))}",
    )


def no_unit(file: str, name: str) -> Fault:
    return Fault(
        file,
        0,
        f"没有编号为 {name} 的条目",
        f"there is no unit {name}",
        "写 msgctxt 里的编号，如 s1-p2.1，或整段 s1-p2、整节 s1、全篇 all",
        "Write an id as in msgctxt, such as s1-p2.1, or a paragraph s1-p2, a section s1, or all",
    )


def no_initials(by: str) -> Fault:
    return Fault(
        "--by",
        0,
        f"“{by}”不是姓名的缩写",
        f"“{by}” are no initials",
        "写审校人姓名的缩写，不带空格，如 LW",
        "Write the reviewer’s initials without blanks, such as LW",
    )
