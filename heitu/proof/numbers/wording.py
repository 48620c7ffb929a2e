"""What the words beside a figure say of it in either language: more, less or about; rise or fall."""

from __future__ import annotations

import re

OVER, UNDER, ABOUT = "over", "under", "about"

_CHINESE_WORDS = {
    OVER: "多 余 + ＋ 以上 超过 超 突破 逾 不低于 不少于 至少 最少 上 之多",
    UNDER: "近 接近 将近 不足 不到 不超过 不高于 至多 最多 以下 以内 内 之内",
    ABOUT: "约 约为 大约 左右 上下 来",
}
_CLASS = {word: name for name, words in _CHINESE_WORDS.items() for word in words.split()}

_BEFORE = (
    (
        UNDER,
        r"no more than|not? (?:(?:to|go|rise|be) ){0,2}(?:exceed|exceeding|above|over)|not more than"
        r"|up to|at most|(?<!no )(?<!not )(?:less|fewer|lower) than|under|below|within|nearly|almost|close to"
        r"|approaching|nearing|just short of|a maximum of|capped at",
    ),
    (
        OVER,
        r"more than|over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|(?:at|the) least|no less than|not less than"
        r"|no fewer than|no lower than|upwards? of|in excess of|to top|will top|topp(?:ed|ing)|tops|greater than|higher than"
        r"|beyond|a minimum of|(?:a )?minimum|well over",
    ),
    (ABOUT, r"about|around|approximately|roughly|some|circa|in the region of|an estimated|approx\."),
)
_AFTER = (
    (OVER, r"or (?:more|above|over|higher|longer)|and (?:above|over|more|older)|-?plus\b|\+"),
    (UNDER, r"or (?:less|fewer|below|under)|and (?:under|below)|at most"),
    (ABOUT, r"or so|or thereabouts"),
)
_FILLER = r"(?: (?:the|a|an|just|only|well|by|another|of|additional|level|mark|threshold))*"
_PASSED = re.compile(
    r"\b(?:pass(?:es|ed|ing)?|top|surpass|exceed|cross(?:es|ed|ing)?|br(?:eak|eaks|oke|eaking|oken)(?: through)?"
    rf"|breach(?:es|ed|ing)?|(?:go|goes|going|gone|went) (?:beyond|past)){_FILLER}(?: of)? ?$",
    re.IGNORECASE,
)
_BEFORE_PATTERNS = tuple((name, re.compile(rf"\b(?:{words}){_FILLER} ?$", re.I)) for name, words in _BEFORE)
_AFTER_PATTERNS = tuple((name, re.compile(rf"(?: [a-z]+)? ?(?:{words})")) for name, words in _AFTER)


def english_qualifier(text: str, start: int, end: int) -> str:
    """Whether the words say more than, less than or about the figure at [start, end); "" if neither.

    >>> text = "nearly 300 yuan, 2 hectares or more, no more than 3 percent"
    >>> [english_qualifier(text, text.index(n), text.index(n) + len(n)) for n in ("300 yuan", "2 hectares", "3 percent")]
    ['under', 'over', 'under']
    """
    before, after = text[max(start - 40, 0) : start], text[end : end + 24]
    for name, pattern in _BEFORE_PATTERNS:
        if pattern.search(before):
            return name
    return next((name for name, pattern in _AFTER_PATTERNS if pattern.match(after)), "")


def says_passed(text: str, start: int) -> bool:
    """Whether a figure is said to have been passed, which is "more than" where Chinese says 突破.

    >>> [says_passed(text, text.index("1")) for text in ("it passed the 100 mark", "output broke through 1 billion", "in 100")]
    [True, True, False]
    """
    return _PASSED.search(text[max(start - 60, 0) : start]) is not None


def chinese_qualifier(printed: str) -> str:
    """The same of the words that a figure of the Chinese text has (`heitu.figures.Measure.qualifier`).

    >>> chinese_qualifier("近"), chinese_qualifier("约…左右"), chinese_qualifier("多"), chinese_qualifier("达")
    ('under', 'about', 'over', '')
    """
    return next((_CLASS[word] for word in printed.split("…") if word in _CLASS), "")
