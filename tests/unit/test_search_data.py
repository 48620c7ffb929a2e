"""The search data: complete, safe inside a script, split, deterministic."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from heitu import search
from heitu.folding import is_han
from heitu.language import Bilingual
from heitu.records import Archive, Emendation
from heitu.search import search_files
from heitu.spans import Piece, Span, SpannedText
from tests.archive_fixture import NASTY, archive


def _received(files: dict[str, bytes] | Any) -> dict[str, Any]:
    data = {}
    for path, content in files.items():
        text = content.decode()
        name = path.removeprefix("assets/search/").removesuffix(".js")
        assert text.startswith(f'heitu.receive("{name}",')
        assert text.endswith(");\n")
        data[name] = json.loads(text[len(f'heitu.receive("{name}",') : -3])
    return data


def _reports(source: Archive) -> dict[str, Any]:
    data = _received(search_files(source))
    parts = [data[f"texts-{i}"] for i in range(len(data["files"]["files"]))]
    return {report["id"]: report for part in parts for report in part}


def test_every_printed_string_is_there_under_its_id() -> None:
    reports = _reports(archive())
    assert list(reports) == sorted(report.id for report in archive().reports)
    for report in archive().reports:
        rows = {row[0]: row[1] for row in reports[report.id]["units"]}
        expected = {"title": report.title.text}
        if report.subtitle:
            expected["subtitle"] = report.subtitle.text
        if report.authors:
            expected["byline"] = "、".join(author.value for author in report.authors)
        expected |= {section.id: section.heading for section in report.sections if section.heading}
        expected |= {paragraph.id: paragraph.text.text for paragraph in report.paragraphs}
        expected |= {caption.id: caption.text.text for caption in report.captions}
        assert rows == expected
        assert len(rows) == len(reports[report.id]["units"])


def test_a_report_carries_its_place_with_those_above_its_years_and_its_day() -> None:
    hechuan, traps = (_reports(archive())[name] for name in ("hechuan", "traps"))
    assert hechuan["places"] == [{"zh": "禾川市", "en": "Hechuan"}, {"zh": "岚江省", "en": "Lanjiang"}]
    assert (hechuan["years"], hechuan["date"]) == (["2019", "2021"], "2021-11-05")
    assert (traps["places"], traps["years"], traps["date"]) == ([], None, "")


def test_translations_stand_beside_the_text() -> None:
    rows = {row[0]: row for row in _reports(archive())["qingling"]["units"]}
    assert rows["title"] == ["title", "凝心聚力开新局", "One Heart, a New Start"]
    assert rows["s2"][2] == "Beautiful villages"
    assert rows["s2-p1"][2].endswith("112 villages. People feel that they have gained.")
    assert len(rows["s1-p1"]) == 2
    whole = {row[0]: row for row in _reports(archive())["hechuan"]["units"]}
    assert whole["byline"][1:] == ["林远、周小满", "Lin Yuan, Zhou Xiaoman"]
    assert whole["s1-p1"][2].endswith("every year.”") and "  " not in whole["s1-p1"][2]
    assert not any(is_han(c) for row in whole.values() for c in "".join(row[2:3])), "no Chinese in the English"


def test_what_the_file_read_stands_beside_what_was_corrected() -> None:
    rows = {row[0]: row for row in _reports(archive())["hechuan"]["units"]}
    assert rows["s1-p3"][1] == "狠" + rows["s1-p3"][3][1:]
    assert rows["s1-p3"][3] == "限" + rows["s1-p3"][1][1:]
    assert [name for name, row in rows.items() if len(row) > 3] == ["s1-p3"], "doubts change no reading"


def test_what_was_added_by_hand_is_not_what_the_file_read() -> None:
    hechuan = archive().reports[0]
    section = hechuan.sections[1]
    text = SpannedText.join([SpannedText.supplied("补"), section.paragraphs[2].text])
    segments = (replace(section.paragraphs[2].segments[0], text=text),)
    paragraph = replace(section.paragraphs[2], text=text, segments=segments)
    sections = (replace(section, paragraphs=(paragraph,)),)
    changed = replace(archive(), reports=(replace(hechuan, sections=sections),))
    row = _reports(changed)["hechuan"]["units"][4]
    assert row[1].startswith("补狠抓")
    assert row[3].startswith("限抓")


def test_a_correction_that_takes_the_place_of_several_spans_is_taken_back_once() -> None:
    hechuan = archive().reports[0]
    pieces = (
        Piece(Span(3, 5), "辽河", verbatim=False),
        Piece(Span(9, 10), "", verbatim=False),
        Piece(Span(10, 12), "治理"),
    )
    emendation = Emendation(
        "hechuan-web", "correction", "迂 河", "", "", "迂 河", "辽河", "high", "编者", Bilingual("", ""), 1,
        "hechuan", "title", (Span(3, 5), Span(9, 10)),
    )  # fmt: skip
    report = replace(hechuan, title=SpannedText.of(pieces), emendations=(emendation,))
    row = _reports(replace(archive(), reports=(report,)))["hechuan"]["units"][0]
    assert row == ["title", "辽河治理", "Fertile Fields and a Rich Year in Hechuan", "迂 河治理"]


def test_no_text_can_end_the_script_or_a_line() -> None:
    poison = NASTY + "\u2028\u2029</SCRIPT ><!--"
    hechuan = archive().reports[0]
    poisoned = replace(archive(), reports=(replace(hechuan, title=SpannedText.supplied(poison)),))
    files = search_files(poisoned)
    for content in files.values():
        assert not set("<\u2028\u2029") & set(content.decode())
    assert _reports(poisoned)["hechuan"]["units"][0][1] == poison


def test_a_file_takes_whole_reports_up_to_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _reports(archive())
    monkeypatch.setattr(search, "FILE_BYTES", 2500)
    files = search_files(archive())
    assert len(files) > 2
    assert _reports(archive()) == whole
    for content in list(files.values())[1:]:
        assert len(content) < 2600 or content.count(b'"units"') == 1


def test_a_report_changes_the_mark_of_its_own_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "FILE_BYTES", 1)
    before = _received(search_files(archive()))["files"]["files"]
    last = archive().reports[-1]
    changed = replace(archive(), reports=(*archive().reports[:-1], replace(last, title=SpannedText.supplied("新题"))))
    after = _received(search_files(changed))["files"]["files"]
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_the_same_archive_gives_the_same_bytes_whatever_its_order() -> None:
    turned = replace(archive(), reports=archive().reports[::-1], places=archive().places[::-1])
    assert list(search_files(archive()).items()) == list(search_files(turned).items())


def test_an_empty_archive_has_a_list_of_no_files() -> None:
    assert _received(search_files(replace(archive(), reports=()))) == {"files": {"files": []}}
