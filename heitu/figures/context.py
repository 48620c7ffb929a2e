"""What the words around a figure say of it: qualifier, comparison, subject; and which numbers are but labels.

Everything returned is the exact words of the text, or "" where they do not show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from heitu.figures.tokens import Token
from heitu.figures.units import MEASURED
from heitu.spans import Span

_QUOTED = re.compile("“[^”]*”|‘[^’]*’|「[^」]*」|『[^』]*』|《[^》]*》|\"[^\"]*\"")
_HAN_NUMERAL = re.compile("[一二两三四五六七八九十百千]")
_LABEL_LENGTH = 20

_STRONG = (
    "不低于|不少于|不超过|不高于|至少|至多|最多|最少|超过|突破|约为|大约|将近|接近|不足|不到|逾|(?<!高)超|"
    "(?<![契节合预公条制签大])约|(?<![附最新将接])近|(?<![以之])上(?=[百千万亿])"
)
_WEAK = "达到|可达|高达|多达|(?<![到表传抵下发送])达"  # dropped beside a stronger one: 达到62%以上 is 以上
_BEFORE = re.compile(f"(?:({_WEAK}))?(?:({_STRONG}))?$")
_AFTER = re.compile("以上|以下|以内|左右|上下|不等|之多|[多余](?=[，,。；;、）)的来]|$)")

_CHANGE = "增长|增加|增幅|增速|提高|提升|上升|上涨|回升|扩大|下降|降低|减少|缩减|压减|压缩|缩短|下滑|回落|涨幅|降幅"
_COMPARISON = re.compile(
    rf"(?:(?:同比|环比|[比较](?![例重如赛为])[^，,。；;、比较]{{1,16}}?)(?:年均|实际|平均|又|再|均|分别|可)?(?:{_CHANGE}|翻|[多少高低快慢])了?"
    rf"|(?:年均|实际|平均|分别|均|又|再)?(?:{_CHANGE})了?"
    r"|(?:高于|低于|高出|低出|多于|少于|优于|快于|慢于|超出|超)[^，,。；;、]{0,14}?)$"
)
_SHARE_OF = re.compile(r"(?:是|相当于|完成|占)[^，,。；;、]{1,14}?$")

_CLAUSE = "，,。；;：:！!？?"
_STOPS = _CLAUSE + "、“”‘’\"《》（）()…—"
# A following noun ends where a verb, an adverb or a particle begins.
_NOUN_END = re.compile(
    "已|将|均|都|被|由|为|是|在|向|于|给|从|把|使|让|和|与|及|以|并|的|而|全部|纳入|列入|入选|进行|得到|获得|通过|实现|实行|享受|"
    "受益|从中|落实|签约|落地|开工|完工|建成|投产|履职|稳定|退出|加入|提供|负责|开展|领衔|带头|带动|有|没有|来自|参加|参与|就|"
    "增至|增加|达到|居|位列|跻身|获|达|任|担任|包抓|组成|上|中|下|后|前|内|来"
)
_LEADING = re.compile(
    "^(?:其中|目前|截至|同时|今年|去年|全年|当年|全市|全省|全区|全县|全国|全地区|我市|我省|我县|共有?|累计|已|现已|又|还|并|再|"
    "预计|计划|新|的|等|年|在|将|由|从|至|到|以来|底|末|份|以上|以下|左右|[和与及])+"
)
_TRAILING = re.compile(
    "(?:了|有|共|共有|为|是|至|到|就|均|各|已|在|由|从|分别|累计|合计|总计|共计|增至|降至|降到|升至|增加|提高|提升|扩大|发展|跃升|"
    f"下降|居|位居|列|排|完成|实现|可|年|{_WEAK}|{_STRONG})+$"
)
_VERBS = re.compile(
    "推广|建设完成|建设|建成|完成|办理|减少|节约|压缩|拆除|搬迁|安装|修复|清理|取缔|新增|新建改建|新改建|新建|实施|设立|投入|引进|"
    "争取|开展|举办|培训|招录|招聘|谋划|解决|印发|颁布|下达|约谈|问责|补充|发放|资助|培育|打造|绿化|选派|选定|评选|建立|配备|派出|"
    "加装|补贴|安排|拿出|重组|认定|推出|制定|修订|修改|废止|签订|达成|覆盖|惠及|带动|释放|参与|储备|梳理出|退耕|确定|消除|创建|"
    "组织|召开|发展|配建|改建|移交|招引|明确|凝练|筛选"
)
_SUBJECT_LENGTH = 20


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
    return len(quoted) <= _LABEL_LENGTH and not re.search(f"[{_CLAUSE}]", quoted)


def is_label(text: str, token: Token, quoted: tuple[Span, ...], names: re.Pattern[str] | None) -> bool:
    """Whether a Chinese numeral is part of a name: “五条线路”, 《三年行动方案》, or the same words unquoted."""
    if not token.han or token.dimension == "date":
        return False
    place = Span(token.start, token.end)
    if any(q.contains(place) and _is_name(text[q.start + 1 : q.end - 1]) for q in quoted):
        return True
    return names is not None and any(m.start() <= token.start < m.end() for m in names.finditer(text))


def qualifier(text: str, token: Token) -> str:
    """约, 超过, 余, 以上 … as printed; words on both sides of the number are joined by …."""
    if token.dimension == "date":
        return ""
    weak, strong = _lead(text, token)
    after = _AFTER.match(text, token.end)
    found = [word for word in (strong, token.infix, after[0] if after and token.dimension != "ordinal" else "") if word]
    return "…".join(found) if found else weak


def _lead(text: str, token: Token) -> tuple[str, str]:
    before = _BEFORE.search(text[max(token.start - 6, 0) : token.start])
    return (before[1] or "", before[2] or "") if before else ("", "")


def comparison(text: str, token: Token, previous: tuple[Token, str] | None) -> str:
    """比上年增长, 同比增加, 高于 …: the words that say what the figure is held against. A list shares its first one's."""
    if token.dimension in ("date", "ordinal"):
        return ""
    if previous and previous[0].dimension == token.dimension and text[previous[0].end : token.start] in ("、", "和", "与"):
        return previous[1]
    start, end = _clause_start(text, token.start, _CLAUSE), token.start - len("".join(_lead(text, token)))
    clause = text[start:end]
    found = _COMPARISON.search(clause) or (_SHARE_OF.search(clause) if token.dimension == "ratio" else None)
    return found[0] if found else ""


