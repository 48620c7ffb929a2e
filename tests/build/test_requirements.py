"""What is installed: pinned by hash, from no named place, and under licences that the program may use."""

from __future__ import annotations

import importlib.metadata
import json
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCKS = ("requirements.lock", "bench/requirements.lock")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash_and_no_place_is_named(project: Path, lock: str) -> None:
    text = (project / lock).read_text(encoding="utf-8")
    packages = re.findall(r"^(\S+?)==.*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^\S", text, re.MULTILINE)) > 0
    assert not re.search(r"://|--index|--find-links|file:", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_has_all_that_is_asked_for(project: Path, lock: str) -> None:
    pinned = {
        canonicalize_name(name) for name in re.findall(r"^([\w.-]+)==", (project / lock).read_text(), re.MULTILINE)
    }
    assert set(asked_for(project / lock.replace(".lock", ".in"))) <= pinned


@pytest.mark.parametrize("lock", ["package-lock.json", "bench/search/package-lock.json"])
def test_the_npm_lock_records_no_address(project: Path, lock: str) -> None:
    packages = json.loads((project / lock).read_text())["packages"]
    assert all("resolved" not in package for package in packages.values())
    assert all(package.get("integrity") for path, package in packages.items() if path)


def test_the_program_rests_on_no_gpl(project: Path) -> None:
    asked = asked_for(project / "requirements.in", until="# The tests")
    licences = {name: licence(name) for name in closure(asked)}
    assert {"mkdocs", "jinja2", "markdown"} <= licences.keys()
    assert all(licences.values()), licences
    assert not {name: text for name, text in licences.items() if re.search(r"\bA?GPL|Affero", text)}


def asked_for(path: Path, until: str | None = None) -> list[str]:
    text = path.read_text(encoding="utf-8")
    lines = (text.partition(until)[0] if until else text).splitlines()
    return [canonicalize_name(Requirement(line).name) for line in lines if line and not line.startswith("#")]


def closure(names: list[str]) -> set[str]:
    """The packages, and all that they need on this machine."""
    found: set[str] = set()
    while names:
        name = names.pop()
        if name not in found:
            found.add(name)
            needs = map(Requirement, importlib.metadata.requires(name) or ())
            names += [canonicalize_name(n.name) for n in needs if not n.marker or n.marker.evaluate({"extra": ""})]
    return found


def licence(name: str) -> str:
    """What a package says of its licence, the first lines of a full text included."""
    about = importlib.metadata.metadata(name)
    said = [*(about.get_all("License-Expression") or []), *(about.get_all("Classifier") or [])]
    said += [text[:200] for text in about.get_all("License") or []]
    return "; ".join(line for line in said if line and (not line.count("::") or line.startswith("License")))
