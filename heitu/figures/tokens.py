"""The tokeniser: every number of a text that is a figure, a date or a rank; names made of digits are passed over.

At each character that can open a number the forms of `_FORMS` are tried in order; the first that reads it wins. A form
reads a `Token`, or a `_NAME` (3+1, 5G, 0431-81126178): that is consumed and is no figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Literal

from heitu.figures import numerals
from heitu.figures.units import LED_BY, PER, UNITS, Unit, rate

_D = "[0-9０-９]"
_B = r"[ \u3000\u00a0]?"  # a blank that was left between digits and characters
_H = "[零〇一二两三四五六七八九十百千万亿]"
# 千 is a part of the unit in 60万千瓦 and 3千米, 百 in 百分点.
_M = "(?:[多余来]?(?:[万亿]|百(?!分)|千(?![瓦克米伏卡帕焦赫])))"
_ARABIC = rf"(?:{_D}{{1,3}}(?:,{_D}{{3}})+(?!{_D})|[０-９]{{1,3}}(?:，[０-９]{{3}})+(?!{_D})|{_D}+)(?:[.．]{_D}+)?"
_NUMERAL = rf"{_ARABIC}(?:{_B}{_M}+(?:{_ARABIC}{_M}+)*)?"
_HAN = rf"{_H}+(?:点[零〇一二三四五六七八九]+)?(?:[多余来]?[万亿])*"
_LETTERS = r"A-Za-zＡ-Ｚａ-ｚ"
_TO = "(?:[-－–—~～]|——|至|到)"
_YEAR = rf"(?:{_D}{{4}}|[一二][零〇一二三四五六七八九]{{3}})"
_STOPS = "，,。；;、：:！!？?)）"  # "" is in it too: the end of the text
_CLOSING = _STOPS + "]】》”’"
_AFTER_DAYS = re.compile("内|以内|之内|游|均")


def _unit_pattern() -> str:
    """One alternation of all spellings, the longest first; `unit_named` finds the unit of what matched."""
    spelled = []
    for unit in UNITS.values():
        unless = f"(?!{unit.unless})" if unit.unless else ""
        for form in unit.printed:
            latin = f"(?![{_LETTERS}])" if form.isascii() and form.isalnum() else ""
            spelled.append((form, f"{form}{unless}{latin}"))
    spelled.sort(key=lambda pair: -len(pair[0]))
    lower = "|".join(sorted(map(re.escape, PER), key=len, reverse=True))
    return f"(?:{'|'.join(p for _, p in spelled)})(?:{_B}[/／]{_B}(?:{lower})(?![{_LETTERS}]))?"


_UNIT = _unit_pattern()
_SPELLINGS = tuple((re.compile(form), unit) for unit in UNITS.values() for form in unit.printed)


@dataclass(frozen=True, slots=True)
class Token:
    """A number as printed at [start, end). `value_to` is the upper end of a range; `infix` 多 or 余 inside it."""

    start: int
    end: int
    value: Fraction
    unit: str
    dimension: str
    infix: str = ""
    value_to: Fraction | None = None
    han: bool = False


_NAME: Literal["name"] = "name"
_Read = Token | Literal["name"] | None


def find_tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, in order; they do not overlap."""
    position = 0
    while match := _OPENS.search(text, position):
        position = match.start() + 1
        for pattern, read in _forms(match.lastgroup or "", text[match.end() : match.end() + 1]):
            found = pattern.match(text, match.start())
            if not found or not (token := read(found)):
                continue
            if isinstance(token, Token):
                yield token
                position = token.end
            else:
                position = found.end()
            break


@cache
def unit_named(printed: str) -> Unit:
    """The unit of a spelling that `_UNIT` matched.

    >>> unit_named("％").name, unit_named("吨 / 日").name, unit_named("个多月").name
    ('%', '吨/日', '个月')
    """
    upper, _, lower = (part.strip() for part in printed.replace("／", "/").partition("/"))
    unit = next(unit for pattern, unit in _SPELLINGS if pattern.fullmatch(upper))
    return rate(unit, lower) if lower else unit


def _name(match: re.Match[str]) -> _Read:
    return _NAME


def _iso_date(match: re.Match[str]) -> _Read:
    return _calendar(match, "年月日", match["y"], match["m"], match["d"])


def _date(match: re.Match[str]) -> _Read:
    """Year, month and day as the digits of ISO 8601's basic format: 2020年7月22日 is 20200722 年月日."""
    given = [key for key in "ymd" if match[key]]
    if given == ["d"] and _AFTER_DAYS.match(match.string, match.end()):
        return None  # 30日内 is a duration
    return _calendar(match, "".join({"y": "年", "m": "月", "d": "日"}[k] for k in given), *(match[k] for k in "ymd"))


