"""Dates of an English sentence: days, months and years each for itself, periods, decades, times of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from heitu.proof.numbers.found import Form, Found, found, plain, stated
from heitu.proof.numbers.quantity import CLOCK, COUNT, DAY, DECADE, LABEL, MONTH, RATIO, YEAR

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = {name[:3]: i for i, name in enumerate(_MONTHS, start=1)}
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(m for m in _SHORT if m != 'May')}|Sept)\.?(?= \d))"
_DAY = r"(?:[1-3]?\d)(?:st|nd|rd|th)?(?![\d,.]\d|\d| (?:million|billion|percent))"
_TO = "(?:[-–]| to | and )"
CALENDAR_YEAR = r"(?:1[89]|20)\d\d"
# No year stands there: On 2020 July 22.
BEFORE_A_DATE = re.compile(rf" {_MONTH} \d|(?<=\b[Oo]n \d{{4}}), {_MONTH} \d")
_Y = CALENDAR_YEAR


def _dates(match: re.Match[str]) -> Iterator[Found]:
    """22 July 2020 is a day, a month and a year, each for itself."""
    for group, value in match.groupdict().items():
        if not value or group[0] not in "mdy" or not group[1:2].isdecimal():
            continue
        required = True
        if group[0] == "m":
            readings = [plain(MONTH, _SHORT[value[:3]])]
            required = match.group() != value or value not in ("May", "March")  # either may be a verb
        else:
            readings = [plain(YEAR if group[0] == "y" else DAY, int(re.sub("[a-z]", "", value)))]
        yield Found(stated(match.string, match.span(group), readings, required=required, role="date"))


def _years(match: re.Match[str]) -> Iterator[Found]:
    """2016-20: both years."""
    for group, value in (("ya", match["ya"]), ("yb", match["ya"][:2] + match["yb"])):
        yield Found(stated(match.string, match.span(group), [plain(YEAR, int(value))], role="date"))


def _decade(match: re.Match[str]) -> Iterator[Found]:
    yield found(match, [plain(DECADE, int(match["tens"]))], required=True, role="date")


def _ancient(match: re.Match[str]) -> Iterator[Found]:
    """60 BC, AD 25."""
    yield found(match, [plain(YEAR, int(match["bc"] or match["ad"]))], required=True, role="date")


def _hyphened(match: re.Match[str]) -> Iterator[Found]:
    """“3-3-5-8”: a name of so many digits."""
    digits = int(match[0].replace("-", ""))
    yield found(match, [plain(LABEL, digits), plain(COUNT, digits)], required=True, role="name")


def _proportion(match: re.Match[str]) -> Iterator[Found]:
    """3.1:1, 3.1 to 1 and 7.9:40.5:51.6, each as in the Chinese."""
    terms = match[0].replace(" to ", ":")
    over, *under = (Fraction(term) for term in terms.split(":"))
    readings = [plain(terms, 1)] + [plain(RATIO, over / each) for each in under if each and len(under) == 1]
    yield found(match, readings, required=True)


def _clock(match: re.Match[str]) -> Iterator[Found]:
    """9:30, and 3:1, which may be a ratio."""
    hour, minute = int(match["hour"]), int(match["minute"])
    readings = [plain(CLOCK, hour * 100 + minute), plain(RATIO, Fraction(hour, minute or 1)), plain(match[0], 1)]
    if match["noon"] == "p":
        readings.append(plain(CLOCK, (hour + 12) * 100 + minute))
    yield found(match, readings, required=True)


def _hour(match: re.Match[str]) -> Iterator[Found]:
    """2 p.m., 14时 in Chinese."""
    hour = int(match["hour12"]) % 12 + (12 if match["day"] == "p" else 0)
    yield found(match, [plain(COUNT, hour), plain(CLOCK, hour * 100)], required=True, role="date")


def _always(match: re.Match[str]) -> Iterator[Found]:
    """24/7: 24 hours on 7 days."""
    for group, seconds in (("a24", 86_400), ("a7", 604_800)):
        readings = [plain("秒", seconds), plain(COUNT, int(match[group]))]
        yield Found(stated(match.string, match.span(group), readings))


DATES: tuple[Form, ...] = (
    ("dated", rf"(?P<m1>{_MONTH}) (?P<d1>{_DAY})(?:{_TO}(?P<d1b>{_DAY}))?(?:,? (?P<y1>{_Y})\b)?", _dates),
    (
        "daymonth",
        rf"(?<![\d.,])(?P<d2>{_DAY})(?:{_TO}(?P<d2b>{_DAY}))? (?:of )?(?P<m2>{_MONTH})(?:,? (?P<y2>{_Y})\b)?",
        _dates,
    ),
    ("month", rf"\b(?P<m3>{_MONTH})(?:,? (?:of )?(?P<y3>{_Y})\b)?", _dates),
    ("years", rf"(?<![\d.,$])\b(?P<ya>{_Y})[-–/](?P<yb>\d\d)(?![\d,.%]\d|\d|[-–])", _years),
    ("decade", r"\b(?P<tens>(?:1[89]|20)\d0)s\b", _decade),
    ("ancient", r"\b(?P<bc>\d{1,4}) B\.?C\.?E?\b|\bA\.?D\.? (?P<ad>\d{1,4})\b", _ancient),
    ("hyphened", r"(?<![\d-])\d(?:-\d){2,}(?![\d-])", _hyphened),
    (
        "proportion",
        r"(?<![\d.,:])(?P<first>\d+(?:\.\d+)?)(?::\d+(?:\.\d+)?){2,}|(?<![\d.,:])(?P<second>\d+\.\d+):[1-9]\d*(?:\.\d+)?"
        r"|(?<![\d.,:])(?P<to>\d+\.\d+) to 1\b(?![,.%]?\d)",
        _proportion,
    ),
    ("clock", r"\b(?P<hour>\d{1,3}):(?P<minute>\d{1,2})\b(?: ?(?P<noon>[ap])\.?m\b\.?)?", _clock),
    ("oclock", r"\b(?P<hour12>1[0-2]|[1-9]) ?(?P<day>[ap])\.?m\b\.?", _hour),
    ("always", r"\b(?P<a24>24)/(?P<a7>7)\b", _always),
)
