"""The scripts of the site: their own unit tests, their language level, and the files that are made of them."""

from __future__ import annotations

import gzip
import re
import subprocess
from pathlib import Path

import pytest

from heitu.render.scripts import FOLDER, TARGETS, join_modules, render_scripts
from tests.unit.nodes import NODE, SCRIPTS

MOST = 30_000
"""Bytes of a script, gzipped: of search with its folding table, and of all else."""

ACORN = "node_modules/acorn/bin/acorn"
SYNTAX = "--ecma2017"
"""ES2017 and the APIs of Chromium 78: the floor that the site promises (older builds of 360 and others)."""

TOO_NEW = re.compile(
    r"\.(?:replaceAll|replaceChildren|at|flat|flatMap|matchAll|toSorted|findLast|finally|allSettled|hasOwn|randomUUID)\("
    r"|\b(?:structuredClone|fromEntries|globalThis|queueMicrotask|fetch\(|Worker\(|DecompressionStream"
    r"|Intl\.Segmenter|IntersectionObserver|showPopover|requestIdleCallback|eval\()"
    r"|:(?:has|is|where)\("
)

UNSERVED = {"search/types.js"}
"""Types alone."""


def _node(project: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*NODE, *map(str, arguments)]
    return subprocess.run(command, cwd=project, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(params=TARGETS.values())
def script(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> Path:
    path = tmp_path / Path(request.param).name
    path.write_bytes(render_scripts(project)[request.param])
    return path


def test_the_modules_pass_their_own_tests(project: Path) -> None:
    done = _node(project, "--test", *sorted(SCRIPTS.glob("*.test.mjs")))
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^. pass (\d+)$", done.stdout, re.M)
    assert passed
    assert int(passed[1]) > 40, "the tests were not found"


def test_a_script_is_classic_and_no_newer_than_the_floor(project: Path, script: Path) -> None:
    done = _node(project, ACORN, SYNTAX, "--silent", script)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("newer", ["a?.b;", "a ?? b;", "try {} catch {}", "({...a});", "import './a.js';"])
def test_newer_syntax_would_be_noticed(project: Path, tmp_path: Path, newer: str) -> None:
    (tmp_path / "newer.js").write_text(newer, encoding="utf-8")
    assert "newer.js 1:" in _node(project, ACORN, SYNTAX, "--silent", tmp_path / "newer.js").stderr


def test_no_api_above_the_floor_and_none_that_a_disk_forbids(script: Path) -> None:
    assert TOO_NEW.findall(script.read_text("utf-8")) == []


def test_a_script_is_what_was_written_but_smaller(project: Path, script: Path, tmp_path: Path) -> None:
    """Token by token: nothing that only looks like a comment or a blank was taken out."""
    written = tmp_path / "written.js"
    written.write_text(join_modules(project)[f"assets/js/{script.name}"], encoding="utf-8")
    tokens, wanted = (
        re.findall(r'"(?:label|value)": .*', _node(project, ACORN, SYNTAX, "--tokenize", path).stdout)
        for path in (script, written)
    )
    assert len(wanted) > 5_000
    assert tokens == wanted
    assert len(gzip.compress(script.read_bytes())) < MOST


def test_every_module_is_part_of_one_script(project: Path) -> None:
    text = "".join(join_modules(project).values())
    folder = project / FOLDER
    modules = sorted({path.relative_to(folder).as_posix() for path in folder.rglob("*.js")} - UNSERVED)
    assert sorted(re.findall(r"^// (\S+\.js)$", text, re.M)) == modules


def _modules(folder: Path, **modules: str) -> Path:
    (folder / FOLDER / "search").mkdir(parents=True)
    (folder / FOLDER / "search" / "main.js").touch()
    for name, code in modules.items():
        (folder / FOLDER / f"{name}.js").write_text(code, encoding="utf-8")
    return folder


def test_a_module_stands_after_what_it_imports_and_once(tmp_path: Path) -> None:
    project = _modules(
        tmp_path,
        main='import { a } from "./a.js";\nimport {\n  b,\n} from "./b.js";\na(b);\n',
        a='/**\n * Not served.\n */\nimport { b } from "./b.js";\nexport function a() {\n  return b;\n}\n',
        b="export const b = 1;\n",
    )
    assert join_modules(project)["assets/js/heitu.js"] == (
        '(function () {\n"use strict";\n\n'
        "// b.js\nconst b = 1;\n\n// a.js\nfunction a() {\n  return b;\n}\n\n// main.js\na(b);\n\n})();\n"
    )


def test_a_script_hands_on_what_the_next_one_imports(tmp_path: Path) -> None:
    project = _modules(
        tmp_path, main='import { a } from "./a.js";\na();\n', a="export const a = 1;\nexport const b = 2;\n"
    )
    search = 'import { a, b } from "../a.js";\nimport { c } from "./c.js";\na(b, c);\n'
    (project / FOLDER / "search" / "main.js").write_text(search, encoding="utf-8")
    (project / FOLDER / "search" / "c.js").write_text("export const c = 3;\n", encoding="utf-8")
    first, second = join_modules(project).values()
    assert first.endswith("// main.js\na();\n\nwindow.heitu = { shared: { a, b } };\n\n})();\n")
    assert second == (
        '(function () {\n"use strict";\n\nconst { a, b } = window.heitu.shared;\n\n'
        "// search/c.js\nconst c = 3;\n\n// search/main.js\na(b, c);\n\n})();\n"
    )


FAULTS = [
    ('import { b } from "./b.js";\nconst b = 2;\n', "const b = 1;\n", "both declare b"),
    ('import * as b from "./b.js";\n', "", "cannot have 'import"),
    ("export default 1;\n", "", "cannot have 'export"),
]


@pytest.mark.parametrize(("main", "other", "message"), FAULTS)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, main: str, other: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        join_modules(_modules(tmp_path, main=main, b=other))
