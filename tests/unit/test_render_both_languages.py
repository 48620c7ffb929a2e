"""Both languages on a report's page: pairs, joined, stale and missing sentences, notes, terms, figures, what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag

from heitu.language import LANGUAGES, Language
from heitu.records import Archive
from heitu.render import render
from heitu.render.english import sentences
from heitu.translation import TranslationUnit
from tests.archive_fixture import archive
from tests.english_fixture import NOTE, STALE
from tests.rendered import PROJECT, block, one, rendered, soup

HECHUAN = "reports/hechuan.md"


def text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pair_has_its_own_language_first_and_names_the_other(language: Language) -> None:
    for pair in soup(HECHUAN, language).select(".ht-pair"):
        own, other = pair.find_all(["p", "span"], class_=["ht-zh", "ht-en"], recursive=False)
        codes = ("zh", "en") if language == "zh" else ("en", "zh")
        assert (own["class"][0], other["class"][0]) == (f"ht-{codes[0]}", f"ht-{codes[1]}")
        assert not own.has_attr("lang")
        assert other["lang"] == ("en" if language == "zh" else "zh-Hans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_stand_against_each_other(language: Language) -> None:
    tree = soup(HECHUAN, language)
    zh, en = tree.select("#s1-p1 .ht-zh .ht-s"), tree.select("#s1-p1 .ht-en .ht-s")
    assert [s["data-s"] for s in zh] == ["1", "2", "3", "4"]
    assert [s["data-s"] for s in en] == ["1", "2", "3 4"], "two were taken together"
    paragraph = next(p for p in archive().reports[0].paragraphs if p.id == "s1-p1")
    assert "".join(s.get_text() for s in zh) == paragraph.text.text


def test_every_id_stands_once_and_every_note_is_there() -> None:
    for language in LANGUAGES:
        for path in rendered()[language]:
            tree = soup(path, language)
            ids = [str(tag["id"]) for tag in tree.select("[id]")]
            assert len(ids) == len(set(ids)), path
            for link in tree.select("[data-heitu-note]"):
                assert link["data-heitu-note"] in ids, path


def test_a_sentence_whose_neighbour_has_no_english_is_not_lost() -> None:
    report = archive().reports[0]
    paragraph = next(p for p in report.paragraphs if p.id == "s1-p1")
    units = dict(archive().translations)
    units["hechuan", "s1-p1.3"] = TranslationUnit("s1-p1.3", "", "", "missing")
    found = sentences(replace(archive(), translations=units), report, paragraph)
    assert [(s.places, s.missing) for s in found] == [("1", False), ("2", False), ("3", True), ("4", True)]


def test_a_missing_sentence_stands_in_chinese_and_the_page_says_so_once() -> None:
    tree = soup(HECHUAN, "en")
    missing = one(tree, ".ht-text .ht-missing")
    assert missing["lang"] == "zh-Hans" and missing.get_text().startswith("河长巡河")
    assert text(one(tree, ".ht-untranslated")) == (
        "One sentence or heading has not been translated yet and stands in Chinese."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stale_sentence_shows_the_chinese_before_and_after(language: Language) -> None:
    tree = soup(HECHUAN, language)
    assert len(tree.select(".ht-stale")) == 1
    before, after = one(tree, "#s1-p2 > details.ht-stale-note").select("dd")
    assert before.get_text() == STALE and after.get_text().startswith("全市投入资金3.2亿元")
    assert [d.get_text() for d in before.select("del")] == ["3", "45"]
    assert [i.get_text() for i in after.select("ins")][:2] == ["3.2", "48"]
    assert before.get("lang") == (None if language == "zh" else "zh-Hans")


def without_english(*units: str) -> Archive:
    """The archive of the fixture without the English of these units of its first report."""
    found = dict(archive().translations)
    for unit in units:
        del found["hechuan", unit]
    return replace(archive(), translations=found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_sentence_keeps_its_marks_and_says_that_it_is_missing(language: Language) -> None:
    pages = render(without_english("s1-p1.2", "s1-p3.1", "s1-p3.2", "s1-h"), PROJECT)[language]
    tree = BeautifulSoup(block(pages[HECHUAN]), "lxml")
    second = one(tree, "#s1-p1 > .ht-en .ht-s[data-s='2']")
    assert len(second.select(".ht-missing .ht-fig")) == 2 and second.select("[data-gloss]")
    label = one(second, ".ht-untold")
    assert label["data-none"] == ("（未译）" if language == "zh" else "(not translated yet)") and not label.get_text()
    lost = one(tree, "#s1-p3 > .ht-en")
    assert [link["id"] for link in lost.select("a.ht-emend, a.ht-gap")] == ["ref-en-3", "ref-en-4"]
    assert "ht-none" in lost["class"] and not lost.select(".ht-untold"), "a paragraph without English says so itself"
    assert one(tree, "#s1 .ht-en .ht-doubt")["id"] == "ref-en-1"
    ids = [str(tag["id"]) for tag in tree.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_emendation_has_its_sign_in_the_english_of_its_sentence(language: Language) -> None:
    tree = soup(HECHUAN, language)
    signs = tree.select(".ht-en a.ht-remark--text")
    assert [(s["id"], s["href"], s["data-n"], s.get_text()) for s in signs] == [
        (f"ref-en-{n}", f"#fn-{n}", f"[{n}]", "") for n in (1, 2, 3, 4)
    ]
    assert one(tree, "#s1-p3 > .ht-en .ht-s[data-s='1'] a.ht-remark--text")["id"] == "ref-en-3"
    for n in (1, 2, 3, 4):
        back = one(tree, f"#fn-{n} a.ht-backref")["href"]
        assert back == (f"#ref-{n}" if language == "zh" else f"#ref-en-{n}") and one(tree, str(back))


def test_a_stale_sentence_and_its_note_lead_to_each_other() -> None:
    tree = soup(HECHUAN, "en")
    link = one(tree, "#s1-p2 .ht-en a[data-heitu-stale]")
    note = one(tree, f"#s1-p2 > details[id='{link['data-heitu-stale']}']")
    assert link["href"] == f"#{note['id']}" and link.get_text() == "" and link["aria-label"]
    assert one(note, "a.ht-backref")["href"] == f"#{link['id']}"
    assert one(note, "summary q").get_text() == "The city spent 300 million…"


def test_an_english_caption_has_its_credit_in_its_own_words() -> None:
    assert not soup(HECHUAN, "en").select(".ht-credit")
    english = render(without_english("c1"), PROJECT)["en"][HECHUAN]
    assert not BeautifulSoup(block(english), "lxml").select("#c1 .ht-credit"), "the Chinese caption has it as printed"


def test_a_translators_note_is_linked_both_ways_and_has_no_text_in_the_sentence() -> None:
    tree = soup(HECHUAN, "en")
    link = one(tree, "#s0-p1 .ht-en a.ht-remark")
    assert link.get_text() == "" and link["href"] == "#tn-1"
    note = one(tree, "#tn-1")
    assert NOTE in note.get_text() and one(note, "a.ht-backref")["href"] == f"#{link['id']}"
    assert not soup(HECHUAN).select("#s0-p1 .ht-zh a.ht-remark")


def test_the_first_use_of_a_term_leads_to_the_glossary_in_english_pages_alone() -> None:
    tree = soup(HECHUAN, "en")
    links = tree.select(".ht-en a.ht-term")
    assert [(link.get_text(), link["href"]) for link in links] == [
        ("stored grain in the land", "../glossary.html#store-in-land"),
        ("conservation tillage", "../glossary.html#conservation-tillage"),
    ]
    explained = one(tree, "#term-conservation-tillage").get_text()
    assert all(word in explained for word in ("保护性耕作", "bǎohùxìng gēngzuò", "Stalks stay on the field"))
    assert not soup(HECHUAN).select("a.ht-term")


def test_figures_explain_themselves_in_the_pages_language() -> None:
    zh, en = soup(HECHUAN), soup(HECHUAN, "en")
    assert [f.get("data-gloss") for f in zh.select("#s1-p1 .ht-zh .ht-fig")] == ["186.5万亩，约合12.43万公顷", None]
    says = "186.5万亩 = 1.865 million mu ≈ 124,300 ha"
    assert [f.get("data-gloss") for f in en.select("#s1-p1 .ht-zh .ht-fig")] == [says, None]
    assert [(f.get_text(), f["data-gloss"]) for f in en.select("#s1-p1 .ht-en .ht-fig")] == [("1.865 million mu", says)]
    assert zh.select("#s1-p1 [data-heitu-figures]") and not zh.select("#s2-p2 [data-heitu-figures]")


def test_a_page_says_how_far_it_is_translated_and_on_whose_word() -> None:
    zh, en = soup(HECHUAN), soup(HECHUAN, "en")
    assert (
        text(one(en, ".ht-counts-line > a:first-child"))
        == "Translation: 24 of 26 sentences and headings; 0 reviewed; 1 to be updated"
    )
    assert one(en, ".ht-to-glossary")["href"] == "../glossary.html" and not zh.select(".ht-to-glossary")
    assert text(one(zh, ".ht-counts-line > a:first-child")) == "译文：句与标题等 26 处，已译 24，已审 0，待更新 1"
    assert "no second person has reviewed it. The Chinese prevails." in text(one(en, ".ht-official"))
    part = text(one(soup("reports/qingling.md", "en"), ".ht-official"))
    assert "a second person has reviewed 2 of its" in part


def test_a_text_that_is_wholly_reviewed_names_who_did_it() -> None:
    reviewed = {
        key: replace(unit, state="reviewed", reviewer="LW", reviewed=f"2026-11-{day:02}")
        for day, (key, unit) in enumerate(archive().translations.items(), start=1)
        if key[0] == "hechuan"
    }
    reviewed["hechuan", "s3-p1.2"] = replace(reviewed["hechuan", "s3-p1.1"], id="s3-p1.2", target="River chiefs.")
    pages = render(replace(archive(), translations=reviewed), PROJECT)
    assert "and it was reviewed by LW, 25 November 2026. The Chinese prevails." in block(pages["en"][HECHUAN])


def test_names_stand_in_english_with_the_chinese_beside_them() -> None:
    tree = soup(HECHUAN, "en")
    assert "Lin Yuan 林远" in " ".join(tree.get_text().split())
    names = [span for span in tree.select(".ht-fact-value [lang=zh-Hans]") if span.get_text() == "林远"]
    assert len(names) == 1


def test_quotations_mix_languages_sentence_by_sentence() -> None:
    quote = next(q for q in soup("themes/liao-river.md", "en").select(".ht-quote") if "Qingxi" in q.get_text())
    assert "The Qingxi River is 106 km long" in quote.get_text()
    assert one(quote, ".ht-missing")["lang"] == "zh-Hans"


def test_the_glossary_lists_each_term_by_kind_with_its_uses() -> None:
    for language in LANGUAGES:
        tree = soup("glossary.md", language)
        assert [h["id"] for h in tree.select("h2")] == ["kind-programme", "kind-slogan", "kind-administrative"]
        entry = one(tree, "#conservation-tillage")
        assert [a["href"] for a in entry.select("a")] == ["reports/hechuan.html#s1-p1"]
        assert "bǎohùxìng gēngzuò" in entry.get_text() and "conservation tillage" in entry.get_text()
    assert one(soup("glossary.md", "en"), "#river-chief").select("a")[0].get_text() == "3.1"


def test_the_page_about_the_translation_counts_and_lists_what_was_accepted() -> None:
    tree = soup("translation.md", "en")
    rows = {
        text(one(row, "th")): [td.get_text() for td in row.select("td")]
        for row in tree.select("#coverage ~ div tbody tr")
    }
    assert rows["Fertile Fields and a Rich Year in Hechuan"] == ["26", "24", "0", "1", "1"]
    assert rows["Total"] == ["45", "28", "2", "1", "16"]
    accepted = one(tree, "#accepted ~ div tbody tr")
    assert [text(td) for td in accepted.select("td")] == [
        "One Heart, a New Start · Section 2, paragraph 1", "length", "the Chinese says no more",
    ]  # fmt: skip
    assert one(accepted, "a")["href"] == "reports/qingling.html#s2-p1"


def test_english_of_two_sentences_is_stale_when_either_has_changed() -> None:
    found = dict(archive().translations)
    joined = found["hechuan", "s1-p1.4"]
    found["hechuan", "s1-p1.4"] = replace(joined, state="stale", source="如今不同了。", before="如今变了。")
    pages = render(replace(archive(), translations=found), PROJECT)["en"]
    tree = BeautifulSoup(block(pages[HECHUAN]), "lxml")
    assert "Wang Litian" in one(tree, "#s1-p1 .ht-en .ht-stale").get_text()
    note = one(tree, "#s1-p1 > details.ht-stale-note")
    assert [d.get_text() for d in note.select("dd")] == ["如今变了。", "如今不同了。"]


def test_a_quotation_outside_its_page_says_that_it_is_stale() -> None:
    found = dict(archive().translations)
    found["hechuan", "s3-p1.1"] = replace(found["hechuan", "s3-p1.1"], state="stale", before="从前的话。")
    pages = render(replace(archive(), translations=found), PROJECT)["en"]
    quote = one(BeautifulSoup(block(pages["themes/liao-river.md"]), "lxml"), ".ht-quote .ht-stale")
    assert "106 km" in quote.get_text()
    label = quote.find_next_sibling()
    assert label is not None and label["data-none"] == "(the Chinese has changed since)" and not label.get_text()


@pytest.mark.parametrize(("readings", "said"), [({}, False), ({"hechuan": 2, "qingling": 1}, True)])
def test_a_page_says_that_it_was_read_twice_only_where_the_file_does(readings: dict[str, int], said: bool) -> None:
    pages = render(replace(archive(), readings=readings), PROJECT)["en"]
    assert ("read twice by the project" in block(pages[HECHUAN])) == said
    assert "read twice by the project" not in block(pages["translation.md"])
