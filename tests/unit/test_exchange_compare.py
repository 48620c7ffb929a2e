"""What an import would do: each pair is brought to its unit by its Chinese, else by its name, and nothing is guessed."""

from __future__ import annotations

import pytest

from heitu.exchange import Pair, Preview, Row, compare, tell
from heitu.exchange.records import KINDS, Kind
from heitu.translation import Contribution, TranslationUnit

TILLAGE = "全县推广保护性耕作12.5万亩。"
ROWS = (
    Row("county", "", TranslationUnit("title", "河口县新貌", "A New Look", "reviewed", note="From boxing.")),
    Row("county", "", TranslationUnit("s1-p1.1", TILLAGE, "", "missing")),
    Row("county", "", TranslationUnit("s1-p1.2", "守好黑土地。", "Keep it.", "stale", before="守黑土地。")),
    Row("county", "", TranslationUnit("s1-p2.1", "今年。", "", "translated", joined="s1-p1.2")),
    Row("town", "", TranslationUnit("s1-h", "工作成效", "Results", "translated")),
    Row("town", "", TranslationUnit("s2-h", "工作成效", "Results", "translated")),
)


def preview(*pairs: tuple[str, ...]) -> Preview:
    """Of pairs of name, Chinese, English, note and state, a line each."""
    return compare(ROWS, [Pair(f"a.tmx:{n}", *fields) for n, fields in enumerate(pairs, start=1)])


def kinds(made: Preview) -> dict[Kind, int]:
    return {kind: len(made.findings[kind]) for kind in KINDS if made.findings[kind]}


