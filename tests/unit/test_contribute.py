"""English that is brought to a catalog, and reviews that people sign."""

from __future__ import annotations

import pytest

from heitu.errors import InputError
from heitu.translation import Contribution
from heitu.translations import sign
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.contribute import Signed, filled, signed
from heitu.translations.po import read_po
from heitu.translations.remarks import Remarks, Review
from tests.small_archive import small_archive

REVIEW = Review("LW", "2026-11-30")
CATALOG = Catalog(
    "county",
    (
        Entry("title", "河口县新貌", "A New Look", remarks=Remarks("A note.", review=REVIEW)).sealed(),
        Entry("s1-h", "耕地", "Farmland"),
        Entry("s1-p1.1", "守好黑土地。", "Keep it.", fuzzy=True, before="守黑土地。"),
        Entry("s1-p1.2", "纳入监测对象1237户。", "", remarks=Remarks(joined="s1-p1.1")),
        Entry("s1-p2.1", "今年。", ""),
        Entry("s10-p1.1", "明年。", "Next year."),
        Entry("s1-h", "旧", "Old", obsolete=True),
    ),
)


def fill(unit: str, en: str, **values: object) -> Entry:
    catalog = filled(CATALOG, [Contribution("county", unit, en, **values)])  # type: ignore[arg-type]
    changed = [entry for entry, old in zip(catalog.entries, CATALOG.entries, strict=True) if entry != old]
    return changed[0] if changed else next(entry for entry in CATALOG.entries if entry.unit == unit)


def test_new_english_ends_the_review_and_keeps_the_note() -> None:
    assert fill("title", "New") == Entry("title", "河口县新貌", "New", remarks=Remarks("A note."))


def test_the_same_english_changes_nothing_but_a_note_that_comes_with_it() -> None:
    assert fill("title", "A New Look") == CATALOG.entries[0]
    again = fill("title", "A New Look", note="Better.\nreviewed: XX 2026-11-30\naccept numbers: so")
    assert (again.remarks.note, again.is_reviewed, again.remarks.accepted) == ("Better.", True, ())
    assert again.remarks.review and again.remarks.review.by == "LW"


def test_english_for_the_chinese_of_today_is_not_stale_any_more() -> None:
    assert fill("s1-p1.1", "Guard it.") == Entry("s1-p1.1", "守好黑土地。", "Guard it.")
    assert fill("s1-p1.1", "Keep it.").fuzzy
    assert fill("s1-p1.1", "Keep it.", confirms=True) == Entry("s1-p1.1", "守好黑土地。", "Keep it.")


def test_english_for_other_chinese_is_stale() -> None:
    assert fill("s1-p2.1", "Last year.", before="去年。") == Entry(
        "s1-p2.1", "今年。", "Last year.", fuzzy=True, before="去年。"
    )


def test_a_joined_unit_that_gets_english_of_its_own_is_joined_no_more() -> None:
    assert fill("s1-p1.2", "Under monitoring.").remarks == Remarks()


def test_what_is_obsolete_is_left_alone() -> None:
    catalog = filled(CATALOG, [Contribution("county", "s1-h", "Land")])
    assert [entry.en for entry in catalog.entries if entry.unit == "s1-h"] == ["Land", "Old"]


def test_a_person_signs_what_is_translated_and_nothing_else() -> None:
    catalog, outcome = signed(CATALOG, ["s1", "title"], "WM", "2026-12-01")
    assert outcome == Signed(fresh=("s1-h", "s1-p1.2"), before=("title",), unready=("s1-p1.1", "s1-p2.1"), unknown=())
    by = {
        entry.unit: entry.remarks.review and entry.remarks.review.by for entry in catalog.entries if not entry.obsolete
    }
    assert by == {"title": "LW", "s1-h": "WM", "s1-p1.1": None, "s1-p1.2": "WM", "s1-p2.1": None, "s10-p1.1": None}
    assert all(entry.is_reviewed for entry in catalog.entries if entry.unit in outcome.fresh and not entry.obsolete)
    assert catalog.entries[-1].remarks == Remarks()


def test_all_and_paragraphs_can_be_named() -> None:
    assert signed(CATALOG, ["all"], "WM", "2026-12-01")[1].fresh == ("s1-h", "s1-p1.2", "s10-p1.1")
    assert signed(CATALOG, ["s1-p1"], "WM", "2026-12-01")[1].fresh == ("s1-p1.2",)
    assert signed(CATALOG, ["s2", "s1-p1.2"], "WM", "2026-12-01")[1].unknown == ("s2",)


def test_a_signed_file_is_read_as_signed() -> None:
    report = small_archive().reports[0]
    catalog = Catalog("county", (Entry("title", "河口县新貌", "A New Look"),))
    files, outcome = sign(report, {"county": catalog}, ["title"], "LW", "2026-11-30")
    (data,) = files.values()
    again, faults = read_po(data, "county", "")
    assert not faults
    assert again.entries[0].is_reviewed
    assert outcome.fresh == ("title",)


@pytest.mark.parametrize(
    ("names", "by", "told"),
    [
        (["s9"], "LW", "there is no unit s9"),
        (["title"], "Li Wei", "“Li Wei” are no initials"),
        (["title"], "", "are no initials"),
        (["title"], "[LW]", "are no initials"),
    ],
)
def test_a_bad_name_is_one_clear_line(names: list[str], by: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        sign(small_archive().reports[0], {}, names, by, "2026-11-30")
    assert told in caught.value.faults[0].message("en")
