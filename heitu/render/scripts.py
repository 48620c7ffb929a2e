"""The scripts of the site: the modules of `templates/js` as classic files, since `file://` cannot load modules.

The modules are written so that joining them is enough: they import by name from files beside them, export functions,
constants and classes, and no two of them use a name for different things. What is served is without comments and needless
blanks; names stay, so that a fault that a reader reports can be found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from rjsmin import jsmin  # type: ignore[import-untyped]

FOLDER = "templates/js"
TARGETS: Mapping[str, str] = MappingProxyType(
    {"main.js": "assets/js/heitu.js", "search/main.js": "assets/js/search.js"}
)
"""Each entry and the script that is made of it, in the order in which pages load them."""

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";\n', re.M)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) )", re.M)
_LEFT = re.compile(r"^(?:import|export)\b.*", re.M)
_COMMENT = re.compile(r"^[ \t]*/\*\*.*?\*/[ \t]*\n", re.M | re.S)
_DECLARED = re.compile(r"^(?:async )?(?:function|const|let|class) (\w+)", re.M)
_SHARED = "window.heitu.shared"
"""Where a script leaves what the next ones import from its modules."""


def render_scripts(project: Path) -> Mapping[str, bytes]:
    """Path below the site's root -> script."""
    return {target: f"{jsmin(code)}\n".encode() for target, code in join_modules(project).items()}


def join_modules(project: Path) -> Mapping[str, str]:
    """The scripts as they were written, by path; raises ValueError where their modules cannot be joined.

    A module is in the first script that needs it, and the next ones are handed what they import from it.
    """
    folder = (project / FOLDER).resolve()
    done: list[Path] = []
    scripts = {target: list(_in_order(folder / entry, done)) for entry, target in TARGETS.items()}
    owners: dict[str, Path] = {}
    code = {path: f"// {path.relative_to(folder).as_posix()}\n{_code(path, owners)}\n" for path in done}
    return {target: _script(modules, done, code) for target, modules in scripts.items()}


def _in_order(path: Path, done: list[Path]) -> Iterator[Path]:
    """A module after those that it imports, each once."""
    if path in done:
        return
    done.append(path)
    for _, module in _imports(path):
        yield from _in_order(module, done)
    yield path


def _imports(path: Path) -> Iterator[tuple[list[str], Path]]:
    """The names that a module imports, and from which module."""
    for names, module in _IMPORT.findall(path.read_text("utf-8")):
        yield [name.strip() for name in names.split(",") if name.strip()], (path.parent / module).resolve()


def _code(path: Path, owners: dict[str, Path]) -> str:
    """A module's own code. `owners` knows who declares each name, and learns."""
    code = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", path.read_text("utf-8")))).strip()
    if left := _LEFT.search(code):
        raise ValueError(f"{path.name}: a classic script cannot have {left[0]!r}")
    for name in _DECLARED.findall(code):
        if (owner := owners.setdefault(name, path)) != path:
            raise ValueError(f"{path.name} and {owner.name} both declare {name}")
    return code


def _script(modules: Sequence[Path], everything: Iterable[Path], code: Mapping[Path, str]) -> str:
    """One script: what it is handed, its modules, what it hands on."""
    taken = _across(modules, lambda module: module not in modules)
    given = _across([path for path in everything if path not in modules], lambda module: module in modules)
    parts = [f"const {{ {', '.join(taken)} }} = {_SHARED};\n"] if taken else []
    parts += [code[path] for path in modules]
    parts += [f"window.heitu = {{ shared: {{ {', '.join(given)} }} }};\n"] if given else []
    return '(function () {{\n"use strict";\n\n{}\n}})();\n'.format("\n".join(parts))


def _across(paths: Iterable[Path], is_there: Callable[[Path], bool]) -> list[str]:
    """The names that the modules at `paths` import from modules that are there, in order, each once."""
    return sorted({name for path in paths for names, module in _imports(path) if is_there(module) for name in names})
