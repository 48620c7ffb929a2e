"""The furniture strings: both languages have each, with the same blanks, and each is used."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

import pytest

from heitu.folding import is_han
from heitu.language import Bilingual
from heitu.records import CATEGORIES, GENRES
from heitu.render.labels import Labels, load_table
from heitu.render.writing import environment
from tests.rendered import PROJECT

CHINESE_IN_ENGLISH = {
    *("language.switch", "language.switch.label", "reading.zh", "paragraph.other.zh"),
    *("search.placeholder", "search.help.other.example", "search.help.reading.example"),
}
"""The name of the other language, and examples of what the Chinese texts can be searched for."""
BY_DATA = (
    "genre.", "category.", "encoding.", "basis.", "emend.", "part.", "section.", "source.reading.", "fact.", "nav.",
    "unknown.tally.", "home.count.", "term.kind.", "coverage.", "translation.made.",
    "search.help.",
)  # fmt: skip
"""Keys that end in a value of the data, which no single place in the code spells out."""


@pytest.fixture(scope="module")
def table() -> Mapping[str, Bilingual]:
    return load_table(environment(PROJECT / "templates"))


def blanks(text: str) -> set[str]:
    return {name for part in text.split("|") for _, name, _, _ in Formatter().parse(part) if name}


def test_each_string_stands_in_both_languages_with_the_same_blanks(table: Mapping[str, Bilingual]) -> None:
    for key, label in table.items():
        assert label.zh.strip() and label.en.strip(), key
        assert blanks(label.zh) == blanks(label.en), key


def test_english_strings_are_english(table: Mapping[str, Bilingual]) -> None:
    assert {key for key, label in table.items() if any(map(is_han, label.en))} == CHINESE_IN_ENGLISH


def test_each_string_is_used(table: Mapping[str, Bilingual]) -> None:
    files = [*(PROJECT / "heitu" / "render").glob("*.py"), *(PROJECT / "templates").rglob("*.j2")]
    files += [path for path in (PROJECT / "templates" / "theme").rglob("*.html") if path.name != "labels.html"]
    code = "".join(path.read_text(encoding="utf-8") for path in files)
    named = [key for key in table if f'"{key}"' in code or f"'{key}'" in code]
    assert [key for key in table if key not in named and not key.startswith(BY_DATA)] == []


def test_values_of_the_data_have_names(table: Mapping[str, Bilingual]) -> None:
    for key in [*(f"genre.{genre}" for genre in GENRES), *(f"category.{name}" for name in CATEGORIES)]:
        assert key in table


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (0, "0 节", "0 sections"),
        (1, "1 节", "1 section"),
        (4, "4 节", "4 sections"),
        (1234, "1,234 节", "1,234 sections"),
    ],
)
def test_numbers_choose_singular_or_plural(table: Mapping[str, Bilingual], number: int, zh: str, en: str) -> None:
    assert Labels(table, "zh")("count.sections", n=number) == zh
    assert Labels(table, "en")("count.sections", n=number) == en


def test_values_are_escaped_in_html(table: Mapping[str, Bilingual]) -> None:
    assert Labels(table, "en").html("report.credit", name="<b>") == "Photograph: &lt;b&gt;"
