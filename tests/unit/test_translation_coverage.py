"""How far the translations have come, as the command line tells it."""

from __future__ import annotations

from heitu.translation import TranslationUnit
from heitu.translations.contribute import Signed
from heitu.translations.coverage import listed, overview, told, told_signed
from heitu.translations.update import Changes

FILE = "seeds/translations/county.po"
UNITS = {
    "county": (
        TranslationUnit("title", "河口县新貌", "A New Look", "reviewed", file=FILE, line=3),
        TranslationUnit("s1-p1.1", "守好黑土地。", "Keep it.", "stale", file=FILE, line=7),
        TranslationUnit("s1-p1.2", "一" * 50, "Long", "translated", file=FILE, line=11),
    ),
    "town": tuple(TranslationUnit(f"s1-p1.{n}", "双桥", "", "missing", file="town.po", line=0) for n in range(1, 13)),
}


def test_the_overview_in_english() -> None:
    assert overview(UNITS, "en").split("\n") == [
        "report  units  translated  reviewed  stale  missing  done",
        "county      3           2         1      1        0   66%",
        "town       12           0         0      0       12    0%",
        "total      15           2         1      1       12   13%",
        "missing: 12",
        *(f"  town.po s1-p1.{n} 双桥" for n in range(1, 11)),
        "  … python build_site.py translations --list missing",
        "stale: 1",
        f"  {FILE}:7 s1-p1.1 守好黑土地。",
        "not reviewed: 1",
        "  … python build_site.py translations --list unreviewed",
    ]


def test_the_overview_in_chinese_keeps_its_columns() -> None:
    lines = overview({"county": UNITS["county"]}, "zh").split("\n")
    assert lines[:2] == ["报道    条数  已译  已审  待更新  未译  完成", "county     3     2     1       1     0   66%"]
    assert len(lines) == 2 + 2 + 2  # one report needs no total


def test_a_list_has_every_unit_with_its_line_and_its_whole_chinese() -> None:
    assert listed(UNITS, "unreviewed", "en") == f"{FILE}:11 s1-p1.2 {'一' * 50}"
    assert listed(UNITS, "stale", "en") == f"{FILE}:7 s1-p1.1 守好黑土地。"
    assert listed(UNITS, "missing", "en").count("\n") == 11


def test_no_reports_are_no_trouble() -> None:
    assert overview({}, "en") == "report  units  translated  reviewed  stale  missing  done"


def test_what_an_update_did() -> None:
    assert told(FILE, Changes(3, 1, 2, 1, 1), "en") == f"{FILE}: 3 new, 1 stale, 2 moved, 1 revived, 1 obsolete"
    assert told(FILE, Changes(0, 1, 0, 0, 0), "zh") == f"{FILE}: 待更新 1"
    assert told(FILE, Changes(0, 0, 0, 0, 0), "en") == f"{FILE}: written anew"


def test_what_a_review_came_to() -> None:
    outcome = Signed(("title", "s1-h"), ("c1",), ("s1-p1.1",), ())
    assert told_signed(FILE, "LW", outcome, "en").split("\n") == [
        f"{FILE}: LW: title, s1-h",
        "  reviewed before, left as it is (1): c1",
        "  missing or stale, not reviewed (1): s1-p1.1",
    ]
