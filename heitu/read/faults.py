"""What can be wrong with a file of the sources, but for its encoding, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from heitu.errors import Fault
from heitu.records import SourceDocument


def binary(name: str, data: bytes, kind: str) -> Fault:
    offset = data.find(b"\x00")
    zh, en = f"这是 {kind} 文件，不是文本", f"this is a {kind} file, not text"
    if kind == "NUL":
        zh = f"这是二进制文件，不是文本（字节偏移 {offset} 处为 NUL）"
        en = f"this is a binary file, not text (NUL at byte offset {offset})"
    return Fault(
        name,
        1,
        zh,
        en,
        "请把正文另存为 UTF-8 编码的 .txt、.md 或 .html 文件",
        "Save its text as a .txt, .md or .html file in UTF-8",
    )


def unknown_kind(name: str, suffix: str, known: Iterable[str]) -> Fault:
    zh, en = "、".join(known), ", ".join(known)
    return Fault(
        name,
        0,
        f"不读取这种文件（{suffix}）" if suffix else "文件名没有扩展名",
        f"files of this kind ({suffix}) are not read" if suffix else "the file name has no extension",
        f"可读取的扩展名是 {zh}；请转换该文件，或移出此目录",
        f"The extensions that are read are {en}: convert the file, or move it out of this folder",
    )


def empty(name: str) -> Fault:
    return Fault(
        name,
        1,
        "文件是空的，没有文字",
        "the file is empty: there is no text in it",
        "请放入正文，或删除该文件",
        "Put the text into it, or delete it",
    )


def same_id(file: str, first: SourceDocument) -> Fault:
    return Fault(
        file,
        0,
        f"与 {first.file} 的编号相同（{first.id}）",
        f"it has the same id as {first.file} ({first.id})",
        "请改其中一个文件名",
        "Rename one of the two",
    )


def folder(file: str) -> Fault:
    return Fault(
        file,
        0,
        "这是文件夹，其中的文件不会读取",
        "this is a folder, and what is in it is not read",
        "请把文件放到上一级目录，或移走该文件夹",
        "Put its files beside it, or move the folder elsewhere",
    )


def unreadable(file: str, error: OSError) -> Fault:
    return Fault(
        file,
        0,
        f"无法读取（{error.strerror}）",
        f"it cannot be read ({error.strerror})",
        "请检查文件是否存在、是否有读取权限",
        "Check that it exists and that you may read it",
    )
