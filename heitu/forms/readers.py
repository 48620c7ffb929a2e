"""Readers of single values: each says what it expects, and returns None with a fault on the sheet where it got less."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from yaml import Node, ScalarNode, SequenceNode

from heitu.forms import wording
from heitu.forms.nodes import Expectation, Sheet, is_null, line_of

T = TypeVar("T")
N = TypeVar("N", bound=Node)
T_co = TypeVar("T_co", covariant=True)

# Characters that no page can show, which an escape such as "\u0000" can put into a value.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDE = "\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_FOLD = re.compile(f"(?<=[{_WIDE}]) (?=[{_WIDE}])")
# The tags of nodes that have none of their own (YAML 1.2, 10.1).
_UNTAGGED = frozenset({"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"})


class Reader(Protocol[T_co]):
    """Makes a value of a node. None means that there is a fault on the sheet."""

    @property
    def expects(self) -> Expectation: ...

    def read(self, node: Node, sheet: Sheet) -> T_co | None: ...


def as_kind(node: Node, kind: type[N], expects: Expectation, sheet: Sheet) -> N | None:
    """The node if it is of a kind and has no tag of its own; None with a fault on the sheet if not."""
    if is_null(node):
        sheet.fault(line_of(node), wording.empty(expects.zh, expects.en, expects.example))
    elif not isinstance(node, kind):
        sheet.fault(line_of(node), wording.misplaced(*_found(node), expects.zh, expects.en, expects.example))
    elif node.tag not in _UNTAGGED:
        sheet.fault(line_of(node), wording.tagged(node.tag))
    else:
        return node
    return None


def _found(node: Node) -> tuple[str, str, str]:
    """What a node is, as a noun in both languages, and what it reads if it is a scalar."""
    if isinstance(node, ScalarNode):
        return "一段文字", "a plain text", node.value
    if isinstance(node, SequenceNode):
        return "列表", "a list", ""
    return "一组“键: 值”", "a group of “key: value” lines", ""


def content(node: ScalarNode) -> str:
    """The text of a scalar; where it was typed over several lines, no blank comes between two Chinese characters."""
    folded = node.style != "|" and node.start_mark.line != node.end_mark.line
    return _FOLD.sub("", node.value) if folded else str(node.value)


@dataclass(frozen=True, slots=True)
class Scalar(Generic[T]):
    """A single value; `parse` returns None for a text that is not one. `allowed` lists all values if they are few."""

    expects: Expectation
    parse: Callable[[str], T | None]
    allowed: tuple[str, ...] = ()

    def read(self, node: Node, sheet: Sheet) -> T | None:
        scalar = as_kind(node, ScalarNode, self.expects, sheet)
        return None if scalar is None else self.accept(content(scalar), line_of(node), sheet)

    def accept(self, text: str, line: int, sheet: Sheet) -> T | None:
        """The value of a text from anywhere (a key, an environment variable)."""
        if wrong := _UNPRINTABLE.search(text):
            sheet.fault(line, wording.unprintable(wrong.group()))
            return None
        value = self.parse(text)
        if value is None:
            zh, en, example = self.expects.zh, self.expects.en, self.expects.example
            if self.allowed:
                sheet.fault(line, wording.not_allowed(text, zh, en, self.allowed))
            elif not text.strip():
                sheet.fault(line, wording.empty(zh, en, example))
            else:
                sheet.fault(line, wording.unfit(text, zh, en, example))
        return value


def one_of(zh: str, en: str, *allowed: str) -> Scalar[str]:
    """One of a few words; `zh` and `en` say what they are."""
    return Scalar(Expectation(zh, en, allowed[0]), {word: word for word in allowed}.get, allowed)


TEXT = Scalar(Expectation("文字", "a text", "…"), lambda text: text.strip() or None)
