"""The ids of the archive, made and parsed in one place.

Report and source ids match `[a-z0-9_-]+`. Inside a report they follow the structure: `s3` (section), `s3-p2` (paragraph),
`s3-p2.4` (sentence), `s3-h` and `s3-k` (heading, kicker), `c2` (caption), `title`, `subtitle`, `author1` and `editor1`
(names). Section 0 is what stands before the first heading.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

REPORT_ID = re.compile(r"[a-z0-9_-]+")
_LONGEST = 60  # characters; paths stay short enough for old systems
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # Windows has no files of these names, whatever follows a dot
_PARAGRAPH = re.compile(r"s(\d+)-p(\d+)(?:\.(\d+))?")

TITLE = "title"
SUBTITLE = "subtitle"


def is_id(text: str) -> bool:
    return REPORT_ID.fullmatch(text) is not None


def is_page_name(text: str) -> bool:
    """Whether a page can be named after an id: an index is taken, and Windows has no files of some names."""
    return is_id(text) and len(text) <= _LONGEST and text != "index" and not is_reserved(text)


def is_reserved(name: str) -> bool:
    """Whether Windows refuses files of this name.

    >>> is_reserved("Con.txt"), is_reserved("context.txt")
    (True, False)
    """
    return _RESERVED.fullmatch(name.lower().partition(".")[0]) is not None


def slug(name: str) -> str:
    """A file's stem as an id: lower case, and what does not fit an id replaced by a short hash of the whole name.

    >>> slug("000_9CD5"), slug("长春 2021 报告")
    ('000_9cd5', '2021-757c290d')
    """
    lower = unicodedata.normalize("NFC", name).lower()
    kept = re.sub(r"[-_]{2,}", "-", "".join(c if is_id(c) else "-" for c in lower)).strip("-_")
    if is_page_name(lower):
        return lower
    digest = hashlib.sha256(lower.encode()).hexdigest()[:8]
    return f"{kept[:_LONGEST]}-{digest}".lstrip("-")


def file_name(identifier: str, file: str) -> str:
    """The name that a source file is published under: its own if that made the id, else the id. Always ASCII, so that
    every system unpacks it and every address can hold it.

    >>> file_name("county-2023", "County-2023.txt"), file_name("2021-757c290d", "长春 2021 报告.HTML")
    ('County-2023.txt', '2021-757c290d.html')
    """
    path = PurePosixPath(file)
    return path.name if path.stem.lower() == identifier else f"{identifier}{path.suffix.lower()}"


def offline_copy(date: str) -> str:
    """The name of the offline copy, of its ZIP file and of the folder in it, from the date of the data.

    >>> offline_copy("2026-11-22")
    'heitu-offline-2026-11-22'
    """
    return f"heitu-offline-{date}"


def section(number: int) -> str:
    return f"s{number}"


def paragraph(section_number: int, number: int) -> str:
    """`number` counts from 1.

    >>> paragraph(3, 2)
    's3-p2'
    """
    return f"s{section_number}-p{number}"


def sentence(paragraph_id: str, number: int) -> str:
    return f"{paragraph_id}.{number}"


def heading(section_id: str) -> str:
    return f"{section_id}-h"


def kicker(section_id: str) -> str:
    return f"{section_id}-k"


def caption(number: int) -> str:
    return f"c{number}"


def author(number: int) -> str:
    return f"author{number}"


def editor(number: int) -> str:
    return f"editor{number}"


def anchor(identifier: str) -> str:
    """The fragment that a unit stands under on its report's page; "" for the head of the page.

    >>> anchor("s3-p2.4"), anchor("s3-k"), anchor("c2"), anchor("title")
    ('s3-p2', 's3', 'c2', '')
    """
    if identifier in (TITLE, SUBTITLE) or identifier.startswith(("author", "editor")):
        return ""
    return paragraph_of(identifier).removesuffix("-h").removesuffix("-k")


def paragraph_of(identifier: str) -> str:
    """The paragraph of a sentence id; any other id is its own.

    >>> paragraph_of("s3-p2.4"), paragraph_of("c2")
    ('s3-p2', 'c2')
    """
    match = _PARAGRAPH.fullmatch(identifier)
    return paragraph(int(match[1]), int(match[2])) if match else identifier
