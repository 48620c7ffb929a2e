"""What is wrong in `seeds/` is told with its file and line, in both languages, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from heitu.errors import Fault, InputError
from heitu.language import LANGUAGES
from heitu.seeds import load_seeds

THEME = '- {{id: {0}, label: {{zh: 题, en: T}}, scope: {{zh: 题, en: T}}, colour: "#000000", icon: a/b, terms: {{题: 3}}}}\n'
THEMES = THEME.format("black-soil") + THEME.format("general")
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "seeds_faults.yml").read_text("utf-8"))


def faults_of(project: Path, files: Mapping[str, str | bytes]) -> tuple[Fault, ...]:
    (project / "seeds").mkdir()
    for name, text in {"themes.yml": THEMES, **files}.items():
        (project / "seeds" / name).write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(InputError) as caught:
        load_seeds(project)
    return caught.value.faults


def assert_told(faults: tuple[Fault, ...], expected: list[list[str]]) -> None:
    """Each fault is told on a line of its own, with its place and words, and there are no others."""
    told = [{language: fault.message(language) for language in LANGUAGES} for fault in faults]
    for place, zh, en in expected:
        found = [t for t in told if t["zh"].startswith(f"{place}: ") and zh in t["zh"] and en in t["en"]]
        assert found, f"{place}: {zh} / {en} not among {told}"
    assert len(told) == len(expected), told
    assert all("\n" not in message for each in told for message in each.values())


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["label"]))
def test_faults_are_told(case: dict[str, Any], tmp_path: Path) -> None:
    assert_told(faults_of(tmp_path, case["files"]), case["faults"])


BYTES: list[tuple[str, bytes, list[list[str]]]] = [
    (
        "GBK",
        "吉林日报: A\n四平日报: B\n".encode("gbk"),
        [["seeds/publishers.yml:1", "第 0 字节（0xBC）", "byte 0 (0xBC)"]],
    ),
    ("GBK says so", "# 报\n".encode("gb18030"), [["seeds/publishers.yml:1", "看来是 GB18030", "looks like GB18030"]]),
    (
        "BOM counts",
        b"\xef\xbb\xbfa: A\nb: \xff\n",
        [["seeds/publishers.yml:2", "第 11 字节（0xFF）", "byte 11 (0xFF)"]],
    ),
    ("UTF-16", "a: A\n".encode("utf-16"), [["seeds/publishers.yml:1", "另存为 UTF-8", "Save the file as UTF-8"]]),
    ("binary", b"a\0b\x01\n\0", [["seeds/publishers.yml:1", "控制字符 U+0000", "U+0000"]]),
    (
        "control characters, each",
        "a: A\x07\nb: B\u2028\nc: []\n".encode(),
        [
            ["seeds/publishers.yml:1", "U+0007", "U+0007"],
            ["seeds/publishers.yml:2", "U+2028", "U+2028"],
            ["seeds/publishers.yml:3", "列表", "a list"],
        ],
    ),
    ("deep", b"[" * 5000, [["seeds/publishers.yml:1", "套得太深", "nested too deeply"]]),
]


@pytest.mark.parametrize(("data", "expected"), [c[1:] for c in BYTES], ids=[c[0] for c in BYTES])
def test_bytes_that_are_no_yaml_text(data: bytes, expected: list[list[str]], tmp_path: Path) -> None:
    assert_told(faults_of(tmp_path, {"publishers.yml": data}), expected)


def test_a_project_without_seeds_lacks_its_themes(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_seeds(tmp_path)
    assert_told(caught.value.faults, [["seeds/themes.yml", "缺少这个文件", "this file is missing"]])


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "themes.yml").mkdir(parents=True)
    with pytest.raises(InputError) as caught:
        load_seeds(tmp_path)
    assert_told(caught.value.faults, [["seeds/themes.yml", "无法读取", "cannot be read"]])


@dataclass(frozen=True)
class _Loop:
    """A YAML text whose nodes contain themselves, or far more nodes than it has characters."""

    label: str
    text: str


LOOPS = [
    _Loop("a list in itself", "- &a [*a]\n"),
    _Loop("a mapping in itself", "- &a {id: *a, label: *a}\n"),
    _Loop("a bomb", "- &a [x, x]\n" + "".join(f"- &a{i} [{', '.join(['*a'] * 9)}]\n" for i in range(9))),
]


@pytest.mark.parametrize("loop", LOOPS, ids=lambda loop: loop.label)
def test_references_that_never_end_come_to_an_end(loop: _Loop, tmp_path: Path) -> None:
    assert all(fault.file == "seeds/places.yml" for fault in faults_of(tmp_path, {"places.yml": loop.text}))
