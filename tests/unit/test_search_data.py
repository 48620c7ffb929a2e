"""What the search index holds of the records: complete, safe inside a script, in few files, deterministic."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from heitu.folding import is_han
from heitu.language import Bilingual
from heitu.records import Archive, Emendation
from heitu.search import search_files, sizes
from heitu.spans import Piece, Span, SpannedText
from tests.archive_fixture import NASTY, archive
from tests.search_reader import Index


def index(source: Archive | None = None) -> Index:
    return Index.of(search_files(source or archive()))


def retitled(title: SpannedText) -> Archive:
    """The archive with another title over its first report."""
    first, *others = archive().reports
    return replace(archive(), reports=(replace(first, title=title), *others))


def test_every_printed_string_is_there_under_its_id() -> None:
    built = index()
    for report in archive().reports:
        expected = {"title": report.title.text}
        if report.subtitle:
            expected["subtitle"] = report.subtitle.text
        if report.authors:
            expected["byline"] = "、".join(author.value for author in report.authors)
        expected |= {section.id: section.heading for section in report.sections if section.heading}
        expected |= {paragraph.id: paragraph.text.text for paragraph in report.paragraphs}
        expected |= {caption.id: caption.text.text for caption in report.captions}
        assert {unit: zh for unit, (zh, _) in built.texts(report.id).items()} == expected


def test_the_reports_stand_latest_first_and_those_without_a_day_last() -> None:
    assert [(row["ids"], row["dates"]) for row in index().reports] == [
        ("hechuan", "2021-11-05"),
        ("qingling-2020", "2021-01-12"),
        ("qingling", ""),
        ("traps", ""),
    ]


def test_a_report_has_its_place_its_publisher_and_its_years() -> None:
    built = index()
    assert built.root["places"] == [
        {"id": "hechuan", "zh": "禾川市", "en": "Hechuan", "parent": 1},
        {"id": "lanjiang", "zh": "岚江省", "en": "Lanjiang", "parent": -1},
        {"id": "qingling", "zh": "青岭县", "en": "", "parent": 1} | {"en": archive().places[2].label.en},
    ]
    assert built.root["reports"]["places"] == [0, 2, 2, -1]
    assert built.root["reports"]["years"] == [[2019, 2021], [2020, 2020], [2022, 2022], None]
    assert built.root["publishers"] == [
        {"id": NASTY, "zh": NASTY, "en": NASTY},
        {"id": "岚江日报", "zh": "岚江日报", "en": "Lanjiang Daily"},
        {"id": "青岭县人民政府", "zh": "青岭县人民政府", "en": "青岭县人民政府"},
    ]
    assert built.root["reports"]["publishers"] == [1, 2, -1, 0]


def test_themes_are_those_of_the_sections_and_of_paragraphs_that_have_their_own() -> None:
    built = index()
    names = [theme["id"] for theme in built.root["themes"]]
    assert names == [theme.id for theme in archive().themes]
    sections, own = built.single("themes")[0]
    assert [[names[i] for i in found] for found in sections] == [
        ["general"], ["black-soil"], ["business-environment"], ["liao-river"]
    ]  # fmt: skip
    units = built.reports[0]["units"]
    assert {units[int(unit)]: [names[i] for i in found] for unit, found in own.items()} == {"s2-p2": ["liao-river"]}


def test_translations_stand_beside_the_text() -> None:
    texts = index().texts("qingling")
    assert texts["title"] == ("凝心聚力开新局", "One Heart, a New Start")
    assert texts["s2"][1] == "Beautiful villages"
    assert texts["s2-p1"][1].endswith("112 villages. People feel that they have gained.")
    assert texts["s1-p1"][1] == ""
    whole = index().texts("hechuan")
    assert whole["byline"] == ("林远、周小满", "Lin Yuan, Zhou Xiaoman")
    assert whole["s1-p1"][1].endswith("every year.”") and "  " not in whole["s1-p1"][1]
    assert not any(is_han(c) for _, en in whole.values() for c in en), "no Chinese in the English"


def test_what_the_file_read_is_a_unit_of_its_own_at_the_end() -> None:
    built = index()
    corrected = built.texts("hechuan")["s1-p3"][0]
    assert built.readings("hechuan") == {"s1-p3": "限" + corrected.removeprefix("狠")}, "doubts change no reading"
    (unit,) = built.units_of("grams", "限抓")
    assert built.name(unit) == ("hechuan", "s1-p3")
    assert built.en[unit] == ""


def test_what_was_added_by_hand_is_not_what_the_file_read() -> None:
    hechuan = archive().reports[0]
    section = hechuan.sections[1]
    text = SpannedText.join([SpannedText.supplied("补"), section.paragraphs[2].text])
    segments = (replace(section.paragraphs[2].segments[0], text=text),)
    paragraph = replace(section.paragraphs[2], id="s1-p1", text=text, segments=segments)
    sections = (replace(section, paragraphs=(paragraph,)),)
    built = index(replace(archive(), reports=(replace(hechuan, sections=sections),), figures=()))
    assert built.texts("hechuan")["s1-p1"][0].startswith("补狠抓")
    assert built.readings("hechuan")["s1-p1"].startswith("限抓")


def test_a_correction_that_takes_the_place_of_several_spans_is_taken_back_once() -> None:
    pieces = (
        Piece(Span(3, 5), "辽河", verbatim=False),
        Piece(Span(9, 10), "", verbatim=False),
        Piece(Span(10, 12), "治理"),
    )
    emendation = Emendation(
        "hechuan-web", "correction", "迂 河", "", "", "迂 河", "辽河", "high", "编者", Bilingual("", ""), 1,
        "hechuan", "title", (Span(3, 5), Span(9, 10)),
    )  # fmt: skip
    report = replace(archive().reports[0], title=SpannedText.of(pieces), emendations=(emendation,))
    built = index(replace(archive(), reports=(report,)))
    assert built.texts("hechuan")["title"][0] == "辽河治理"
    assert built.readings("hechuan") == {"title": "迂 河治理"}


def test_no_text_can_end_the_script_or_a_line() -> None:
    poison = NASTY + "\u2028\u2029</SCRIPT ><!--\U00020000\ue000"
    files = search_files(retitled(SpannedText.supplied(poison)))
    for content in files.values():
        assert not set("<\u2028\u2029\r\\") & set(content.decode())
        assert content.count(b"\n") == 1
    assert Index.of(files).texts("hechuan")["title"][0] == poison


def test_chunks_and_shards_are_cut_between_units_and_terms(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = index()
    monkeypatch.setattr(sizes, "CHUNK", 300)
    monkeypatch.setattr(sizes, "SHARD", 1000)
    cut = index()
    assert (cut.zh, cut.en, cut.postings, cut.pinyin) == (whole.zh, whole.en, whole.postings, whole.pinyin)
    for language in ("zh", "en"):
        chunks = cut.chunks(language)
        assert len(chunks) > 5
        assert [len(chunk["units"]) for chunk in chunks] == [b - a for a, b in pairwise((*cut.starts, len(cut.zh)))]
    assert all(len(cut.families[family]) > 1 for family in ("grams", "words", "pinyin"))
    assert all(len(payload) < 2000 for payload in cut.families["grams"])


def test_a_chunk_has_the_title_and_the_heading_that_its_first_unit_stands_under(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sizes, "CHUNK", 1)
    built = index()
    units = {built.name(start): i for i, start in enumerate(built.starts)}
    chunk = units["hechuan", "s2-p2"]
    for language, texts in (("zh", built.zh), ("en", built.en)):
        before = built.chunks(language)[chunk]["before"]
        names = {built.name(int(unit)): text for unit, text in before.items()}
        assert names.keys() == {("hechuan", "title"), ("hechuan", "s2")}
        assert all(text == texts[int(unit)] for unit, text in before.items())
    assert built.chunks("zh")[units["traps", "title"]]["before"] == {}
    assert list(built.chunks("zh")[units["hechuan", "s0-p1"]]["before"]) == ["0"]


def test_there_are_no_more_files_than_a_stick_likes(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = index()
    monkeypatch.setattr(sizes, "CHUNK", 1)
    monkeypatch.setattr(sizes, "SHARD", 1)
    monkeypatch.setattr(sizes, "HALF", 12)
    files = search_files(archive())
    assert 20 <= len(files) <= 2 * 12 + 4
    assert Index.of(files).postings == whole.postings


def test_the_same_archive_gives_the_same_bytes_whatever_its_order() -> None:
    turned = replace(archive(), reports=archive().reports[::-1], places=archive().places[::-1])
    assert list(search_files(archive()).items()) == list(search_files(turned).items())


def test_an_empty_archive_has_a_root_of_nothing() -> None:
    built = index(replace(archive(), reports=(), figures=()))
    assert built.reports == []
    assert {family: len(found) for family, found in built.root["marks"].items() if found} == {
        "syllables": 1, "measures": 1, "themes": 1
    }  # fmt: skip
    assert (built.root["units"], built.root["chunks"], built.single("themes")) == (0, [], [])


def test_ids_with_holes_are_an_error() -> None:
    first = archive().reports[0]
    holes = replace(first, sections=(first.sections[0], *first.sections[2:]))
    with pytest.raises(ValueError, match="hechuan"):
        search_files(replace(archive(), reports=(holes,), figures=()))
