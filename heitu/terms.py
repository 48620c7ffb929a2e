"""The glossary in a sentence: which terms its Chinese uses, and where a term's English stands in its translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from heitu.folding import fold_character
from heitu.translation import Term

_QUOTES = "“”„‘’「」『』\"'"
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "‑": "-", "\u00a0": " "})


def _folded(text: str) -> str:
    """Chinese as terms are compared: folded, and one kind of quotation mark for all.

    A mark inside keeps apart what stands on either side of it: 告知“承诺办” is no 告知承诺.
    """
    return "".join('"' if c in _QUOTES else fold_character(c) for c in text)


_Forms = Mapping[str, Sequence[tuple[str, Term]]]
_FORMS: dict[tuple[int, ...], _Forms] = {}
"""What is known of glossaries, by the identity of their terms, which it keeps alive: hashing them all takes longer."""


def _forms(terms: tuple[Term, ...]) -> _Forms:
    """Every Chinese form with its term, by its first character."""
    key = tuple(map(id, terms))
    if key not in _FORMS:
        found: dict[str, list[tuple[str, Term]]] = {}
        for term in terms:
            for form in (_folded(text).strip('"') for text in term.forms):
                if form:
                    found.setdefault(form[0], []).append((form, term))
        _FORMS[key] = found
    return _FORMS[key]


def uses(terms: Iterable[Term], zh: str) -> tuple[Term, ...]:
    """The terms that a Chinese text uses, each once, in the order of the text.

    The longest term goes first, and no character counts for two: 农村信用社 is no 信用社.
    """
    text, forms = _folded(zh), _forms(tuple(terms))
    there = [
        (-len(form), at, form, term)
        for at, character in enumerate(text)
        for form, term in forms.get(character, ())
        if text.startswith(form, at)
    ]
    taken, found = set[int](), dict[str, tuple[int, Term]]()
    for _, at, form, term in sorted(there, key=lambda one: one[:3]):
        place = range(at, at + len(form))
        if taken.isdisjoint(place):
            taken.update(place)
            found[term.id] = min(found.get(term.id, (at, term)), (at, term), key=lambda one: one[0])
    return tuple(term for _, term in sorted(found.values(), key=lambda pair: pair[0]))


@cache
def _pattern(rendering: str) -> re.Pattern[str]:
    words = re.split(r"\s+", rendering.translate(_PLAIN).strip(_QUOTES + " "))
    inner = r"\s+".join(map(re.escape, words))
    return re.compile(rf"(?<!\w){inner}(?:e?s)?(?!\w)", re.IGNORECASE)


def find_rendering(term: Term, en: str) -> tuple[int, int] | None:
    """Where an approved rendering of the term first stands in an English text; None where none does.

    Case, the kind of quotation marks and those at the edges are set aside, and a plural in -s is the same word.
    """
    plain = en.translate(_PLAIN)
    for rendering in sorted(term.renderings, key=len, reverse=True):
        if rendering.strip(_QUOTES + " ") and (match := _pattern(rendering).search(plain)):
            return match.span()
    return None
