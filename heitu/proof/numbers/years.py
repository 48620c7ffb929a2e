"""Years and counts at each other's place: "In 1,237 the city placed 2022 households under monitoring".

Neither number shows it, since both may be either; the words beside them do. A place is the likelier for a year the
more it looks like "in … ," or "since … the", and the less it looks like "a total of … households".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from heitu.proof.numbers.quantity import COUNT, YEAR, Both, Sentence, Stated

_CLEAR = 3  # by so much the other place must be the likelier one
_MONTHS = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LEFT = (  # what a word right before it says for a year, the first that fits
    (3, re.compile(rf"\b{_MONTHS},? (?:\d+, )?$")),
    (
        2,
        re.compile(
            r"\b(?:in|since|during|until|till|before|after|early|late|mid|end of|year-end|start of|whole of|years?)[ -]$",
            re.I,
        ),
    ),
    (
        -2,
        re.compile(
            r"\b(?:total of|more than|all|only|some|about|nearly|another|other|th[eo]se|at least|up to)(?: the)? $",
            re.I,
        ),
    ),
    (1, re.compile(r"(?:^|\(|\b(?:of|for|from|to|by|than|and|through|between|with) )$", re.I)),
)
_COMPARED = re.compile(
    r"\b(?:than|over|from|to|with|against|versus)(?: in| that of| those of)?(?: the)?(?: end of)? $", re.I
)
# What makes a year the beginning or the base of something, around it in Chinese and before it in English.
_SAID_OF_YEARS = (
    (
        re.compile(r"[自从]#|#[^，。；]{0,2}以来"),
        re.compile(r"\bsince (?:the (?:end|beginning) of |early |late )?$", re.I),
    ),
    (
        re.compile(r"[比较]#"),
        re.compile(r"\b(?:than|over|compared (?:with|to))(?: in| that (?:in|of))?(?: the end of)? $"),
    ),
)
_OF_YEAR, _ITS_ZH = re.compile(r"(?: per [\w,]+)? (?:in|of) "), re.compile("[底末]?的?")
_TARGETS = (
    "targets|figures|levels?|plans?|reports?|budgets?|goals|sessions?|games|prices|statistics|standards|tasks|years"
)
_RIGHT = (
    (1, re.compile(r"$|[.,;:)–—]| \d| [A-Z]\w+ [a-z]+ed\b")),
    (-1, re.compile(r" (?:of|more|other|percent|new|additional)\b")),
    (
        1,
        re.compile(
            r" (?:the|an?|it|he|they|we|this|its?|their|and|or|to|is|was|were|are|has|had|have|alone|saw|onwards?|there|all"
            r"|both|in|at|after|with|across|as|when|while|by|on|for)\b"
        ),
    ),
    (0, re.compile(rf"(?: [a-z-]+)? (?:{_TARGETS})\b")),
    (
        -2,
        re.compile(r"(?: (?!(?:in|at|by|for|of|to|and|with)\b)[a-z-]+){0,3} (?:[a-z-]+(?<![sui])s|people|children)\b"),
    ),
)


def exchanged(both: Both, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The positions in `pairs` of a count and a year that stand at each other's place."""
    years = [i for i, (z, e) in enumerate(pairs) if both.zh.figures[z].base == YEAR and _is_bare(both.en.figures[e])]
    counts = [i for i, (z, e) in enumerate(pairs) if _counts(both.zh.figures[z]) and _is_bare(both.en.figures[e])]
    for count in counts:
        for year in years:
            one, other = (both.en.figures[pairs[i][1]] for i in (count, year))
            if likeness(both.en.text, one) - likeness(both.en.text, other) >= _CLEAR or _elliptic(both.en, one, other):
                yield count, year


