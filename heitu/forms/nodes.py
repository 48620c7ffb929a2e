"""A YAML file as a tree of nodes that know their lines, with everything that is wrong with the file itself as faults.

Tags are those of YAML's fail-safe schema: every scalar is text. Nothing is constructed, so no tag can run anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from yaml import BaseLoader, MappingNode, MarkedYAMLError, Node, ScalarNode, SequenceNode

from heitu.errors import Fault
from heitu.forms import wording
from heitu.forms.syntax import explain, unknown_escape
from heitu.forms.wording import Message

# What YAML 1.2 does not allow in a file (5.1, c-printable), a BOM inside it, and breaks that end no line in an editor.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_NULL = frozenset({"", "~", "null", "Null", "NULL"})  # YAML 1.2, 10.3.2


@dataclass(frozen=True, slots=True)
class Expectation:
    """What belongs in a place, as a noun in both languages, and an example as it would be typed."""

    zh: str
    en: str
    example: str


@dataclass(slots=True)
class Sheet:
    """A file that is being read, named relative to the project, and the list that its faults are added to.

    `whole` is False once a part of the file could not be read at all: what is missing then may stand there.
    """

    file: str
    faults: list[Fault]
    whole: bool = True

    def fault(self, line: int, message: Message) -> None:
        self.faults.append(Fault(self.file, line, *message))

    def unread(self, line: int, message: Message) -> None:
        """A fault that keeps a part of the file from being read."""
        self.whole = False
        self.fault(line, message)


def line_of(node: Node) -> int:
    """The line that a node begins on, from 1."""
    return int(node.start_mark.line) + 1


def is_null(node: Node) -> bool:
    """Whether nothing stands there: an unquoted blank, `~` or `null`."""
    return isinstance(node, ScalarNode) and node.style is None and node.value in _NULL


def load_node(project: Path, sheet: Sheet, needed: Expectation | None = None) -> Node | None:
    """The root node of the sheet's file; None where the file is absent, empty or broken (then with its faults).

    `needed` says what must stand in the file; without it, an absent or empty file has no fault.
    """
    faults = len(sheet.faults)
    try:
        data = (project / sheet.file).read_bytes()
    except FileNotFoundError:
        if needed:
            sheet.unread(0, wording.absent())
        return None
    except OSError as error:
        sheet.unread(0, wording.unreadable(error.strerror or type(error).__name__))
        return None
    text = _decode(data, sheet)
    node = None if text is None else _compose(text, sheet)
    if node is not None and not is_null(node):
        return node
    if needed and len(sheet.faults) == faults:
        sheet.fault(0, wording.empty(needed.zh, needed.en, needed.example))
    return None


def _decode(data: bytes, sheet: Sheet) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from after a BOM.
        offset = error.start + len(data) - len(error.object)
        sheet.unread(data.count(b"\n", 0, offset) + 1, wording.undecodable(offset, data[offset], _is_gb18030(data)))
        return None
    for wrong in _UNPRINTABLE.finditer(text):
        sheet.unread(text.count("\n", 0, wrong.start()) + 1, wording.unprintable(wrong.group()))
        if wrong.group() == "\0":  # not a text at all
            return None
    return _UNPRINTABLE.sub(" ", text)


def _is_gb18030(data: bytes) -> bool:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data


def _compose(text: str, sheet: Sheet) -> Node | None:
    """The node of a text. Where its YAML is broken, its top-level entries are read one by one, to find every fault."""
    whole = _attempt(text, 0)
    if not isinstance(whole, _Broken):
        return whole
    parts = [_attempt(entry, line) for line, entry in _entries(text)]
    broken = [part for part in parts if isinstance(part, _Broken) and not part.alias]
    for fault in broken or [whole]:
        sheet.unread(fault.line, fault.message)
    return _together([part for part in parts if isinstance(part, Node)])


@dataclass(frozen=True, slots=True)
class _Broken:
    """Why a text is not YAML; `alias` marks a reference, which an entry cannot follow into another one."""

    line: int
    message: Message
    alias: bool = False


def _attempt(text: str, line: int) -> Node | _Broken | None:
    """Compose a text that begins after `line` lines of its file."""
    loader = BaseLoader(text)
    loader.line = line
    try:
        node: Node | None = loader.get_single_node()
    except MarkedYAMLError as error:
        return _Broken(*explain(error), alias="undefined alias" in (error.problem or ""))
    except RecursionError:
        return _Broken(loader.line + 1, wording.nested_too_deeply())
    except (ValueError, OverflowError):
        return _Broken(loader.line + 1, unknown_escape())
    finally:
        loader.dispose()
    return node


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """The top-level entries of a text with the number of lines before each: one begins where a line is not indented."""
    lines = text.splitlines(keepends=True)
    starts = [i for i, line in enumerate(lines) if line[0] not in " \t\r\n#]}"]
    for start, end in pairwise([*starts, len(lines)]):
        yield start, "".join(lines[start:end])


def _together(parts: list[Node]) -> Node | None:
    """Entries that were read one by one, as the one list or mapping that they belong to; None if they are neither."""
    if not parts or isinstance(parts[0], ScalarNode):
        return None
    kind = type(parts[0])
    joined = [child for part in parts if type(part) is kind for child in part.value]
    if kind is SequenceNode:
        return SequenceNode(parts[0].tag, joined, parts[0].start_mark, parts[-1].end_mark)
    return MappingNode(parts[0].tag, joined, parts[0].start_mark, parts[-1].end_mark)
