"""Significant digits: how many a figure gives, and a value rounded to so many."""

from __future__ import annotations

import re
from fractions import Fraction


def significant_digits(value: Fraction, printed: str = "") -> int:
    """How many digits of a decimal are significant: zeros at its end only if they are printed as digits.

    >>> [significant_digits(Fraction(v)) for v in ("4933000", "17.3", "0.05", "800")]
    [4, 3, 1, 1]
    >>> [significant_digits(Fraction(v), p) for v, p in ((5200000, "520万亩"), (1000000, "百万亩"), (1200000, "一百二十万亩"))]
    [3, 1, 2]
    """
    digits = re.sub(r"\D", "", (re.search(r"\d[\d.,]*", printed) or [""])[0]).lstrip("0")
    return max(len(_mantissa(value)[0]), len(digits))


def step_of(value: Fraction) -> Fraction:
    """The size of the last significant digit.

    >>> [str(step_of(Fraction(v))) for v in ("4933000", "17.3", "800")]
    ['1000', '1/10', '100']
    """
    return Fraction(10) ** _mantissa(value)[1]


def round_to(value: Fraction, digits: int) -> Fraction:
    """A value to so many significant digits, halves away from zero.

    >>> str(round_to(Fraction(986600, 3), 4)), str(round_to(Fraction(45, 4), 3)), str(round_to(Fraction(25, 10), 1))
    ('328900', '113/10', '3')
    """
    if not value:
        return value
    step, size = Fraction(1), abs(value)
    while size / step >= 10**digits:
        step *= 10
    while size / step < 10 ** (digits - 1):
        step /= 10
    whole = (size / step + Fraction(1, 2)).__floor__() * step
    return whole if value > 0 else -whole


def _mantissa(value: Fraction) -> tuple[str, int]:
    """The significant digits and the power of ten of the last one; six decimals of what has no end."""
    exponent, size = 0, abs(value)
    while size.denominator != 1 and exponent > -6:
        size, exponent = size * 10, exponent - 1
    digits = str(int(size))
    stripped = digits.rstrip("0") or "0"
    return stripped, exponent + len(digits) - len(stripped)
