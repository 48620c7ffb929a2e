"""A catalog brought up to date with its report: every unit in order, what is stale marked so, what has no place kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heitu import ids
from heitu.figures import measures
from heitu.figures.gloss import Amount, explain
from heitu.printed import Translatable, translatable
from heitu.records import Report
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.matching import left_over, match
from heitu.translations.po import write_po


@dataclass(frozen=True, slots=True)
class Changes:
    """What an update does to a file, in units; `fresh` are those that it did not have, `revived` were obsolete."""

    fresh: int
    stale: int
    moved: int
    revived: int
    obsolete: int


def current(report: Report, catalog: Catalog) -> Catalog:
    """The catalog as it should be today; of a catalog that is current, itself."""
    return brought_up(translatable(report), catalog)


def brought_up(units: Sequence[Translatable], catalog: Catalog) -> Catalog:
    """The same for any units."""
    live = tuple(found.entry.sealed() for found in match(units, catalog.entries))
    old = tuple(_obsolete(entry) for entry in left_over(units, catalog.entries))
    return replace(catalog, entries=(*live, *old))


def written(report: Report, catalog: Catalog) -> bytes:
    """The PO file of a catalog that is current."""
    units = {unit.unit: unit for unit in translatable(report)}
    return write_po(catalog, lambda entry: describe(units[entry.unit]), lambda unit: reference(report, unit))


def changes(report: Report, catalog: Catalog) -> Changes:
    """What brings the catalog up to date."""
    units = translatable(report)
    found = match(units, catalog.entries)
    pairs = [(one.was, one.entry) for one in found if one.was]
    return Changes(
        fresh=sum(1 for one in found if not one.was and not one.entry.line),
        stale=sum(1 for was, entry in pairs if entry.fuzzy and not was.fuzzy),
        moved=sum(1 for was, entry in pairs if was.unit != entry.unit and not was.obsolete),
        revived=sum(1 for was, _ in pairs if was.obsolete),
        obsolete=sum(1 for entry in left_over(units, catalog.entries) if not entry.obsolete),
    )


def _obsolete(entry: Entry) -> Entry:
    """An entry without a place, with the Chinese that its English was made from; a person's own fuzzy mark stays."""
    return replace(entry, zh=entry.origin, before="", fuzzy=entry.fuzzy and not entry.before, obsolete=True)


def describe(unit: Translatable) -> str:
    """The extracted comments of a unit: the heading that it stands under, its figures in English.

    >>> print(describe(Translatable("s1-p1.1", "sentence", "推广493.3万亩。", "黑土地保护")))
    节 Section: 黑土地保护
    数字 Figures: 493.3万亩 = 4.933 million mu ≈ 328,900 ha
    """
    lines = [f"节 Section: {unit.heading}"] if unit.heading and unit.role == "sentence" else []
    figures = []
    for measure in measures(unit.zh):
        token = measure.token
        if token.dimension in ("date", "ordinal") or token.value_to is not None:
            continue
        raw = unit.zh[token.start : token.end]
        if said := explain(Amount(raw, token.value, token.unit), "en"):
            figures.append(f"{raw} = {said}")
    return "\n".join([*lines, *([f"数字 Figures: {'; '.join(figures)}"] if figures else [])])


def reference(report: Report, unit: str) -> str:
    """The place of a unit on the page of its report."""
    anchor = ids.anchor(unit)
    return f"reports/{report.id}.html" + (f"#{anchor}" if anchor else "")
