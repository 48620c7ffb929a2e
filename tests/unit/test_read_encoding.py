"""Encodings: what is recognised, and what is refused with the place of the first byte at fault."""

from __future__ import annotations

import pytest

from heitu.errors import InputError
from heitu.read import read_bytes

SIMPLIFIED = "全市推广保护性耕作，建设高标准农田十万亩。\r\n农村居民收入比上年增长百分之六，群众得到实惠。"
TRADITIONAL = "全縣推廣保護性耕作，建設高標準農田十萬畝。農村居民收入比去年增長百分之六，群眾得到實惠。"
ENGLISH = "The county’s “black soil” plan didn’t fail – a café owner said so.\nThe people’s project—done."
PAGE = "<html><head><meta charset={}></head><body><h1>{}</h1><p>{}</p></body></html>"

READ = [
    ("UTF-8", SIMPLIFIED.encode(), "utf-8", "strict UTF-8", SIMPLIFIED),
    ("plain ASCII", b"Report of 2021", "utf-8", "strict UTF-8", "Report of 2021"),
    ("UTF-8 with a BOM", SIMPLIFIED.encode("utf-8-sig"), "utf-8", "BOM", "\ufeff" + SIMPLIFIED),
    ("UTF-16 LE", ("\ufeff" + SIMPLIFIED).encode("utf-16-le"), "utf-16-le", "BOM", "\ufeff" + SIMPLIFIED),
    ("UTF-16 BE", ("\ufeff" + SIMPLIFIED).encode("utf-16-be"), "utf-16-be", "BOM", "\ufeff" + SIMPLIFIED),
    ("GB18030", SIMPLIFIED.encode("gb18030"), "gb18030", "GB18030", SIMPLIFIED),
    ("GB18030, two characters", "四平".encode("gb18030"), "gb18030", "GB18030", "四平"),
    ("traditional characters in GBK", TRADITIONAL.encode("gbk"), "gb18030", "GB18030", TRADITIONAL),
    ("four-byte characters", f"{SIMPLIFIED}㐀".encode("gb18030"), "gb18030", "GB18030", f"{SIMPLIFIED}㐀"),
    ("names only", "张立新 王春生 李秀兰".encode("gb18030"), "gb18030", "GB18030", "张立新 王春生 李秀兰"),
    ("scattered figures", "1月 2日 3人\n4月 5日".encode("gb18030"), "gb18030", "GB18030", "1月 2日 3人\n4月 5日"),
    ("English signs in GB18030", "a “plan” — b".encode("gb18030"), "gb18030", "GB18030", "a “plan” — b"),
    ("Big5", TRADITIONAL.encode("big5"), "big5", "charset-normalizer", TRADITIONAL),
    ("Big5, few characters", TRADITIONAL[:8].encode("big5"), "big5", "charset-normalizer", TRADITIONAL[:8]),
    ("Windows-1252", ENGLISH.encode("cp1252"), "cp1252", "charset-normalizer", ENGLISH),
    ("Windows-1252, one sign", "It didn’t.".encode("cp1252"), "cp1252", "charset-normalizer", "It didn’t."),
    ("Latin-1", "A café and a naïve résumé.".encode("latin-1"), "cp1252", "charset-normalizer", "A café and a naïve résumé."),
]  # fmt: skip


@pytest.mark.parametrize(("label", "data", "encoding", "basis", "text"), READ, ids=[case[0] for case in READ])
def test_an_encoding_is_recognised(label: str, data: bytes, encoding: str, basis: str, text: str) -> None:
    document = read_bytes("a.txt", data).document
    assert (document.encoding, document.encoding_basis, document.text) == (encoding, basis, text)
    assert document.data == data


DECLARED = [
    ("gb2312", "gb18030", "gb18030"),
    ("gbk", "gb18030", "gb18030"),
    ("gb2312", "utf-8", "utf-8"),
    ("utf-8", "gb18030", "gb18030"),
    ("big5", "utf-8", "utf-8"),
]


@pytest.mark.parametrize(("declared", "written", "encoding"), DECLARED)
def test_the_bytes_of_a_page_outweigh_what_it_declares(declared: str, written: str, encoding: str) -> None:
    page = PAGE.format(declared, "保护黑土地", SIMPLIFIED)
    assert read_bytes("a.html", page.encode(written)).document.encoding == encoding


def test_a_page_in_big5_is_read_among_much_markup() -> None:
    page = PAGE.format("big5", "保護黑土地", TRADITIONAL) + '<div class="x"><a href="y">連結</a></div>' * 40
    assert read_bytes("a.html", page.encode("big5")).document.text == page


def test_a_declaration_helps_where_characters_are_rare() -> None:
    page = PAGE.format("gb2312", "", "墚塬峁，黑土沟")
    rare = page.replace("gb2312", "x").encode("gb18030")
    assert read_bytes("a.html", page.encode("gb18030")).document.encoding == "gb18030"
    with pytest.raises(InputError):
        read_bytes("a.html", rare)


_UTF8 = SIMPLIFIED.encode()
_GB = SIMPLIFIED.encode("gb18030")
REFUSED = [
    ("UTF-8 with one broken byte", _UTF8[:30] + b"\xff" + _UTF8[31:], 1, 30, "UTF-8"),
    ("UTF-8 cut in a character", _UTF8[:-1], 2, len(_UTF8) - 3, "UTF-8"),
    ("UTF-8 with a BOM and a broken byte", b"\xef\xbb\xbf" + b"ab\n\xff", 2, 6, "UTF-8"),
    ("UTF-8 that goes on in GB18030", _UTF8 + b"\n" + _GB[2:], 3, len(_UTF8) + 1, "UTF-8"),
    ("UTF-16 cut in a character", SIMPLIFIED.encode("utf-16")[:-1], 2, len(SIMPLIFIED.encode("utf-16")) - 2, "UTF-16-LE"),
    ("GB18030 cut in a character", _GB[:-1], 2, len(_GB) - 2, "GB18030"),
    ("GB18030 with a broken byte", _GB[:4] + b"\xff " + _GB[6:], 1, 4, "GB18030"),
    ("Shift-JIS", "黒い土のはたらきについて報告します。".encode("shift_jis"), 1, 0, ""),
    ("EUC-JP", ("黒い土のはたらきについて、ここに報告します。農村の振興は重要な課題です。" * 2).encode("euc_jp"), 1, 0, ""),
    ("EUC-KR", ("검은 흙의 보호에 대하여 다음과 같이 보고합니다. " * 3).encode("euc_kr"), 1, 0, ""),
    ("Windows-1251", "a\nОтчёт о чернозёме за прошлый год".encode("cp1251"), 2, 2, ""),
    ("noise", b"abc\r\n" + bytes(range(0x80, 0x100)) * 2, 2, 5, ""),
]  # fmt: skip


@pytest.mark.parametrize(("label", "data", "line", "offset", "named"), REFUSED, ids=[case[0] for case in REFUSED])
def test_bytes_that_fit_nothing_are_named(label: str, data: bytes, line: int, offset: int, named: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes("a.txt", data)
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == ("a.txt", line)
    assert f"offset {offset} " in fault.what_en
    assert f"偏移 {offset} 处" in fault.what_zh
    assert named in fault.what_en


def test_no_newline_is_translated() -> None:
    text = "甲\r\n乙\r\r\n丙\r丁\n戊"
    extract = read_bytes("a.txt", text.encode())
    assert extract.document.text == text
    assert [(line.text.text, line.number) for line in extract.lines] == [
        ("甲", 1),
        ("乙", 2),
        ("丙", 3),
        ("丁", 4),
        ("戊", 5),
    ]
