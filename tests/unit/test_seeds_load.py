"""Good seeds become records: what is typed is what is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from heitu.entries import ReportEntry, Seeds, Supplied, ThemeOverride
from heitu.language import Bilingual
from heitu.records import GENRES, Emendation, Place, Theme
from heitu.seeds import load_seeds, shapes

THEME = """
- id: general
  label: {zh: 其他, en: Other}
  scope: {zh: 其他, en: Other}
  colour: "#5b4636"
  icon: material/dots-horizontal
  terms: {其他: 1}
"""


def load(project: Path, files: Mapping[str, str | bytes]) -> Seeds:
    (project / "seeds").mkdir()
    for name, text in {"themes.yml": THEME, **files}.items():
        (project / "seeds" / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return load_seeds(project)


def test_themes_keep_their_order_and_take_defaults(tmp_path: Path) -> None:
    text = """
- id: black-soil
  label: {zh: 黑土地, en: Black soil}
  scope: {zh: 黑土地的保护与利用, en: Protecting and using the black soil}
  broader: a-theme
  front: true
  colour: "#5B4636"
  icon: material/sprout
  terms: {黑土: 3, 黑土麦田: -4, 耕地: 1.5}
- id: a-theme
  label: {zh: 甲, en: A}
  scope: {zh: 甲, en: A}
  broader:
  colour: "#000000"
  icon: material/a
  terms: {甲: 1}
"""
    black_soil, other = load(tmp_path, {"themes.yml": text}).themes
    assert black_soil == Theme(
        id="black-soil",
        label=Bilingual("黑土地", "Black soil"),
        scope=Bilingual("黑土地的保护与利用", "Protecting and using the black soil"),
        broader="a-theme",
        terms={"黑土": 3.0, "黑土麦田": -4.0, "耕地": 1.5},
        colour="#5B4636",
        icon="material/sprout",
        front=True,
    )
    assert (other.id, other.broader, other.front) == ("a-theme", None, False)


def test_places_need_only_a_label(tmp_path: Path) -> None:
    text = """
- {id: jilin, label: {zh: 吉林省, en: Jilin}}
- id: jilin-siping
  label: {zh: 四平市, en: Siping}
  parent: jilin
  terms: [梨树县, 双辽]
  note: {zh: 吉林省西南部, en: in the south-west of Jilin}
"""
    assert load(tmp_path, {"places.yml": text}).places == (
        Place("jilin", Bilingual("吉林省", "Jilin"), None, (), None),
        Place(
            "jilin-siping",
            Bilingual("四平市", "Siping"),
            "jilin",
            ("梨树县", "双辽"),
            Bilingual("吉林省西南部", "in the south-west of Jilin"),
        ),
    )


def test_publishers_have_both_names(tmp_path: Path) -> None:
    seeds = load(tmp_path, {"publishers.yml": "吉林日报: Jilin Daily\n"})
    assert dict(seeds.publishers) == {"吉林日报": Bilingual("吉林日报", "Jilin Daily")}


def test_emendations_are_anchored_by_quotation(tmp_path: Path) -> None:
    text = """# a comment
