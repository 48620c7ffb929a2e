"""Themes: which subjects the sections of a report have, which paragraphs speak of another one, and by which words.

The score of a theme in a text is BM25F (Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted
fields, CIKM 2004) over the theme's terms, with the weights that people gave them in the place of collection statistics,
so that one report never changes what another one gets:

- A heading says what its section is about: a word there counts as `_IN_HEADING` times in the text, and weighs double.
- Counts are taken per `_STRETCH` Han characters, in a shorter text as they are: a long text names many things in passing.
- The tenth time a word stands says little more than the third (`_SATURATION`).
- A word that stands in every paragraph of its report tells them apart no longer, and counts down to half: not nothing,
  because a report may really have one subject.
- A word of weight `_NAMING` or more names its theme (辽河); the lighter ones only go along with it (河长, 水质). They
  count at most as much as the words that name it, so that another river, or a 社区 here and a 项目 there, decide nothing.
- The longest term wins where several overlap, of whatever theme: 梨树模式 is not also 梨树, and a name such as 辽河油田,
  with a negative weight, takes 辽河 out of the count and speaks against the theme.

A strength S becomes a score of S / (S + `_HALF`). A theme is a section's where it scores `_ENOUGH` and runs through it:
what only a few of its paragraphs speak of belongs to these. A section without a subject is `general`, as are, whatever
words occur in them, what opens, closes or accompanies a report.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from heitu.entries import ThemeOverride
from heitu.folding import fold, fold_with_offsets, han_count
from heitu.records import Report, Section, Theme, ThemeScore

GENERAL = "general"
_MOST_THEMES = 3
_MOST_WORDS = 6

_IN_HEADING = 3.0
_STRETCH = 200
_SATURATION = 1.2
_FEW = 3  # the fewer paragraphs a report has, the less it shows that a word stands in all of them
_NAMING = 3.0
_TELLING = 1.5  # the weight from which a word shows that a paragraph speaks of a theme, were it in passing
_HALF = 5.0
_ENOUGH = 0.45
_BESIDE = 0.55  # the share of the first theme's score that another theme of a section has at least
_NARROWER = 0.8  # the share of a broader theme's score from which a narrower one, being more exact, goes before it
_ELSEWHERE = 0.5  # the score of another subject in a paragraph …
_RIVAL = 0.8  # … and its share of what the section's own theme has there


@dataclass(frozen=True, slots=True)
class _Text:
    """Terms counted in a heading and in paragraphs of `length` Han characters, and how each was first printed there."""

    heading: Counter[str]
    body: Counter[str]
    length: int
    printed: Mapping[str, str]


_Terms = tuple[tuple[str, float], ...]


class _Lexicon:
    """The terms of all themes, folded. `entries` are themes with their broader themes and terms."""

    def __init__(self, entries: Sequence[tuple[str, str | None, _Terms]]) -> None:
        self.weights = {theme: {fold(t): weight for t, weight in terms if fold(t)} for theme, _, terms in entries}
        self.broader = {theme: broader for theme, broader, _ in entries}
        self.themes_of: dict[str, list[str]] = {}
        rests: dict[str, list[str]] = {}  # the terms by their first character: much faster to match than all in a row
        for theme, weights in self.weights.items():
            for term in weights:
                self.themes_of.setdefault(term, []).append(theme)
        for term in sorted(self.themes_of, key=lambda term: (-len(term), term)):
            rests.setdefault(term[0], []).append(re.escape(term[1:]))
        self._any = re.compile("|".join(f"{re.escape(c)}(?:{'|'.join(rest)})" for c, rest in rests.items()) or "(?!)")

    def find(self, text: str) -> list[tuple[str, str]]:
        """The terms in a text with how they are printed: from the left, the longest at each place, none overlapping."""
        folded, offsets = fold_with_offsets(text)
        return [(m[0], text[offsets[m.start()] : offsets[m.end() - 1] + 1]) for m in self._any.finditer(folded)]

    def read(self, heading: Iterable[str], body: str) -> _Text:
        lines = [hit for line in heading for hit in self.find(line)]
        hits = self.find(body)
        printed: dict[str, str] = {}
        for term, words in [*lines, *hits]:
            printed.setdefault(term, words)
        return _Text(Counter(t for t, _ in lines), Counter(t for t, _ in hits), han_count(body), printed)


@lru_cache(maxsize=1)
def _lexicon(entries: tuple[tuple[str, str | None, _Terms], ...]) -> _Lexicon:
    return _Lexicon(entries)  # the same for every report of an archive


def _section_text(lexicon: _Lexicon, section: Section, paragraphs: Sequence[_Text]) -> _Text:
    heading = lexicon.read((line.text for line in (section.kicker, section.headline) if line), "")
    body: Counter[str] = Counter()
    printed = dict(heading.printed)
    for paragraph in paragraphs:
        body += paragraph.body
        printed = {**paragraph.printed, **printed}
    return _Text(heading.heading, body, sum(paragraph.length for paragraph in paragraphs), printed)


@dataclass(frozen=True, slots=True)
class _Scale:
    """What terms count for in one report: `rarity` is between 1/2 (in every paragraph) and 1 (in none)."""

    lexicon: _Lexicon
    rarity: Mapping[str, float]

    def scores(self, text: _Text) -> dict[str, ThemeScore]:
        """The score of each theme that the text speaks of at all."""
        stretches = max(1.0, text.length / _STRETCH)
        said: dict[str, float] = {}
        for term in text.printed:
            often = _IN_HEADING * text.heading[term] + text.body[term] / stretches
            twice = 2 if term in text.heading else 1
            said[term] = twice * self.rarity.get(term, 1.0) * often / (often + _SATURATION)
        speaks: dict[str, dict[str, float]] = {}
        for term, much in said.items():
            for theme in self.lexicon.themes_of[term]:
                speaks.setdefault(theme, {})[term] = much * self.lexicon.weights[theme][term]
        found = (self._score(theme, speaks[theme], text.printed) for theme in self.lexicon.weights if theme in speaks)
        return {score.theme: score for score in found if score}

    def _score(self, theme: str, speaks: Mapping[str, float], printed: Mapping[str, str]) -> ThemeScore | None:
        weights = self.lexicon.weights[theme]
        naming = sum(much for term, much in speaks.items() if weights[term] >= _NAMING)
        along = sum(much for term, much in speaks.items() if 0 < weights[term] < _NAMING)
        against = sum(much for much in speaks.values() if much < 0)
        strength = naming + min(naming, along) + against
        if strength <= 0:
            return None
        part = min(1.0, naming / along) if along else 1.0  # of what the lighter words say
        decided = {t: much * (1.0 if weights[t] >= _NAMING else part) for t, much in speaks.items() if much > 0}
        words = sorted(decided, key=lambda term: (-decided[term], term))
        evidence = tuple(dict.fromkeys(printed[term] for term in words))[:_MOST_WORDS]
        return ThemeScore(theme, round(strength / (strength + _HALF), 3), evidence)


def _ranked(scores: Iterable[ThemeScore], broader: Mapping[str, str | None]) -> list[ThemeScore]:
    """The strongest first; a narrower theme goes before its broader one unless it is clearly weaker."""
    ranked = sorted(scores, key=lambda score: -score.score)
    for score in list(ranked):
        above = next((s for s in ranked if s.theme == broader.get(score.theme)), None)
        if above and above.score > score.score >= _NARROWER * above.score:
            ranked.remove(score)
            ranked.insert(ranked.index(above), score)
    return ranked


def _runs_through(theme: str, whole: _Text, paragraphs: Sequence[_Text], lexicon: _Lexicon) -> bool:
    """Whether a section speaks of a theme in its heading or in most of its paragraphs."""
    words = {term for term, weight in lexicon.weights[theme].items() if weight >= _TELLING}
    speaking = sum(not words.isdisjoint(paragraph.body) for paragraph in paragraphs)
    return not words.isdisjoint(whole.heading) or 2 * speaking > len(paragraphs)


def _section_themes(section: Section, paragraphs: Sequence[_Text], scale: _Scale) -> tuple[ThemeScore, ...]:
    whole = _section_text(scale.lexicon, section, paragraphs)
    scores = scale.scores(whole)
    general = scores.pop(GENERAL, None)
    through = [s for s in scores.values() if _runs_through(s.theme, whole, paragraphs, scale.lexicon)]
    best = max((score.score for score in through), default=0.0)
    if general and general.score >= max(best, _ENOUGH):
        return (general,)
    if best < _ENOUGH:
        return (ThemeScore(GENERAL, round(1 - best, 3), general.evidence if general else ()),)
    subjects = _ranked((s for s in through if s.score >= max(_ENOUGH, _BESIDE * best)), scale.lexicon.broader)
    return tuple(subjects[:_MOST_THEMES])


def _elsewhere(text: _Text, own: Sequence[ThemeScore], scale: _Scale) -> tuple[ThemeScore, ...]:
    """The subject, other than its section's themes, that a paragraph speaks of; () if none."""
    scores = scale.scores(text)
    here = max((scores[theme.theme].score for theme in own if theme.theme in scores), default=0.0)
    known = {GENERAL, *(theme.theme for theme in own)}
    others = _ranked((s for s in scores.values() if s.theme not in known), scale.lexicon.broader)
    return tuple(s for s in others[:1] if s.score >= max(_ELSEWHERE, _RIVAL * here))