def disordered(both: Both, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The positions in `pairs` of two years that changed places, while the figures between and beside them did not."""
    figures = sorted((z, e) for z, e in pairs if both.zh.figures[z].role == "figure")
    if len(figures) < 2 or any(left[1] > right[1] for left, right in pairwise(figures)):
        return
    once = [Counter(f.readings[0] for f in sentence.figures if f.base == YEAR) for sentence in (both.zh, both.en)]
    years = [i for i, (z, _) in enumerate(pairs) if once[0][both.zh.figures[z].readings[0]] == 1]
    years = [i for i in years if once[1][both.en.figures[pairs[i][1]].readings[0]] == 1]
    for one, other in combinations(sorted(years, key=lambda i: pairs[i][0]), 2):
        (z1, e1), (z2, e2) = pairs[one], pairs[other]
        compared = _COMPARED.search(both.en.text[: both.en.figures[e2].start])
        if e1 > e2 and any(z1 < z < z2 for z, _ in figures) and not compared:
            yield one, other


def turned(both: Both, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The positions in `pairs` of two years of which Chinese says what English says of the other.

    That is: since, than, of a figure right beside it (1996年的414公斤, 414 kg of 1996); or English runs backwards.
    """
    zh, en = both.zh.figures, both.en.figures
    years = [i for i, (z, _) in enumerate(pairs) if zh[z].base == YEAR]
    for one, other in combinations(years, 2):
        (z1, e1), (z2, e2) = pairs[one], pairs[other]
        if zh[z1].readings[0] == zh[z2].readings[0]:
            continue
        for chinese, english in _SAID_OF_YEARS:
            said = [chinese.search(_marked(both.zh.text, zh[z])) is not None for z in (z1, z2)]
            says = [english.search(both.en.text[: en[e].start]) is not None for e in (e1, e2)]
            if said[0] != said[1] and says[0] != says[1] and said != says:
                yield one, other
                break
        else:
            if _run_backwards(both.en.text, en[e1], en[e2]) or _has_figure_of(both, pairs, one, other):
                yield one, other


def _marked(text: str, figure: Stated) -> str:
    """The words right beside a figure, with # in its place."""
    return f"{text[max(figure.start - 1, 0) : figure.start]}#{text[figure.end : figure.end + 4]}"


def _run_backwards(text: str, one: Stated, other: Stated) -> bool:
    """From 2018 to 1978."""
    first, last = sorted((one, other), key=lambda f: f.start)
    told = text[: first.start].lower().endswith("from ") and text[first.end : last.start] == " to "
    return told and first.readings[0].value > last.readings[0].value


def _has_figure_of(both: Both, pairs: Sequence[tuple[int, int]], one: int, other: int) -> bool:
    """Whether a figure that stands right after the one year in Chinese has the other one right after it in English."""
    year, wrong = both.zh.figures[pairs[one][0]], both.en.figures[pairs[other][1]]
    return any(
        _ITS_ZH.fullmatch(both.zh.text, year.end, both.zh.figures[z].start)
        and _OF_YEAR.fullmatch(both.en.text, both.en.figures[e].end, wrong.start)
        for z, e in pairs
        if both.zh.figures[z].role == "figure" and both.zh.figures[z].start >= year.end
    )


def likeness(text: str, figure: Stated) -> int:
    """How much the place of a number looks like that of a year.

    >>> text = "In 27 a total of 2022 claims were paid"
    >>> [likeness(text, Stated(text.index(n), text.index(n) + len(n), n, ())) for n in ("27", "2022")]
    [3, -4]
    """
    before, after = text[max(figure.start - 24, 0) : figure.start], text[figure.end : figure.end + 60]
    left = next((points for points, words in _LEFT if words.search(before)), 0)
    return left + next((points for points, words in _RIGHT if words.match(after)), 0)


def _elliptic(en: Sentence, count: Stated, year: Stated) -> bool:
    """Whether a count stands like a year, "in 4 the number rose", and the year does not."""
    alike = likeness(en.text, count)
    return (
        alike >= _CLEAR
        and not _LEFT[1][1].search(en.text[max(year.start - 24, 0) : year.start])
        and alike > likeness(en.text, year)
    )


def _is_bare(figure: Stated) -> bool:
    """Digits without a unit."""
    return figure.printed.replace(",", "").isdecimal() and figure.role in ("figure", "date")


def _counts(figure: Stated) -> bool:
    return figure.role in ("figure", "rank") and figure.base == COUNT