def _calendar(match: re.Match[str], unit: str, year: str | None, month: str | None, day: str | None) -> _Read:
    if year and numerals.year(year) is None:
        return None
    value = numerals.year(year) or 0 if year else 0
    for part, limit in ((month, 12), (day, 31)):
        if part:
            number = numerals.number(part)
            if number is None or not 1 <= number <= limit:
                return None
            value = value * 100 + int(number)
    return Token(match.start(), match.end(), Fraction(value), unit, "date", han=numerals.is_han(match[0]))


def _years(match: re.Match[str]) -> _Read:
    low, high = numerals.year(match["low"]), numerals.year(match["high"])
    if low is None or high is None or low >= high:
        return None
    return Token(match.start(), match.end(), Fraction(low), "年", "date", value_to=Fraction(high))


def _bare_year(match: re.Match[str]) -> _Read:
    """盘点2017四平民生实事: a year without its 年."""
    year = numerals.year(match[0])
    return Token(match.start(), match.end(), Fraction(year), "", "date") if year else None


def _share(match: re.Match[str]) -> _Read:
    """三分之一, 百分之五点二: in % or ‰ where the denominator is a hundred or a thousand."""
    lower, upper = numerals.number(match["lower"]), numerals.number(match["upper"])
    if upper is None or not lower:
        return None
    unit = {100: "%", 1000: "‰"}.get(int(lower), "")
    value = upper if unit else upper / lower
    return Token(match.start(), match.end(), value, unit, "ratio", han=numerals.is_han(match[0]))


def _slash(match: re.Match[str]) -> _Read:
    """约占1/3; 2021/22 and the like are no fractions."""
    upper, lower = numerals.number(match["upper"]), numerals.number(match["lower"])
    if not upper or not lower or upper >= lower or not _before(match, "[占约近超为达到少减降低加增的]"):
        return _NAME
    return Token(match.start(), match.end(), upper / lower, "", "ratio")


def _colon(match: re.Match[str]) -> _Read:
    """A ratio (比例为3:1) or a time of the day (9:30, 9时30分), as the digits of ISO 8601's basic format."""
    left, right = numerals.number(match["left"]), numerals.number(match["right"])
    if left is None or right is None:
        return None
    if _before(match, "比[例值]?[为达是约]?") and right:
        return Token(match.start(), match.end(), left / right, "", "ratio")
    if left < 25 and right < 60 and len(match["right"]) == 2:
        return Token(match.start(), match.end(), left * 100 + right, "时分", "date")
    return _NAME


def _half(match: re.Match[str]) -> _Read:
    unit = UNITS["个月" if match["unit"] == "月" else match["unit"]] if match["unit"] else None
    dimension = unit.dimension if unit else "ratio"
    return Token(match.start(), match.end(), Fraction(1, 2), unit.name if unit else "", dimension, han=True)


def _rank(match: re.Match[str]) -> _Read:
    """第16位, 全国第一, 前十名. A Chinese numeral needs a counter or the end of its clause: 第一书记 is a title."""
    value, unit, han = numerals.number(match["number"]), match["unit"] or "", numerals.is_han(match["number"])
    if value is None or (match["lead"] == "前" and unit not in ("位", "名", "强")):
        return None
    after = match.string[match.end() : match.end() + 1]
    if after == "号":
        return _NAME  # 2021年第5号公告
    if han and not unit and after not in _CLOSING:
        return None
    lead = "前" if match["lead"] == "前" else ""
    return Token(match.start(), match.end(), value, unit, "ordinal", infix=lead, han=han)


def _range(match: re.Match[str]) -> _Read:
    """1-5天, 10-20万元: one figure from `value` to `value_to`; the lower end shares the multiplier of the upper."""
    low, high = numerals.number(match["low"]), numerals.number(match["number"])
    if low is None or high is None:
        return None
    digits = re.match(_ARABIC, match["number"])
    if digits and not numerals.is_multiple(match["low"]) and (coefficient := numerals.number(digits[0])):
        low = low * high / coefficient if low < coefficient else low
    token = _measured(match, low)
    return None if token is None or low >= high else replace(token, value_to=high)


def _quantity(match: re.Match[str]) -> _Read:
    value = numerals.number(match["number"])
    if value is None:
        return None
    if match["sign"]:
        if match["unit"][0] not in "%％‰个℃" or _before(match, rf"[\d{_LETTERS}%％)）]"):
            return None
        value = -value
    return _measured(match, value)


