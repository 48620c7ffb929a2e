"""Which entry of a catalog belongs to which unit of a report, whatever was moved, changed, added or removed.

An entry goes with the Chinese that its English was made from: to the unit of its id if that reads so, else to another
that does. One that is stale already stays with the Chinese that it stands under. What is left goes to the unit that
reads much the same, where it is stale. No entry serves two units.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """A unit with its entry as it is today, under its id and with its Chinese; `was` is that entry in the file."""

    unit: Translatable
    entry: Entry
    was: Entry | None


def match(units: Sequence[Translatable], entries: Sequence[Entry]) -> tuple[Match, ...]:
    """A match for each unit, in order. Obsolete entries come back only for a unit that reads as they do."""
    found = _assign(units, entries)
    live = [entry for entry in entries if not entry.obsolete]
    moved: dict[str, str | None] = {entry.unit: None for entry in live if not entry.is_empty}
    moved |= {entry.unit: unit for unit, entry in found.items() if not entry.obsolete}
    lines = {entry.unit: entry.line for entry in live if entry.is_empty}
    matches = []
    for unit in units:
        was = found.get(unit.unit)
        today = _today(unit, was, moved) if was else Entry(unit.unit, unit.zh, "", line=lines.get(unit.unit, 0))
        matches.append(Match(unit, today, was))
    return tuple(matches)


def left_over(units: Sequence[Translatable], entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries that hold something and that no unit has, in the order of the file."""
    return tuple(_free([entry for entry in entries if not entry.is_empty], _assign(units, entries)))


def _assign(units: Sequence[Translatable], entries: Sequence[Entry]) -> Mapping[str, Entry]:
    """Unit -> the entry of the catalog that is its own."""
    found: dict[str, Entry] = {}
    filled = [entry for entry in entries if not entry.is_empty]
    live = [entry for entry in filled if not entry.obsolete]
    _at_its_place(found, units, {(entry.unit, entry.origin): entry for entry in live})
    _elsewhere(found, units, ((entry.origin, entry) for entry in sorted(filled, key=lambda entry: entry.obsolete)))
    free = _free(live, found)
    _at_its_place(found, units, {(entry.unit, entry.zh): entry for entry in free})
    _elsewhere(found, units, ((entry.zh, entry) for entry in free))
    left = [unit for unit in units if unit.unit not in found]
    used: set[int] = set()
    for unit, entry in _alike(left, _free(live, found)):
        if unit.unit not in found and id(entry) not in used:
            found[unit.unit] = entry
            used.add(id(entry))
    return found


def _at_its_place(
    found: dict[str, Entry], units: Sequence[Translatable], places: Mapping[tuple[str, str], Entry]
) -> None:
    """Units that read as the entry under their id."""
    for unit in units:
        if unit.unit not in found and (entry := places.get((unit.unit, unit.zh))):
            found[unit.unit] = entry


def _elsewhere(found: dict[str, Entry], units: Sequence[Translatable], candidates: Iterable[tuple[str, Entry]]) -> None:
    """Units that read as an entry under another id, in order; each text comes with its entry, the better first."""
    used = {id(entry) for entry in found.values()}
    texts: dict[str, deque[Entry]] = defaultdict(deque)
    for text, entry in candidates:
        if id(entry) not in used:
            texts[text].append(entry)
    for unit in units:
        if unit.unit not in found and texts[unit.zh]:
            found[unit.unit] = texts[unit.zh].popleft()


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


def _today(unit: Translatable, was: Entry, moved: Mapping[str, str | None]) -> Entry:
    """The entry under the unit's id and with its Chinese; fuzzy, with the Chinese of before, if that is another.

    `moved` says under which id stands today what stood under another, None for what has no place any more. A sentence
    that is joined to such a one is fuzzy too: nobody knows whether its sense is still said.
    """
    entry = replace(was, unit=unit.unit, zh=unit.zh, obsolete=False)
    if joined := entry.remarks.joined:
        now = moved.get(joined, joined)
        remarks = replace(entry.remarks, joined=now or joined)
        entry = replace(entry, remarks=remarks, fuzzy=entry.fuzzy or was.obsolete or now is None)
    if not entry.is_done:  # a note alone grows not stale
        return replace(entry, before="", fuzzy=False)
    if was.origin == unit.zh:  # what the English was made from; a person's own fuzzy mark stays
        return replace(entry, before="", fuzzy=entry.fuzzy and not was.before)
    if was.zh == unit.zh and not was.fuzzy:
        return replace(entry, before="")  # a person has seen to the change and taken the mark away
    return replace(entry, before=was.origin, fuzzy=True)
