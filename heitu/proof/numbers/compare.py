"""The figures of a Chinese sentence against those of its English translation, by value and dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from heitu.proof.numbers import allowances, chinese, chinese_words, counted, direction, english, ordinals, rates
from heitu.proof.numbers.difference import Kind, NumberDifference, difference
from heitu.proof.numbers.matching import Matching, fits, is_conversion_of, is_otherwise_rounded, match
from heitu.proof.numbers.order import swapped
from heitu.proof.numbers.quantity import MONEY, YEAR, Both, Sentence, Stated
from heitu.proof.numbers.wording import ABOUT, OVER, says_passed
from heitu.proof.numbers.years import disordered, exchanged, turned

_CONNECTED = re.compile(r"(?: percent| yuan)? (?:to|and) (?:[a-z]+ ){0,2}")
_BRACKET = re.compile(r" ?\([^()]*\)")
_SWAPS = (swapped, exchanged, disordered, turned)
_LIKE = 1  # unlike in one respect at most, kind or role


def compare_numbers(
    zh: str, en: str, *, names: re.Pattern[str] | None = None, year: int | None = None
) -> tuple[NumberDifference, ...]:
    """Where the figures of a translation are not those of its original, in the order of the text; () if all agree.

    `names` are Chinese labels that hold numerals (`heitu.figures`), `year` is the year that 今年 means, if it is known.

    >>> compare_numbers("推广保护性耕作493.3万亩。", "extended to 4.933 million mu (328,900 hectares).")
    ()
    >>> [(d.kind, d.zh, d.en) for d in compare_numbers("推广493.3万亩。", "extended to 493 million mu.")]
    [('value', '493.3万亩', '493 million mu')]
    """
    both = Both(Sentence(zh, chinese.figures(zh, names, year)), Sentence(en, english.figures(en)), year)
    matched = match(both.zh.figures, both.en.figures)
    found = [*_unmatched(both, matched), *_matched(both, matched)]
    return tuple(sorted(_with_ordinals(both, found), key=_place))


def _with_ordinals(both: Both, found: Sequence[NumberDifference]) -> list[NumberDifference]:
    """With the parts of a year and the ranks that differ, where no error says so already."""
    more = [difference("value", "error", one, other) for one, other in ordinals.contradictions(both)]
    more = [one for one in more if not any(old.severity == "error" and _overlap(one, old) for old in found)]
    return more + [old for old in found if old.severity == "error" or not any(_overlap(one, old) for one in more)]


def _overlap(one: NumberDifference, other: NumberDifference) -> bool:
    places = ((one.zh_span, other.zh_span), (one.en_span, other.en_span))
    return any(left and right and left.overlaps(right) for left, right in places)


def _place(found: NumberDifference) -> tuple[bool, int]:
    """Where a difference stands: in Chinese, or after all those if only English has it."""
    span = found.zh_span or found.en_span
    return found.zh_span is None, span.start if span else 0


def _unmatched(both: Both, matched: Matching) -> Iterator[NumberDifference]:
    """What one language has and the other has not; two that evidently correspond are one difference."""
    missing, added = list(matched.chinese), []
    for e in matched.english:
        figure = both.en.figures[e]
        if figure.required and (_is_wrong_conversion(both, e) or not allowances.is_in_chinese(both, figure)):
            added.append(e)
    yield from _years(both, matched, missing, added)
    for z, e in list(_corresponding(both, matched, missing, added)):
        one, other = both.zh.figures[z], both.en.figures[e]
        missing.remove(z)
        added = [k for k in added if k != e]
        if is_otherwise_rounded(one, other) and not both.en.text[: other.start].endswith("("):
            yield difference("rounded", "remark", one, other)
        else:
            yield difference(_kind(one, other), "error", one, other)
    for z in missing:
        one = both.zh.figures[z]
        if not allowances.is_said_otherwise(both, [both.en.figures[e] for _, e in matched.pairs], one):
            yield difference("missing", "error" if one.required else "remark", one, None)
    for e in added:
        yield _added(both, e)


def _years(both: Both, matched: Matching, missing: list[int], added: list[int]) -> Iterator[NumberDifference]:
    """A year that is missing where another one is added, even if either might be left out or put in; each once."""
    own = {r.value for one in both.zh.figures if one.base == YEAR for r in one.readings}
    gained = [e for e in matched.english if both.en.figures[e].base == YEAR]
    gained = [e for e in gained if both.en.figures[e].readings[0].value not in own]
    for z in [z for z in missing if both.zh.figures[z].base == YEAR]:
        strange = [e for e in gained if not allowances.may_be_meant(both, both.en.figures[e])]
        if strange:
            gained.remove(strange[0])
            missing.remove(z)
            added[:] = [e for e in added if e != strange[0]]
            yield difference("value", "error", both.zh.figures[z], both.en.figures[strange[0]])


def _is_wrong_conversion(both: Both, position: int) -> bool:
    """Whether a figure in brackets is not what the one before it converts to, whatever else it may be."""
    figure, source = both.en.figures[position], _converted(both, position)
    return source is not None and source.base == figure.base and not is_conversion_of(source, figure)


def _added(both: Both, position: int) -> NumberDifference:
    """A figure that only English has: a wrong conversion, a name made precise, or one that is made up."""
    figure = both.en.figures[position]
    source = _converted(both, position)
    if source:
        exchanged = source.base != figure.base  # rates of exchange are not known here
        return difference("conversion", "remark" if exchanged else "error", source, figure)
    return difference("added", "remark" if allowances.makes_precise(both, figure) else "error", None, figure)


def _converted(both: Both, position: int) -> Stated | None:
    """The Chinese figure whose conversion stands in brackets right after its English one."""
    figure = both.en.figures[position]
    if not position or not both.en.text[: figure.start].endswith("("):
        return None
    before = both.en.figures[position - 1]
    alike = before.base == figure.base or {before.base, figure.base} <= MONEY
    return next((one for one in both.zh.figures if alike and fits(one, before)), None)


def _corresponding(
    both: Both, matched: Matching, missing: Sequence[int], added: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """A missing and an added figure that stand for one another: the likest pairs first, each figure once."""
    used_chinese: set[int] = set()
    used_english: set[int] = set()
    for (unlike, between), z, e in sorted(
        (_unlikeness(both, matched, z, e), z, e) for z in missing for e in matched.english
    ):
        if z in used_chinese or e in used_english or unlike > _LIKE:
            continue
        one, other = both.zh.figures[z], both.en.figures[e]
        if (one.required and e in added) or (unlike == between == 0 and _is_small_slip(both, one, other)):
            used_chinese.add(z)
            used_english.add(e)
            yield z, e


def _unlikeness(both: Both, matched: Matching, z: int, e: int) -> tuple[int, int]:
    """How unlike two figures are in kind and role, and how many matched figures stand between their places."""
    one, other = both.zh.figures[z], both.en.figures[e]
    unlike = (not one.bases & other.bases and not _same_number(one, other)) + (one.role != other.role)
    return unlike, abs(sum(k < z for k, _ in matched.pairs) - sum(k < e for _, k in matched.pairs))


def _is_small_slip(both: Both, one: Stated, other: Stated) -> bool:
    """One of two figures need not be in the other language (1个, 三项, three, half), and the other is in its place."""
    if one.printed[0].isdecimal() and other.printed[0].isdecimal():
        return True
    value = other.readings[0].value
    in_words = other.printed[0].isalpha() and other.role == one.role
    return in_words and value != 1 and (one.required or value not in chinese_words.supply(both.zh.text))


def _same_number(one: Stated, other: Stated) -> bool:
    """Whether two figures have the same number as printed, whatever their units."""
    return any(r.value / r.unit == q.value / q.unit or r.value == q.value for r in one.readings for q in other.readings)


def _kind(one: Stated, other: Stated) -> Kind:
    if one.role == "name":
        return "value"
    return "unit" if not one.bases & other.bases and _same_number(one, other) else "value"


def _matched(both: Both, matched: Matching) -> Iterator[NumberDifference]:
    """What is wrong with figures whose values agree: what they count, what is said of them, whose they are."""
    for z, e in matched.pairs:
        one, other = both.zh.figures[z], both.en.figures[e]
        if counted.differ(one.counted, other.counted) or rates.contradict(both.zh, one, both.en, other):
            yield difference("unit", "error", one, other)
        passed = one.qualifier == OVER and says_passed(both.en.text, other.start)
        if one.qualifier != other.qualifier and one.role == "figure" and not passed:
            opposed = one.qualifier and other.qualifier and ABOUT not in (one.qualifier, other.qualifier)
            yield difference("qualifier", "error" if opposed else "remark", one, other)
        if direction.contradicts(_around(both.zh, z), _around(both.en, e)):
            yield difference("direction", "error", one, other)
    for first, second in dict.fromkeys(pair for find in _SWAPS for pair in find(both, matched.pairs)):
        (z, _), (_, e) = matched.pairs[first], matched.pairs[second]
        yield difference("swapped", "error", both.zh.figures[z], both.en.figures[e])


def _around(sentence: Sentence, position: int) -> tuple[str, str]:
    """The text between a figure and the ones before and after it."""
    figures, text = sentence.figures, sentence.text
    figure = figures[position]
    earlier = [f for f in figures[:position] if f.end <= figure.start]
    while earlier and _CONNECTED.fullmatch(text, earlier[-1].end, figure.start):
        figure = earlier.pop()  # from 30 to over 40 percent: both rise
    before = earlier[-1].end if earlier else 0
    figure_end = figures[position].end
    bracket = _BRACKET.match(text, figure_end)  # 5 mu (0.33 hectares) more than
    room = bracket.end() if bracket else figure_end
    after = min((f.start for f in figures[position + 1 :] if f.start >= room), default=len(text))
    return text[before : figure.start], text[figure_end:after]
