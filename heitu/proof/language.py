"""Checks of the English by itself: Chinese left in it, doubled words, punctuation, a length that hints at an omission."""

from __future__ import annotations

import re
from collections.abc import Iterator

from heitu.language import Bilingual
from heitu.proof.pairs import Check, Context, Pair, running_text

# CJK symbols, kana, Han, full-width forms; the curly quotation marks are English as well.
_CHINESE = re.compile(r"[\u2e80-\u2fdf\u3000-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]+")
_DOUBLED = re.compile(r"\b([A-Za-z]+)\s+\1\b", re.IGNORECASE)
_RIGHTLY_DOUBLED = frozenset({"that", "had"})
_SLIPS = (
    (re.compile(r"[\"']"), Bilingual("直引号", "a straight quotation mark")),
    (re.compile(r"\s[,.;:!?](?!\d)"), Bilingual("标点前有空格", "a blank before a mark")),
    (re.compile(r"[,;:](?=[A-Za-z])|(?<=[a-z])[.!?](?=[A-Z])"), Bilingual("标点后缺空格", "no blank after a mark")),
    (re.compile(r"\s\s|^\s|\s$"), Bilingual("多余的空格", "a blank too many")),
    (re.compile(r"([,;:])\s*[,;:.]|(?<!\.)\.\.(?!\.)"), Bilingual("标点重复", "two marks in a row")),
    (re.compile(r"\s-\s|--"), Bilingual("连字符当作破折号", "a hyphen in place of a dash")),
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?…:;][”’)]*$")
_CHINESE_END = re.compile(r"[。！？!?][”’）)]*$")
SHORTEST, LONGEST = 2.4, 10.0
"""English characters for a Chinese one. Of 1,600 official pairs of sentences, one in a hundred lies outside."""
_TOO_SHORT_TO_TELL = 12


def chinese_left(pair: Pair, context: Context) -> Iterator[Bilingual]:
    """Chinese characters or marks in the English."""
    for match in _CHINESE.finditer(pair.en):
        yield Bilingual(f"译文里有“{match[0]}”", f"the English has “{match[0]}”")


def doubled_words(pair: Pair, context: Context) -> Iterator[Bilingual]:
    """The same word twice in a row; “that that” and “had had” may be right."""
    for match in _DOUBLED.finditer(pair.en):
        if match[1].lower() not in _RIGHTLY_DOUBLED:
            yield Bilingual(f"“{match[0]}”重复", f"“{match[0]}” stands twice")


def punctuation(pair: Pair, context: Context) -> Iterator[Bilingual]:
    """Marks that are not those of English, and a full stop where the Chinese has one and nowhere else."""
    for pattern, slip in _SLIPS:
        if match := pattern.search(pair.en):
            near = pair.en[max(match.start() - 12, 0) : match.end() + 12].strip()
            yield Bilingual(f"{slip.zh}：“{near}”", f"{slip.en}: “{near}”")
    if pair.en.count("“") != pair.en.count("”"):
        yield Bilingual("引号不成对", "the quotation marks are not in pairs")
    if pair.en.count("(") != pair.en.count(")"):
        yield Bilingual("括号不成对", "the brackets are not in pairs")
    ends, stops = _CHINESE_END.search(pair.zh), _SENTENCE_END.search(pair.en)
    if ends and not stops:
        yield Bilingual("原文有句号，译文没有", "the Chinese ends in a full stop, the English does not")
    if not running_text(pair) and not ends and pair.en.endswith("."):
        yield Bilingual("标题末尾有句号", "the heading ends in a full stop")


def length(pair: Pair, context: Context) -> Iterator[Bilingual]:
    """A length that hints at words left out or added."""
    if not running_text(pair) or len(pair.zh) < _TOO_SHORT_TO_TELL:
        return
    ratio = len(pair.en) / len(pair.zh)
    if ratio < SHORTEST:
        yield Bilingual(
            f"译文偏短（{ratio:.1f} 倍），可能有漏译", f"the English is short ({ratio:.1f} times the Chinese)"
        )
    elif ratio > LONGEST:
        yield Bilingual(
            f"译文偏长（{ratio:.1f} 倍），可能有增译", f"the English is long ({ratio:.1f} times the Chinese)"
        )


CHECKS = (
    Check("chinese", Bilingual("译文里的中文", "Chinese in the English"), True, chinese_left),
    Check("doubled", Bilingual("重复的词", "doubled words"), False, doubled_words),
    Check("punctuation", Bilingual("引号和标点", "punctuation"), False, punctuation),
    Check("length", Bilingual("译文长度", "length"), False, length),
)
