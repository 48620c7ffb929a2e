"""Which entry of a catalog belongs to which unit of a report, whatever was moved, changed, added or removed.

An entry goes with its Chinese: first to the unit of its id if that reads the same, then to one that reads the same
elsewhere, then to one that reads much the same, where it is stale. No entry serves two units.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from heitu.printed import Translatable
from heitu.translations.catalog import Entry

MUCH_THE_SAME = 60
"""RapidFuzz's ratio from which on a changed sentence is taken for the one of before."""
SAME_PLACE = 40
"""The same for one under the same id."""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit with its entry as it is today: under the unit's id, with its Chinese, fuzzy where that changed."""

    unit: Translatable
    entry: Entry | None


def match(units: Sequence[Translatable], entries: Sequence[Entry]) -> tuple[Match, ...]:
    """A match for each unit, in order. Obsolete entries come back only for a unit that reads as they do."""
    found = _assign(units, entries)
    return tuple(Match(unit, _today(unit, found[unit.unit]) if unit.unit in found else None) for unit in units)


def left_over(units: Sequence[Translatable], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries with English that no unit has, in the order of the file."""
    used = {id(entry) for entry in _assign(units, entries).values()}
    return tuple(entry for entry in entries if not entry.is_empty and id(entry) not in used)


def _assign(units: Sequence[Translatable], entries: Sequence[Entry]) -> Mapping[str, Entry]:
    """Unit -> the entry of the catalog that is its own."""
    found: dict[str, Entry] = {}
    filled = [entry for entry in entries if not entry.is_empty]
    places = {entry.unit: entry for entry in filled if not entry.obsolete}
    for unit in units:
        entry = places.get(unit.unit)
        if entry and unit.zh in (entry.zh, entry.origin):
            found[unit.unit] = entry
    texts: dict[str, deque[Entry]] = defaultdict(deque)
    for entry in sorted(_free(filled, found), key=lambda entry: entry.obsolete):
        texts[entry.origin].append(entry)
    for unit in units:
        if unit.unit not in found and texts[unit.zh]:
            found[unit.unit] = texts[unit.zh].popleft()
    left = [unit for unit in units if unit.unit not in found]
    used: set[int] = set()
    for unit, entry in _alike(left, [entry for entry in _free(filled, found) if not entry.obsolete]):
        if unit.unit not in found and id(entry) not in used:
            found[unit.unit] = entry
            used.add(id(entry))
    return found


def _free(entries: Sequence[Entry], found: Mapping[str, Entry]) -> list[Entry]:
    used = {id(entry) for entry in found.values()}
    return [entry for entry in entries if id(entry) not in used]


def _alike(units: Sequence[Translatable], entries: Sequence[Entry]) -> Iterator[tuple[Translatable, Entry]]:
    """Units and entries that read much the same, the most alike first; one under the same id is preferred."""
    scored = []
    for i, unit in enumerate(units):
        for j, entry in enumerate(entries):
            same_place = entry.unit == unit.unit
            least = SAME_PLACE if same_place else MUCH_THE_SAME
            score = fuzz.ratio(unit.zh, entry.origin, score_cutoff=least)
            if score:
                scored.append((-score - (100 if same_place else 0), i, j))
    for _, i, j in sorted(scored):
        yield units[i], entries[j]


def _today(unit: Translatable, entry: Entry) -> Entry:
    """The entry under the unit's id and with its Chinese; fuzzy, with the Chinese of before, if that is another."""
    moved = replace(entry, unit=unit.unit, zh=unit.zh, obsolete=False)
    if entry.origin == unit.zh:  # what the English was made from; a person's own fuzzy mark stays
        return replace(moved, before="", fuzzy=entry.fuzzy and not entry.before)
    if entry.zh == unit.zh and not entry.fuzzy:
        return replace(moved, before="")  # a person has seen to the change and taken the mark away
    return replace(moved, before=entry.origin, fuzzy=True)
