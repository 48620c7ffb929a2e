"""Whether figures stand with their own nouns: figures of one dimension come in the order of what they measure.

A translation rarely turns a sentence round, and when it does, the nouns turn with the figures. So two figures of one
dimension should come in the order of the Chinese sentence, unless "from X to Y" says which is which, or nouns of
`NOUNS` show that what they measure changed places as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from heitu.figures.digits import significant_digits
from heitu.proof.numbers.matching import fits
from heitu.proof.numbers.nouns import NOUNS
from heitu.proof.numbers.quantity import COUNT, RATIO, Both, Sentence, Stated
from heitu.spans import Span

_FILLER = (
    r"(?: (?:the|a|an|more|than|over|about|around|nearly|some|only|less|just|level|mark|of|under|below|above|roughly|"
    r"approximately|almost|close|to|previous|last|year[’']s|original|negative|growth|decline|drop))* ?$"
)
_FROM_EN = re.compile(rf"\b(?:from|compared (?:with|to)|versus|against|revers(?:ed|ing)){_FILLER}")
_FROM_ZH = re.compile("[从由自](?!而)[^，,。；;0-9０-９]{0,16}$")
_TO_ZH = re.compile("(?:到|至|为|达)[^，,。；;0-9０-９]{0,4}$")
_REACH = 60
_GRADE_EN = re.compile(r"\b(?:magnitude|level|grade|class|category|tier)s?(?: of)? $", re.IGNORECASE)
_CLAUSE_ZH, _STOPS_EN = "，,。；;", re.compile(r"[;.](?= |$)")

_ONE_WORD = re.compile(r" (?:[A-Za-z-]+ )?")
_STOPS_ZH = re.compile("[，,。；;、]")
_COUNTED = 6  # characters
_Two = tuple[Stated, Stated]
_BREAK = re.compile(r"[,;:.](?= )|\band\b")


def swapped(both: Both, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The positions in `pairs` of two figures that stand at each other's place."""
    zh, en = both.zh, both.en
    places = [i for i, (z, _) in enumerate(pairs) if _has_order(zh, zh.figures[z])]
    free = set(range(len(en.figures))) - {e for _, e in pairs}
    for one, other in combinations(places, 2):
        first, second = zh.figures[pairs[one][0]], zh.figures[pairs[other][0]]
        if _sort(first) != _sort(second) or fits(first, second):
            continue
        firsts, seconds = (_renderings(en, zh.figures[z], e, free) for z, e in (pairs[one], pairs[other]))
        if _is_per(en, en.figures[pairs[one][1]]) or _is_per(en, en.figures[pairs[other][1]]):
            continue
        if not any(_agree(both, (first, second), (e1, e2)) for e1 in firsts for e2 in seconds):
            yield one, other


def _has_order(zh: Sentence, figure: Stated) -> bool:
    """Whether the place of a figure says whose it is; 每10万人5.7例 is 5.7 per 100,000, 2.6%的一半 half of 2.6."""
    is_of_another = figure.base == RATIO and any(
        zh.text[one.end : figure.start] == "的" for one in zh.figures if one.end < figure.start
    )
    return figure.role in ("figure", "rank") and not zh.text[: figure.start].endswith("每") and not is_of_another


def _is_per(en: Sentence, figure: Stated) -> bool:
    """The 100,000 of "1.3 per 100,000"."""
    round_number = figure.readings[0].value >= 100 and significant_digits(figure.readings[0].value) == 1
    return round_number and re.search(r"\b(?:per|every) $", en.text[: figure.start]) is not None


def _sort(figure: Stated) -> tuple[str, str, str]:
    """What figures must have in common to be taken for one another; ranks also what they count."""
    return figure.base, "rank" if figure.role == "rank" else "", figure.printed[-1] if figure.role == "rank" else ""


def _renderings(en: Sentence, figure: Stated, matched: int, free: set[int]) -> list[Stated]:
    """The English figures that a Chinese one may be: several, where English says the same figure twice."""
    own = en.figures[matched]
    again = (en.figures[e] for e in free if en.figures[e].printed[0].isdecimal() == own.printed[0].isdecimal())
    return [own, *(other for other in again if fits(figure, other, exact=True))]


def _agree(both: Both, chinese: _Two, english: _Two) -> bool:
    """Whether the renderings of two figures stand where they should, by the first thing that tells."""
    told = (tell(both, chinese, english) for tell in (_by_roles, _by_grades, _by_qualifiers, _by_what_follows))
    first = next((agree for agree in told if agree is not None), None)
    return _by_nouns(both, chinese, english) if first is None else first


def _by_qualifiers(both: Both, chinese: _Two, english: _Two) -> bool | None:
    """约1.5万亿元 is still "about", 近9.8万亿元 "nearly"."""
    said, says = (tuple(figure.qualifier for figure in two) for two in (chinese, english))
    return None if said[0] == said[1] or set(said) != set(says) else said == says


def _by_what_follows(both: Both, chinese: _Two, english: _Two) -> bool | None:
    """Whether both figures are followed by what they count, or each by what the other does; None else."""
    keeps = english[0].start < english[1].start
    own = [_counts_only(both, one, f, g) for one, f, g in zip(chinese, english, english[::-1], strict=True)]
    others = [_counts_only(both, one, g, f) for one, f, g in zip(chinese, english, english[::-1], strict=True)]
    if not keeps and any(own):
        return True
    return False if keeps and all(others) else None


