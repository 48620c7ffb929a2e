"""Themes: which subjects the sections of a report have, which paragraphs speak of another one, and by which words.

The score of a theme in a text is BM25F (Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted
fields, CIKM 2004) over the theme's terms, with the weights that people gave them in the place of collection statistics,
so that one report never changes what another one gets:

- A heading says what its section is about: a word there counts as often as `_IN_HEADING` times in the text.
- Counts are taken per `_STRETCH` Han characters, in a shorter text as they are: a long text names many things in passing.
- The tenth time a word stands says little more than the third (`_SATURATION`).
- A word that stands in all paragraphs of its report tells them apart no longer, and counts half: not nothing, because a
  report may really have one subject.
- A word of weight `_NAMING` or more names its theme (辽河); the lighter ones only go along with it (河长, 水质). They
  count at most as much as the words that name it, so that another river, or a 社区 here and a 项目 there, decide nothing.
- The longest term wins where several overlap, of whatever theme: 梨树模式 is not also 梨树, and a name such as 辽河油田,
  with a negative weight, takes 辽河 out of the count and speaks against the theme.

A strength S becomes a score of S / (S + `_HALF`). A section below `_ENOUGH` has no subject of its own and is `general`,
as are, whatever words occur in them, what opens, closes or accompanies a report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from heitu.entries import ThemeOverride
from heitu.folding import fold, fold_with_offsets, han_count
from heitu.records import Paragraph, Report, Section, Theme, ThemeScore

GENERAL = "general"
_OWN_KINDS = ("body",)  # kinds of sections that have a subject of their own
_MOST_THEMES = 3
_MOST_WORDS = 6

_IN_HEADING = 3.0
_STRETCH = 200
_SATURATION = 1.2
_NAMING = 3.0
_HALF = 5.0
_ENOUGH = 0.4
_BESIDE = 0.7  # a second theme is at least this share of the first; a narrower theme of this share goes before its broader
_ELSEWHERE = 0.55  # a paragraph speaks of another subject: its score there, and the share of its section's theme's


@dataclass(frozen=True, slots=True)
class _Text:
    """What was counted in a text: terms in its heading and in its paragraphs, and how many Han characters these have."""

    heading: Counter[str]
    body: Counter[str]
    length: int


class _Lexicon:
    """The terms of all themes, folded; it remembers how each one was printed where it first stood."""

    def __init__(self, themes: Sequence[Theme]) -> None:
        self.weights = {theme.id: {fold(term): weight for term, weight in theme.terms.items()} for theme in themes}
        self.broader = {theme.id: theme.broader for theme in themes}
        self.printed: dict[str, str] = {}
        self._by_first: dict[str, list[str]] = {}
        for term in sorted({term for terms in self.weights.values() for term in terms}, key=lambda t: (-len(t), t)):
            self._by_first.setdefault(term[0], []).append(term)

    def count(self, text: str) -> Counter[str]:
        """How often each term stands in a text: from the left, the longest term at each place."""
        folded, offsets = fold_with_offsets(text)
        found: Counter[str] = Counter()
        at = 0
        while at < len(folded):
            term = next((t for t in self._by_first.get(folded[at], ()) if folded.startswith(t, at)), "")
            if term:
                found[term] += 1
                self.printed.setdefault(term, text[offsets[at] : offsets[at + len(term) - 1] + 1])
            at += len(term) or 1
        return found


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a term counts for in one report: `rarity` is between 1/2 (in every paragraph) and 1."""

    lexicon: _Lexicon
    rarity: Mapping[str, float]

    def scores(self, text: _Text) -> dict[str, ThemeScore]:
        """The score of each theme that the text speaks of at all."""
        stretch = max(1.0, text.length / _STRETCH)
        said: dict[str, float] = {}
        for term in text.heading.keys() | text.body.keys():
            often = _IN_HEADING * text.heading[term] + text.body[term] / stretch
            said[term] = self.rarity.get(term, 1.0) * often / (often + _SATURATION)
        scored = (self._score(theme, said) for theme in self.lexicon.weights)
        return {score.theme: score for score in scored if score}

    def _score(self, theme: str, said: Mapping[str, float]) -> ThemeScore | None:
        weights = self.lexicon.weights[theme]
        speaks = {term: weights[term] * much for term, much in said.items() if term in weights}
        naming = sum(much for term, much in speaks.items() if weights[term] >= _NAMING)
        beside = sum(much for term, much in speaks.items() if 0 < weights[term] < _NAMING)
        against = sum(much for much in speaks.values() if much < 0)
        strength = naming + min(naming, beside) + against
        if strength <= 0:
            return None
        words = sorted((term for term, much in speaks.items() if much > 0), key=lambda t: (-speaks[t], t))
        evidence = tuple(dict.fromkeys(self.lexicon.printed[term] for term in words[:_MOST_WORDS]))
        return ThemeScore(theme, round(strength / (strength + _HALF), 3), evidence)
