"""What people do to a catalog through the program: English brought from elsewhere, and reviews."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from heitu.translation import Contribution
from heitu.translations.catalog import Catalog, Entry
from heitu.translations.remarks import Review, parse_remarks

ALL = "all"


def filled(catalog: Catalog, contributions: Iterable[Contribution]) -> Catalog:
    """A current catalog with the English that was brought. A review does not outlive the English that it was of."""
    brought = {one.unit: one for one in contributions}
    return replace(
        catalog,
        entries=tuple(
            _filled(entry, brought[entry.unit]) if entry.unit in brought and not entry.obsolete else entry
            for entry in catalog.entries
        ),
    )


def _filled(entry: Entry, brought: Contribution) -> Entry:
    note = parse_remarks(brought.note).note  # nobody signs a review in a note
    remarks = replace(entry.remarks, note=note or entry.remarks.note)
    if brought.en == entry.en:
        entry = replace(entry, before="", fuzzy=False) if brought.confirms else entry
        return replace(entry, remarks=remarks)
    return replace(
        entry,
        en=brought.en,
        fuzzy=bool(brought.before),
        before=brought.before,
        remarks=replace(remarks, review=None, joined="", accepted=()),
    )


@dataclass(frozen=True, slots=True)
class Signed:
    """What a review came to, as ids of units: now reviewed, reviewed before, not ready; `unknown` names no unit."""

    fresh: tuple[str, ...]
    before: tuple[str, ...]
    unready: tuple[str, ...]
    unknown: tuple[str, ...]


def signed(catalog: Catalog, names: Sequence[str], by: str, date: str) -> tuple[Catalog, Signed]:
    """A current catalog with a person's review of the units named, sealed over both texts.

    A name is the id of a unit, or of a section or paragraph for all its units, or `all`. What is missing or stale is
    left alone, and what somebody has reviewed already keeps that.
    """
    live = [entry for entry in catalog.entries if not entry.obsolete]
    meant = {entry.unit for entry in live if any(_names(name, entry.unit) for name in names)}
    ready = {entry.unit for entry in live if entry.unit in meant and entry.is_done and not entry.fuzzy}
    before = {entry.unit for entry in live if entry.unit in ready and entry.is_reviewed}
    review = Review(by, date)
    entries = tuple(
        replace(entry, remarks=replace(entry.remarks, review=review)).sealed()
        if entry.unit in ready - before and not entry.obsolete
        else entry
        for entry in catalog.entries
    )
    order = [entry.unit for entry in live]
    outcome = Signed(
        fresh=tuple(unit for unit in order if unit in ready - before),
        before=tuple(unit for unit in order if unit in before),
        unready=tuple(unit for unit in order if unit in meant - ready),
        unknown=tuple(name for name in names if not any(_names(name, unit) for unit in order)),
    )
    return replace(catalog, entries=entries), outcome


def _names(name: str, unit: str) -> bool:
    """Whether a name means a unit.

    >>> [_names(name, "s1-p2.3") for name in ("s1-p2.3", "s1-p2", "s1", "all", "s1-p", "s1-p2.30")]
    [True, True, True, True, False, False]
    """
    return name in (ALL, unit) or unit.startswith((f"{name}-", f"{name}."))
