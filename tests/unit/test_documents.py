"""What the documents say is so: commands, targets, settings and files that they name exist, and their examples work."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

import heitu
from build_site import COMMANDS, main
from heitu.clean import BLOCK_STEPS
from heitu.clean.page import Page
from heitu.commandline import misplaced, parser
from heitu.drafts import Block
from heitu.forms import Shape
from heitu.language import Bilingual
from heitu.seeds import load_seeds
from heitu.settings import EPOCH, SITE_URL, shape
from tests.pipeline import PROJECT, SOURCES, cleaned

READMES = ("README.md", "README.zh.md")
DECISIONS = sorted((PROJECT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [*READMES, "CONTRIBUTING.md", "CHANGELOG.md", *(path.relative_to(PROJECT).as_posix() for path in DECISIONS)]
LARGEST_PICTURE = 150_000
LONGEST_DECISION = 40

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PATH = re.compile(r"(?<![\w./-])(?:heitu|tests|seeds|templates|docs|bench)/[\w./*-]*[\w/*]")
_NAME = re.compile(r"`([A-Z][A-Z_]{3,}|[a-z]+(?:_[a-z]+)+)`")
_FORBIDDEN = re.compile(
    r"pypi|pythonhosted|npmjs|(?<![\w.>*}])/(?:bin|etc|home|mnt|opt|root|srv|tmp|usr|var|work|Users)/|\b[A-Z]:\\", re.I
)


def text_of(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def examples(name: str, language: str) -> Iterator[str]:
    """The code blocks of a document in one language."""
    return (code for tag, code in _FENCE.findall(text_of(name)) if tag == language)


def entries(name: str) -> Iterator[tuple[str, str]]:
    """The YAML blocks of a document, each with the file that its first line names."""
    for code in examples(name, "yaml"):
        yield code.partition("\n")[0].removeprefix("# "), code


@pytest.mark.parametrize("readme", READMES)
def test_every_command_and_option_is_documented(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = text_of(readme)
    for command in COMMANDS:
        assert f"`python build_site.py {command}" in text
        with pytest.raises(SystemExit):
            main([command, "--help"])
        options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
        assert {option for option in options if option not in text} == set(), command


@pytest.mark.parametrize("readme", READMES)
def test_examples_of_commands_are_understood(readme: str) -> None:
    lines = [shlex.split(line, comments=True) for code in examples(readme, "sh") for line in code.splitlines()]
    commands = [words[2:] for words in lines if words[1:2] == ["build_site.py"]]
    assert len(commands) >= 9
    for command in commands:
        options = parser("en", PROJECT).parse_args(command)
        assert misplaced(options, "en") == "", command


@pytest.mark.parametrize("readme", READMES)
def test_every_make_target_is_documented(readme: str) -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", text_of("Makefile"), re.M)
    text = text_of(readme)
    assert len(targets) >= 9
    assert [target for target in targets if not re.search(rf"\bmake {target}\b", text)] == []


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_documented(readme: str) -> None:
    fields = shape({}).fields
    ours = cast(Shape, cast(Shape, fields["extra"].reader).fields["heitu"].reader).fields
    keys = {*(key for key in fields if key != "extra"), *ours, SITE_URL, EPOCH}
    assert {key for key in keys if f"`{key}`" not in text_of(readme)} == set()


def test_the_readmes_have_the_same_parts() -> None:
    def parts(name: str) -> list[str]:
        """Levels of headings, tags of code blocks, rows of tables, pictures, in order."""
        marks = re.findall(r"^(#+ |```\w+|\||\d\. |- |!\[)", text_of(name), re.M)
        return [mark.strip() for mark in marks]

    assert parts(READMES[0]) == parts(READMES[1])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files(name: str) -> None:
    links = [link for link in _LINK.findall(text_of(name)) if "://" not in link]
    assert [link for link in links if not (PROJECT / name).parent.joinpath(link).is_file()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_files_and_names_of_the_program_exist(name: str) -> None:
    text = text_of(name)
    paths = {path.removesuffix("/") for path in _PATH.findall(text)}
    assert [path for path in sorted(paths) if next(PROJECT.glob(path), None) is None] == []
    known = "\n".join(_code())
    assert [word for word in sorted(set(_NAME.findall(text))) if not re.search(rf"\b{word}\b", known)] == []


def _code() -> Iterator[str]:
    for path in (PROJECT / "build_site.py", PROJECT / "mkdocs.yml", PROJECT / "tests" / "conftest.py"):
        yield path.read_text(encoding="utf-8")
    for path in (PROJECT / "heitu").rglob("*.py"):
        yield path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_names_a_package_index_or_a_place_on_one_machine(name: str) -> None:
    assert _FORBIDDEN.findall(text_of(name)) == []


def test_what_is_forbidden_is_found() -> None:
    bad = ("see https://pypi.org/x", "in /home/li/heitu", "under `/tmp/x`", "C:\\heitu")
    good = ("`.venv/bin/python`", "`/en/`", "https://example.org/heitu/", ".venv\\Scripts\\python", "`tests/build/`")
    assert all(map(_FORBIDDEN.search, bad))
    assert not any(map(_FORBIDDEN.search, good))


def test_pictures_are_small_and_all_are_shown() -> None:
    shown = {PROJECT / link for name in READMES for link in _LINK.findall(text_of(name)) if link.endswith(".png")}
    assert shown == set((PROJECT / "docs" / "screenshots").iterdir())
    assert [path.name for path in shown if path.stat().st_size > LARGEST_PICTURE] == []


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_examples_of_entries_are_in_order(name: str, tmp_path: Path) -> None:
    """Each is read as the file that it names, beside the project's own themes."""
    found = [(file, code) for file, code in entries(name) if file.startswith("seeds/")]
    assert found
    (tmp_path / "seeds").mkdir()
    for file, code in [("seeds/themes.yml", ""), *found]:
        own = text_of(file) if file == "seeds/themes.yml" else ""
        (tmp_path / file).write_text(f"{own}\n{code}", encoding="utf-8")
    seeds = load_seeds(tmp_path)
    for emendation in seeds.emendations:
        assert SOURCES.joinpath(f"{emendation.source}.txt").read_text("utf-8").count(emendation.exact) == 1
    assert [*seeds.emendations, *seeds.entries] or len(seeds.themes) > len(load_seeds(PROJECT).themes)