def _measured(match: re.Match[str], value: Fraction) -> Token | None:
    """A numeral with its unit; 万, 多 and the like inside it are its infix."""
    unit = unit_named(match["unit"])
    numeral = match["number"]
    han = numerals.is_han(numeral)
    if unit.name in LED_BY and not _before(match, LED_BY[unit.name]):
        return None
    half = "半" in match["unit"] or ("half" in match.re.groupindex and match["half"] is not None)
    infix = _infix(numeral + (match["infix"] or "") + match["unit"])
    if han and not half and not _counts(match, unit, numeral, infix):
        return None
    value = value + Fraction(1, 2) if half else value
    dimension = "date" if unit.name == "年" and not infix and numerals.year(numeral) and not half else unit.dimension
    return Token(match.start(), match.end(), value, unit.name, dimension, infix, han=han)


def _before(match: re.Match[str], words: str) -> bool:
    """Whether a few characters that match `words` stand right before."""
    return re.search(f"(?:{words})$", match.string[max(match.start() - 4, 0) : match.start()]) is not None


def _infix(printed: str) -> str:
    """多, 余, 来 or + within a numeral or before its unit."""
    found = re.search("[多余来+＋]", printed)
    return found[0].replace("＋", "+") if found else ""


def _counts(match: re.Match[str], unit: Unit, numeral: str, infix: str) -> bool:
    """Whether a numeral in Chinese characters counts: 两年 does; 一座座, 五家渠, 二元 and 千家万户 are words."""
    end = match.end("unit")
    if unit.name == "次" and re.search("届[^，,。；;]*$", match.string[max(match.start() - 14, 0) : match.start()]):
        return False  # 八届五次全会, 十一届人大三次会议: names of meetings
    if unit.han == "no" or _before(match, "[几数]"):
        return False
    if unit.unless_han and re.match(unit.unless_han, match.string[end : end + 4]):
        return False
    if numeral == "一" and unit.name not in LED_BY and unit.name not in ("倍", "个百分点"):
        return False  # an article or a part of an idiom, nearly always
    if len(numeral) == 1 and numerals.is_multiple(numeral) and not (infix or unit.is_measure):
        return _before(match, "[上近超约逾达]")
    return unit.han == "yes" or numerals.is_multiple(numeral)


def _levels(match: re.Match[str]) -> _Read:
    """市县乡村四级: Chinese numerals count levels of government only after the levels themselves."""
    value = numerals.number(match["number"])
    if value is None or value < 2 or not _before(match, "[省市州县区旗乡镇村组]"):
        return None
    return Token(match.start(), match.end(), value, "级", "count", han=True)


def _plain(match: re.Match[str]) -> _Read:
    """A number without a unit is a figure if its form or the words around it say so; else it is a name (12345热线)."""
    numeral, after = match["number"], match.string[match.end() : match.end() + 1]
    value, infix = numerals.number(numeral), _infix(numeral + (match["infix"] or ""))
    if value is None or re.match(r"版|号|路|[+＋\-—]", after):
        return None
    formed = bool(re.search("[.．,，万亿千百]", numeral)) or bool(infix)
    counted = _before(match, "[达为至到共计超近约余第]|超过|突破|等于|大于|小于")
    closed = after in _STOPS and _before(match, "[\u4e00-\u9fff]")
    if after in "”’\"'" and _before(match, "[“‘\"']"):
        return None
    return Token(match.start(), match.end(), value, "", "number", infix) if formed or counted or closed else None


_MONTH_DAY = rf"(?P<m>{_D}{{1,2}}){_B}月份?(?:{_B}(?P<d>{_D}{{1,2}}){_B}[日号])?"
_HAN_MD = r"(?P<m>十?[一二]|[一二三四五六七八九十])月(?:(?P<d>[一二三]?十?[一二三四五六七八九]|[二三]?十)[日号])"
_INFIX = rf"(?P<infix>[多余来+＋])?{_B}"
_RANKED = "[位名批届个次轮期季项条场家支步代组类部强]"
_HALF = "(?P<half>(?<=[年天周时倍])半(?![载径]))?"

