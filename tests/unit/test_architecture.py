"""The architecture, stated: what each part of `heitu` may import, and who may touch the disk."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PACKAGE = PROJECT / "heitu"

FOUNDATION = frozenset(
    {"records", "drafts", "entries", "spans", "ids", "folding", "errors", "ledger", "parallel"}
    | {"language", "translation", "printed", "terms", "simplified"}
)
STAGES = frozenset(
    {"read", "clean", "split", "witness", "supply", "emend", "place", "theme", "figures", "check", "notices"}
    | {"render", "export", "search", "publish", "seeds", "settings", "summary", "explain", "progress", "serve"}
    | {"translations", "proof", "exchange", "commandline", "offline"}
)
SHARED = {"forms": frozenset({"seeds", "settings"}), "locale": frozenset({"serve"})}
# A stage that other stages may read numbers with: a translation is held against the figures of its original, and a
# figure is explained and found by its value, as the archive reads them. So is the short name of a place.
READERS = {"figures": frozenset({"proof", "render", "search", "translations"}), "place": frozenset({"proof"})}
EDGES = frozenset(
    {"read", "seeds", "settings", "forms", "publish", "serve", "render", "translations", "exchange", "offline"}
)
SCHEMAS = frozenset({"export"})  # reads its own schemas, a part of the program
DISK = frozenset(
    {"open", "read_text", "write_text", "read_bytes", "write_bytes", "mkdir", "unlink", "rmtree", "iterdir"}
)


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to: its folder, or the module itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> Iterator[Path]:
    yield from (path for path in sorted(PACKAGE.rglob("*.py")) if part_of(path) not in ("__init__", "__pycache__"))


def imports(path: Path) -> Iterator[str]:
    """The modules of `heitu` that a file imports, dotted."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "heitu":
            for alias in node.names:
                module = PROJECT.joinpath(*node.module.split("."), alias.name)
                submodule = module.is_dir() or module.with_suffix(".py").is_file()
                if submodule or "." in node.module:  # what stands in the package itself is everybody's
                    yield f"{node.module}.{alias.name}" if submodule else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("heitu."))


def test_every_part_is_known() -> None:
    assert {part_of(path) for path in modules()} == FOUNDATION | STAGES | SHARED.keys()


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_stage_imports_no_other_stage(path: Path) -> None:
    own = part_of(path)
    for name in imports(path):
        part = name.split(".")[1]
        allowed = part == own or part in FOUNDATION or own in (SHARED | READERS).get(part, ())
        assert allowed, f"{own} imports {name}"


@pytest.mark.parametrize("name", sorted(FOUNDATION))
def test_the_foundation_imports_no_stage(name: str) -> None:
    assert {part.split(".")[1] for part in imports(PACKAGE / f"{name}.py")} <= FOUNDATION


def test_no_module_is_part_of_a_circle() -> None:
    known = {
        ".".join(("heitu", *p.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): p
        for p in modules()
    }
    graph = {name: {part for part in imports(path) if part in known and part != name} for name, path in known.items()}
    finished: set[str] = set()

    def visit(name: str, route: tuple[str, ...]) -> None:
        assert name not in route, " -> ".join((*route, name))
        if name not in finished:
            for other in sorted(graph[name]):
                visit(other, (*route, name))
            finished.add(name)

    for name in sorted(graph):
        visit(name, ())


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: str(path.relative_to(PROJECT)))
def test_only_the_edges_touch_the_disk(path: Path) -> None:
    if part_of(path) in EDGES | SCHEMAS:
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            assert name not in DISK, f"{path.name}:{node.lineno} calls {name}"


def test_files_and_functions_stay_short() -> None:
    for path in modules():
        text = path.read_text("utf-8")
        assert text.count("\n") <= 350, path
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                assert lines <= 60, f"{path.name}: {node.name} has {lines} lines"


def test_no_code_names_a_source_or_a_place() -> None:
    """What is particular to a source is data in `seeds/`; examples in docstrings may name what they like."""
    for path in (*modules(), PROJECT / "build_site.py"):
        tree = ast.parse(path.read_text("utf-8"))
        docstrings = {id(node.body[0].value) for node in ast.walk(tree)
                      if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body
                      and isinstance(node.body[0], ast.Expr)}  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                for word in ("四平", "商洛", "梨树", "9cd59b6f", "8866bcbe", "3342d3ec", "8d87416b", "056131ee"):
                    assert word not in node.value, f"{path.name}:{node.lineno}"
