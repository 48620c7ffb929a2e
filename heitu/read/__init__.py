"""Read: from the bytes of a file to its lines, with every character of the file accounted for."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from heitu.drafts import Extract
from heitu.errors import Fault, InputError
from heitu.ids import slug
from heitu.read.encoding import decode
from heitu.read.html import read_html
from heitu.read.plain import read_plain
from heitu.records import SourceDocument

__all__ = ["MEDIA_TYPES", "read_bytes", "read_sources"]

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html"}
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, XLSX, OFD)"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS, WPS"),
    (b"{\\rtf", "RTF"),
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_sources(folder: Path, project: Path) -> tuple[Extract, ...]:
    """The documents of a flat folder, sorted by id; InputError with every fault of every file.

    Names that begin with a dot and READMEs are passed over. `Fault.file` is relative to `project`.
    """
    extracts: dict[str, Extract] = {}
    faults: list[Fault] = []
    for path in _documents(folder, project, faults):
        try:
            extract = read_bytes(path.name, path.read_bytes())
        except InputError as error:
            faults.extend(replace(fault, file=_relative(path, project)) for fault in error.faults)
        except OSError as error:
            faults.append(_unreadable(_relative(path, project), error))
        else:
            first = extracts.setdefault(extract.document.id, extract)
            if first is not extract:
                faults.append(_same_id(_relative(path, project), first.document))
    if faults:
        raise InputError(faults)
    return tuple(extracts[identifier] for identifier in sorted(extracts))


def read_bytes(name: str, data: bytes) -> Extract:
    """One file as lines; InputError where it cannot be read. `name` becomes `SourceDocument.file` and `Fault.file`."""
    suffix = Path(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise InputError([_unknown_kind(name, suffix)])
    _refuse_binary(name, data)
    decoded = decode(name, data)
    if suffix in (".html", ".htm"):
        lines, claims = read_html(decoded.text)
    else:
        lines, claims = read_plain(decoded.text, markdown=suffix == ".md")
    if not lines:
        raise InputError([_empty(name)])
    document = SourceDocument(
        id=slug(Path(name).stem),
        file=name,
        media_type=MEDIA_TYPES[suffix],
        encoding=decoded.encoding,
        encoding_basis=decoded.basis,
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        text=decoded.text,
    )
    return Extract(document, lines, claims)


def _relative(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.as_posix()


def _documents(folder: Path, project: Path, faults: list[Fault]) -> list[Path]:
    """The files to read, by name; what keeps the folder from being read is added to `faults`."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        faults.append(_unreadable(_relative(folder, project), error))
        return []
    documents = [p for p in paths if not p.name.startswith(".") and p.name.lower().split(".")[0] != "readme"]
    faults.extend(_folder(_relative(path, project)) for path in documents if path.is_dir())
    return [path for path in documents if not path.is_dir()]


def _refuse_binary(name: str, data: bytes) -> None:
    kind = next((label for signature, label in _SIGNATURES if data.startswith(signature)), "")
    if not kind and b"\x00" in data and not data.startswith(_UTF16_MARKS):
        kind = "NUL"
    if kind:
        raise InputError([_binary(name, data, kind)])


def _binary(name: str, data: bytes, kind: str) -> Fault:
    offset = data.find(b"\x00")
    zh, en = f"这是 {kind} 文件，不是文本", f"this is a {kind} file, not text"
    if kind == "NUL":
        zh = f"这是二进制文件，不是文本（字节偏移 {offset} 处为 NUL）"
        en = f"this is a binary file, not text (NUL at byte offset {offset})"
    return Fault(
        name,
        0,
        zh,
        en,
        "请把正文另存为 UTF-8 编码的 .txt、.md 或 .html 文件",
        "Save its text as a .txt, .md or .html file in UTF-8",
    )


def _unknown_kind(name: str, suffix: str) -> Fault:
    known = "、".join(MEDIA_TYPES), ", ".join(MEDIA_TYPES)
    return Fault(
        name,
        0,
        f"不读取这种文件（{suffix}）" if suffix else "文件名没有扩展名",
        f"files of this kind ({suffix}) are not read" if suffix else "the file name has no extension",
        f"可读取的扩展名是 {known[0]}；请转换该文件，或移出此目录",
        f"The extensions that are read are {known[1]}: convert the file, or move it out of this folder",
    )


def _empty(name: str) -> Fault:
    return Fault(
        name,
        0,
        "文件是空的，没有文字",
        "the file is empty: there is no text in it",
        "请放入正文，或删除该文件",
        "Put the text into it, or delete it",
    )


def _same_id(file: str, first: SourceDocument) -> Fault:
    return Fault(
        file,
        0,
        f"与 {first.file} 的编号相同（{first.id}）",
        f"it has the same id as {first.file} ({first.id})",
        "请改其中一个文件名",
        "Rename one of the two",
    )


def _folder(file: str) -> Fault:
    return Fault(
        file,
        0,
        "这是文件夹，其中的文件不会读取",
        "this is a folder, and what is in it is not read",
        "请把文件放到上一级目录，或移走该文件夹",
        "Put its files beside it, or move the folder elsewhere",
    )


def _unreadable(file: str, error: OSError) -> Fault:
    return Fault(
        file,
        0,
        f"无法读取（{error.strerror}）",
        f"it cannot be read ({error.strerror})",
        "请检查文件是否存在、是否有读取权限",
        "Check that it exists and that you may read it",
    )