_POINT, _BLANKS, _MULTIPLES, _TO_SIGNS = ".．,，", " \u3000\u00a0", "多余来百千万亿", "-－–—~～至到"
_LATIN = "".join(chr(c) for c in (*range(65, 91), *range(97, 123), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))
_Form = tuple[re.Pattern[str], Callable[[re.Match[str]], _Read]]
# What opens a number; for digits, what must follow them ("" anything); the form; its reader. A whole run of Chinese
# numerals is one candidate, so that none is read from its middle.
_FORMS: tuple[tuple[str, str, str, Callable[[re.Match[str]], _Read]], ...] = (
    ("digit", "-./", rf"(?P<y>{_D}{{4}})[-./](?P<m>{_D}{{1,2}})[-./](?P<d>{_D}{{1,2}})(?!{_D})", _iso_date),
    ("digit", "-－—", r"\d{3,4}[-－—]\d{7,8}(?!\d)", _name),  # a telephone number
    # PM2.5, G331; but 占GDP4% is a share
    ("letter", "", rf"[{_LETTERS}]+[-－]?{_D}+(?:[.．]{_D}+)*[{_LETTERS}]*(?![%％]|[.．]?{_D})", _name),
    ("digit letter", "+＋", rf"(?:{_D}+|[{_LETTERS}])(?:[+＋](?:{_D}+|[{_LETTERS}]))+", _name),  # 3+1, 9+X
    ("digit", _LATIN + _POINT, rf"{_D}+(?:[.．]{_D}+)?(?!{_UNIT})[{_LETTERS}]+{_D}*", _name),  # 5G, 5A级
    ("digit han", "年" + _TO_SIGNS + _BLANKS, rf"(?P<low>{_YEAR}){_B}年?{_B}{_TO}{_B}(?P<high>{_YEAR}){_B}年", _years),
    ("digit han", "年" + _BLANKS, rf"(?P<y>{_YEAR}){_B}年(?![级代])度?(?:{_B}{_MONTH_DAY})?", _date),
    ("digit", "月" + _BLANKS, rf"(?P<y>){_MONTH_DAY}", _date),
    ("digit", "日" + _BLANKS, rf"(?P<y>)(?P<m>)(?P<d>{_D}{{1,2}}){_B}日", _date),
    ("digit han", "年", rf"(?P<y>{_YEAR}年)?{_HAN_MD}", _date),
    ("digit", "/", rf"(?P<upper>{_D}{{1,3}})/(?P<lower>{_D}{{1,3}})(?![/／{_D}])", _slash),
    (
        "digit",
        ":：∶" + _POINT,
        rf"(?P<left>{_D}+(?:[.．]{_D}+)?)[:：∶](?P<right>{_D}+(?:[.．]{_D}+)?)(?:[:：]{_D}{{2}})?",
        _colon,
    ),
    ("digit", "时点", rf"(?P<left>{_D}{{1,2}})[时点](?P<right>{_D}{{1,2}})分", _colon),
    ("digit han", "分" + _POINT, rf"(?P<lower>{_HAN}|{_ARABIC})分之(?P<upper>{_HAN}|{_ARABIC})", _share),
    ("half", "", r"(?<![上下前后大多])半(?:个(?=月|小时))?(?P<unit>(?:年|月|小时|天)(?![级]))", _half),
    ("half han", "", r"(?:一半|过半)(?P<unit>)", _half),
    ("rank", "", rf"(?P<lead>第|前){_B}(?P<number>{_ARABIC}|{_HAN}){_B}(?P<unit>{_RANKED})?", _rank),
    (
        "digit",
        _TO_SIGNS + _MULTIPLES + _POINT + _BLANKS,
        rf"(?P<low>{_NUMERAL}){_B}{_TO}{_B}(?P<number>{_NUMERAL}){_INFIX}(?P<unit>{_UNIT})",
        _range,
    ),
    ("han", "", rf"(?P<low>{_HAN})[至到](?P<number>{_HAN}){_INFIX}(?P<unit>{_UNIT})", _range),
    ("digit sign", "", rf"(?P<sign>[-－−])?(?P<number>{_NUMERAL}){_B}{_INFIX}(?P<unit>{_UNIT}){_HALF}", _quantity),
    ("han", "", rf"(?P<sign>)(?P<number>{_HAN}){_INFIX}(?P<unit>{_UNIT}){_HALF}", _quantity),
    ("han", "", rf"(?P<number>{_H}+)级(?!以上|别)", _levels),
    ("digit", "", rf"(?P<number>{_NUMERAL})(?P<infix>[多余])?(?!{_D})", _plain),
    ("digit", "", rf"(?:19|20){_D}{{2}}(?!{_D})(?=[\u4e00-\u9fff、])", _bare_year),
    ("digit han", "", rf"{_NUMERAL}|{_H}+", _name),
)
_OPENS = re.compile(
    rf"(?P<letter>[{_LETTERS}]+(?=[-－]?{_D})|[{_LETTERS}](?=[+＋]))|(?P<digit>{_D}+)|(?P<sign>[-－−](?={_D}))"
    f"|(?P<rank>第|前)|(?P<half>半|过半)|(?P<han>{_H})"
)

_COMPILED = tuple((kinds.split(), after, re.compile(pattern), read) for kinds, after, pattern, read in _FORMS)


@cache
def _forms(kind: str, following: str) -> tuple[_Form, ...]:
    """The forms that may stand where something of a kind opens; `following` is what follows its leading digits."""
    return tuple(
        (pattern, read)
        for kinds, after, pattern, read in _COMPILED
        if kind in kinds and (kind != "digit" or not after or following in after)
    )
