"""Rise or fall, more or less: whether the words beside a figure point the same way in both languages."""

from __future__ import annotations

import re

_ZH = re.compile(
    "(?P<up>增长|增加|增至|增幅|增速|提高|提升|上升|上涨|回升|扩大|延长|涨幅|高于|高出|多于|升至)"
    "|(?P<down>下降|降低|降至|降到|减少|减至|缩减|压减|压缩|缩短|下滑|回落|降幅|低于|低出|少于|削减|收窄|缩小|下调|减税|降费)"
    "|(?P<new>新增)"
)
_LEAD = "(?:近|约|了|出|超过|将近|不到|不足|至少)*"
# What is held against another thing: 比任务多, 超计划 (but 超5% is more than 5 %).
_ZH_COMPARED = re.compile(
    rf"(?:比|较(?!为))[^，,。；;、]{{1,20}}?(?:(?P<up>[多高快])|(?P<down>[少低慢])){_LEAD}$"
    rf"|(?<!高)(?P<over>超过?|超出|超额完成)[^，,。；;、0-9]{{0,12}}(?:任务|计划|目标|预算|指标|水平|平均|定额|预期){_LEAD}$"
)
_EN = re.compile(
    r"\b(?:(?P<up>increas\w+|grow\w*|grew|ris(?:e|es|en|ing)|rose|rais\w+|up(?= by\b| from\b| to\b| ?$)|expan\w+|climb\w*"
    r"|gain(?:s|ed)?|higher|jump\w*|surg\w+|added|doubl\w+|extend\w*|boost\w*|upgrad\w+|widen\w*)"
    r"|(?P<down>negative growth|decreas\w+|declin\w+|fell|fall(?:s|en|ing)?|drop\w*|reduc\w+|cut\w*|lower(?:ed|ing|s)?"
    r"|down(?= by\b| from\b| to\b| ?$)|shrink\w*|shrank|shrunk|shorten\w*|slash\w*|narrow\w*"
    r"|sav(?:e|es|ed|ing|ings)|shed|contract(?:ed|ion)|slid|halv\w+|trim\w*)|(?P<lost>lost|losing|loses))\b",
    re.IGNORECASE,
)
_LIMIT = r"(?:the |its |their |our |that |what )?(?:\w+ ){0,2}(?:plan|target|budget|task|quota|goal|norm)"
# A comparative that touches the figure: 5 mu less than, 3 points lower, 2 billion yuan short of the target.
_EN_AFTER = re.compile(
    r"(?: ?\([^()]*\))?(?:"
    rf" (?:(?P<up>higher|greater|larger|bigger|longer|faster|wider|above|beyond|ahead of|in excess of|over(?= {_LIMIT}))"
    rf"|(?P<down>lower|less|fewer|smaller|shorter|slower|narrower|below|short of|shy of|under(?= {_LIMIT})))\b"
    r"|(?: (?!(?:and|or|was|were|is|are|with|by|at|from|to|in)\b)[a-z-]+){0,3}"
    r" (?:(?P<more>more|higher|greater)|(?P<fewer>less|fewer|lower)) than(?= [a-z]))",
    re.IGNORECASE,
)
# The same before it: exceeded the target by, short of the plan by.
_EN_BY = re.compile(
    r"\b(?:(?P<up>exceed\w*|surpass\w*|outperform\w*|outpac\w*|beat(?:s|ing|en)?|above|more than|higher than)"
    r"|(?P<down>short of|miss(?:ed|es|ing)?|undershot|below|under|less than|fewer than|lower than))"
    r" [^,;.:]*\bby(?: (?:about|around|nearly|almost|some|over|more than|at least|a|another|further|mere))* ?$",
    re.IGNORECASE,
)
_VERB_BY = re.compile(
    r" by(?: (?:about|around|nearly|almost|some|over|more than|at least|a|another|further))* ?$", re.I
)
_MARKS = re.compile("[，,。；;：:、]")
_CLAUSE = re.compile(r"[,;:.]\s|\band\b|\bwhile\b|\bbut\b")
_SIDES = {"over": "up", "more": "up", "fewer": "down"}
# 新增 is contradicted by a loss only: what is new may reduce something.
_OPPOSED = frozenset({("up", "down"), ("up", "lost"), ("down", "up"), ("new", "lost")})


def contradicts(zh: tuple[str, str], en: tuple[str, str]) -> bool:
    """Whether a figure rises or is more in one language and falls or is less in the other.

    Each language is the text between the figure and its neighbours: before it and after it.

    >>> contradicts(("同比增长", "。"), ("it fell by ", ".")), contradicts(("比去年下降", "。"), ("it fell by ", "."))
    (True, False)
    >>> contradicts(("投资增长", ""), ("which saw a ", " decrease in investment"))
    True
    >>> contradicts(("低于全国", ""), ("growth was ", " lower than")), contradicts(("比任务多", ""), ("", " less than"))
    (False, True)
    """
    return (_of_chinese(zh[0]), _of_english(*en)) in _OPPOSED


def _of_chinese(before: str) -> str | None:
    clause = _MARKS.split(before)[-1]
    compared = _ZH_COMPARED.search(clause)
    if compared:
        return _side(compared)
    return next((match.lastgroup for match in reversed(list(_ZH.finditer(clause)))), None)


def _of_english(before: str, after: str) -> str | None:
    """By a comparative that touches the figure; else by the nearest word before it; else by the first after it."""
    clause = _CLAUSE.split(before)[-1]
    words = list(_EN.finditer(clause))
    touching, by = _EN_AFTER.match(after), _EN_BY.search(clause)
    changes = words and _VERB_BY.fullmatch(clause, words[-1].end())  # dropped by
    if by and not changes:
        return _side(by)
    if touching:
        side = _side(touching)
        if changes and words[-1].lastgroup != side:
            return None  # reduced by 5 percent more than planned
        return "lost" if side == "down" else side
    return words[-1].lastgroup if words else next((m.lastgroup for m in _EN.finditer(_CLAUSE.split(after)[0])), None)


def _side(match: re.Match[str]) -> str:
    return _SIDES.get(match.lastgroup or "", match.lastgroup or "")
