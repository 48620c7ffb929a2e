"""What the seeds name must exist in the documents."""

from __future__ import annotations

from pathlib import Path

from heitu.seeds import check_references, load_seeds

THEME = """
- id: general
  label: {zh: 其他, en: Other}
  scope: {zh: 其他, en: Other}
  colour: "#5b4636"
  icon: material/dots-horizontal
  terms: {其他: 1}
"""
EMENDATIONS = """
- {source: 002_33, kind: gap, quote: {exact: 建设了}, cert: high, resp: 编者, note: {zh: 缺, en: lost}}
- {source: 002_34, kind: gap, quote: {exact: 建设了}, cert: high, resp: 编者, note: {zh: 缺, en: lost}}
"""
REPORTS = """
- source: 001_88
  themes:
    s3: {themes: [general], by: 张三}
    s3-p2: {themes: [general], by: 张三}
    s4:
      themes: [general]
      by: 张三
- {source: 003_8d, id: 003_8d}
- {source: 002_33, id: 001_88}
- source: 999
  themes: {s1: {themes: [general], by: 张三}}
"""


def test_sources_and_sections_that_do_not_exist(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for name, text in {"themes": THEME, "emendations": EMENDATIONS, "reports": REPORTS}.items():
        (tmp_path / "seeds" / f"{name}.yml").write_text(text, "utf-8")
    units = {"001_88": frozenset({"s3", "s3-p1"}), "002_33": frozenset({"s1"}), "003_8d": frozenset({"s1"})}
    faults = check_references(load_seeds(tmp_path), frozenset(units), units)
    told = [(fault.message("zh"), fault.message("en")) for fault in faults]
    expected = [
        ("seeds/emendations.yml:3: ", "没有“002_34”这份材料。是否想写“002_33”", "no source “002_34”"),
        ("seeds/reports.yml:5: ", "没有“s3-p2”这一节或这一段。是否想写“s3-p1”", "no section or paragraph “s3-p2”"),
        ("seeds/reports.yml:6: ", "没有“s4”这一节", "no section or paragraph “s4”"),
        ("seeds/reports.yml:10: ", "“001_88”已是另一份材料的 id", "“001_88” is that of another source"),
        ("seeds/reports.yml:11: ", "没有“999”这份材料", "no source “999”"),
    ]
    assert len(told) == len(expected), told
    for (told_zh, told_en), (place, zh, en) in zip(told, expected, strict=True):
        assert told_zh.startswith(place)
        assert zh in told_zh
        assert en in told_en
