"""What a figure counts or measures: a noun of its clause, in the exact words of the text, or "" where none is plain.

There is no parser here: Chinese reports put the noun right before the number (示范社113家, 总投资1112.6亿元) or right
after it (29家央企, 3万吨粮食损失), and the words that bound such a noun are few. The result is a help for readers, no
data to compute with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from heitu.figures.context import CLAUSE_MARKS
from heitu.figures.tokens import Token

_STOPS = CLAUSE_MARKS + '、“”‘’"《》（）()…—'
_ENDINGS = frozenset(_STOPS) | {""}
_ONE = "县村镇省市乡区人国"  # nouns of one character
# A following noun ends where a verb, an adverb or a particle begins.
_ENDS = re.compile(
    "已|将(?!军)|均|都(?!市)|被|由|为(?!民|主|农)|是|在|向(?!导)|于|给|从|把|使|让|和(?!谐)|与|及|以|并|的|而|等|各(?!级|类|项|地|县|市|单|部)|"
    "中(?!心|学|小|央|医|草|介|国|等|药|成|水)|上(?!市|级|海|游|网)|下(?!乡|游|级|水)|后(?!备|续|勤)|前(?!期|列)|内(?!涝|外|部|容)|"
    "来(?!源|水)|之一|基础上|全部|全覆盖|累计|共(?!同|享|建|治|产|青)|不|没|深入|相对|计划|预计|启动|纳入|列入|入选|进行|实施|建设|扶持|"
    "得到|获|达|(?<!宜)居(?!民|住)|通过|实现|实行|享受|受益|落实|签约|落地|开工|完工|建成(?!果)|投产|履职|作为|做到|加装|成为|形成|稳定|退出|加入|提供|负责|开展|带头|带动|有|来自|"
    "参加|参与|就(?!业)|扩大|增加|提高|提升|减少|下降|上升|整合|增至|增加|增收|位列|跻身|担任|任组|包抓|组成|派驻|选派|牢记|跃升|推行|用于|从中|领衔|义务教育阶段"
)
_LEADING = re.compile(
    "^(?:其中|目前|截至|同时|今年|去年|全年|当年|全市|全省|全区|全县|全国|全地区|我市|我省|我县|累计|已|现已|又|还|并|再(?!生)"
    "|可(?!再)|预计|计划|按照|的|等|年(?!产|加|龄|均|度)|在|将|由|从|对|把|有(?!机|效|限|色)|至|到|以来|底|末|月|份|以上|以下"
    "|左右|[和与及 ])+"
)
_TRAILING = re.compile(
    "(?:了|有|共|为|是|至|到|就|均|各|已|在|由|从|累计|合计|总计|共计|增至|降至|降到|升至|增加|提高|提升|扩大|发展|跃升|下降|居|位居|"
    "控制|稳定|持续|一直|拟|按|完成|实现|可|达到|可达|高达|多达|达|超过|突破|约|超|近|逾|不低于|不少于|不超过|至少|接近)+$"
)
_VERBS = re.compile(
    "推广|纳入|建设完成|建设|建成|完成|办理|减少|节约|压缩|拆除|搬迁|安装|修复|清理|取缔|新增|新建改建|新改建|新建|实施|设立|投入|引进|"
    "争取|开展|举办|培训|招录|招聘|谋划|解决|印发|颁布|下达|约谈|问责|补充|发放|资助|培育|打造|绿化|选派|选定|评选|建立|配备|派出|"
    "加装|补贴|安排|拿出|重组|认定|推出|制定|修订|修改|废止|签订|达成|覆盖(?!率|面)|惠及|带动|释放|参与|储备|梳理出|退耕|确定|消除|创建|"
    "组织|召开|发展|配建|改建|移交|招引|明确|凝练|筛选|提供|减免"
)
_IN_ALL = re.compile("累计|(?<!公)共(?!同|享|建|治|产|青)")
_NOUN = re.compile(
    "(?:以上|以下|以内|左右|上下)?"
    rf"(?P<noun>(?:[“《][^”》]*[”》])?[^{_STOPS}]*(?:[(（][^)）]{{1,6}}[)）][^{_STOPS}]*)*)"
)
_REACHED = ("达", "为", "至", "到", "约")
_LONGEST_AFTER, _LONGEST_BEFORE = 14, 20


@dataclass(frozen=True, slots=True)
class Room:
    """Where the noun of a figure may stand: its clause, and where the figures before and after it end and begin."""

    clause: int
    before: int
    after: int


def subject(text: str, token: Token, room: Room, comparison: str) -> str:
    """The noun of a figure within its clause and its neighbours."""
    if token.dimension in ("date", "ordinal"):
        return ""
    if token.dimension == "duration":
        reached = text[max(token.start - 2, 0) : token.start].endswith(_REACHED)
        return _preceding(text, token, room, comparison) if reached else ""
    following = "" if token.dimension in ("ratio", "percentage-point") else _following(text, token, room.after)
    if following or "分别" in text[room.clause : token.start]:
        return following  # 合作社、农场分别发展到7524个、4902个: nouns and figures go one by one
    return _preceding(text, token, room, comparison)


def _following(text: str, token: Token, after: int) -> str:
    noun = _NOUN.match(text, token.end, after)
    words = noun["noun"] if noun else ""
    cut = _ENDS.search(words)
    words = words[: cut.start()] if cut else words
    return words if 1 < len(words) <= _LONGEST_AFTER or (words and words in _ONE) else ""


def _preceding(text: str, token: Token, room: Room, comparison: str) -> str:
    end = text.rfind(comparison, 0, token.start) if comparison else token.start
    start = max(room.before, room.clause, text.rfind("、", room.clause, end) + 1)
    printed = text[start:end] if start < end else ""
    if start and text[start - 1] == "、" and text[token.end : token.end + 1] not in _ENDINGS:
        return ""  # A、B、C三个环节: what stands before is the last of a list, not what is counted
    words = _TRAILING.sub("", printed)
    if words.endswith(("的", "等")):
        return ""  # the noun follows
    words = _IN_ALL.split(words)[-1]
    for particle in ("的", "等"):
        words = words[words.rindex(particle) + 1 :] if particle in words else words
    words = _LEADING.sub("", words)
    for verb in reversed(list(_VERBS.finditer(words))):
        if verb.end() < len(words):
            words = words[verb.end() :]
            break
        if not comparison:
            return ""  # what precedes it is who did it, not what is counted
    words = _balanced(words)
    return words if 1 < len(words) <= _LONGEST_BEFORE else ""


def _balanced(words: str) -> str:
    """Without the half of a pair of brackets or quotation marks whose other half was cut off."""
    for opening, closing in ("“”", "()", "（）", "《》"):
        if words.count(opening) < words.count(closing):
            words = words[words.rindex(closing) + 1 :]
        elif words.count(opening) > words.count(closing):
            words = words[: words.index(opening)]
    return words.strip("了 —-")
