"""The settings come from mkdocs.yml and the environment, and tell what is wrong with its line."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from heitu.errors import InputError
from heitu.language import Bilingual, Language
from heitu.locale import user_language
from heitu.records import Settings
from heitu.settings import read_settings

FULL = """
site_name: 黑土档案
site_url: https://example.org/heitu
extra:
  alternate: [{name: English, link: en/}]
  heitu:
    name: {zh: 黑土, en: Heitu}
    contact: dangan@example.org
    owner: 某市档案馆
    icp: 吉ICP备00000000号
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""
EPOCH = {"SOURCE_DATE_EPOCH": "1672876800"}


def read(project: Path, text: str, environ: dict[str, str] | None = None) -> Settings:
    (project / "mkdocs.yml").write_text(text, "utf-8")
    return read_settings(project, EPOCH if environ is None else environ)


def test_all_settings(tmp_path: Path) -> None:
    assert read(tmp_path, FULL) == Settings(
        site_name=Bilingual("黑土", "Heitu"),
        site_url="https://example.org/heitu/",
        contact="dangan@example.org",
        owner="某市档案馆",
        icp="吉ICP备00000000号",
        generated="2023-01-05",
    )


def test_a_name_is_enough(tmp_path: Path) -> None:
    expected = Settings(Bilingual("黑土档案", "黑土档案"), "", "", "", "", "2023-01-05")
    assert read(tmp_path, "site_name: 黑土档案\n") == expected
    assert read(tmp_path, "site_name: 黑土档案\nsite_url:\nextra:\n  heitu:\n    contact:\n    owner: ''\n") == expected


ADDRESSES = [
    ("site_url: https://example.org/a\n", {}, "https://example.org/a/"),
    ("site_url: https://example.org/a\n", {"HEITU_SITE_URL": "http://localhost:8000/b/"}, "http://localhost:8000/b/"),
    ("site_url: https://example.org/a\n", {"HEITU_SITE_URL": ""}, ""),
    ("site_url: !ENV SITE\n", {"SITE": "https://example.org/c/"}, "https://example.org/c/"),
    ("site_url: !ENV SITE\n", {}, ""),
    ("site_url: !ENV [SITE, '']\n", {}, ""),
    ("site_url: !ENV [SITE, OTHER, https://example.org/d]\n", {}, "https://example.org/d/"),
    ("site_url: !ENV [SITE, OTHER, https://example.org/d]\n", {"OTHER": "https://example.org"}, "https://example.org/"),
    ("site_url: !ENV [SITE]\n", {"SITE": "https://example.org/e", "HEITU_SITE_URL": "https://f.cn"}, "https://f.cn/"),
]


@pytest.mark.parametrize(("text", "environ", "address"), ADDRESSES)
def test_the_address_ends_in_a_slash(text: str, environ: dict[str, str], address: str, tmp_path: Path) -> None:
    assert read(tmp_path, "site_name: A\n" + text, environ).site_url == address


def test_without_an_epoch_the_data_is_of_today(tmp_path: Path) -> None:
    day = datetime.fromisoformat(read(tmp_path, "site_name: A\n", {}).generated).date()
    assert abs(day - datetime.now().astimezone().date()) <= timedelta(days=1)


def test_the_settings_of_the_project_are_read(project: Path) -> None:
    assert read_settings(project, {}).site_name.en


FAULTS = [
    ("", {}, [("mkdocs.yml: ", "却是空的", "nothing stands")]),
    ("site_url: ''\n", {}, [("mkdocs.yml:1: ", "网站没有名字", "the site has no name")]),
    (
        "site_name: A\nextra:\n  heitu:\n    nmae: {zh: 甲, en: A}\n    contact: call us\n    icp: [1]\n    icp: 1\n",
        {},
        [
            ("mkdocs.yml:4: ", "是否想写“name”", "Did you mean “name”"),
            ("mkdocs.yml:5: ", "“call us”不是邮箱或网址", "“call us” is not a mail address"),
            ("mkdocs.yml:6: ", "写的却是列表", "a list stands"),
            ("mkdocs.yml:7: ", "键“icp”重复", "the key “icp” stands twice"),
        ],
    ),
    ("site_name: A\nextra:\n  heitu:\n    name: 黑土\n", {}, [("mkdocs.yml:4: ", "{zh: …, en: …}", "{zh: …, en: …}")]),
    ("site_name: A\nsite_name: B\n", {}, [("mkdocs.yml:2: ", "键“site_name”重复", "stands twice")]),
    ("site_name: A\nsite_url: example.org\n", {}, [("mkdocs.yml:2: ", "“example.org”不是网址", "is not the address")]),
    ("site_name: A\nsite_url: !ENV S\n", {"S": "javascript:1"}, [("mkdocs.yml:2: ", "不是网址", "is not the address")]),
    ("site_name: A\nplugins: [\n", {}, [("mkdocs.yml:2: ", "没有配对", "never closed")]),
    (
        "site_name: A\n",
        {"HEITU_SITE_URL": "https://a/?b", "SOURCE_DATE_EPOCH": "now"},
        [
            ("HEITU_SITE_URL: ", "“https://a/?b”不是网址", "is not the address of a site"),
            ("SOURCE_DATE_EPOCH: ", "“now”不是自 1970 年起的秒数", "“now” is not a number of seconds"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "environ", "expected"), FAULTS)
def test_faults_are_told(
    text: str, environ: dict[str, str], expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text, environ)
    told = [(fault.message("zh"), fault.message("en")) for fault in caught.value.faults]
    assert len(told) == len(expected), told
    for place, zh, en in expected:
        assert any(t[0].startswith(place) and zh in t[0] and en in t[1] for t in told), told


def test_no_settings_at_all(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_settings(tmp_path, {})
    (fault,) = caught.value.faults
    assert fault.message("en").startswith("mkdocs.yml: this file is missing")


LOCALES: list[tuple[dict[str, str], Language]] = [
    ({}, "en"),
    ({"LANG": "C"}, "en"),
    ({"LANG": "zh_CN.UTF-8"}, "zh"),
    ({"LANG": "zh"}, "zh"),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "de_DE.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
    ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
]


@pytest.mark.parametrize(("environ", "language"), LOCALES)
def test_the_language_of_the_locale(environ: dict[str, str], language: Language) -> None:
    assert user_language(environ) == language
