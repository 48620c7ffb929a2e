"""What the offline copy holds: the files of the site without what only a server needs, and its pages as a disk has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from heitu import ids
from heitu.errors import Fault
from heitu.offline import wording

SUMS = "SHA256SUMS"
LONGEST = 119
"""Characters of a path, the copy's own folder included: with the folders around it, it stays below the 260 of Windows."""

_FOR_SERVERS = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "CNAME", "downloads"})
_PLAIN = re.compile(r"[A-Za-z0-9_~+-][A-Za-z0-9_.~+-]*(?<!\.)")
_HOSTED_ONLY = re.compile(rb"<div data-heitu-hosted>.*?</div>\s*", re.S)
_COPY_ONLY = re.compile(rb"(?<=<div data-heitu-copy) hidden(?=>)")
_ADDRESSES = re.compile(rb'<link rel="(?:canonical|alternate)" [^>]*>\s*')
_STYLED = re.compile(rb'<link [^>]*rel="stylesheet"')
_SOURCE_PAGE = re.compile(rb'((?:data/|"path": ")sources/[A-Za-z0-9_-]+\.html?)(?=")')
_BODY = re.compile(rb"<body\b[^>]*>")


def files_of(site: Path) -> Iterator[str]:
    """The paths of the site's files that belong into the copy, in order: no dot files, nothing that only a server needs."""
    for path in sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()):
        if path.split("/", 1)[0] not in _FOR_SERVERS and not any(part.startswith(".") for part in path.split("/")):
            yield path


def name_in_copy(path: str) -> str:
    """Where a file of the site stands in the copy: a source that is a web page becomes a text, since a browser would load
    whatever it names from other hosts.

    >>> name_in_copy("data/sources/county.html"), name_in_copy("sources/county.html")
    ('data/sources/county.html.txt', 'sources/county.html')
    """
    return f"{path}.txt" if path.startswith("data/sources/") and path.endswith((".html", ".htm")) else path


def data_of_copy(path: str, data: bytes, unpack: bytes) -> bytes:
    """A file of the site as the copy has it."""
    if path == "data/archive.json":
        return _SOURCE_PAGE.sub(rb"\1.txt", data)
    return page_of_copy(data, unpack) if path.endswith(".html") and not path.startswith("data/") else data


def page_of_copy(page: bytes, unpack: bytes) -> bytes:
    """A page of the site as the copy has it: no address of the site in its head, no link to the copy itself, and, unless
    it carries its own styles, `unpack` as its first words.

    >>> page_of_copy(b'<link href="a.css" rel="stylesheet"><body class="x">', b"<p>Extract</p>")
    b'<link href="a.css" rel="stylesheet"><body class="x">\\n<p>Extract</p>'
    """
    page = _COPY_ONLY.sub(b"", _HOSTED_ONLY.sub(b"", _ADDRESSES.sub(b"", page)))
    page = _SOURCE_PAGE.sub(rb"\1.txt", page)
    if not _STYLED.search(page):
        return page
    return _BODY.sub(lambda body: body[0] + b"\n" + unpack, page, count=1)


def unfit(paths: Iterable[str], folder: str) -> Iterator[Fault]:
    """The paths that some system cannot unpack into `folder`: not ASCII, too long, or only their case tells them apart."""
    paths = list(paths)
    folded = Counter(path.lower() for path in paths)
    for path in paths:
        if not all(_PLAIN.fullmatch(part) and not ids.is_reserved(part) for part in path.split("/")):
            yield wording.not_plain(path)
        elif len(f"{folder}/{path}") > LONGEST:
            yield wording.too_long(path, len(f"{folder}/{path}"), LONGEST)
        elif folded[path.lower()] > 1:
            yield wording.only_case(path)


def sums(digests: Iterable[tuple[str, str]]) -> bytes:
    """The file that `sha256sum -c` reads, from paths and hexadecimal digests, sorted by path.

    >>> sums([("b", "22"), ("a", "11")])
    b'11  a\\n22  b\\n'
    """
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests)).encode()


def parse_sums(data: bytes) -> dict[str, str] | None:
    """Path -> hexadecimal digest; None where a line is none of `sha256sum`, or a path stands twice.

    >>> parse_sums(b"%b *a/b.html\\r\\n" % (b"0" * 64)), parse_sums(b"x"), parse_sums(b"")
    ({'a/b.html': '0000000000000000000000000000000000000000000000000000000000000000'}, None, None)
    """
    lines = [re.fullmatch(r"([0-9A-Fa-f]{64}) [ *](.+)", line) for line in data.decode(errors="replace").splitlines()]
    found = {line[2]: line[1].lower() for line in lines if line}
    return found if found and len(found) == len(lines) else None


def top_of(paths: Iterable[str]) -> list[str]:
    """The folders that hold a `SHA256SUMS`, of those nearest to the top; "" is the top itself.

    >>> top_of(["a.txt", "copy/SHA256SUMS", "copy/x/SHA256SUMS"]), top_of(["SHA256SUMS"]), top_of(["a"])
    (['copy/'], [''], [])
    """
    found = sorted(path.removesuffix(SUMS) for path in paths if PurePosixPath(path).name == SUMS)
    nearest = min((folder.count("/") for folder in found), default=0)
    return [folder for folder in found if folder.count("/") == nearest]
