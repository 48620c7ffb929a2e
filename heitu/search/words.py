"""The words of the English, as they are searched: lower case, without the commas of large numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from heitu.folding import fold_character_for_search

_LETTERS = "a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u04ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
WORD = re.compile(
    rf"[0-9{_LETTERS}]+(?:(?:(?<=[0-9])[.,](?=[0-9])|(?<=[{_LETTERS}])'(?=[{_LETTERS}]))[0-9{_LETTERS}]+)*"
)
"""The classes are written out, so that a browser of any age reads the same words."""


def words(text: str) -> list[str]:
    """The words in order.

    >>> words("The district’s 1,237 wells, 84.83%; G20 in １９９０.")
    ['the', "district's", '1237', 'wells', '84.83', 'g20', 'in', '1990']
    """
    found: list[str] = WORD.findall(text.lower() if text.isascii() else _folded(text))
    return [word.replace(",", "") for word in found]


def _folded(text: str) -> str:
    """Folded character by character; what is left out elsewhere is a blank here."""
    return "".join(fold_character_for_search(character) or " " for character in text)


def word_postings(texts: Sequence[str]) -> dict[str, list[int]]:
    """Word -> the numbers of the texts that have it, ascending."""
    found: dict[str, list[int]] = {}
    for unit, text in enumerate(texts):
        for word in set(words(text)) if text else ():
            found.setdefault(word, []).append(unit)
    return found
