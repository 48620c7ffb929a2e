"""TMX: what is written, and what other tools write: tags of languages, codes in the text, encodings, damage, attacks."""

from __future__ import annotations

import pytest
from lxml import etree  # type: ignore[import-untyped]  # it brings no types

from heitu.errors import InputError
from heitu.exchange import Pair, Row, export, read_pairs
from heitu.translation import TranslationUnit

ROWS = (
    Row(
        "county",
        "",
        TranslationUnit("title", "河口县 “新貌”", "A <New> & “Better” Look", "reviewed", note="From\nboxing."),
    ),
    Row("county", "黑土地", TranslationUnit("s1-p1.1", "守好黑土地。", "Keep it.", "stale", before="守黑土地。")),
    Row("county", "黑土地", TranslationUnit("s1-p1.2", "纳入监测。", "", "translated", joined="s1-p1.1")),
    Row("town", "", TranslationUnit("title", "双桥镇", "", "missing")),
)


def tmx(body: str, head: str = '<?xml version="1.0" encoding="UTF-8"?>\n') -> bytes:
    return f'{head}<tmx version="1.4"><header srclang="zh"/><body>\n{body}\n</body></tmx>'.encode()


def unit(zh: str, en: str, languages: tuple[str, str] = ("zh-CN", "en"), attributes: str = "") -> str:
    tuv = '<tuv xml:lang="{}"><seg>{}</seg></tuv>'
    return f"<tu{attributes}>{tuv.format(languages[0], zh)}{tuv.format(languages[1], en)}</tu>"


def texts(data: bytes) -> list[tuple[str, str]]:
    return [(pair.zh, pair.en) for pair in read_pairs(data, "a.tmx")]


def fault(data: bytes) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_pairs(data, "a.tmx")
    (one,) = caught.value.faults
    assert "\n" not in one.message("zh") + one.message("en")
    return one.message("zh"), one.message("en")


def test_what_is_exported_is_read_again() -> None:
    pairs = read_pairs(export(ROWS, "tmx"), "a.tmx")
    assert [(p.name, p.zh, p.en, p.note, p.state) for p in pairs] == [
        (row.name, row.unit.source, row.unit.target, row.unit.note, row.unit.state) for row in ROWS
    ]


def test_the_export_is_tmx_1_4() -> None:
    data = export(ROWS, "tmx")
    assert data == export(ROWS, "tmx")
    top = etree.fromstring(data)
    assert (top.tag, top.get("version")) == ("tmx", "1.4")
    header = top.find("header")
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert required == set(header.attrib)
    assert (header.get("srclang"), header.get("creationtool"), header.get("segtype")) == ("zh-CN", "heitu", "sentence")
    units = top.findall("body/tu")
    assert [one.get("tuid") for one in units] == ["county/title", "county/s1-p1.1", "county/s1-p1.2", "town/title"]
    order = [[child.tag for child in one] for one in units]
    assert order[0] == ["note", "prop", "tuv", "tuv"]
    assert order[3] == ["prop", "tuv"]
    assert b"changedate" not in data
    props = {prop.get("type"): prop.text for one in units[1:3] for prop in one.findall("prop")}
    assert props["x-heitu-before"] == "守黑土地。"
    assert props["x-heitu-joined"] == "s1-p1.1"


@pytest.mark.parametrize(
    "languages", [("zh", "en"), ("ZH-CN", "EN-US"), ("zh_CN", "en_GB"), ("zh-Hans", "en-gb"), ("cmn-Hans-CN", "eng")]
)
def test_tags_of_languages(languages: tuple[str, str]) -> None:
    assert texts(tmx(unit("黑土", "black soil", languages))) == [("黑土", "black soil")]


def test_other_languages_and_the_old_attribute() -> None:
    old = '<tu><tuv lang="DE"><seg>Boden</seg></tuv><tuv lang="EN"><seg>soil</seg></tuv><tuv lang="ZH"><seg>土</seg></tuv></tu>'
    assert texts(tmx(old)) == [("土", "soil")]


def test_english_may_come_first_and_more_than_once() -> None:
    several = (
        '<tu><tuv xml:lang="en-US"><seg>labor</seg></tuv><tuv xml:lang="en-GB"><seg>labour</seg></tuv>'
        '<tuv xml:lang="zh"><seg>劳动</seg></tuv></tu>'
    )
    assert texts(tmx(several)) == [("劳动", "labor"), ("劳动", "labour")]


