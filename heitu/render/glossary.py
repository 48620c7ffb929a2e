"""The glossary: each term with its Chinese, pinyin and approved English, and links to the paragraphs that use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from heitu import ids
from heitu.printed import translatable
from heitu.render.edition import Edition, Printed
from heitu.render.notes import unit_names
from heitu.render.page import Page
from heitu.terms import uses
from heitu.translation import TERM_KINDS, Term

SHOWN = 3
"""Uses of a term that stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place that uses a term."""

    href: str
    report: Printed
    where: str


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    chinese: str
    also: str
    pinyin: str
    english: str
    variants: str
    note: str
    source: str
    first: tuple[Use, ...]
    others: tuple[Use, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Kind:
    """The terms of one kind."""

    id: str
    title: str
    about: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    kinds: tuple[Kind, ...]
    count: str


def pages(edition: Edition) -> Iterator[Page]:
    label, terms = edition.label, edition.archive.terms
    found = _uses(edition)
    kinds = (
        Kind(
            kind,
            label(f"term.kind.{kind}"),
            label(f"term.kind.{kind}.about"),
            tuple(_entry(edition, term, found.get(term.id, ())) for term in terms if term.kind == kind),
        )
        for kind in TERM_KINDS
    )
    yield Page(
        path="glossary.md",
        template="glossary.md.j2",
        title=label("glossary.title"),
        description=label("glossary.description", n=len(terms)),
        section="glossary",
        view=GlossaryView(tuple(kind for kind in kinds if kind.entries), label("glossary.count", n=len(terms))),
    )


def _entry(edition: Edition, term: Term, found: tuple[Use, ...]) -> Entry:
    comma, rest = edition.label("list.comma"), found[SHOWN:]
    return Entry(
        id=term.id,
        chinese=term.term,
        also="、".join(term.also),
        pinyin=term.pinyin,
        english=term.english,
        variants=comma.join(term.variants),
        note=term.note[edition.language],
        source=term.source[edition.language],
        first=found[:SHOWN],
        others=rest,
        more=edition.label("glossary.more", n=len(rest)),
    )


def _uses(edition: Edition) -> Mapping[str, tuple[Use, ...]]:
    """The paragraphs, headings and captions that use each term, in the order of the list of reports."""
    found: dict[str, dict[str, Use]] = {}
    for report in edition.reports:
        names, title = unit_names(edition, report), edition.title(report)
        for unit in translatable(report):
            if unit.role == "name":
                continue
            anchor = ids.anchor(unit.unit)
            href = f"reports/{report.id}.html" + (f"#{anchor}" if anchor else "")
            for term in uses(edition.archive.terms, unit.zh):
                use = Use(href, title, names[ids.paragraph_of(unit.unit)])
                found.setdefault(term.id, {}).setdefault(href, use)
    return {term: tuple(places.values()) for term, places in found.items()}
