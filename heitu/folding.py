"""Folding: two texts are compared with width, case, quotation marks and blanks set aside. Text is never stored folded."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from heitu.simplified import SIMPLIFIED

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "『": '"', "』": '"'})


@cache
def fold_character(character: str) -> str:
    """One character folded; never longer than one character, so that offsets survive.

    NFKC turns … into three dots: such a character stays as it is. Blanks fold to "".

    >>> fold_character("８"), fold_character("“"), fold_character("　"), fold_character("…")
    ('8', '"', '', '…')
    """
    if character.isspace() or character in "\ufeff\u200b\u200c\u200d\u2060\u00ad":
        return ""
    folded = unicodedata.normalize("NFKC", character)
    folded = (folded if len(folded) == 1 else character).lower()
    return (folded if len(folded) == 1 else character).translate(_QUOTES)


class _Table(dict[int, str]):
    """For `str.translate`, which is the fastest: each code point and its folded form, from when it first comes up."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self.form = form

    def __missing__(self, code: int) -> str:
        self[code] = self.form(chr(code))
        return self[code]


_FOLDED = _Table(fold_character)


def fold(text: str) -> str:
    """The text folded for comparison.

    >>> fold("２０２１ 年,“梨树模式”") == fold('2021年，"梨树模式"')
    True
    """
    return text.translate(_FOLDED)


@cache
def fold_character_for_search(character: str) -> str:
    """One character folded, a traditional one to its simplified form; never longer than one character."""
    folded = fold_character(character)
    return SIMPLIFIED.get(folded, folded)


_FOLDED_FOR_SEARCH = _Table(fold_character_for_search)


def fold_for_search(text: str) -> str:
    """The text folded, with traditional characters as simplified ones: what a search compares, in the browser too.

    >>> fold_for_search("鄉村 振興８項"), fold_for_search("乡村振兴")
    ('乡村振兴8项', '乡村振兴')
    """
    return text.translate(_FOLDED_FOR_SEARCH)


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters the offset in `text`."""
    pairs = [(folded, i) for i, c in enumerate(text) if (folded := fold_character(c))]
    return "".join(c for c, _ in pairs), [i for _, i in pairs]


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def narrow(text: str) -> str:
    """Full-width letters, figures and marks as half-width ones, each in its place: offsets stay.

    >>> narrow("２０１０年３月５日：")
    '2010年3月5日:'
    """
    return text.translate(_NARROW)


def is_han(character: str) -> bool:
    """Whether a character is a Han ideograph (URO, extension A, compatibility, or a supplementary plane)."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def han_count(text: str) -> int:
    return sum(map(is_han, text))


def columns(text: str) -> int:
    """Display width in half-width columns: wide, full-width and ambiguous characters count 2 (UAX #11, East Asian).

    >>> columns("2021年，"), columns("“梨树”")
    (8, 8)
    """
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text if c not in "\ufeff\u200b")
