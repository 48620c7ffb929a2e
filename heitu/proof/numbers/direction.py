"""Rise or fall: whether the words beside a figure point the same way in both languages."""

from __future__ import annotations

import re

_ZH = re.compile(
    "(?P<up>增长|增加|增至|增幅|增速|提高|提升|上升|上涨|回升|扩大|涨幅|高于|高出|多于|升至)"
    "|(?P<down>下降|降低|降至|降到|减少|减至|缩减|压减|压缩|缩短|下滑|回落|降幅|低于|低出|少于|削减|收窄|缩小|下调)"
)
_EN = re.compile(
    r"\b(?:(?P<up>increas\w+|grow\w*|grew|ris(?:e|es|en|ing)|rose|rais\w+|up(?= by\b| from\b| to\b| ?$)|expan\w+|climb\w*"
    r"|gain(?:s|ed)?|higher|jump\w*|surg\w+|added|doubl\w+|extend\w*|boost\w*|upgrad\w+)"
    r"|(?P<down>negative growth|decreas\w+|declin\w+|fell|fall(?:s|en|ing)?|drop\w*|reduc\w+|cut\w*|lower(?:ed|ing|s)?"
    r"|down(?= by\b| from\b| to\b| ?$)|shrink\w*|shrank|shrunk|shorten\w*|slash\w*|narrow\w*"
    r"|sav(?:e|es|ed|ing|ings)|shed|contract(?:ed|ion)|slid|halv\w+|trim\w*))\b",
    re.IGNORECASE,
)
_MARKS = re.compile("[，,。；;：:、]")
_CLAUSE = re.compile(r"[,;:.]\s|\band\b|\bwhile\b|\bbut\b")


def contradicts(zh: tuple[str, str], en: tuple[str, str]) -> bool:
    """Whether a figure rises in one language and falls in the other, by the nearest word before it, or else after it.

    Each language is the text between the figure and its neighbours: before it and after it.

    >>> contradicts(("同比增长", "。"), ("it fell by ", ".")), contradicts(("比去年下降", "。"), ("it fell by ", "."))
    (True, False)
    >>> contradicts(("投资增长", ""), ("which saw a ", " decrease in investment"))
    True
    """
    chinese = [match.lastgroup for match in _ZH.finditer(_MARKS.split(zh[0])[-1])][-1:]
    before = [match.lastgroup for match in _EN.finditer(_CLAUSE.split(en[0])[-1])][-1:]
    english = before or [match.lastgroup for match in _EN.finditer(_CLAUSE.split(en[1])[0])][:1]
    return bool(chinese and english) and chinese != english
