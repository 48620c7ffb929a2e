"""A figure with Chinese units, explained: 493.3万亩 is 4.933 million mu, about 328,900 ha.

A conversion keeps as many significant digits as the printed number has; the exact factors are those of `units.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from heitu.figures.digits import round_to, significant_digits
from heitu.figures.units import UNITS
from heitu.language import Bilingual, Language
from heitu.records import Figure

MILLION, BILLION = 10**6, 10**9
_WAN, _YI = 10**4, 10**8

# Chinese unit -> the unit that it is converted to.
_CONVERTED: Mapping[str, str] = MappingProxyType({"亩": "公顷", "斤": "千克", "里": "公里"})

_NAMES: Mapping[str, Bilingual] = MappingProxyType(
    {
        zh: Bilingual(zh, en)
        for zh, en in {
            "亩": "mu", "公顷": "ha", "平方米": "m²", "平方公里": "km²", "米": "m", "公里": "km", "里": "li",
            "立方米": "m³", "吨": "tonnes", "千克": "kg", "公斤": "kg", "斤": "jin", "千瓦": "kW", "千瓦时": "kWh",
            "元": "yuan", "美元": "US dollars", "%": "%", "个百分点": "percentage points", "个点": "percentage points",
            "人": "people", "名": "people", "人次": "person-times", "户": "households", "年": "years", "个月": "months",
            "天": "days", "小时": "hours",
        }.items()
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed with the characters that give its size, and the exact value in a named unit."""

    raw: str
    value: Fraction
    unit: str


def gloss(figure: Figure, language: Language) -> str:
    """What a reader of the language may not see in a figure, "" where there is nothing to explain."""
    if figure.dimension in ("date", "ordinal") or figure.value_to is not None:
        return ""
    return explain(Amount(figure.raw, figure.value, figure.unit), language)


def explain(amount: Amount, language: Language) -> str:
    """A number in words of the language, with its conversion.

    >>> explain(Amount("493.3万亩", Fraction(4933000), "亩"), "en")
    '4.933 million mu ≈ 328,900 ha'
    >>> explain(Amount("493.3万亩", Fraction(4933000), "亩"), "zh")
    '约合32.89万公顷'
    >>> explain(Amount("1112.6亿元", Fraction(111260000000), "元"), "en"), explain(Amount("17家", Fraction(17), "家"), "en")
    ('111.26 billion yuan', '')
    """
    target = _CONVERTED.get(amount.unit)
    converted = _converted(amount, target, language) if target else ""
    if language == "zh":
        return f"约合{converted}" if converted else ""
    if not converted and not re.search("[十百千万亿]", amount.raw):
        return ""
    printed = f"{english_number(amount.value)}{_unit(amount.unit)}"
    return f"{printed} ≈ {converted}" if converted else printed


def _converted(amount: Amount, target: str, language: Language) -> str:
    value = amount.value * UNITS[amount.unit].factor / UNITS[target].factor
    rounded = round_to(value, significant_digits(amount.value, amount.raw))
    if language == "en":
        return f"{english_number(rounded)}{_unit(target)}"
    return f"{chinese_number(rounded)}{_NAMES[target].zh}"


def _unit(name: str) -> str:
    if name not in _NAMES:
        return ""
    return "%" if name == "%" else f" {_NAMES[name].en}"


def english_number(value: Fraction) -> str:
    """Millions and billions where that is shorter, else digits grouped by thousands.

    >>> english_number(Fraction(4933000)), english_number(Fraction(328900)), english_number(Fraction(1, 3))
    ('4.933 million', '328,900', '0.33')
    """
    for size, name in ((BILLION, "billion"), (MILLION, "million")):
        if value >= size and (value / size * 10_000).denominator == 1:
            return f"{_decimal(value / size)} {name}"
    return _decimal(value)


def chinese_number(value: Fraction) -> str:
    """万 and 亿 where the number is that large.

    >>> chinese_number(Fraction(328900)), chinese_number(Fraction(6700))
    ('32.89万', '6700')
    """
    for size, name in ((_YI, "亿"), (_WAN, "万")):
        if value >= size:
            return f"{_decimal(value / size, grouped=False)}{name}"
    return _decimal(value, grouped=False)


def _decimal(value: Fraction, *, grouped: bool = True) -> str:
    """A decimal of at most ten places, two where it does not end."""
    places = next((n for n in range(11) if (value * 10**n).denominator == 1), 2)
    return f"{float(round(value, places)):{',' if grouped else ''}.{places}f}"
