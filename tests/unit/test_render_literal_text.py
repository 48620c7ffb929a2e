"""Text of a source never becomes markup: what looks like HTML, Jinja or Markdown appears as it stands, everywhere."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown
from markdown.extensions import Extension

from heitu.language import LANGUAGES, Language
from heitu.publish.rawhtml import RawHtml
from tests.archive_fixture import NASTY, PARTS
from tests.rendered import block, meta, one, page, rendered, soup

EXTENSIONS = ["attr_list", "def_list", "tables", "toc"]


def test_title_subtitle_headings_text_and_captions_stand_as_they_are() -> None:
    tree = soup("reports/traps.md")
    for selector, part in zip(
        (
            *(
                "h1 > .ht-zh",
                ".ht-subtitle > .ht-zh",
                ".ht-zh .ht-kicker",
                ".ht-text .ht-zh .ht-headline",
                ".ht-p > .ht-zh",
            ),
            ".ht-captions .ht-zh",
        ),
        PARTS,
        strict=True,
    ):
        assert one(tree, selector).get_text() == part + NASTY, selector


def test_facts_and_lists_stand_as_they_are() -> None:
    values = [value.get_text() for value in soup("reports/traps.md").select(".ht-fact-value")]
    assert values.count(NASTY) == 4  # published by, republished by, author, editor
    assert PARTS[0] + NASTY in [link.get_text() for link in soup("reports/index.md").select("a.ht-title")]
    assert NASTY in one(soup("sources/traps.md"), "#L5").get_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_script_of_a_source(language: Language) -> None:
    for path, text in rendered()[language].items():
        assert "<script" not in block(text), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_front_matter_holds_the_title_and_the_linked_data(language: Language) -> None:
    found = meta("reports/traps.md", language)
    assert json.loads(found["jsonld"])["headline"] == PARTS[0] + NASTY
    assert not set(found["jsonld"]) & set("<>&")
    if language == "zh":
        assert found["title"] == PARTS[0] + NASTY


@pytest.mark.parametrize("short_cut", [False, True], ids=["markdown", "raw html"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_leaves_every_page_alone(language: Language, short_cut: bool) -> None:
    for path, text in rendered()[language].items():
        html = block(text)
        if html.startswith("<div"):
            extensions: list[str | Extension] = [*EXTENSIONS, *([RawHtml()] if short_cut else [])]
            converted = Markdown(extensions=extensions).convert(html)
            assert converted == html.strip(), path


def test_a_page_is_one_block() -> None:
    for text in rendered()["zh"].values():
        html = block(text)
        if html.startswith("<div"):
            body = BeautifulSoup(html, "lxml").body
            assert body and [child.name for child in body.find_all(recursive=False)] == ["div"]


def test_citation_templates_have_only_their_own_blanks() -> None:
    article = one(soup("reports/traps.md"), "article.ht-report")
    for language in LANGUAGES:
        template = str(article[f"data-cite-{language}"])
        assert template.count("{") == 3
        assert template.format(text="T", url="U", accessed="A").count("｛｛ x ｝｝") >= 1


def test_the_page_is_there_in_both_languages() -> None:
    assert rendered()["zh"].keys() == rendered()["en"].keys()
    assert page("reports/traps.md", "en") != page("reports/traps.md", "zh")
