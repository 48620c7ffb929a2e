"""What people enter in `seeds/`: YAML files, read and checked whole, with every fault of every file at once."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from heitu.entries import Seeds
from heitu.errors import Fault, InputError
from heitu.forms import Reader, Sheet, load_node, nearest
from heitu.seeds import building, checks, shapes, wording
from heitu.seeds.checks import check_references

__all__ = ["FILES", "check_references", "load_seeds"]

T = TypeVar("T")

FILES = ("themes", "places", "publishers", "emendations", "reports", "glossary")


def load_seeds(project: Path) -> Seeds:
    """Everything that people enter; InputError with all faults of all files."""
    seeds, faults = read_seeds(project)
    if faults:
        raise InputError(faults)
    return seeds


def read_seeds(project: Path) -> tuple[Seeds, tuple[Fault, ...]]:
    """Everything that people enter, what has a fault left out, and all faults of all files.

    Only `seeds/themes.yml` must be there; what is not there is empty.
    """
    faults: list[Fault] = []
    sheet = {name: Sheet(f"seeds/{name}.yml", faults) for name in FILES}
    themes = _read(project, sheet["themes"], shapes.THEMES, needed=True) or ()
    places = _read(project, sheet["places"], shapes.PLACES) or ()
    publishers = _read(project, sheet["publishers"], shapes.PUBLISHERS)
    emendations = _read(project, sheet["emendations"], shapes.EMENDATIONS) or ()
    entries = _read(project, sheet["reports"], shapes.REPORTS) or ()
    terms = _read(project, sheet["glossary"], shapes.GLOSSARY) or ()
    _misnamed(project, faults)

    checks.hierarchy(themes, "broader", wording.unknown_theme, sheet["themes"])
    checks.hierarchy(places, "parent", wording.unknown_place, sheet["places"])
    checks.emendations(emendations, sheet["emendations"])
    checks.terms(terms, sheet["glossary"])
    names = checks.ids(themes, sheet["themes"]), checks.ids(places, sheet["places"])
    checks.entries(entries, *names, sheet["reports"])
    seeds = Seeds(
        themes=tuple(building.theme(form) for form in themes if form.complete),
        places=tuple(building.place(form) for form in places if form.complete),
        publishers=building.publishers(publishers),
        emendations=tuple(building.emendation(form) for form in emendations if checks.is_whole(form)),
        entries=tuple(building.entry(form) for form in entries if form.complete),
        terms=tuple(building.term(form) for form in terms if form.complete),
    )
    return seeds, tuple(faults)


def _read(project: Path, sheet: Sheet, reader: Reader[T], *, needed: bool = False) -> T | None:
    node = load_node(project, sheet, reader.expects if needed else None)
    return None if node is None else reader.read(node, sheet)


def _misnamed(project: Path, faults: list[Fault]) -> None:
    """A file under a name that nothing reads, but much like one that is read, would be missed in silence."""
    for path in sorted((project / "seeds").glob("*.y*ml")):
        meant = nearest(path.stem.lower(), FILES, cutoff=80)
        if meant and path.name != f"{meant}.yml":
            Sheet(f"seeds/{path.name}", faults).fault(0, wording.probably_named(path.name, f"{meant}.yml"))
