"""Which entry belongs to which sentence after the source changed: moved, edited, repeated, joined, taken away, brought back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heitu.printed import Role, Translatable
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.matching import left_over, match
from heitu.translations.remarks import Remarks, Review
from heitu.translations.update import brought_up

TILLAGE = "全县推广保护性耕作12.5万亩,比上年增长7.2%。"
MORE_TILLAGE = "全县推广保护性耕作13.5万亩,比上年增长7.2%。"
HOUSEHOLDS = "纳入监测对象1237户2502人。"
SEWAGE = "今年,新建污水厂3座,日处理能力约2万吨。"
SLOGAN = "守好黑土地。"


def units(*sentences: str, role: Role = "sentence") -> tuple[Translatable, ...]:
    return tuple(Translatable(f"s1-p1.{n}", role, zh) for n, zh in enumerate(sentences, start=1))


def entries(*sentences: str) -> tuple[Entry, ...]:
    """An entry for each sentence, under the ids that `units` gives, with the number as English."""
    return tuple(Entry(f"s1-p1.{n}", zh, f"English {n}", line=n) for n, zh in enumerate(sentences, start=1))


def found(now: tuple[Translatable, ...], then: tuple[Entry, ...]) -> list[tuple[str, bool]]:
    """For each unit the English that it has today, and whether it is stale."""
    return [(one.entry.en.removeprefix("English "), one.entry.fuzzy) for one in match(now, then)]


CASES = {
    "nothing changed": ((TILLAGE, HOUSEHOLDS), (TILLAGE, HOUSEHOLDS), [("1", False), ("2", False)], 0),
    "one put before": ((TILLAGE, HOUSEHOLDS), (SEWAGE, TILLAGE, HOUSEHOLDS), [("", False), ("1", False), ("2", False)], 0),
    "one taken away": ((TILLAGE, SEWAGE, HOUSEHOLDS), (TILLAGE, HOUSEHOLDS), [("1", False), ("3", False)], 1),
    "swapped": ((TILLAGE, HOUSEHOLDS), (HOUSEHOLDS, TILLAGE), [("2", False), ("1", False)], 0),
    "edited": ((TILLAGE, HOUSEHOLDS), (MORE_TILLAGE, HOUSEHOLDS), [("1", True), ("2", False)], 0),
    "edited and moved": ((TILLAGE, HOUSEHOLDS), (HOUSEHOLDS, MORE_TILLAGE), [("2", False), ("1", True)], 0),
    "one like it put before": ((TILLAGE,), (MORE_TILLAGE, TILLAGE), [("", False), ("1", False)], 0),
    "another in its place": ((SLOGAN,), (SEWAGE,), [("", False)], 1),
    "repeated": ((SLOGAN, TILLAGE, SLOGAN), (SLOGAN, TILLAGE, SLOGAN), [("1", False), ("2", False), ("3", False)], 0),
    "repeated, the first gone": ((SLOGAN, TILLAGE, SLOGAN), (TILLAGE, SLOGAN), [("2", False), ("1", False)], 1),
    "repeated once more": ((SLOGAN,), (SLOGAN, SLOGAN), [("1", False), ("", False)], 0),
    "all gone": ((TILLAGE, HOUSEHOLDS), (), [], 2),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after", "expected", "left"), CASES.values(), ids=CASES)
def test_entries_go_with_their_chinese(
    before: tuple[str, ...], after: tuple[str, ...], expected: list[tuple[str, bool]], left: int
) -> None:
    assert found(units(*after), entries(*before)) == expected
    assert len(left_over(units(*after), entries(*before))) == left


def test_paragraphs_that_change_places_keep_their_english() -> None:
    then = [Translatable(f"s1-p{p}.{n}", "sentence", f"第{p}段第{n}句。") for p in (1, 2) for n in (1, 2)]
    now = [replace(unit, zh=f"第{3 - int(unit.unit[4])}段第{unit.unit[-1]}句。") for unit in then]
    old = tuple(Entry(unit.unit, unit.zh, unit.zh) for unit in then)
    assert all(one.entry.en == one.unit.zh and not one.entry.fuzzy for one in match(now, old))


def test_a_sentence_that_becomes_a_heading_keeps_its_english() -> None:
    heading = (Translatable("s1-h", "heading", SLOGAN),)
    assert found(heading, entries(SLOGAN)) == [("1", False)]


def test_a_stale_entry_knows_the_chinese_of_before_until_it_is_seen_to() -> None:
    (stale,) = (one.entry for one in match(units(MORE_TILLAGE), entries(TILLAGE)))
    assert (stale.zh, stale.before, stale.fuzzy) == (MORE_TILLAGE, TILLAGE, True)
    assert found(units(MORE_TILLAGE), (stale,)) == [("1", True)]
    seen_to = replace(stale, fuzzy=False)
    (today,) = (one.entry for one in match(units(MORE_TILLAGE), (seen_to,)))
    assert (today.before, today.fuzzy) == ("", False)


def test_a_stale_entry_is_good_again_when_its_chinese_comes_back() -> None:
    (stale,) = (one.entry for one in match(units(MORE_TILLAGE), entries(TILLAGE)))
    assert found(units(TILLAGE), (stale,)) == [("1", False)]
    assert found(units(MORE_TILLAGE, TILLAGE), (stale,)) == [("", False), ("1", False)]


def test_a_stale_entry_moves_with_the_chinese_that_it_stands_under() -> None:
    stale = Entry("s1-p1.1", SEWAGE, "English 1", fuzzy=True, before=SLOGAN)
    assert found(units(TILLAGE, SEWAGE), (stale,)) == [("", False), ("1", True)]


def test_a_mark_that_a_person_set_stays() -> None:
    doubtful = replace(entries(TILLAGE)[0], fuzzy=True)
    assert found(units(SLOGAN, TILLAGE), (doubtful,)) == [("", False), ("1", True)]
    gone = brought_up(units(SLOGAN), Catalog("county", (doubtful,)))
    assert found(units(TILLAGE), gone.entries) == [("1", True)]


def test_what_was_taken_away_is_obsolete_and_comes_back() -> None:
    gone = brought_up(units(HOUSEHOLDS), Catalog("county", entries(TILLAGE, HOUSEHOLDS)))
    assert [(entry.zh, entry.obsolete) for entry in gone.entries] == [(HOUSEHOLDS, False), (TILLAGE, True)]
    back = brought_up(units(HOUSEHOLDS, TILLAGE), gone)
    assert [(entry.en, entry.obsolete) for entry in back.entries] == [("English 2", False), ("English 1", False)]


def test_what_is_obsolete_is_not_guessed_at() -> None:
    obsolete = replace(entries(TILLAGE)[0], obsolete=True)
    assert found(units(MORE_TILLAGE), (obsolete,)) == [("", False)]


def test_a_joined_sentence_follows_its_neighbour() -> None:
    joined = Entry("s1-p1.2", HOUSEHOLDS, "", remarks=Remarks(joined="s1-p1.1"))
    catalog = brought_up(units(SEWAGE, TILLAGE, HOUSEHOLDS), Catalog("county", (*entries(TILLAGE), joined)))
    assert catalog.entries[2].remarks.joined == "s1-p1.2"
    assert not catalog.entries[2].fuzzy


def test_a_joined_sentence_whose_neighbour_is_gone_is_stale() -> None:
    joined = Entry("s1-p1.2", HOUSEHOLDS, "", remarks=Remarks(joined="s1-p1.1"))
    catalog = brought_up(units(HOUSEHOLDS), Catalog("county", (*entries(TILLAGE), joined)))
    assert (catalog.entries[0].fuzzy, catalog.entries[0].remarks.joined) == (True, "s1-p1.1")


def test_a_note_without_english_is_kept() -> None:
    note = Entry("s1-p1.1", TILLAGE, "", remarks=Remarks("Ask the county."), line=3)
    (edited,) = brought_up(units(MORE_TILLAGE), Catalog("county", (note,))).entries
    assert (edited.remarks.note, edited.fuzzy, edited.before) == ("Ask the county.", False, "")
    live, obsolete = brought_up(units(SLOGAN), Catalog("county", (note,))).entries
    assert (live.remarks, obsolete.remarks.note, obsolete.obsolete) == (Remarks(), "Ask the county.", True)


def test_an_entry_that_holds_nothing_leaves_nothing() -> None:
    catalog = Catalog("county", (Entry("s1-p1.1", TILLAGE, "", line=3),))
    assert [entry.zh for entry in brought_up(units(SLOGAN), catalog).entries] == [SLOGAN]


def test_an_update_seals_a_review_and_a_change_ends_it() -> None:
    signed = replace(entries(TILLAGE)[0], remarks=Remarks(review=Review("LW", "2026-11-30")))
    (sealed,) = brought_up(units(TILLAGE), Catalog("county", (signed,))).entries
    assert sealed.is_reviewed and sealed.remarks.review and sealed.remarks.review.seal
    (stale,) = brought_up(units(MORE_TILLAGE), Catalog("county", (sealed,))).entries
    assert not stale.is_reviewed
    assert not replace(stale, fuzzy=False, before="").is_reviewed
    (back,) = brought_up(units(TILLAGE), Catalog("county", (stale,))).entries
    assert back.is_reviewed
