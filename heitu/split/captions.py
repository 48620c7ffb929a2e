"""Photo captions: lines that a photographer signs, that say so, or that stand where a page dump puts them."""

from __future__ import annotations

import re

from heitu.split.facts import people_of_byline

_SIGNED = re.compile(
    r"(?:[(（](?:资料)?图片[)）]|(?:摄|航拍|供图|摄影|图片)(?:报道)?[)）]?(?:\s*[(（][^()（）]{1,8}[)）])?)\s*$"
)
_SAYS_SO = re.compile(r"^(?:[上下左右]?图(?:为|[①-⑨\d一二三四五六]?[:：])|图片(?:说明)?[:：]|[①-⑨]\S)")
_CREDIT = re.compile(
    r"(?:^|[。！？\s(（])(?:[\u4e00-\u9fff]{0,8}(?:记者|通讯员)\s*)?"
    r"(?P<name>(?:[\u4e00-\u9fff][^\S\n]{1,4}[\u4e00-\u9fff]|[\u4e00-\u9fff·]{2,4}?)(?=\s*(?:摄|航拍))|[\u4e00-\u9fff·]{2,14}?(?=\s*(?:供图|图[)）])))"
)
_LONGEST_CAPTION = 120
_PICTURE = re.compile(r"[(（](?:资料)?图片[)）]\s*$")


def credit(text: str) -> str | None:
    """The photographer as printed, None if nobody is named.

    >>> credit("政务服务中心工作人员正在给群众办理业务。齐广财 摄（资料图片）"), credit("城乡村新貌。（资料图片）")
    ('齐广财', None)
    >>> credit("办事大厅一角。王　强 摄"), credit("本报记者 李 丽摄")
    ('王强', '李丽')
    """
    found = list(_CREDIT.finditer(text))
    return "".join(found[-1]["name"].split()) if found else None


def is_caption(text: str) -> bool:
    """Whether a line is a photo caption by what it says.

    >>> is_caption("梨树县百万亩绿色食品玉米标准化基地。李坤 航拍（资料图片）"), is_caption("发展中的四平。（资料图片）")
    (True, True)
    >>> is_caption("会议播放了李坤拍摄的短片。"), is_caption("做好摄影工作"), is_caption("本报记者 李坤 摄影报道")
    (False, False, False)
    """
    if len(text) > _LONGEST_CAPTION or (text.rstrip().endswith("报道") and people_of_byline(text)):
        return False
    signed = _SIGNED.search(text) and credit(text)
    return bool(_SAYS_SO.match(text) or signed or _PICTURE.search(text))