def subject(text: str, token: Token, before: int, after: int, comparison: str) -> str:
    """The noun that the figure counts or measures, best effort; `before` and `after` bound the neighbouring figures.

    Counters mostly stand before their noun (29家央企) or after it (示范社113家); measures stand after it.
    """
    if token.dimension in ("date", "ordinal"):
        return ""
    following = _following(text, token, after)
    if token.dimension not in MEASURED | {"ratio", "percentage-point", "duration"} and following:
        return following
    return _preceding(text, token, before, comparison) or (following if token.dimension in MEASURED else "")


def _following(text: str, token: Token, after: int) -> str:
    rest = text[token.end : after]
    qualified = _AFTER.match(rest)
    rest = rest[qualified.end() if qualified else 0 :]
    noun = re.match(f"(?:[“《][^”》]*[”》])?[^{_STOPS}]*", rest)
    words = noun[0] if noun else ""
    cut = _NOUN_END.search(words)
    words = words[: cut.start()] if cut else words
    return words if 1 < len(words) <= _SUBJECT_LENGTH else ""


def _preceding(text: str, token: Token, before: int, comparison: str) -> str:
    end = token.start
    if comparison:
        end = text.rfind(comparison, 0, token.start)
    start = max(before, _clause_start(text, end, _CLAUSE + "、"))
    words = _TRAILING.sub("", text[start:end] if start < end else "")
    words = _LEADING.sub("", words)
    if "的" in words[:-1]:
        words = words[words.rindex("的", 0, -1) + 1 :]
    for verb in reversed(list(_VERBS.finditer(words))):
        if verb.end() < len(words):
            words = words[verb.end() :]
            break
        words = words[: verb.start()]
    words = words.strip("“”\"()（）了 ")
    return words if 1 < len(words) <= _SUBJECT_LENGTH and not words.endswith("等") else ""


def _clause_start(text: str, position: int, marks: str) -> int:
    return max((text.rfind(mark, 0, position) for mark in marks), default=-1) + 1
