"""The files of `seeds/` as shapes. A new key is one entry here; its name is that of the record's field."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite

from heitu.folding import is_han
from heitu.forms import BILINGUAL, TEXT, Expectation, Scalar, Sequence, Shape, Table, one_of, optional, required
from heitu.ids import is_page_name
from heitu.records import CERTAINTIES, GENRES
from heitu.translation import TERM_KINDS

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)  # YAML 1.2, 10.2.1.4, without powers of ten
_PERIOD = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def parse_id(text: str) -> str | None:
    """An id that a page can be named after.

    >>> parse_id("liao-river"), parse_id("辽河"), parse_id("index")
    ('liao-river', None, None)
    """
    return text if is_page_name(text) else None


def parse_weight(text: str) -> float | None:
    """A number other than 0, as YAML 1.2 writes it; a term that speaks against a theme has a negative one.

    >>> parse_weight("2.5"), parse_weight("-4"), parse_weight("0123"), parse_weight("1_000"), parse_weight("0")
    (2.5, -4.0, None, None, None)
    """
    weight = float(text) if _NUMBER.fullmatch(text) else 0.0
    return weight if weight and isfinite(weight) else None


def parse_date(text: str) -> str | None:
    """A day of the calendar (ISO 8601).

    >>> parse_date("2023-01-05"), parse_date("2023-1-5"), parse_date("2023-02-30")
    ('2023-01-05', None, None)
    """
    return text if len(text) == 10 and _is_moment(text) else None


def parse_period(text: str) -> str | None:
    """A year, month, day, or an interval from one to another (ISO 8601).

    >>> parse_period("2017"), parse_period("2020-07-22/2022-07-22"), parse_period("2022/2020"), parse_period("2022-13")
    ('2017', '2020-07-22/2022-07-22', None, None)
    """
    ends = text.split("/")
    shortest = min(map(len, ends))
    in_order = len(ends) == 1 or (len(ends) == 2 and ends[0][:shortest] <= ends[1][:shortest])
    return text if in_order and all(map(_is_moment, ends)) else None


def _is_moment(text: str) -> bool:
    match = _PERIOD.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


def parse_chinese(text: str) -> str | None:
    """A term as Chinese prints it: Han characters, or a label in figures.

    >>> parse_chinese("梨树模式"), parse_chinese("9+X"), parse_chinese("Lishu")
    ('梨树模式', '9+X', None)
    """
    return text if any(is_han(c) or c.isdecimal() for c in text) else None


def parse_english(text: str) -> str | None:
    """English without Chinese characters and without quotation marks around the whole.

    >>> parse_english("Lishu model"), parse_english("“Lishu model”"), parse_english("梨树 model")
    ('Lishu model', None, None)
    """
    quoted = text[0] in "“\"‘'" and text[-1] in "”\"’'"
    return None if quoted or any(map(is_han, text)) else text


def _matching(pattern: str, zh: str, en: str, example: str) -> Scalar[str]:
    regex = re.compile(pattern)
    return Scalar(Expectation(zh, en, example), lambda text: text if regex.fullmatch(text) else None)


ID = Scalar(
    Expectation(
        "可用的 id（a-z、0-9、-、_；index、con 等除外）",
        "an id (of a-z, 0-9, - and _; not index, con and the like)",
        "liao-river",
    ),
    parse_id,
)
SOURCE = _matching("[a-z0-9_-]+", "材料的 id", "the id of a source", "000_0123456789abcdef")
UNIT = _matching(r"s\d+(-p\d+)?", "节或段的编号", "the id of a section or paragraph", "s3-p2")
QUOTED = Scalar(Expectation("照录的文字", "a text quoted as it reads", "两兔一补"), lambda text: text or None)
READING = Scalar(Expectation("文字", "a text", "两免一补"), lambda text: text)
TRUTH = Scalar(Expectation("true 或 false", "true or false", "true"), {"true": True, "false": False}.get)
WEIGHT = Scalar(Expectation("数（不为 0）", "a number (other than 0)", "3"), parse_weight)
DATE = Scalar(Expectation("日期（年-月-日）", "a date (year-month-day)", "2023-01-05"), parse_date)
PERIOD = Scalar(
    Expectation("年、年-月、年-月-日或起/止", "a year, month, day or interval", "2020-07/2022-07"), parse_period
)
COLOUR = _matching("#[0-9A-Fa-f]{6}", "颜色（要加引号）", "a colour (in quotation marks)", '"#5b4636"')
ICON = _matching("[a-z0-9-]+(/[a-z0-9-]+)+", "图标名", "the name of an icon", "material/sprout")

THEME = Shape(
    "主题",
    "a theme",
    {
        "id": required(ID),
        "label": required(BILINGUAL),
        "scope": required(BILINGUAL),
        "broader": optional(ID),
        "front": optional(TRUTH, default=False),
        "colour": required(COLOUR),
        "icon": required(ICON),
        "terms": required(Table("词与权重", "a table of words with weights", TEXT, WEIGHT)),
    },
)
PLACE = Shape(
    "地方",
    "a place",
    {
        "id": required(ID),
        "label": required(BILINGUAL),
        "parent": optional(ID),
        "terms": optional(Sequence("词的列表", "a list of words", TEXT, least=0), default=()),
        "note": optional(BILINGUAL),
    },
)
QUOTE = Shape(
    "引文",
    "a quotation",
    {"exact": required(QUOTED), "prefix": optional(READING, default=""), "suffix": optional(READING, default="")},
)
EMENDATION = Shape(
    "勘误条目",
    "an emendation",
    {
        "source": required(SOURCE),
        "kind": required(one_of("勘误的种类", "a kind of emendation", "correction", "doubt", "gap")),
        "quote": required(QUOTE),
        "sic": optional(QUOTED),
        "corr": optional(READING),
        "cert": required(one_of("把握的程度", "a degree of certainty", *CERTAINTIES)),
        "resp": required(TEXT),
        "note": required(BILINGUAL),
    },
)


CHINESE = Scalar(Expectation("中文或数字的说法", "a term in Chinese or figures", "黑土地"), parse_chinese)
ENGLISH = Scalar(
    Expectation("英文译名（外面不加引号）", "an English rendering (without quotation marks around it)", "black soil"),
    parse_english,
)
TERM = Shape(
    "词条",
    "a term",
    {
        "id": required(ID),
        "term": required(CHINESE),
        "also": optional(Sequence("中文说法的列表", "a list of Chinese forms", CHINESE), default=()),
        "pinyin": optional(TEXT),
        "english": required(ENGLISH),
        "variants": optional(Sequence("英文译名的列表", "a list of English renderings", ENGLISH), default=()),
        "kind": required(one_of("词条的种类", "a kind of term", *TERM_KINDS)),
        "note": required(BILINGUAL),
        "source": required(BILINGUAL),
    },
)


def _fact(value: Scalar[str]) -> Shape:
    return Shape("补充的事实", "a supplied fact", {"value": required(value), "by": required(TEXT)})


FACTS = Shape(
    "补充的事实",
    "a group of supplied facts",
    {
        "title": optional(_fact(TEXT)),
        "subtitle": optional(_fact(TEXT)),
        "genre": optional(_fact(one_of("体裁", "a genre", *GENRES))),
        "date": optional(_fact(DATE)),
        "period": optional(_fact(PERIOD)),
        "region": optional(_fact(ID)),
        "publisher": optional(_fact(TEXT)),
        "republisher": optional(_fact(TEXT)),
        "authors": optional(_fact(TEXT)),
        "editors": optional(_fact(TEXT)),
    },
)
OVERRIDE = Shape(
    "人工归类",
    "an override of themes",
    {"themes": required(Sequence("主题的列表", "a list of themes", ID)), "by": required(TEXT)},
)
REPORT = Shape(
    "报告的条目",
    "an entry of a report",
    {
        "source": required(SOURCE),
        "id": optional(ID),
        "facts": optional(FACTS),
        "themes": optional(Table("各节各段的主题", "a table of themes for sections and paragraphs", UNIT, OVERRIDE)),
    },
)

THEMES = Sequence("主题的列表", "a list of themes", THEME)
PLACES = Sequence("地方的列表", "a list of places", PLACE, least=0)
PUBLISHERS = Table("报刊名与英文名", "a table of papers with their English names", TEXT, TEXT)
EMENDATIONS = Sequence("勘误的列表", "a list of emendations", EMENDATION, least=0)
GLOSSARY = Sequence("词条的列表", "a list of terms", TERM, least=0)
REPORTS = Sequence("报告的列表", "a list of reports", REPORT, least=0)
