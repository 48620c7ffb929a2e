"""Numerals as exact fractions: Arabic digits of either width, Chinese numerals, and both mixed (1亿3千万)."""

from __future__ import annotations

import re
from fractions import Fraction

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_WAN, _YI = 10**4, 10**8
_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_IGNORED = re.compile(r"[多余来,\s]")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[零〇一二两三四五六七八九]?点[零〇一二三四五六七八九]+|.", re.S)
_YEARS = range(1800, 2200)


def number(text: str) -> Fraction | None:
    """The value of a numeral, None if it is none (三三五八, 亿万, 二三十); 多 and 余 inside it are passed over.

    >>> [str(number(text)) for text in ("493.3万", "1亿3千多万", "１，２００", "两万五", "十点二")]
    ['4933000', '130000000', '1200', '25000', '51/5']
    >>> number("三三五八"), number("亿万")
    (None, None)
    """
    tokens = _TOKEN.findall(_IGNORED.sub("", text.translate(_WIDTH)))
    total: int | Fraction = 0  # what is complete from 万 upwards
    section: int | Fraction = 0  # what is complete below
    waiting: int | Fraction | None = None  # a digit or decimal that may get a multiplier
    last, zero = 1, False  # the multiplier before, and whether 零 stands after it
    for index, token in enumerate(tokens):
        if token in _SMALL:
            if waiting == 0 or (waiting is None and index and not zero):
                return None
            section += (waiting or 1) * _SMALL[token]
            waiting, last, zero = None, _SMALL[token], False
        elif token in "万亿":
            below = section + (waiting or 0) if index else 1
            whole = total + below if token == "亿" else below
            if not whole:
                return None
            total = whole * _YI if token == "亿" else total + whole * _WAN
            section, waiting, last, zero = 0, None, _YI if token == "亿" else _WAN, False
        elif token in "零〇" and index and waiting is None:
            zero = True
        else:
            value = _literal(token)
            if value is None or waiting is not None:
                return None
            waiting = value
    if waiting is not None and tokens[-1] in _DIGIT and last > _SMALL["十"] and not zero:
        waiting = waiting * last // 10  # 三百五 is 350; 305 would need a 零
    return Fraction(total + section + (waiting or 0)) if tokens else None


def _literal(token: str) -> int | Fraction | None:
    if token[0].isdecimal():
        return Fraction(token) if "." in token else int(token)
    if token in _DIGIT:
        return _DIGIT[token]
    whole, point, decimals = token.partition("点")
    if point and (not whole or whole in _DIGIT):
        return Fraction(f"{_DIGIT.get(whole, 0)}.{''.join(str(_DIGIT[c]) for c in decimals)}")
    return None


def year(text: str) -> int | None:
    """A year of four digits, in Arabic figures of either width or digit by digit in Chinese; 1800 to 2199.

    >>> year("２０２１"), year("二〇二一"), year("5000")
    (2021, 2021, None)
    """
    digits = "".join(str(_DIGIT.get(c, c)) for c in text.translate(_WIDTH))
    return int(digits) if digits.isascii() and digits.isdecimal() and int(digits) in _YEARS else None


def is_han(text: str) -> bool:
    """Whether a numeral is written in Chinese characters throughout."""
    return not any(c.isascii() and c.isdecimal() for c in text.translate(_WIDTH))


def is_multiple(text: str) -> bool:
    """Whether a numeral has 百, 千, 万 or 亿."""
    return any(c in text for c in "百千万亿")
