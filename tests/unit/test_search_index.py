"""Grams, words, values, pinyin: what the index says is what a scan of the records finds."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heitu.folding import fold_character_for_search, fold_for_search, is_han
from heitu.search import search_files
from heitu.search.fragments import fragment, parts
from heitu.search.merging import merged
from heitu.search.postings import FEW, Posting
from heitu.search.units import Sheet
from heitu.search.values import measures, value_key
from heitu.search.words import words
from tests.archive_fixture import archive
from tests.search_reader import Index, decode_gram_units, decode_places

TEXTS = st.text(alphabet="黑土乡鄉村８8Gｇ，, 　。“\U00020000a\n", max_size=12)


@pytest.fixture(scope="module")
def built() -> Index:
    return Index.of(search_files(archive()))


def _places(text: str, gram: str) -> list[int]:
    """By the definition: where the gram stands in the folded text, and whether another form is printed there."""
    printed = [c for c in text if fold_character_for_search(c)]
    folded = fold_for_search(text)
    assert len(printed) == len(folded)
    found = []
    for i in range(len(folded)):
        if folded[i : i + 2] == gram:
            pairs = list(zip(printed[i : i + 2], folded[i : i + 2], strict=True))
            found.append(2 * i + any(c != f and f.isalnum() for c, f in pairs))
    return found


def check_grams(found: Mapping[str, Posting], texts: Sequence[str]) -> None:
    """That the postings of grams are what a scan of the texts of the units finds."""
    assert found.keys() == {
        folded[i : i + 2] for folded in map(fold_for_search, texts) for i in range(len(folded))
    }  # fmt: skip
    for gram, posting in found.items():
        expected = {unit: places for unit, text in enumerate(texts) if (places := _places(text, gram))}
        assert posting.df == len(expected)
        assert decode_gram_units(posting.units) == list(expected)
        assert decode_places(posting) == (list(expected.values()) if len(expected) > FEW else None)


def joined(*reports: Sequence[str]) -> dict[str, Posting]:
    """The grams of reports that have these units."""
    sheets = [Sheet("x", tuple(texts), (), (), (), ()) for texts in reports]
    firsts = list(accumulate(map(len, reports), initial=0))[:-1]
    return {posting.term: posting for posting in merged([parts(fragment(sheet)) for sheet in sheets], firsts)["grams"]}


def test_the_grams_of_the_archive_are_those_of_a_scan(built: Index) -> None:
    check_grams(built.postings["grams"], built.zh)


@settings(max_examples=40)
@given(st.lists(st.lists(TEXTS, max_size=8), max_size=4))
def test_the_grams_of_any_texts_are_those_of_a_scan(reports: list[list[str]]) -> None:
    check_grams(joined(*reports), [text for texts in reports for text in texts])


def test_a_gram_in_many_reports_keeps_its_units_and_places() -> None:
    dice = random.Random(4)
    reports = [["".join(dice.choices("黑土地８8，", k=dice.randint(1, 99))) for _ in range(9)] for _ in range(40)]
    check_grams(joined(*reports), [text for texts in reports for text in texts])


def test_a_run_is_where_its_grams_follow_each_other(built: Index) -> None:
    dice = random.Random(1)
    folded = [fold_for_search(text) for text in built.zh]
    for _ in range(60):
        text = dice.choice([text for text in folded if len(text) > 3])
        start = dice.randrange(len(text) - 2)
        run = text[start : start + dice.randint(2, 8)]
        candidates = set.intersection(*(set(built.units_of("grams", run[i : i + 2])) for i in range(len(run) - 1)))
        assert candidates >= {unit for unit, text in enumerate(folded) if run in text}


def test_a_single_character_is_what_grams_begin_with(built: Index) -> None:
    for character in set("".join(map(fold_for_search, built.zh))):
        found = {u for gram in built.postings["grams"] if gram[0] == character for u in built.units_of("grams", gram)}
        assert found == {unit for unit, text in enumerate(built.zh) if character in fold_for_search(text)}


def test_words_are_those_of_the_english(built: Index) -> None:
    expected: dict[str, set[int]] = {}
    for unit, text in enumerate(built.en):
        for word in words(text):
            expected.setdefault(word, set()).add(unit)
    assert {word: set(built.units_of("words", word)) for word in built.postings["words"]} == expected
    assert built.name(built.units_of("words", "112")[0]) == ("qingling", "s2-p1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One Heart, a New Start", "one heart a new start"),
        ("1,237 wells; 4,933,000.5 mu", "1237 wells 4933000.5 mu"),
        ("84.83%. The 3rd", "84.83 the 3rd"),
        ("farmers’ o'clock l'été 1990's", "farmers o'clock l'été 1990 s"),
        ("ＧＤＰ　２０", "gdp 20"),
        ("3×4÷2 a,b v2.0", "3 4 2 a b v2.0"),
        ("鄉村 (village)", "乡村 village"),
        ("e-mail co\u00adop", "e mail co op"),
        ("", ""),
    ],
)
def test_words_of_a_text(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text(alphabet="aé'’.,19 -×乡Ａ", max_size=20))
def test_words_are_made_of_letters_and_digits_with_marks_only_between_them(text: str) -> None:
    for word in words(text):
        assert re.fullmatch(r"[a-zé乡19]+(?:(?:(?<=[19])\.(?=[19])|(?<=[a-zé乡])'(?=[a-zé乡]))[a-zé乡19]+)*", word)
    letters = [c for c in "".join(map(fold_character_for_search, text)) if c.isalnum()]
    assert [c for c in "".join(words(text)) if c.isalnum()] == letters


def test_values_are_found_by_base_unit(built: Index) -> None:
    (unit,) = built.units_of("values", "亩:1865000")
    assert built.name(unit) == ("hechuan", "s1-p1")
    assert built.name(*built.units_of("values", "眼:1237")) == ("hechuan", "s1-p2")


def test_both_ends_of_a_range_are_values_and_dates_and_bare_numbers_are_none() -> None:
    figure = archive().figures[0]
    figures = (
        replace(figure, value=Fraction(1), value_to=Fraction(5), unit="天"),
        replace(figure, value=Fraction(20200722), unit="年月日", dimension="date"),
        replace(figure, value=Fraction(3), unit="名", dimension="ordinal"),
        replace(figure, value=Fraction(42), unit=""),
    )
    built = Index.of(search_files(replace(archive(), figures=figures)))
    assert list(built.postings["values"]) == ["秒:432000", "秒:86400"]


@pytest.mark.parametrize(
    ("value", "unit", "key"),
    [
        (Fraction(2), "公顷", "亩:30"),
        (Fraction(1), "平方米", "亩:0.0015"),
        (Fraction(31, 100), "亿元", "亿元:0.31"),  # a unit that is not known is its own base
        (Fraction(300), "元/亩", "元/平方米:0.45"),
        (Fraction(3), "亩/人", "亩/人:3"),
        (Fraction(34), "吨/日", ""),
        (Fraction(136, 10), "%", ":0.136"),
        (Fraction(2), "个百分点", "个百分点:2"),
    ],
)
def test_the_key_of_a_value(value: Fraction, unit: str, key: str) -> None:
    assert value_key(value, unit) == key


def test_measures_are_known_by_their_spellings_in_both_languages() -> None:
    found = measures(["元/亩", "吨/日"])
    assert list(found) == sorted(found)
    for spellings, expected in (
        (("亩", "mu"), ["亩", "1"]),
        (("公顷", "hectares", "ha"), ["亩", "15"]),
        (("平方公里", "square kilometres", "km2", "km²"[:2] + "2"), ["亩", "1500"]),
        (("千瓦时", "kwh", "kilowatt-hour"), ["千瓦时", "1"]),
        (("%", "percent", "per cent"), ["", "0.01"]),
        (("个百分点", "percentage points"), ["个百分点", "1"]),
        (("人", "名", "people"), ["人", "1"]),
        (("户", "households"), ["户", "1"]),
        (("元", "yuan", "人民币"), ["元", "1"]),
        (("元/亩",), ["元/平方米", "0.0015"]),
    ):
        assert {spelling: found.get(spelling) for spelling in spellings} == dict.fromkeys(spellings, expected)
    assert "吨/日" not in found


def test_pinyin_finds_the_pairs_and_the_characters(built: Index) -> None:
    assert "辽河" not in built.postings["grams"]
    assert built.pinyin["he chuan"] == ["禾川"]
    assert {pair for pairs in built.pinyin.values() for pair in pairs} <= built.postings["grams"].keys()
    syllables = built.single("syllables")
    assert "行" in syllables["hang"] and "行" in syllables["xing"] and "绿" in syllables["lv"]
    for key, pair in ((key, pair) for key, pairs in built.pinyin.items() for pair in pairs):
        assert all(c in syllables[syllable] for c, syllable in zip(pair, key.split(" "), strict=True)), (key, pair)


def test_every_pair_of_han_characters_has_a_reading(built: Index) -> None:
    pairs = {pair for found in built.pinyin.values() for pair in found}
    assert pairs == {gram for gram in built.postings["grams"] if len(gram) == 2 and all(map(is_han, gram))}
