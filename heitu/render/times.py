"""Dates and periods (ISO 8601, as the records hold them) in words of either language."""

from __future__ import annotations

import re

from heitu.language import Language

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def date_text(iso: str, language: Language) -> str:
    """A year, month or day; anything else is shown as it is.

    >>> date_text("2022-07-02", "zh"), date_text("2022-07-02", "en"), date_text("2022-07", "en"), date_text("2022", "zh")
    ('2022年7月2日', '2 July 2022', 'July 2022', '2022年')
    """
    match = _DATE.fullmatch(iso)
    if not match:
        return iso
    year, month, day = match[1], int(match[2] or 0), int(match[3] or 0)
    if language == "zh":
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    words = [str(day)] if day else []
    return " ".join([*words, *([_MONTHS[month - 1]] if 1 <= month <= 12 else []), year])


def period_text(iso: str, language: Language) -> str:
    """A date, or an interval `a/b` of two.

    >>> period_text("2020-07/2022-07", "zh"), period_text("2020/2022", "en"), period_text("2017", "zh")
    ('2020年7月至2022年7月', '2020 to 2022', '2017年')
    """
    start, slash, end = iso.partition("/")
    if not slash:
        return date_text(start, language)
    return f"{date_text(start, language)}{'至' if language == 'zh' else ' to '}{date_text(end, language)}"


def years(iso: str) -> tuple[str, str]:
    """The first and the last year of a date or an interval."""
    start, _, end = iso.partition("/")
    return start[:4], (end or start)[:4]


def years_text(iso: str, language: Language) -> str:
    """Only the years of a date or an interval.

    >>> years_text("2020-07-22/2022-07-22", "zh"), years_text("2017", "en")
    ('2020—2022年', '2017')
    """
    first, last = years(iso)
    if language == "zh":
        return f"{first}年" if first == last else f"{first}—{last}年"
    return first if first == last else f"{first}–{last}"