def _override(override: ThemeOverride) -> tuple[ThemeScore, ...]:
    return tuple(ThemeScore(theme, 1.0, (override.by,), "override") for theme in override.themes)


def _has_subject(section: Section, report: Report) -> bool:
    """Whether a section may have a subject of its own: an opening only where it is the whole report."""
    return section.kind == "body" or (section.kind == "opening" and all(s.kind != "body" for s in report.sections))


def assign_themes(report: Report, themes: tuple[Theme, ...], overrides: Mapping[str, ThemeOverride]) -> Report:
    """The report with themes given to its sections and, where they speak of another subject, to its paragraphs.

    A section gets one to three themes, the main one first; a paragraph at most one, which its section has not. Scores
    are in [0, 1], rounded to 3 places; evidence is at most six words as they are printed in that section or paragraph,
    the strongest first, and empty where a section is general by what it is. `overrides` maps ids of sections and
    paragraphs to what a person decided, which wins.
    """
    lexicon = _lexicon(tuple((theme.id, theme.broader, tuple(theme.terms.items())) for theme in themes))
    texts = {p.id: lexicon.read((), p.text.text) for p in report.paragraphs}
    held = Counter(term for text in texts.values() for term in text.body)
    scale = _Scale(lexicon, {term: 1 - (count - 1) / (len(texts) + _FEW) / 2 for term, count in held.items()})

    def themed(section: Section) -> Section:
        has_subject = _has_subject(section, report)
        own: tuple[ThemeScore, ...] = (ThemeScore(GENERAL, 1.0, ()),)
        if section.id in overrides:
            own = _override(overrides[section.id])
        elif has_subject:
            own = _section_themes(section, [texts[p.id] for p in section.paragraphs], scale)
        elsewhere = {p.id: _elsewhere(texts[p.id], own, scale) for p in section.paragraphs if has_subject}
        decided = {p.id: _override(overrides[p.id]) for p in section.paragraphs if p.id in overrides}
        given = {**elsewhere, **decided}
        return replace(
            section, themes=own, paragraphs=tuple(replace(p, themes=given.get(p.id, ())) for p in section.paragraphs)
        )

    return replace(report, sections=tuple(map(themed, report.sections)))
