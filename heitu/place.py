"""The region that a report is about: by its name where the text has it as its subject, or by words that only it has.

Points are counted for every place. A name counts `_SUBJECT` where it is the subject (in a title or heading, or opening a
clause: 四平严把进出关口) and `_PASSING` elsewhere (与铁岭、通辽签订协议), once a paragraph; a term of the place counts
`_TERM`; a title counts `_TITLE` times, a heading and the opening less. How a report speaks of itself (我市, 全省, 县委)
shows on what level its region stands: the names of places on other levels count for little, so that a city's report that
never names the city is not taken for its province's, and the nation's for nobody's. The best place must have `_ENOUGH`
points and be clearly ahead of the next; otherwise the region is unknown, not guessed.

Names are made from a place's label: 四平市 and 四平, 延边朝鲜族自治州 and 延边. A short name that several places share
stands for the one that is no part of another (吉林 is the province).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from heitu.spans import SpannedText

_TITLE, _HEADING, _OPENING, _BODY = 5.0, 2.0, 1.5, 1.0
_SUBJECT, _PASSING, _TERM = 2.0, 0.5, 1.0
_OTHER_LEVEL = 0.25
_ENOUGH = 3.0
_AHEAD = 1.5
_LEAST_TERMS = 2

# Names of peoples in the names of autonomous areas (GB/T 3304).
_PEOPLES = (
    "朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|傈僳|景颇|回|蒙古|柯尔克孜|哈萨克|维吾尔|满|达斡尔|鄂温克|鄂伦春|锡伯|撒拉|"
    "东乡|保安|裕固|土|瑶|黎|畲|仡佬|水|毛南|仫佬|纳西|拉祜|佤|怒|独龙|普米|塔吉克"
)
_KIND = re.compile(rf"(?:(?:(?:{_PEOPLES})族?)*(?:自治[州区县旗])|特别行政区|地区|[省市州盟县区旗])$")
_LEVELS = "国省区市州盟县旗"
_SELF = re.compile(rf"(我|全)([{_LEVELS}])|(?<![\u3400-\u9fff])([{_LEVELS}])(?:委|政府)")
_SELF_WEIGHT = {"我": 3, "全": 1, "": 1}
_CLAUSE_STARTS = "。！？；，：,;:!?…—–“”\"'‘’（）()《》〈〉【】[]·"
_NOT_A_SUBJECT = "、和与及等至到—-"
_CLAUSE = re.compile(r"[^。！？；，、,;!?…—]+")
_LONGEST_EVIDENCE = 40


@dataclass(frozen=True, slots=True)
class _Unit:
    """A text of a report, the source that has it, and how much it counts; `is_head` marks titles and headings."""

    text: SpannedText
    source: str
    weight: float
    is_head: bool


@dataclass(frozen=True, slots=True)
class _Mention:
    """A place named, or shown by one of its terms, at [start, end) of a unit."""

    place: str
    unit: _Unit
    start: int
    end: int
    is_term: bool

    @property
    def words(self) -> str:
        return self.unit.text.text[self.start : self.end]

    @property
    def is_subject(self) -> bool:
        """Whether the name stands where the subject of its clause does."""
        if self.unit.is_head:
            return True
        text = self.unit.text.text
        before, after = text[self.start - 1 : self.start], text[self.end : self.end + 1]
        return (not before or before in _CLAUSE_STARTS or before.isspace()) and after not in [*_NOT_A_SUBJECT]

    @property
    def points(self) -> float:
        kind = _TERM if self.is_term else _SUBJECT if self.is_subject else _PASSING
        return self.unit.weight * kind


def short_name(name: str) -> str:
    """A place's name without what kind of place it is; names of fewer than two characters stay whole.

    >>> short_name("四平市"), short_name("延边朝鲜族自治州"), short_name("黔东南苗族侗族自治州"), short_name("兴安盟")
    ('四平', '延边', '黔东南', '兴安')
    >>> short_name("伊犁哈萨克自治州"), short_name("内蒙古自治区"), short_name("大兴安岭地区")
    ('伊犁', '内蒙古', '大兴安岭')
    """
    short = _KIND.sub("", name)
    return short if len(short) > 1 else name
