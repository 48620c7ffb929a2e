"""The glossary: each term with its Chinese, pinyin and approved English, and links to the paragraphs that use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from heitu import ids
from heitu.printed import translatable
from heitu.records import Report
from heitu.render.edition import Edition, Printed
from heitu.render.notes import unit_names
from heitu.render.page import Page
from heitu.terms import uses
from heitu.translation import TERM_KINDS, Term

SHOWN = 6
"""Uses of a term that stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place that uses a term; `name` is short, `label` says it in full."""

    href: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Uses:
    """The places of one report."""

    report: Printed
    places: tuple[Use, ...]


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
    first: tuple[Uses, ...]
    others: tuple[Uses, ...]
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


def _entry(edition: Edition, term: Term, found: Sequence[tuple[Report, Use]]) -> Entry:
    return Entry(
        id=term.id,
        chinese=term.term,
        also="、".join(term.also),
        pinyin=term.pinyin,
        english=term.english,
        variants=edition.label("list.comma").join(term.variants),
        note=term.note[edition.language],
        source=term.source[edition.language],
        first=_by_report(edition, found[:SHOWN]),
        others=_by_report(edition, found[SHOWN:]),
        more=edition.label("glossary.more", n=len(found) - SHOWN),
    )


def _by_report(edition: Edition, found: Sequence[tuple[Report, Use]]) -> tuple[Uses, ...]:
    groups = groupby(found, key=lambda pair: pair[0].id)
    return tuple(
        Uses(edition.title(mine[0][0]), tuple(use for _, use in mine)) for mine in (list(group) for _, group in groups)
    )


def _uses(edition: Edition) -> Mapping[str, Sequence[tuple[Report, Use]]]:
    """The paragraphs, headings and captions that use each term, in the order of the list of reports."""
    found: dict[str, dict[str, tuple[Report, Use]]] = {}
    for report in edition.reports:
        names = unit_names(edition, report)
        for unit in translatable(report):
            if unit.role == "name":
                continue
            anchor, label = ids.anchor(unit.unit), names[ids.paragraph_of(unit.unit)]
            href = f"reports/{report.id}.html" + (f"#{anchor}" if anchor else "")
            for term in uses(edition.archive.terms, unit.zh):
                use = Use(href, short(anchor) or label, label)
                found.setdefault(term.id, {}).setdefault(href, (report, use))
    return {term: tuple(places.values()) for term, places in found.items()}


def short(anchor: str) -> str:
    """A place as its margin on the page has it: 3.2 for a paragraph, § 3 for a heading; "" for others.

    >>> short("s3-p2"), short("s3"), short("c2"), short("")
    ('3.2', '§ 3', '', '')
    """
    section, _, paragraph = anchor.partition("-p")
    if not section.startswith("s"):
        return ""
    return f"{section[1:]}.{paragraph}" if paragraph else f"§ {section[1:]}"