def test_codes_are_left_out_and_marked_words_are_kept() -> None:
    english = (
        '<bpt i="1">&lt;b&gt;</bpt>Keep<ept i="1">&lt;/b&gt;</ept> <hi type="term">black <it pos="begin">x</it>soil</hi>'
        '<ph x="1">&lt;br/&gt;<sub>a note</sub></ph>, all of it<ut>\\par</ut>.<!-- seen --><g>!</g>'
    )
    assert texts(tmx(unit("黑土", english))) == [("黑土", "Keep black soil, all of it.!")]


def test_a_tool_that_indents_the_text() -> None:
    assert texts(tmx(unit("\n   黑土\n", "\n   black soil\n  "))) == [("黑土", "black soil")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030", "utf-8"])
def test_encodings(encoding: str) -> None:
    mark = {"utf-16-le": "\ufeff", "utf-16-be": "\ufeff"}.get(encoding, "")
    named = "utf-16" if encoding.startswith("utf-16") else encoding.removesuffix("-sig")
    text = tmx(unit("黑土", "black soil"), f'<?xml version="1.0" encoding="{named}"?>\n').decode()
    assert texts((mark + text).encode(encoding)) == [("黑土", "black soil")]


def test_a_place_is_a_line() -> None:
    data = tmx(unit("黑土", "black soil") + "\n\n" + unit("红土", "red soil", attributes=' tuid="county/title"'))
    assert read_pairs(data, "a.tmx") == (
        Pair("a.tmx:3", "", "黑土", "black soil"),
        Pair("a.tmx:5", "county/title", "红土", "red soil"),
    )


def test_a_type_that_names_a_dtd_reads_nothing() -> None:
    head = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "file:///etc/passwd">\n'
    assert texts(tmx(unit("黑土", "black soil"), head)) == [("黑土", "black soil")]


ATTACKS = {
    "external entity": '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "parameter entity": '<!DOCTYPE tmx [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>',
    "bomb": '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(20))
    + '<!ENTITY x "&t;">]>',
}


@pytest.mark.parametrize("subset", ATTACKS.values(), ids=ATTACKS)
def test_entities_are_refused(subset: str) -> None:
    zh, en = fault(tmx(unit("黑土", "&x;"), subset))
    assert "a.tmx" in zh and "a.tmx" in en
    assert "root:" not in zh + en


def test_deep_nesting_is_refused() -> None:
    assert "no sound XML" in fault(tmx(unit("黑土", "<hi>" * 5000 + "</hi>" * 5000)))[1]


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (tmx("<tu>\n<tuv>\n</tu>"), "a.tmx:5: 不是完好的 XML", "a.tmx:5: this is no sound XML"),
        (tmx(unit("黑土", "a & b")), "a.tmx:3: 不是完好的 XML", "Export the TMX anew"),
        (b"<html><body/></html>", "最外层是 <html>", "its outermost element is <html>"),
        ('<?xml version="1.0" encoding="utf-8"?><tmx>黑土</tmx>'.encode("gbk"), "不是完好的 XML", "no sound XML"),
        (b"<?xml version='1.0' encoding='nonsense'?><tmx/>", "不是完好的 XML", "no sound XML"),
        ("\ufeff黑土\tblack soil\n".encode("utf-16-le"), "既不是 TMX，也不是 XLSX", "neither TMX"),
        (b"", "既不是 TMX，也不是 XLSX", "neither TMX nor a spreadsheet"),
        ("\ufeff黑土,black soil\n".encode(), "既不是 TMX，也不是 XLSX", "neither TMX nor a spreadsheet"),
        ("黑土\tblack soil\n".encode(), "既不是 TMX，也不是 XLSX", "save the spreadsheet as .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "既不是 TMX，也不是 XLSX", "save the spreadsheet as .xlsx"),
    ],
)
def test_damage_is_one_clear_line(data: bytes, zh: str, en: str) -> None:
    told = fault(data)
    assert zh in told[0]
    assert en in told[1]


def test_a_text_that_xml_cannot_hold_is_told_with_its_line() -> None:
    unfit = TranslationUnit("title", "河口县\x0b", "", "missing", file="seeds/translations/county.po", line=7)
    with pytest.raises(InputError) as caught:
        export((Row("county", "", unfit),), "tmx")
    assert caught.value.faults[0].message("en").startswith("seeds/translations/county.po:7: county/title has a control")
