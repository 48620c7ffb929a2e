"""An English sentence as HTML: the first use of a term linked to the glossary, figures of Chinese measures explained."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from heitu.render import escaping
from heitu.render.marks import figure_html

GLOSSARY = "../glossary.html"  # from the page of a report


@dataclass(frozen=True, slots=True)
class TermUse:
    """Where a term's English stands in a sentence."""

    start: int
    end: int
    term: str


def english_html(text: str, terms: Sequence[TermUse], glosses: Mapping[str, str]) -> Markup:
    """The sentence with its terms linked and its figures marked; `glosses` are what explains each figure, by its English.

    >>> print(english_html("10 mu of land.", [], {"10 mu ≈ 0.7 ha": "10亩 = 10 mu ≈ 0.7 ha"}))
    <span class="ht-fig" data-gloss="10亩 = 10 mu ≈ 0.7 ha">10 mu</span> of land.
    """
    places = {(use.start, use.end): _term(text[use.start : use.end], use.term) for use in terms}
    for english, says in glosses.items():
        for place in _places(text, english):
            if not any(place[0] < end and start < place[1] for start, end in places):
                places[place] = figure_html(escaping.text(text[slice(*place)]), says)
    out, at = [], 0
    for (start, end), html in sorted(places.items()):
        out += [escaping.text(text[at:start]), html]
        at = end
    return Markup("".join([*out, escaping.text(text[at:])]))


def _term(words: str, term: str) -> str:
    name = escaping.text(term)
    link = f'<a class="ht-term" href="{GLOSSARY}#{name}" draggable="false" data-heitu-note="term-{name}">'
    return f"{link}{escaping.text(words)}</a>"


def _places(text: str, english: str) -> list[tuple[int, int]]:
    """Where a figure with a conversion ("10 mu ≈ 0.7 ha") stands in the English; others explain themselves there."""
    printed, _, converted = english.partition(" ≈ ")
    if not converted:
        return []
    pattern = rf"(?<![\w.,]){re.escape(printed)}(?!\w)".replace(r"\ ", r"[\s-]")
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
