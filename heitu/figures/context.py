"""What the words around a figure say of it: qualifier and comparison; and which numbers are but labels.

Everything returned is the exact words of the text, or "" where they do not show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from heitu.figures.tokens import Token
from heitu.spans import Span

_QUOTED = re.compile('“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|"[^"]*"')
_HAN_NUMERAL = re.compile("[一二两三四五六七八九十百千]")
_LABEL_LENGTH = 20

_STRONG = (
    "不低于|不少于|不超过|不高于|至少|至多|最多|最少|超过|突破|约为|大约|将近|接近|不足|不到|逾|(?<!高)超|"
    "(?<![契节合预公条制签大])约|(?<![附最新将接])近|(?<![以之])上"
)
_WEAK = "达到|可达|高达|多达|(?<![到表传抵下发送])达"  # dropped beside a stronger one: 达到62%以上 is 以上
_BEFORE = re.compile(f"(?:({_WEAK}))?(?:({_STRONG}))?$")
_BEYOND = "以上|以下|以内|左右|上下|不等|之多|[多余](?=[，,。；;、）)的来]|$)"
_AFTER, _WITHIN = re.compile(_BEYOND), re.compile(f"{_BEYOND}|之?内")

CLAUSE_MARKS = "，,。；;：:！!？?"

_CHANGE = "增长|增加|增幅|增速|提高|提升|上升|上涨|回升|扩大|下降|降低|减少|缩减|压减|压缩|缩短|下滑|回落|涨幅|降幅"
_COMPARISON = re.compile(
    rf"(?:(?:同比|环比|(?<![占对])[比较](?![例重如赛为])[^，,。；;、比较]{{1,16}}?)(?:年均|实际|平均|又|再|均|分别|可)?(?:{_CHANGE}|[多少高低快慢])了?"
    rf"|(?:年均|实际|平均|分别|均|又|再)?(?:{_CHANGE})了?"
    r"|(?:高于|低于|高出|低出|多于|少于|优于|快于|慢于|超出|超)[^，,。；;、]{0,14}?)$"
)
_SHARE_OF = re.compile(r"(?:是|相当于|完成(?!率)|占(?!比))[^，,。；;、]{1,14}?$")


def quotations(text: str) -> tuple[Span, ...]:
    """The quoted words and titles of works of a text, their marks included."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text))


def labels_of(texts: Iterable[str]) -> re.Pattern[str] | None:
    """The quoted names made of Chinese numerals (“三个结合”): where they stand unquoted they are names as well."""
    names = {
        name
        for text in texts
        for span in quotations(text)
        if _HAN_NUMERAL.search(name := text[span.start + 1 : span.end - 1]) and _is_name(name) and len(name) > 2
    }
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))) if names else None


def _is_name(quoted: str) -> bool:
    return len(quoted) <= _LABEL_LENGTH and not re.search(f"[{CLAUSE_MARKS}]", quoted)


def labels_in(text: str, quoted: Iterable[Span], names: re.Pattern[str] | None) -> tuple[Span, ...]:
    """Where Chinese numerals are part of a name: “五条线路”, 《三年行动方案》, and the same words unquoted."""
    found = [q for q in quoted if _is_name(text[q.start + 1 : q.end - 1])]
    found += [Span(*match.span()) for match in names.finditer(text)] if names else []
    return tuple(sorted(found))


def is_label(token: Token, labels: Iterable[Span]) -> bool:
    """Whether a number is part of a name, not a quantity; one in Arabic figures never is."""
    place = Span(token.start, token.end)
    return token.han and token.dimension != "date" and any(label.overlaps(place) for label in labels)


def qualifier(text: str, token: Token) -> str:
    """约, 超过, 余, 以上 … as printed; words on both sides of the number are joined by …."""
    if token.dimension == "date":
        return ""
    weak, strong = lead(text, token)
    after = (_WITHIN if token.dimension == "duration" else _AFTER).match(text, token.end)
    found = [word for word in (strong, token.infix, after[0] if after and token.dimension != "ordinal" else "") if word]
    return "…".join(found) if found else weak


def lead(text: str, token: Token) -> tuple[str, str]:
    """The qualifiers right before a number: a weak one (达) and a strong one (约), "" where there is none."""
    before = _BEFORE.search(text[max(token.start - 6, 0) : token.start])
    weak, strong = (before[1] or "", before[2] or "") if before else ("", "")
    return weak, "" if strong == "上" and text[token.start] not in "百千万亿" else strong


def comparison(text: str, token: Token, clause: int, previous: tuple[Token, str] | None) -> str:
    """比上年增长, 同比增加, 高于 …: what the figure is held against, in words. A list shares its first one's.

    `clause` is where the clause of the figure begins.
    """
    if token.dimension in ("date", "ordinal"):
        return ""
    if previous and previous[0].dimension == token.dimension:
        between = text[previous[0].end : token.start]
        if between in ("、", "和", "与"):
            return previous[1]
    words = text[clause : token.start - len("".join(lead(text, token)))]
    found = _COMPARISON.search(words) or (_SHARE_OF.search(words) if token.dimension == "ratio" else None)
    return found[0] if found else ""


def clause_start(text: str, position: int, marks: str) -> int:
    """The offset after the last of the marks before a position."""
    while position and text[position - 1] not in marks:
        position -= 1
    return position
