"""The figures of an English sentence: numerals of either kind with their units, ranks, dates, multiples, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from heitu.figures.digits import step_of
from heitu.proof.numbers import numerals
from heitu.proof.numbers.counted import PERSONS
from heitu.proof.numbers.dates import BEFORE_A_DATE, CALENDAR_YEAR, DATES
from heitu.proof.numbers.found import Form, Found, found, plain, stated
from heitu.proof.numbers.quantity import COUNT, LABEL, PLAN, RATIO, YEAR, Reading, Role, Stated
from heitu.proof.numbers.shares import SHARES
from heitu.proof.numbers.units import BETWEEN, SIGN, UNIT, size, size_of_sign

_FREE_UP_TO = 10  # number words that need no counterpart in Chinese: two sides, three rural issues
_CONNECTED = re.compile(
    r"(?: ?[,–—-])? ?(?:(?:to|and|or|from|but|then|over|more|than|nearly|almost|about|around|less|roughly|some|up|by|at|"
    r"least|a|further|another|in|the|previous|original)\b ?)*"
    r"|,? and (?:an?|the) (?:[a-z-]+ ){1,5}of "  # a central deficit of 1.8 trillion and a local deficit of 1 trillion yuan
)
# from 52.2 percent in 2012 to 57.5 in 2017
_RESUMED = re.compile(
    r"(?: in| of| for| at the end of)? ?(?: to| and)(?: (?:over|about|around|nearly|almost|more than|within|under))? "
)
_ORDERED = re.compile(rf" (?:(?:consecutive|straight|successive) )?({UNIT}|[Aa]nniversar)")
_PER_MANY = re.compile(r"\b(?:per|every) $")
_PER_THOUSAND = re.compile(r"(?: [a-z]+){0,3} (?:per|in every|for every|out of every) (?:thousand|1,000)\b")
_GENERATION = re.compile("[- ]generation")
_YEARS_OF = re.compile(
    r"\b(?:number of (?:\w+ )?|length of |average |total )?(?P<unit>years|days|hours|kilometers)"
    r" of (?P<rest>(?:[^.;\d]|aged \d+|from [\d.]+(?= to ))*)$"
)
_PLAN = re.compile(r"(?: (?:and|to|through) (?:the )?\d+th)? Five[- ]Year")
_AND_OTHER = re.compile(r" and \S+ other$")
_QUOTED = re.compile("[“‘\"'].+[”’\"']")
_AGED = re.compile(r"\b(?:aged|age of|ages of|age|ages|aged between|between the ages of)(?: (?:over|under|from))? $")
# Nouns right after a number, with adjectives between: 300 poor households, but not 300 people from poor households.
_ADJECTIVES = r"(?: (?!(?:of|in|from|with|and|or|for|to|at|on|people|persons|residents|members)\b)[a-z-]+){0,2}"
_COUNTED = tuple(
    (counted, re.compile(f"{_ADJECTIVES} (?:{nouns})\\b"))
    for counted, nouns in (
        ("households", "households|families"),
        ("persons", "people|persons"),
        ("person-times", "person-times|visits|occasions|instances|attendances"),
        ("someone", PERSONS),
    )
)


def figures(text: str) -> tuple[Stated, ...]:
    """The figures of an English sentence in order.

    >>> [(f.printed, f.base, str(f.readings[0].value)) for f in figures("rose from 54 to 82.7 trillion yuan in 2017")]
    [('54', '元', '54000000000000'), ('82.7 trillion yuan', '元', '82700000000000'), ('2017', 'year', '2017')]
    """
    read = [number for match in _PATTERN.finditer(text) for number in _READERS[match.lastgroup or ""](match)]
    places = [i for i, number in enumerate(read) if number.stated.role != "date"]
    for left, right in reversed(list(pairwise(places))):
        between = _between(text, read[left : right + 1])
        if _CONNECTED.fullmatch(between):
            read[left] = _sharing(read[left], read[right])
    for left, right in pairwise(places):
        if _RESUMED.fullmatch(_between(text, read[left : right + 1])):
            read[right] = _sharing(read[right], read[left])
    return tuple(number.stated for number in read)


def _name(match: re.Match[str]) -> Iterator[Found]:
    """PM2.5, G20, 5G: letters and digits; without a counterpart in Chinese it is a name as any other."""
    digits = [Fraction(each) for each in re.findall(r"\d+(?:\.\d+)?", match[0])]
    readings = [plain(base, value) for value in digits for base in (COUNT, LABEL)]
    yield found(match, readings, required=match[0][0].isdecimal(), role="name")


def _label(match: re.Match[str]) -> Iterator[Found]:
    """3+1: a name that is not to be taken apart."""
    yield found(match, [plain(match[0].replace(" plus ", "+"), 1)], required=match[0][0].isdecimal(), role="name")


def _rank(match: re.Match[str]) -> Iterator[Found]:
    printed = match["no"] or match["upto"]
    value = numerals.number(printed) if printed else numerals.ordinal(match[0])
    readings = [plain(COUNT, value)]
    if match[0][0].isdecimal() and not numerals.is_well_formed(match[0]):
        readings = [plain(match[0], 1)]  # 31th, 2023,th: what it should be, nobody knows
    if _GENERATION.match(match.string, match.end()):
        readings.append(plain(LABEL, value))
    if _PLAN.match(match.string, match.end()):
        readings.insert(0, plain(PLAN, value))
    following = _ORDERED.match(match.string, match.end())
    if following:
        base, each = ("月", Fraction(12)) if following[1].lower() == "anniversar" else size(following[1])
        readings.append(plain(base, value * each))
    in_digits = any(character.isdecimal() for character in match[0])
    yield found(match, readings, required=in_digits or value > _FREE_UP_TO, role="rank")


def _quantity(match: re.Match[str]) -> Iterator[Found]:
    """A numeral with its unit, if it has one, and what the words right after it say."""
    text, numeral = match.string, match["numeral"]
    value = numerals.number(numeral) + (Fraction(1, 2) if match["and"] or match["after"] else 0)
    readings = _values(match, value)
    per = readings[0].base == COUNT and _PER_MANY.search(text[: match.start()]) and step_of(value) == value >= 100
    free = bool(per) or (
        readings[0].base == COUNT and not numeral[0].isdecimal() and (value <= _FREE_UP_TO or "dozen" in numeral)
    )
    quoted = _QUOTED.fullmatch(text[max(match.start() - 1, 0) : match.end() + 1])
    role: Role = "name" if quoted else "date" if readings[0].base == YEAR else "figure"
    after = text[match.end() : match.end() + 60]
    counted = next((noun for noun, words in _COUNTED if readings[0].base == COUNT and words.match(after)), "")
    figure = stated(text, match.span(), readings, required=not free, role=role)
    yield Found(replace(figure, counted=counted), value, _multiple_of(numeral))


def _values(match: re.Match[str], value: Fraction) -> list[Reading]:
    """What a numeral may stand for: in its unit, as a year, as one of several (Shanghai and 10 other provinces)."""
    text, numeral = match.string, match["numeral"]
    base, each = _unit(match)
    readings = [Reading(base, value * each, each, _step(numeral, value) * each)]
    if match["unit"] in ("times", "fold", "quarters", "quarter"):
        readings.append(Reading(COUNT, value))
    if base == COUNT and re.fullmatch(CALENDAR_YEAR, numeral) and not BEFORE_A_DATE.match(text, match.end()):
        readings.insert(0, plain(YEAR, value))
    if base == COUNT and (of := _YEARS_OF.search(text[: match.start()])):
        base_of, size_of = size(of["unit"])
        readings.append(Reading(base_of, value * size_of, size_of, _step(numeral, value) * size_of))
    if base == COUNT and _PER_THOUSAND.match(text, match.end()):
        readings.append(Reading(RATIO, value / 1000, Fraction(1, 1000), _step(numeral, value) / 1000))
    if base == COUNT and _AND_OTHER.search(text[max(match.start() - 5, 0) : match.end() + 6]):
        readings.append(Reading(COUNT, value + 1))
    if match["minus"]:
        readings = [*(replace(r, value=-r.value) for r in readings), *readings]
    return readings


def _unit(match: re.Match[str]) -> tuple[str, Fraction]:
    if match["unit"]:
        return size(match["unit"])
    if match["sign"]:
        return size_of_sign(match["sign"])
    if _AGED.search(match.string[max(match.start() - 16, 0) : match.start()]):
        return "月", Fraction(12)
    return COUNT, Fraction(1)


def _step(numeral: str, value: Fraction) -> Fraction:
    """The size of the last digit printed; zeros at the end of a whole number are taken for rounding."""
    decimals = re.match(r"[\d,]+\.(\d+)", numeral)
    return _multiple_of(numeral) / 10 ** len(decimals[1]) if decimals else step_of(value)


def _multiple_of(numeral: str) -> Fraction:
    """The multiplier at the end of a numeral: a million in 5.3 million, 1 in 5,300."""
    multiple = Fraction(1)
    for word in reversed(numeral.replace("-", " ").split()):
        if word not in numerals.LARGE:
            break
        multiple *= numerals.LARGE[word]
    return multiple


def _between(text: str, read: Sequence[Found]) -> str:
    """The words between the first and the last of some figures, without the dates between them."""
    ends, starts = [f.stated.end for f in read[:-1]], [f.stated.start for f in read[1:]]
    words = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return re.sub(" +", " ", words)


def _sharing(bare: Found, whole: Found) -> Found:
    """54 to 82.7 trillion yuan: a number without a unit has that of its neighbour, and its multiplier or none."""
    if bare.value is None or whole.value is None or bare.base_is_known:
        return bare
    model = whole.stated.readings[0]
    if model.base == COUNT and whole.multiple == 1:
        return bare
    multiples = [whole.multiple, Fraction(1)] if bare.multiple == 1 != whole.multiple else [Fraction(1)]
    shared = [
        Reading(model.base, bare.value * m * model.unit, model.unit, step_of(bare.value) * m * model.unit)
        for m in multiples
    ]
    return replace(bare, stated=replace(bare.stated, readings=(*shared, *bare.stated.readings)))


_NAME = (
    r"(?<![A-Za-z\d])(?!Mid-|Pre-|Post-|US\$|USD|RMB|CNY|EUR|No\.|HK\$)[A-Z][A-Za-z.'’&]*-?\d+(?:\.\d+)?[A-Za-z]*"
    rf"|(?<![\d.,])\d+(?:\.\d+)?(?!(?:st|nd|rd|th|s)\b)(?!{UNIT})(?![mbt]n\b)[A-Za-z]+\b"
)
_QUANTITY = (
    rf"(?P<sign>{SIGN})?(?P<minus>(?<![\w.])[-−–](?=\d)|\b(?:minus|negative) (?=\d))?"
    rf"(?P<numeral>{numerals.NUMERAL}|\b(?:million|billion|trillion)(?=-{UNIT}))"
    rf"(?P<and>(?: and a half)?)(?:[ -]?{BETWEEN}(?P<unit>{UNIT})(?P<after>(?: and a half)?))?"
)
_LOW = r" ?(?:\d{1,3}|[a-z]+)\b(?![.,]\d| ?(?:hundred|thousand|million|billion))"  # number 3, not "number 7.95 million"
_FORMS: tuple[Form, ...] = (
    *DATES,
    ("name", _NAME, _name),
    ("label", r"(?<![\d.])(?:\d+|[A-Z])(?:(?:\+| plus )(?:\d+|[A-Z]))+(?![\d.])", _label),
    *SHARES,
    (
        "rank",
        rf"(?:\b(?:No\.|(?<!will )(?<!to )[Nn]umber(?={_LOW})) ?(?P<no>{numerals.NUMERAL}))"
        rf"|(?<!to )(?<!will )\b[Tt]op (?P<upto>{numerals.NUMERAL})(?! ?(?:percent|%))(?!,?\d| ?{UNIT})|{numerals.ORDINAL}",
        _rank,
    ),
    ("quantity", _QUANTITY, _quantity),
)
# No form begins inside a word: that saves trying them all at every letter.
_PATTERN = re.compile(f"(?<![a-z])(?:{'|'.join(f'(?P<{name}>{form})' for name, form, _ in _FORMS)})")
_READERS = {name: read for name, _, read in _FORMS}
