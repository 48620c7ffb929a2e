"""What changed in a sentence since it was translated: its Chinese before and after, the differences marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from markupsafe import Markup

from heitu.render import escaping
from heitu.translation import TranslationUnit

_PIECES = re.compile(r"[0-9A-Za-z.%]+|.", re.S)
"""What is compared: each character by itself, but numbers and Latin words as a whole."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit whose Chinese changed: `before` is "" where only a person marked it as not up to date.

    `words` are the first ones of its English.
    """

    unit: str
    words: str
    before: Markup
    after: Markup


def changed(unit: TranslationUnit, english: str) -> Changed:
    words = first_words(english)
    if not unit.before:
        return Changed(unit.id, words, Markup(""), escaping.text(unit.source))
    before, after = differences(unit.before, unit.source)
    return Changed(unit.id, words, before, after)


def first_words(english: str) -> str:
    """Enough of a sentence to know it by.

    >>> first_words("The city spent 300 million yuan and built fields."), first_words("Beautiful villages")
    ('The city spent 300 million…', 'Beautiful villages')
    """
    words = english.split()
    return " ".join(words[:5]).rstrip(",;:.") + "…" if len(words) > 5 else english


def differences(before: str, after: str) -> tuple[Markup, Markup]:
    """Both texts with what is only in one of them marked.

    >>> differences("新建12.5万亩", "新建13万亩。")
    (Markup('新建<del>12.5</del>万亩'), Markup('新建<ins>13</ins>万亩<ins>。</ins>'))
    """
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    left, right = [], []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left.append(_marked("del", old[a:b], kind))
        right.append(_marked("ins", new[c:d], kind))
    return Markup("".join(left)), Markup("".join(right))


def _marked(tag: str, pieces: Sequence[str], kind: str) -> str:
    text = escaping.text("".join(pieces))
    return text if kind == "equal" or not text else f"<{tag}>{text}</{tag}>"
