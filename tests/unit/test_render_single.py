"""One report as a file of its own: complete in both languages, every sign of a note in words, nothing loaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

import pytest
from bs4 import BeautifulSoup, Tag

from heitu.records import Archive, Report
from heitu.render import render_single
from heitu.render.english import sentences
from tests.archive_fixture import NASTY, archive
from tests.rendered import one, soup

REPORTS = {report.id: report for report in archive().reports}
ALLOWED = re.compile(
    "html|head|meta|title|style|body|main|header|input|label|div|section|nav|h[1-6]|p|span|a|b|i|sup|small"
    "|table|caption|tr|th|td|ol|li|dl|dt|dd|code|del|ins"
)
EVENT = re.compile(r"on[a-z]+|src|srcset|style|ping|background|formaction|action")


def files(of: Archive) -> Mapping[str, str]:
    return {path: data.decode() for path, data in render_single(of).items()}


@cache
def written() -> Mapping[str, str]:
    return files(archive())


@cache
def tree(report: str) -> BeautifulSoup:
    return BeautifulSoup(written()[f"single/heitu-{report}.html"], "lxml")


def with_settings(**changes: str) -> Archive:
    return replace(archive(), settings=replace(archive().settings, **changes))  # type: ignore[arg-type] # their names


def reading(element: Tag) -> str:
    """The text of an element without the numbers of notes and the signs of gaps."""
    copied = BeautifulSoup(str(element), "lxml")
    for sign in copied.select("sup, small"):
        sign.decompose()
    return copied.get_text().replace("［……］", "")


def chinese(report: Report) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        if section.heading:
            yield section.id, section.heading
        yield from ((paragraph.id, paragraph.text.text) for paragraph in section.paragraphs)
    yield from ((caption.id, caption.text.text) for caption in report.captions)


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.id)
def test_all_of_the_chinese_is_there_in_order_and_under_its_id(report: Report) -> None:
    assert reading(one(tree(report.id), "h1 > :first-child")) == report.title.text
    wanted = list(chinese(report))
    known = {name for name, _ in wanted}
    found = [element for element in tree(report.id).select("[id]") if element["id"] in known]
    assert [(e["id"], reading(one(e, ":scope > :is(.zh, .only):not(.credit)"))) for e in found] == wanted


@pytest.mark.parametrize("report", REPORTS.values(), ids=lambda report: report.id)
def test_every_english_sentence_is_there_in_order(report: Report) -> None:
    for paragraph in report.paragraphs:
        parts = sentences(archive(), report, paragraph)
        english = tree(report.id).select(f"#{paragraph.id} > .en:not(.none)")
        if all(part.missing for part in parts):
            assert english == []
        else:
            assert reading(english[0]).split() == " ".join(part.text for part in parts).split()
            assert english[0]["lang"] == "en"


@pytest.mark.parametrize("report", REPORTS)
def test_links_lead_to_places_in_the_file_and_ids_are_unique(report: str) -> None:
    found = [element["id"] for element in tree(report).select("[id]")]
    assert len(found) == len(set(found))
    links = {str(a["href"]) for a in tree(report).select("a") if not str(a["href"]).startswith("mailto:")}
    assert links <= {f"#{name}" for name in found}


def test_the_notes_say_what_the_file_reads_and_lead_back_in_either_language() -> None:
    page = tree("hechuan")
    notes = page.select("[id^=fn-]")
    assert [one(note, ".n").get_text() for note in notes] == ["[1]", "[2]", "[3]", "[4]"]
    assert "识别文本作“限抓”，改作“狠抓”" in one(notes[2], ".zh").get_text()
    assert "The file reads “限抓”; corrected to “狠抓”." in one(notes[2], ".en").get_text()
    for note in notes:
        for language in (".zh", ".en"):
            mark = one(page, str(one(note, f"{language} a")["href"]))
            assert mark["href"] == f"#{note['id']}"
            assert mark.find_parent(class_=language[1:]) is not None
            assert f"[{str(note['id'])[3:]}]" in mark.get_text()


def test_the_text_of_a_correction_reads_as_corrected_with_its_number_behind() -> None:
    assert one(tree("hechuan"), "#ref-3").decode_contents() == "狠抓<sup>[3]</sup>"
    assert one(tree("hechuan"), "#ref-4").get_text() == "［……］[4]"


def test_translators_notes_changes_and_what_is_missing_are_told() -> None:
    page = tree("hechuan")
    assert "Literally “store grain in the land”." in one(page, "#tn-1").get_text()
    assert one(page, "#tn-ref-1").get_text() == "[T1]"
    changed = one(page, "[id='stale-s1-p2.2']")
    assert [d.get_text() for d in changed.select("del")] == ["3", "45"]
    assert one(page, "#s3-p1 small").get_text() == "(not translated yet)"
    assert one(page, "#s3-p1 .missing")["lang"] == "zh-Hans"


def test_facts_stand_with_their_basis_in_both_languages() -> None:
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in tree("hechuan").select("tr")]
    assert ["日期 Date", "2021年11月5日 文中写明，第 7 行", "5 November 2021 stated, line 7"] in rows
    unknown = [row.get_text(" ", strip=True) for row in tree("traps").select("tr")]
    assert "日期 Date 不详 来源文件没有写明 unknown not stated in the source" in unknown


def test_sources_date_id_and_contact_stand_at_the_end() -> None:
    end = one(tree("hechuan"), "dl").get_text(" ", strip=True)
    for source in archive().sources[:2]:
        assert f"{source.file} SHA-256 {source.sha256}" in end
    for words in ("hechuan/s1-p2", "2026年11月22日", "22 November 2026", "archive@example.org"):
        assert words in end
    subject = "mailto:archive@example.org?subject=hechuan%202026-11-22"
    assert {a["href"] for a in tree("hechuan").select("dl a")} == {subject}


def test_text_of_a_source_never_becomes_markup() -> None:
    for report in REPORTS:
        for element in tree(report).find_all(True):
            assert ALLOWED.fullmatch(element.name), element
            assert not [name for name in element.attrs if EVENT.fullmatch(name)], element
        assert "<script" not in written()[f"single/heitu-{report}.html"]
    assert tree("traps").get_text().count(NASTY) >= 14
    assert one(tree("traps"), "title").get_text().startswith(f"题名 {NASTY}")


def test_nothing_is_loaded_and_no_other_host_is_named() -> None:
    for text in written().values():
        assert not re.search(r"https?://|//[a-z]|url\(|@import", text)
        assert "default-src 'none'" in text


def test_a_site_with_an_address_is_linked_in_both_languages() -> None:
    page = BeautifulSoup(
        files(with_settings(site_url="https://example.org/heitu/"))["single/heitu-hechuan.html"], "lxml"
    )
    addresses = [str(a["href"]) for a in page.select("a") if "://" in str(a["href"])]
    below = ("", "en/")
    assert addresses == [f"https://example.org/heitu/{language}reports/hechuan.html" for language in below]


def test_a_contact_on_another_host_is_named_and_not_linked() -> None:
    page = files(with_settings(contact="https://example.com/contact"))["single/heitu-hechuan.html"]
    assert "来信：https://example.com/contact" in page
    assert 'href="https:' not in page
    assert "请告诉给您这份文件的人" in files(with_settings(contact=""))["single/heitu-hechuan.html"]


def test_a_choice_of_language_is_offered_where_there_is_one_and_hides_nothing_untranslated() -> None:
    assert [label.get_text() for label in tree("hechuan").select("label")] == ["对照 Side by side", "中文", "English"]
    assert all(element.has_attr("hidden") for element in tree("hechuan").select("input, label"))
    group = one(tree("hechuan"), "[role=radiogroup]")
    assert group["aria-label"] == "正文的语言 Language of the text"
    assert str(group["aria-owns"]).split() == [radio["id"] for radio in tree("hechuan").select("input")]
    assert tree("traps").select("input") == []
    assert one(tree("qingling"), "#s1-p1 > p:first-of-type")["class"] == ["only"]
    assert one(tree("qingling"), "#s2-p1 > p:first-of-type")["class"] == ["zh"]


def test_the_same_report_gives_the_same_bytes_alone_and_among_others() -> None:
    alone = render_single(archive(), [REPORTS["hechuan"]])
    assert {path: data.decode() for path, data in alone.items()} == {
        "single/heitu-hechuan.html": written()["single/heitu-hechuan.html"]
    }


@pytest.mark.parametrize(("language", "root"), [("zh", "../"), ("en", "../../")])
def test_the_page_of_a_report_links_to_its_file(language: str, root: str) -> None:
    link = one(soup("reports/hechuan.md", "zh" if language == "zh" else "en"), "a.ht-single")
    assert link["href"] == f"{root}single/heitu-hechuan.html"
    assert link.has_attr("download")