- source: 002_33
  kind: correction
  quote: {exact: 两兔一补, prefix: 义务教育", suffix: '"政策'}
  sic: 兔
  corr: 免
  cert: high
  resp: 编者
  note: {zh: 形近, en: alike}

- source: 002_33
  kind: correction
  quote: {exact: "  "}
  corr: ""
  cert: medium
  resp: 编者
  note: {zh: 衍空格, en: blanks too many}
- {source: 002_33, kind: gap, quote: {exact: 建设了}, cert: high, resp: 编者, note: {zh: 缺, en: lost}}
"""
    first, second, third = load(tmp_path, {"emendations.yml": text}).emendations
    assert first == Emendation(
        source="002_33",
        kind="correction",
        exact="两兔一补",
        prefix='义务教育"',
        suffix='"政策',
        sic="兔",
        corr="免",
        cert="high",
        resp="编者",
        note=Bilingual("形近", "alike"),
        line=2,
    )
    assert (second.exact, second.sic, second.corr, second.prefix, second.line) == ("  ", "  ", "", "", 11)
    assert (third.sic, third.corr, third.line) == ("建设了", None, 18)


def test_reports_have_facts_and_overrides_with_their_lines(tmp_path: Path) -> None:
    text = """- source: 000_9c
  id: siping-2022
  facts:
    date: {value: 2023-01-05, by: 县志}
    period:
      value: 2020-07-22/2022-07-22
      by: 报上的话
    publisher:
  themes:
    s3:
      themes: [general]
      by: 张三
    s3-p2: {themes: [general], by: 张三}
- source: 001_88
"""
    assert load(tmp_path, {"reports.yml": text}).entries == (
        ReportEntry(
            source="000_9c",
            id="siping-2022",
            facts={
                "date": Supplied("2023-01-05", "县志", 4),
                "period": Supplied("2020-07-22/2022-07-22", "报上的话", 6),
            },
            themes={
                "s3": ThemeOverride(("general",), "张三", 10),
                "s3-p2": ThemeOverride(("general",), "张三", 13),
            },
            line=1,
        ),
        ReportEntry("001_88", None, {}, {}, 14),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "~\n", "\ufeff"])
def test_all_but_the_themes_may_be_empty_or_absent(text: str, tmp_path: Path) -> None:
    names = ["places.yml", "publishers.yml", "emendations.yml", "reports.yml"]
    seeds = load(tmp_path, dict.fromkeys(names, text))
    assert (seeds.places, dict(seeds.publishers), seeds.emendations, seeds.entries) == ((), {}, (), ())
    for name in names:
        (tmp_path / "seeds" / name).unlink()
    assert load_seeds(tmp_path) == seeds


@pytest.mark.parametrize(
    "typed", ["no", "off", "yes", "2021-01-05", "0123", "1_000", "1e3", "0x1f", "12:30:45", "True"]
)
def test_what_yaml_1_1_takes_for_something_else_stays_text(typed: str, tmp_path: Path) -> None:
    seeds = load(tmp_path, {"publishers.yml": f"{typed}: {typed}\n"})
    assert dict(seeds.publishers) == {typed: Bilingual(typed, typed)}


FOLDED = [
    ("plain", "甲报: 黑土地的保护，\n  与利用\n", "黑土地的保护，与利用"),
    ("folded", "甲报: >-\n  黑土地\n  与 Black\n  soil\n", "黑土地与 Black soil"),
    ("quoted", "甲报: '“三位一体”\n  脱贫'\n", "“三位一体”脱贫"),
    ("a blank that was typed", "甲报: 英雄史 再铸英雄魂\n", "英雄史 再铸英雄魂"),
]


@pytest.mark.parametrize(("text", "read"), [case[1:] for case in FOLDED], ids=[case[0] for case in FOLDED])
def test_chinese_typed_over_several_lines_gets_no_blanks(text: str, read: str, tmp_path: Path) -> None:
    assert load(tmp_path, {"publishers.yml": text}).publishers["甲报"].en == read


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf\xe7\x94\xb2: A\r\n", "甲: A\r\n".encode(), "甲: A".encode()])
def test_marks_and_line_ends_of_any_editor(data: bytes, tmp_path: Path) -> None:
    assert load(tmp_path, {"publishers.yml": data}).publishers["甲"].en == "A"


def test_the_keys_of_a_file_are_the_fields_of_its_record() -> None:
    anchored = {field.name for field in fields(Emendation)} - {"line", "report", "where", "spans"}
    assert set(shapes.THEME.fields) == {field.name for field in fields(Theme)}
    assert set(shapes.PLACE.fields) == {field.name for field in fields(Place)}
    assert set(shapes.REPORT.fields) == {field.name for field in fields(ReportEntry)} - {"line"}
    assert set(shapes.EMENDATION.fields) - {"quote"} | set(shapes.QUOTE.fields) == anchored


def test_the_seeds_of_the_project_load(project: Path) -> None:
    seeds = load_seeds(project)
    assert {entry.id for entry in seeds.entries} == {
        "siping-two-years-2022",
        "siping-poverty-2017",
        "siping-countryside-2022",
        "shangluo-countryside-2022",
    }
    assert not any(entry.facts for entry in seeds.entries)
    assert sum(theme.front for theme in seeds.themes) == 4


def test_what_reports_yml_teaches_is_right(project: Path, tmp_path: Path) -> None:
    """The examples in the comments, taken out of them, load; what they list is what is allowed."""
    text = (project / "seeds" / "reports.yml").read_text("utf-8")
    lines = [line.removeprefix("#").removeprefix("   ") for line in text.splitlines()]
    starts = [
        number
        for number, line in enumerate(lines)
        if line.startswith("- source:") and text.splitlines()[number][0] == "#"
    ]
    assert len(starts) == 4
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "themes.yml").write_bytes((project / "seeds" / "themes.yml").read_bytes())
    for start in starts:
        end = next(number for number in range(start, len(lines)) if not lines[number].strip())
        (tmp_path / "seeds" / "reports.yml").write_text("\n".join(lines[start:end]), "utf-8")
        (entry,) = load_seeds(tmp_path).entries
        assert entry.facts or entry.themes
    comments = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    for word in [*shapes.FACTS.fields, *GENRES]:
        assert comments.count(word) >= 2, f"{word} is not explained in both languages"


def test_terms_take_their_pinyin_from_the_dictionary_unless_it_is_entered(tmp_path: Path) -> None:
    text = """
- id: lishu-model
  term: 梨树模式
  also: [“梨树模式”]
  english: Lishu model
  variants: [Lishu models]
  kind: programme
  note: {zh: 耕作, en: Tillage}
  source: {zh: 本项目, en: This project}
- id: "2244"
  term: "2244"
  pinyin: èr-èr-sì-sì
  english: "2244"
  kind: scheme
  note: {zh: 机制, en: Mechanism}
  source: {zh: 本项目, en: This project}
"""
    first, second = load(tmp_path, {"glossary.yml": text}).terms
    assert (first.pinyin, second.pinyin) == ("lí shù mó shì", "èr-èr-sì-sì")
    assert first.forms == ("梨树模式", "“梨树模式”")
    assert first.renderings == ("Lishu model", "Lishu models")
    assert (first.line, second.line) == (2, 10)
