"""What PyYAML's parser says of broken YAML, in words for the people who typed it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml import Mark, MarkedYAMLError

from heitu.forms.wording import Message


@dataclass(frozen=True, slots=True)
class _Saying:
    """`pattern` finds the parser's problem; `opened` says to name the line where the construct began."""

    pattern: str
    message: Message
    opened: bool = False


_COLON = (
    "检查冒号是否半角“:”且后面空一格；值里若有冒号，给整个值加引号",
    "Check that the colon is “:” with a blank after it; put a value that itself has a colon in quotation marks",
)
_WRONG_COLON = Message(
    "键后面的冒号不对",
    "the colon after the key is wrong",
    "冒号要用半角“:”，后面空一格",
    "The colon must be “:” and a blank",
)
_KEY_WITH_WRONG_COLON = re.compile(r"[ \t]*(?:- +)*[\w-]+(?:：|:[^\s/])")
_SAYINGS = (
    _Saying(
        "found unexpected end of stream|found unexpected document separator",
        Message(
            "引号没有配对", "a quotation mark is never closed", "在值的末尾补上引号", "Close it at the end of the value"
        ),
        opened=True,
    ),
    _Saying(
        "mapping values are not allowed|could not find expected ':'",
        Message("这一行的冒号或缩进不对", "the colon or the indent of this line is wrong", *_COLON),
        opened=True,
    ),
    _Saying(
        r"found character '\\t'",
        Message("缩进用了制表符（Tab）", "the indent is made with a tab", "改用空格", "Use blanks instead"),
    ),
    _Saying(
        "found character",
        Message(
            "值以 YAML 的专用符号（@、`、% 等）开头",
            "a value begins with a character that YAML keeps for itself (@, `, % and the like)",
            "给整个值加引号",
            "Put the whole value in quotation marks",
        ),
    ),
    _Saying(
        r"(expected ',' or|expected the node content).*<stream end>",
        Message(
            "方括号或花括号没有配对",
            "a bracket is never closed",
            "补上右括号；值里有括号时给整个值加引号",
            "Close it; put a value that itself has brackets in quotation marks",
        ),
        opened=True,
    ),
    _Saying(
        r"expected ',' or|expected the node content",
        Message(
            "方括号或花括号里少了逗号，或没有配对",
            "between brackets a comma is missing, or a bracket is never closed",
            "各项之间用半角逗号“,”隔开，并补全括号；值里有引号、逗号、括号时给整个值加引号",
            "Part the items with “,” and close the bracket; put a value that itself has quotation marks, commas or "
            "brackets in quotation marks",
        ),
    ),
    _Saying(
        "expected <block end>|not allowed here|expected '<document start>'",
        Message(
            "这一行的缩进与上文对不上，或引号后面还有文字",
            "the indent of this line does not fit those above, or something follows a closing quotation mark",
            "同一层的各行从同一列开始；以引号开头的值，整个放进另一种引号里",
            "Begin the lines of one level in the same column; put a value that begins with a quotation mark wholly "
            "inside quotation marks of the other kind",
        ),
    ),
    _Saying(
        "alias|anchor",
        Message(
            "以 * 或 & 开头的值被当作 YAML 的引用",
            "a value that begins with * or & is taken for a YAML reference",
            "给整个值加引号",
            "Put the whole value in quotation marks",
        ),
    ),
    _Saying(
        "escape",
        Message(
            "双引号里的反斜杠用法不对",
            "a backslash between double quotation marks is not one that YAML knows",
            "改用单引号",
            "Use single quotation marks instead",
        ),
    ),
    _Saying(
        "single document|another document",
        Message("文件里有第二个“---”", "the file has a second “---”", "删去这一行", "Delete that line"),
    ),
)
_OTHER = Message(
    "不合 YAML 的写法",
    "this is not YAML",
    "对照上下文检查缩进、引号、冒号和括号",
    "Compare indent, quotation marks, colons and brackets with the lines around it",
)


def explain(error: MarkedYAMLError) -> tuple[int, Message]:
    """The line (from 1) and the message of a parser's error."""
    said = f"{error.context or ''} {error.problem or ''}"
    saying = next((s for s in _SAYINGS if re.search(s.pattern, said)), _Saying("", _OTHER))
    opened = error.context_mark if saying.opened else None
    mark = opened or error.problem_mark or error.context_mark
    if mark is None:
        return 0, saying.message
    line = mark.line + 1 - _blank_lines_at_the_end(mark)
    if saying.message[2:] == _COLON and (before := _lines_to_a_wrong_colon(mark)) is not None:
        return line - before, _WRONG_COLON
    return line, saying.message


def _blank_lines_at_the_end(mark: Mark) -> int:
    """How many lines below the last that has text a mark at the end of the text stands; 0 for any other mark."""
    before, after = (mark.buffer or "")[: mark.pointer], (mark.buffer or "")[mark.pointer :]
    return before.count("\n") - before.rstrip().count("\n") if not after.strip("\0") else 0


def _lines_to_a_wrong_colon(mark: Mark) -> int | None:
    """How many lines above a mark the nearest key stands whose colon is none to YAML: the parser only stumbles later."""
    if mark.buffer is None:
        return None
    lines = mark.buffer[: mark.pointer].split("\n")
    return next((back for back, line in enumerate(reversed(lines)) if _KEY_WITH_WRONG_COLON.match(line)), None)


def unknown_escape() -> Message:
    """For an escape that names no character, on which PyYAML fails with a ValueError."""
    return next(s.message for s in _SAYINGS if s.pattern == "escape")
