"""Pairs of texts that say the same in both languages, and what a check finds in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from heitu.language import Bilingual
from heitu.printed import Role, translatable
from heitu.records import Archive, Report
from heitu.translation import Term, TranslationUnit


@dataclass(frozen=True, slots=True)
class Pair:
    """The Chinese that an English text was made from, that of units joined to it included, in the order of the report.

    `translation` is where the English was entered.
    """

    report: str
    role: Role
    zh: str
    en: str
    translation: TranslationUnit


@dataclass(frozen=True, slots=True)
class Context:
    """What checks know beside the pair: the glossary, names of people with their spellings, of places with their English.

    `labels` are a report's labels made of Chinese numerals (三个结合), `year` is what 今年 means in it.
    """

    terms: tuple[Term, ...] = ()
    people: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    labels: Mapping[str, re.Pattern[str] | None] = field(default_factory=lambda: MappingProxyType({}))
    years: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


Find = Callable[[Pair, Context], Iterator[Bilingual]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check by its name; `blocking` findings keep the site from being built until they are mended or accepted.

    `label` names it for readers, `find` gives what differs, one line for each finding.
    """

    name: str
    label: Bilingual
    blocking: bool
    find: Find


def pairs(archive: Archive, report: Report) -> Iterator[Pair]:
    """The pairs of a report that have English, in its order. A stale one is paired with the Chinese that it was made from."""
    units = [(unit, archive.translation(report.id, unit.unit)) for unit in translatable(report)]
    joined: dict[str, list[str]] = {}
    for _, translation in units:
        if translation and translation.joined:
            joined.setdefault(translation.joined, []).append(translation.id)
    order = {unit.unit: i for i, (unit, _) in enumerate(units)}
    for unit, translation in units:
        if translation is None or not translation.target:
            continue
        parts = sorted((unit.unit, *joined.get(unit.unit, ())), key=order.__getitem__)
        found = [archive.translation(report.id, part) for part in parts]
        zh = "".join(part.before or part.source for part in found if part)
        yield Pair(report.id, unit.role, zh, translation.target, translation)


def running_text(pair: Pair) -> bool:
    """Whether a pair is of sentences: not a title, a heading or a name."""
    return pair.role in ("sentence", "caption")
