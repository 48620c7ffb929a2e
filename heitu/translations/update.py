"""A catalog brought up to date with its report: every unit in order, what is stale marked so, what has no place kept."""

from __future__ import annotations

from dataclasses import replace

from heitu import ids
from heitu.figures import measures
from heitu.figures.gloss import Amount, explain
from heitu.printed import Translatable, translatable
from heitu.records import Report
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.matching import left_over, match
from heitu.translations.po import write_po


def updated(report: Report, catalog: Catalog) -> bytes:
    """The PO file of a report as it should be today. Updating it again changes nothing."""
    units = translatable(report)
    current = tuple(
        found.entry.sealed() if found.entry else Entry(found.unit.unit, found.unit.zh, "")
        for found in match(units, catalog.entries)
    )
    old = tuple(_obsolete(entry) for entry in left_over(units, catalog.entries))
    fresh = replace(catalog, entries=(*current, *old))
    by_id = {unit.unit: unit for unit in units}
    return write_po(fresh, lambda entry: describe(by_id[entry.unit]), lambda unit: reference(report, unit))


def _obsolete(entry: Entry) -> Entry:
    """An entry without a place, with the Chinese that its English was made from."""
    return replace(entry, zh=entry.origin, before="", fuzzy=False, obsolete=True)


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
    return f"reports/{report.id}.html#{ids.paragraph_of(unit)}"
