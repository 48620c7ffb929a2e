"""The English names of units, and how a pattern of spellings is written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType

NAMED: Mapping[str, str] = MappingProxyType(
    {
        r"(?:Chinese )?yuan|RMB|CNY|renminbi": "元",
        r"US dollars?|U\.S\. dollars?|dollars?|USD": "美元",
        r"euros?|EUR": "欧元",
        r"Hong Kong dollars?|HK dollars?|HKD": "港元",
        r"Japanese yen|yen|JPY": "日元",
        r"pounds? sterling|British pounds?|GBP": "英镑",
        r"mu": "亩",
        r"hectares?|ha": "公顷",
        r"square[ -]kilomet(?:er|re)s?|sq\.? km|km²|km2": "平方公里",
        r"square[ -]met(?:er|re)s?|sq\.? m|m²|m2": "平方米",
        r"kilomet(?:er|re)s?|km": "公里",
        r"met(?:er|re)s?|m": "米",
        r"centimet(?:er|re)s?|cm": "厘米",
        r"millimet(?:er|re)s?|mm": "毫米",
        r"li": "里",
        r"cubic[ -]met(?:er|re)s?|m³|m3": "立方米",
        r"lit(?:er|re)s?": "升",
        r"millilit(?:er|re)s?|ml": "毫升",
        r"(?:metric |standard )?ton(?:ne)?s?": "吨",
        r"kilogram(?:me)?s?|kg": "公斤",
        r"jin|catt(?:y|ies)": "斤",
        r"gram(?:me)?s?|g": "克",
        r"milligram(?:me)?s?|mg": "毫克",
        r"microgram(?:me)?s?|μg|µg": "微克",
        r"kilowatt[ -]hours?|kWh": "千瓦时",
        r"megawatt[ -]hours?|MWh": "兆瓦时",
        r"kilowatts?|kW": "千瓦",
        r"megawatts?|MW": "兆瓦",
        r"gigawatts?|GW": "吉瓦",
        r"watts?": "瓦",
        r"years?[ -]olds?|years?|yrs?": "年",
        r"months?": "个月",
        r"weeks?": "周",
        r"days?": "天",
        r"hours?|hrs?": "小时",
        r"minutes?": "分钟",
        r"seconds?": "秒",
        r"working days?|workdays?|business days?|work days?": "个工作日",
        r"percentage[ -]points?|ppts?": "个百分点",
        r"percent|per cent|per[ -]centum|%|％|pct": "%",
        r"per mille|per thousand|‰": "‰",
        r"degrees? Celsius|degrees? centigrade|°C|℃": "℃",
    }
)
"""Spelling, as a regular expression -> unit of `heitu.figures.units`."""

COUNTED: Mapping[str, str] = MappingProxyType(
    {
        r"people|persons?": "人",
        r"person[ -]times|person-visits?": "人次",
        r"households?|famil(?:y|ies)": "户",
        r"fold|times": "倍",
    }
)
"""The same for what is counted; only of use where a number stands before it."""

_ITEM = re.compile(r"\(\?:(?P<group>[^()]*)\)|\[(?P<one>[^]]*)\]|\\?(?P<letter>.)")


def spellings(pattern: str) -> list[str]:
    """All that a plain pattern matches: alternatives, groups without groups in them, classes without ranges, `?`.

    >>> spellings(r"square[ -]met(?:er|re)s?|m²")[:3], spellings("个[多半]?月")
    (['square meters', 'square meter', 'square metres'], ['个多月', '个半月', '个月'])
    """
    return [text for branch in _branches(pattern) for text in map("".join, product(*_choices(branch)))]


def _branches(pattern: str) -> list[str]:
    """Split at the bars that stand in no group."""
    return re.split(r"\|(?![^(]*\))", pattern)


def _choices(branch: str) -> Iterator[list[str]]:
    position = 0
    while match := _ITEM.match(branch, position):
        group, one, letter = match["group"], match["one"], match["letter"]
        found = group.split("|") if group is not None else list(one) if one is not None else [letter]
        position = match.end()
        if branch[position : position + 1] == "?":
            found, position = [*found, ""], position + 1
        yield found
