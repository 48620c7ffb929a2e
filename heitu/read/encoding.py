"""From bytes to text: byte order mark, strict UTF-8, GB18030, charset-normalizer, in this order; never a guess.

What decodes is not yet right: GB18030 gives nearly any bytes a reading. So a reading must also look like Chinese
(common characters, not scattered between Latin letters) or like English; else the first byte at fault is named.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from charset_normalizer import from_bytes

from heitu.errors import Fault, InputError
from heitu.folding import han_count, is_han
from heitu.read.characters import LineNumbers

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    ("\ufeff".encode("gb18030"), "gb18030"),
)
_OTHERS = ["big5", "cp950", "big5hkscs", "cp1252"]  # what else Chinese and English reports are written in
_DECLARED_GB = re.compile(rb"charset\s*=\s*[\"']?\s*(?:gb2312|gbk|gb18030|gb_2312|x-gbk|cp936)", re.IGNORECASE)
_COMMON, _COMMON_WHERE_DECLARED = 0.8, 0.5  # share of common characters; real texts measured .99, Big5 read as GB .29
_FREQUENT, _ENOUGH = 0.15, 20  # share of the most frequent characters, from so many Han characters on; real texts .35
# The most frequent characters of Chinese prose and of official prose, in both scripts.
_MOST_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    "学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前"
    "外天政四日那社义事平形相全表间样与关各重新市县区村展建设建党农乡镇户万元项目务服管推组织领导保障群众"
    "這為個國時來們產種後會過說發動經進著電裡現實量兩體機當點從業應開還與關間樣縣區鄉鎮戶萬項務組織領導眾黨農設"
)
_TYPOGRAPHIC = frozenset("‘’“”‚„–—…•·°×÷±§©®™€£¥¢¼½¾«»\u00a0¹²³")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the codec that decoded its bytes, and how it was chosen (see `SourceDocument.encoding_basis`)."""

    text: str
    encoding: str
    basis: str


def decode(name: str, data: bytes) -> Decoded:
    """The text of a file; InputError where its bytes fit no encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(name, data, encoding, "BOM")
    if _is_mostly_utf8(data):
        return _strict(name, data, "utf-8", "strict UTF-8")
    if _is_mostly_gb18030(data):
        return _strict(name, data, "gb18030", "GB18030")
    for match in from_bytes(data, cp_isolation=_OTHERS):
        text = data.decode(match.encoding)
        if is_english(text) if match.encoding == "cp1252" else is_chinese(text, _COMMON):
            return Decoded(text, match.encoding, "charset-normalizer")
    raise InputError([_unknown_fault(name, data)])


def is_chinese(text: str, common: float) -> bool:
    """Whether the characters beyond ASCII read as Chinese: at least a share of `common` characters, in words.

    >>> is_chinese("巩固拓展脱贫攻坚成果", 0.8), is_chinese("鞏固拓展脫貧攻堅成果", 0.8), is_chinese("didn抰", 0.8)
    (True, True, False)
    """
    letters = [c for c in text if c > "\x7f" and unicodedata.category(c)[0] in "LCM" and not _is_full_width_ascii(c)]
    han = list(filter(is_han, letters))
    if sum(map(_is_common, letters)) < common * len(letters):
        return False
    if len(han) >= _ENOUGH and sum(c in _MOST_FREQUENT for c in han) < _FREQUENT * len(han):
        return False
    return sum(_is_scattered(*three) for three in zip(f" {text}", text, f"{text[1:]} ", strict=False)) * 2 <= len(han)


def _is_full_width_ascii(character: str) -> bool:
    return "\uff01" <= character <= "\uff5e"


def _is_scattered(before: str, character: str, after: str) -> bool:
    """Whether a Han character stands alone at a Latin letter, as when the ’ of "didn’t" is read together with the t."""
    alone = before <= "\x7f" and after <= "\x7f"
    return alone and is_han(character) and (before.isalpha() or after.isalpha())


def is_english(text: str) -> bool:
    """Whether text reads as English: a few typographic signs and accented letters in ASCII.

    >>> is_english("It didn’t rain – a “café”."), is_english("ÕþÎñ»ñ"), is_english("didnÕt")
    (True, False, False)
    """
    beyond = [c for c in text if c > "\x7f"]
    letters = [c for c in beyond if c.isalpha()]
    if any(c not in _TYPOGRAPHIC and not (c.isalpha() and c <= "\u017f") for c in beyond):
        return False
    inner_capital = any(a.islower() and b > "\x7f" and b.isupper() for a, b in pairwise(text))
    return not inner_capital and len(letters) * 5 <= sum(c.isalpha() for c in text)


def _is_common(character: str) -> bool:
    """Whether a Han character is in level 1 of GB 2312 or of Big5, which hold the characters in common use."""
    if not is_han(character):
        return False
    gb = character.encode("gb2312", "ignore")
    if len(gb) == 2 and 0xB0 <= gb[0] <= 0xD7:
        return True
    big5 = character.encode("big5", "ignore")
    return len(big5) == 2 and 0xA4 <= big5[0] <= 0xC6


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a few broken ones."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # pairs of GB18030 often pass for two-byte sequences, so that these speak against UTF-8 as broken bytes do
        text = data.decode("utf-8", "surrogateescape")
        against = sum("\udc80" <= c <= "\udcff" or "\x80" <= c < "\u0800" for c in text)
        return 3 * sum(c >= "\u0800" and not "\udc80" <= c <= "\udcff" for c in text) > against
    return True


def _is_mostly_gb18030(data: bytes) -> bool:
    """Whether the bytes read as Chinese in GB18030, but for a few broken ones."""
    text = data.decode("gb18030", "replace")
    threshold = _COMMON_WHERE_DECLARED if _DECLARED_GB.search(data[:4096]) else _COMMON
    return text.count("\ufffd") * 2 <= han_count(text) and is_chinese(text.replace("\ufffd", ""), threshold)


def _strict(name: str, data: bytes, encoding: str, basis: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, basis)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise InputError([_broken_fault(name, data, error, LineNumbers(before).at(len(before)))]) from error


def _broken_fault(name: str, data: bytes, error: UnicodeDecodeError, line: int) -> Fault:
    label = error.encoding.upper()
    where = f"{data[error.start]:#04x}"
    return Fault(
        name,
        line,
        f"文件是 {label} 编码，但字节偏移 {error.start} 处（{where}）有不成字的字节",
        f"the file is {label}, but the byte at offset {error.start} ({where}) is not part of a character",
        "请从原处重新取得文件，或修好该处后以 UTF-8 保存",
        "Fetch the file again, or mend that place and save it as UTF-8",
    )


def _unknown_fault(name: str, data: bytes) -> Fault:
    offset = next(i for i, byte in enumerate(data) if byte > 0x7F)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        offset = error.start
    before = data[:offset].decode("latin-1")
    return Fault(
        name,
        LineNumbers(before).at(len(before)),
        f"无法识别编码：不是 UTF-8、GB18030 或 Big5 的中文，也不是英文；"
        f"首个不合的字节在偏移 {offset} 处（{data[offset]:#04x}）",
        f"the encoding is not known: neither Chinese in UTF-8, GB18030 or Big5, nor English; "
        f"the first byte that does not fit is at offset {offset} ({data[offset]:#04x})",
        "请用编辑器以正确的编码打开文件，再以 UTF-8 保存",
        "Open the file in an editor with the right encoding and save it as UTF-8",
    )
