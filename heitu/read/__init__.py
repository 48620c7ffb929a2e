"""Read: from the bytes of a file to its lines, with every character of the file accounted for."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from heitu.drafts import Extract
from heitu.errors import Fault, InputError
from heitu.ids import slug
from heitu.read import faults
from heitu.read.encoding import decode
from heitu.read.html import read_html
from heitu.read.plain import read_plain
from heitu.read.rendering import reading_of
from heitu.records import SourceDocument

__all__ = ["MEDIA_TYPES", "Sources", "read_bytes", "read_folder", "read_sources", "reading_of"]

MEDIA_TYPES = {".txt": "text/plain", ".md": "text/markdown", ".html": "text/html", ".htm": "text/html"}
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, XLSX, OFD)"),
    (b"\xd0\xcf\x11\xe0", "DOC, XLS, WPS"),
    (b"{\\rtf", "RTF"),
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Sources:
    """What a folder holds: the documents sorted by id, every fault of the others, and their ids."""

    extracts: tuple[Extract, ...]
    faults: tuple[Fault, ...]
    unreadable: frozenset[str]


def read_folder(folder: Path, project: Path) -> Sources:
    """The documents of a flat folder. Names that begin with a dot and READMEs are passed over.

    `Fault.file` is relative to `project`.
    """
    extracts: dict[str, Extract] = {}
    found: list[Fault] = []
    unreadable: set[str] = set()
    for path in _documents(folder, project, found):
        try:
            extract = read_bytes(path.name, path.read_bytes())
        except InputError as error:
            found.extend(replace(fault, file=_relative(path, project)) for fault in error.faults)
            unreadable.add(slug(path.stem))
        except OSError as error:
            found.append(faults.unreadable(_relative(path, project), error))
            unreadable.add(slug(path.stem))
        else:
            first = extracts.setdefault(extract.document.id, extract)
            if first is not extract:
                found.append(faults.same_id(_relative(path, project), first.document))
    return Sources(tuple(extracts[identifier] for identifier in sorted(extracts)), tuple(found), frozenset(unreadable))


def read_sources(folder: Path, project: Path) -> tuple[Extract, ...]:
    """The documents of a folder; InputError with every fault of every file."""
    sources = read_folder(folder, project)
    if sources.faults:
        raise InputError(sources.faults)
    return sources.extracts


def read_bytes(name: str, data: bytes) -> Extract:
    """One file as lines; InputError where it cannot be read. `name` becomes `SourceDocument.file` and `Fault.file`."""
    suffix = Path(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise InputError([faults.unknown_kind(name, suffix, MEDIA_TYPES)])
    _refuse_binary(name, data)
    decoded = decode(name, data)
    if suffix in (".html", ".htm"):
        lines, claims = read_html(decoded.text)
    else:
        lines, claims = read_plain(decoded.text, markdown=suffix == ".md")
    if not lines:
        raise InputError([faults.empty(name)])
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


def _documents(folder: Path, project: Path, found: list[Fault]) -> list[Path]:
    """The files to read, by name; what keeps the folder from being read is added to `found`."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        found.append(faults.unreadable(_relative(folder, project), error))
        return []
    documents = [p for p in paths if not p.name.startswith(".") and p.name.lower().split(".")[0] != "readme"]
    found.extend(faults.folder(_relative(path, project)) for path in documents if path.is_dir())
    return [path for path in documents if not path.is_dir()]


def _refuse_binary(name: str, data: bytes) -> None:
    kind = next((label for signature, label in _SIGNATURES if data.startswith(signature)), "")
    if not kind and b"\x00" in data and not data.startswith(_UTF16_MARKS):
        kind = "NUL"
    if kind:
        raise InputError([faults.binary(name, data, kind)])