def test_the_example_of_a_rule_does_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    code, entry = examples("CONTRIBUTING.md", "python")
    names: dict[str, Any] = {"re": re, "Page": Page, "Block": Block}
    exec(code, names)  # the document's own code
    for test in doctest.DocTestFinder().find(names["end_mark"], "end_mark", module=False, globs=names):
        assert doctest.DocTestRunner().run(test).failed == 0
    rules = eval(f"{{{entry}}}", {"Bilingual": Bilingual})
    monkeypatch.setattr("heitu.clean.BLOCK_STEPS", (*BLOCK_STEPS, names["set_aside_end_marks"]))
    cases = [case for file, code in entries("CONTRIBUTING.md") if "golden" in file for case in yaml.safe_load(code)]
    assert {case["kind"] for case in cases} == {"real", "negative"}
    for case in cases:
        found = cleaned(case["text"])
        assert [block.text.text for block in found.blocks] == case["blocks"]
        for rule, texts in case.get("aside", {}).items():
            assert rule in rules
            spans = [claim.span for claim in found.claims if claim.rule == rule]
            assert [found.document.text[span.start : span.end] for span in spans] == texts


def test_decisions_are_numbered_short_and_listed() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    listed = text_of("CONTRIBUTING.md")
    for path in DECISIONS:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]} ")
        assert re.findall(r"^## (.+)$", text, re.M) == ["Context", "Decision", "Consequences"], path.name
        assert text.count("\n") < LONGEST_DECISION, path.name
        assert f"](docs/decisions/{path.name})" in listed


def test_the_changelog_has_this_version() -> None:
    versions = re.findall(r"^## (\S+)", text_of("CHANGELOG.md"), re.M)
    assert versions[:2] == ["Unreleased", heitu.__version__]
