"""English names of units, each with the unit of `heitu.figures` that it is, or with its own size in a base unit.

Factors not given there: 1 acre = 4046.8564224 m², 1 mile = 1609.344 m, 1 foot = 0.3048 m (international yard and pound
agreement, 1959), 1 nautical mile = 1852 m.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from heitu.figures import UNITS
from heitu.figures.english import NAMED
from heitu.proof.numbers.quantity import POINTS, RATIO

# spelling -> base, size
_SIZED = {
    r"acres?": ("平方米", Fraction(40468564224, 10**7)),
    r"square miles?": ("平方米", Fraction(1609344, 1000) ** 2),
    r"cubic kilomet(?:er|re)s?": ("立方米", Fraction(10**9)),
    r"nautical miles?": ("米", Fraction(1852)),
    r"miles?": ("米", Fraction(1609344, 1000)),
    r"feet|foot": ("米", Fraction(3048, 10_000)),
    r"gigawatt[ -]hours?|GWh": ("千瓦时", Fraction(10**6)),
    r"terawatt[ -]hours?|TWh": ("千瓦时", Fraction(10**9)),
    r"basis points?": (POINTS, Fraction(1, 100)),
    r"decades?": ("月", Fraction(120)),
    r"[Cc]enten(?:ary|nial)|centur(?:y|ies)": ("月", Fraction(1200)),
    r"millenni(?:um|a)": ("月", Fraction(12_000)),
    r"quarters?": ("月", Fraction(3)),
    r"fold|times": (RATIO, Fraction(1)),
}
# What may stand before the number instead of a unit after it.
_SIGNS = {r"US\$|USD ?|\$": "美元", r"RMB ?|CNY ?|¥|￥": "元", r"€|EUR ?": "欧元", r"HK\$": "港元", r"£": "英镑"}
# Words between a number and its unit that say nothing of it.
BETWEEN = (
    r"(?:of a )?(?:(?:more|new|additional|extra|further|other|Chinese|metric|standard|consecutive|straight|successive|full|whole|"
    r"calendar|solid|long|entire|plus|some|or so|or more|or less|odd)[ -]){0,2}"
)


def _size_of(unit: str) -> tuple[str, Fraction]:
    row = UNITS[unit]
    return row.base or RATIO, row.factor


_SIZES = tuple(
    [(re.compile(spelling), _size_of(unit)) for spelling, unit in NAMED.items()]
    + [(re.compile(spelling), size) for spelling, size in _SIZED.items()]
)
# No letter may follow; kilowatt-hours are no kilowatts.
UNIT = rf"(?:{'|'.join(pattern.pattern for pattern, _ in _SIZES)})(?![A-Za-z]|[ -]hours?\b)"
SIGN = f"(?:{'|'.join(_SIGNS)})"


@cache
def size(printed: str) -> tuple[str, Fraction]:
    """The base unit of a spelling that `UNIT` matched, and its size in it.

    >>> size("hectares"), size("percentage points"), size("fold")
    (('平方米', Fraction(10000, 1)), ('个百分点', Fraction(1, 1)), ('ratio', Fraction(1, 1)))
    """
    return next(size for pattern, size in _SIZES if pattern.fullmatch(printed))


@cache
def size_of_sign(printed: str) -> tuple[str, Fraction]:
    """The same for a sign of currency before the number."""
    return next(_size_of(unit) for spelling, unit in _SIGNS.items() if re.fullmatch(spelling, printed))