CASES: dict[str, tuple[tuple[tuple[str, ...], ...], dict[Kind, int]]] = {
    "new by its Chinese": ((("", TILLAGE, "Tillage"),), {"fresh": 1}),
    "new by its name": ((("county/s1-p1.1", "", "Tillage"),), {"fresh": 1}),
    "English for a joined unit": ((("", "今年。", "This year"),), {"changed": 1}),
    "blanks are not looked at": ((("", f" {TILLAGE}\n", "Tillage"),), {"fresh": 1}),
    "changed": ((("county/title", "河口县新貌", "New"),), {"changed": 1}),
    "the Chinese goes before the name": ((("county/s1-p1.1", "河口县新貌", "A New Look"),), {"same": 1}),
    "same": ((("county/title", "河口县新貌", "A New Look"),), {"same": 1}),
    "same with another note": ((("", "河口县新貌", "A New Look", "From wrestling."),), {"changed": 1}),
    "same with no note": ((("", "河口县新貌", "A New Look", ""),), {"same": 1}),
    "no English": ((("", TILLAGE, ""),), {"empty": 1}),
    "the Chinese once more is no English": ((("", TILLAGE, TILLAGE),), {"empty": 1}),
    "not found": ((("", "别的话。", "Other"),), {"unmatched": 1}),
    "a name that is another's by now": ((("county/s1-p1.1", "毫不相干的一句话。", "Other"),), {"unmatched": 1}),
    "an unknown name without Chinese": ((("county/s9-p1.1", "", "Other"),), {"unmatched": 1}),
    "conflicting": ((("", TILLAGE, "One"), ("county/s1-p1.1", TILLAGE, "Two")), {"conflicting": 1}),
    "said twice": ((("", TILLAGE, "One"), ("", TILLAGE, "One")), {"fresh": 1}),
    "ambiguous": ((("", "工作成效", "Outcome"),), {"ambiguous": 1}),
    "named among several": ((("town/s2-h", "工作成效", "Outcome"),), {"changed": 1}),
    "several that have it already": ((("", "工作成效", "Results"),), {"same": 1}),
    "made from other Chinese": ((("county/s1-p1.1", "全县推广保护性耕作11万亩。", "Tillage"),), {"fresh": 1}),
    "made from other Chinese than stands": ((("county/title", "河口县旧貌", "The Old Look"),), {"outdated": 1}),
    "stale, the Chinese of before": ((("county/s1-p1.2", "守黑土地。", "Guard it."),), {"changed": 1}),
    "stale, seen to": ((("county/s1-p1.2", "守好黑土地。", "Guard it well."),), {"changed": 1}),
    "stale, as it was": ((("county/s1-p1.2", "守好黑土地。", "Keep it.", "", "stale"),), {"same": 1}),
    "stale, as it was, from a memory": ((("county/s1-p1.2", "守好黑土地。", "Keep it."),), {"same": 1}),
    "stale, called done by a person": ((("county/s1-p1.2", "守好黑土地。", "Keep it.", "", "translated"),), {"changed": 1}),
    "today's Chinese goes before another": (
        (("county/s1-p1.1", "全县推广保护性耕作11万亩。", "Old"), ("", TILLAGE, "New")),
        {"fresh": 1},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pairs", "expected"), CASES.values(), ids=CASES)
def test_what_becomes_of_pairs(pairs: tuple[tuple[str, ...], ...], expected: dict[Kind, int]) -> None:
    made = preview(*pairs)
    assert kinds(made) == expected
    assert len(made.contributions) == len(made.findings["fresh"]) + len(made.findings["changed"])


@pytest.mark.parametrize(
    ("pair", "contribution"),
    [
        (("", TILLAGE, "Tillage", "A note."), Contribution("county", "s1-p1.1", "Tillage", "A note.")),
        (
            ("county/s1-p1.1", "全县推广保护性耕作11万亩。", "Tillage"),
            Contribution("county", "s1-p1.1", "Tillage", before="全县推广保护性耕作11万亩。"),
        ),
        (
            ("county/s1-p1.2", "守好黑土地。", "Keep it.", "", "reviewed"),
            Contribution("county", "s1-p1.2", "Keep it.", confirms=True),
        ),
        (("", TILLAGE, "New"), Contribution("county", "s1-p1.1", "New")),
    ],
)
def test_what_would_be_written(pair: tuple[str, ...], contribution: Contribution) -> None:
    assert preview(pair).contributions == (contribution,)


def test_a_person_reads_what_is_new_what_changes_and_what_is_left() -> None:
    made = preview(
        ("", TILLAGE, "Tillage\nin the county"),
        ("county/title", "河口县新貌", "New", "From wrestling."),
        ("county/s1-p1.2", "守黑土地。", "Guard it."),
        ("", "今年。", "This year"),
        ("", "今年。", "In this year"),
        ("", "工作成效", "Outcome"),
        ("", "别的话。", "Other"),
    )
    assert tell(made, "en").split("\n") == [
        "new: 1",
        f"  a.tmx:1: county/s1-p1.1 {TILLAGE}",
        "    + Tillage in the county",
        "changed: 2",
        "  a.tmx:2: county/title 河口县新貌",
        "    - A New Look",
        "    + New",
        "    note: From wrestling.",
        "  a.tmx:3: county/s1-p1.2 守黑土地。",
        "    - Keep it.",
        "    + Guard it.",
        "    made from other Chinese, so it will be stale; today's is: 守好黑土地。",
        "conflicting: 1 (different English for one unit; nothing is taken, so leave one)",
        "  a.tmx:4: county/s1-p2.1 今年。",
        "    + This year",
        "    + In this year (a.tmx:5)",
        "ambiguous: 1 (several units have this Chinese; name one, as in REPORT/s1-p2.1)",
        "  a.tmx:6: town/s1-h, town/s2-h 工作成效",
        "    + Outcome",
        "not found: 1 (no unit has this Chinese)",
        "  a.tmx:7: 别的话。",
        "    + Other",
        "1 new, 2 changed, 0 same, 0 without English, 1 conflicting, 1 ambiguous, 0 outdated, 1 not found",
    ]
    assert tell(made, "zh").split("\n")[-1] == (
        "新译 1，改动 2，相同 0，没有译文 0，互相矛盾 1，不明确 1，原文已变 0，找不到原文 1"
    )


def test_a_joined_unit_says_so() -> None:
    assert "    - (s1-p1.2)" in tell(preview(("", "今年。", "This year")), "en").split("\n")


def test_a_whole_memory_is_told_by_its_number() -> None:
    lines = tell(preview(*(("", f"别的话{n}。", "Other") for n in range(50))), "en").split("\n")
    assert lines[0] == "not found: 50 (no unit has this Chinese)"
    assert lines[-2:] == [
        "  …",
        "0 new, 0 changed, 0 same, 0 without English, 0 conflicting, 0 ambiguous, 0 outdated, 50 not found",
    ]
    assert len(lines) == 1 + 20 * 2 + 2