def _by_nouns(both: Both, chinese: _Two, english: _Two) -> bool:
    first, second = english
    one, other = (_nouns(both, figure, english) for figure in chinese)
    own, others = [one[n] for n in one.keys() - other.keys()], [other[n] for n in other.keys() - one.keys()]
    with_own = [_is_nearer(both.en.text, places, first, second) for places in own]
    with_own += [_is_nearer(both.en.text, places, second, first) for places in others]
    if first.start > second.start:
        return _come_before(others, own) or (bool(with_own) and all(with_own))
    if own and _stands_before(both.en.text, first, others) and not _stands_before(both.en.text, first, own):
        return False
    return not _come_before(others, own) or any(with_own)


def _counts_only(both: Both, chinese: Stated, own: Stated, other: Stated) -> bool:
    """Whether what a Chinese figure counts follows its English one, but not the other: 54 African countries."""
    text = both.en.text
    nouns = [pattern for word, pattern in NOUNS if word in _following(both.zh, chinese)]
    return any(_is_right_after(text, own, noun) for noun in nouns) and not any(
        _is_right_after(text, other, noun) for noun in nouns
    )


def _is_right_after(text: str, figure: Stated, noun: re.Pattern[str]) -> bool:
    """Whether a noun follows a figure, with one word between at most."""
    return any(_ONE_WORD.fullmatch(text, figure.end, place.start()) for place in noun.finditer(text, figure.end))


def _stands_before(text: str, figure: Stated, nouns: list[list[Span]]) -> bool:
    """Whether a figure is followed by one of some nouns at once: 10 teachers."""
    return any(text[figure.end : place.start] == " " for places in nouns for place in places)


def _come_before(some: list[list[Span]], others: list[list[Span]]) -> bool:
    """Whether nouns all come before other nouns, as far as each stands once; there must be some of either."""
    left, right = ([places[0] for places in nouns if len(places) == 1] for nouns in (some, others))
    return bool(left and right) and max(left) < min(right)


def _by_roles(both: Both, chinese: _Two, english: _Two) -> bool | None:
    """由45.3%提高到51.6%: whether "from" stands before the same figure in English; None if one of them does not say."""
    zh, (first, second) = both.zh.text, chinese
    if not _FROM_ZH.search(_before(zh, first)) or not _TO_ZH.search(_before(zh, second)):
        return None
    if any(mark in zh[first.end : second.start] for mark in _CLAUSE_ZH):
        return None
    sources = [bool(_FROM_EN.search(_before(both.en.text, figure))) for figure in english]
    return None if sources[0] == sources[1] else sources[0]


def _by_grades(both: Both, chinese: _Two, english: _Two) -> bool | None:
    """5.0级地震20次: whether the grade is the one that English calls so; None if that is not said of just one."""
    graded = [figure.printed.endswith("级") or both.zh.text.startswith("级", figure.end) for figure in chinese]
    called = [_GRADE_EN.search(_before(both.en.text, figure)) is not None for figure in english]
    return None if graded[0] == graded[1] or called[0] == called[1] else graded == called


def _before(text: str, figure: Stated) -> str:
    return text[max(figure.start - _REACH, 0) : figure.start]


def _nouns(both: Both, figure: Stated, english: tuple[Stated, Stated]) -> dict[str, list[Span]]:
    """The nouns of a figure, and where each stands in the English sentences of two figures."""
    zh, en = both.zh, both.en
    low, high = min(f.start for f in english), max(f.end for f in english)
    start = max((stop.end() for stop in _STOPS_EN.finditer(en.text, 0, low)), default=0)
    stop = _STOPS_EN.search(en.text, high)
    end = stop.start() if stop else len(en.text)
    for part in _parts(zh, figure):
        found = {}
        for chinese, pattern in NOUNS:
            if chinese in part and (places := [Span(*m.span()) for m in pattern.finditer(en.text, start, end)]):
                found[pattern.pattern] = places
        if found:
            return found
    return {}


def _parts(zh: Sentence, figure: Stated) -> Iterator[str]:
    """Where the nouns of a Chinese figure stand: since the last figure of its sort; else in its clause."""
    clause = max(zh.text.rfind(mark, 0, figure.start) for mark in _CLAUSE_ZH) + 1
    last = max((f.end for f in zh.figures if f.end <= figure.start and _sort(f) == _sort(figure)), default=0)
    following = _following(zh, figure)
    yield zh.text[max(clause, last) : figure.end] + figure.noun + following
    yield zh.text[clause : figure.end] + following


def _following(zh: Sentence, figure: Stated) -> str:
    """What a Chinese figure counts, or a share is said of: 54个非洲国家, 3%的能源消费增速."""
    if figure.base != COUNT and not (figure.base == RATIO and zh.text.startswith("的", figure.end)):
        return ""
    end = min((f.start for f in zh.figures if f.start >= figure.end), default=len(zh.text))
    return _STOPS_ZH.split(zh.text[figure.end : min(end, figure.end + _COUNTED)])[0]


def _is_nearer(text: str, places: list[Span], own: Stated, other: Stated) -> bool:
    return min(_gap(text, place, own) for place in places) < min(_gap(text, place, other) for place in places)


def _gap(text: str, noun: Span, figure: Stated) -> tuple[int, int]:
    """How far a noun is from a figure: in clauses, then in characters."""
    start, end = sorted((noun.end, figure.start)) if noun.start < figure.start else sorted((figure.end, noun.start))
    return len(_BREAK.findall(text, start, end)), end - start
