"""What must hold within and between the entries of the seeds. A check adds its faults to a sheet and stops at none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from heitu.entries import ReportEntry, Seeds
from heitu.errors import Fault
from heitu.forms import Form, Message, Sheet
from heitu.seeds import wording

Unknown = Callable[[str, Iterable[str]], Message]


def ids(forms: Iterable[Form], sheet: Sheet) -> frozenset[str] | None:
    """The ids that forms have, also those of forms with faults, so that one fault does not bring on others.

    None where a part of the sheet could not be read: then nobody knows all ids.
    """
    return frozenset(form.values["id"] for form in forms if form.get("id")) if sheet.whole else None


def unique(forms: Iterable[Form], key: str, sheet: Sheet) -> None:
    """No two forms have the same value for `key`."""
    first: dict[str, int] = {}
    for form in forms:
        value = form.get(key)
        if value is None:
            continue
        if value in first:
            sheet.fault(form.lines[key], wording.duplicate(key, value, first[value]))
        first.setdefault(value, form.lines[key])


def known(form: Form, key: str, allowed: Collection[str] | None, unknown: Unknown, sheet: Sheet) -> None:
    """The value of `key`, or each of its values, is among those allowed, where they are known."""
    value = form.get(key)
    if value is None or allowed is None:
        return
    for name in (value,) if isinstance(value, str) else value:
        if name not in allowed:
            sheet.fault(form.lines[key], unknown(name, allowed))


def acyclic(forms: Iterable[Form], key: str, sheet: Sheet) -> None:
    """Nothing comes back to itself by following `key`; each circle is one fault, at its first entry in the file."""
    entries = {form.values["id"]: form for form in forms if form.get("id")}
    done: set[str] = set()
    for start in entries:
        chain: list[str] = []
        name = start
        while name in entries and name not in done and name not in chain:
            chain.append(name)
            name = entries[name].get(key)
        if name in chain:
            circle = [*chain[chain.index(name) :], name]
            line = min(entries[member].lines[key] for member in circle)
            sheet.fault(line, wording.circle(circle, key))
        done.update(chain)


def hierarchy(forms: Collection[Form], key: str, unknown: Unknown, sheet: Sheet) -> None:
    """Ids are unique, and `key` leads from each form to a known one and never in a circle."""
    names = ids(forms, sheet)
    unique(forms, "id", sheet)
    for form in forms:
        known(form, key, names, unknown, sheet)
    acyclic(forms, key, sheet)


def emendations(forms: Iterable[Form], sheet: Sheet) -> None:
    """Each emendation says what its kind needs, and no place has two."""
    first: dict[tuple[str, ...], int] = {}
    for form in forms:
        quote = form.get("quote")
        exact = quote.get("exact") if quote else None
        sic = form.get("sic") or exact
        if exact and sic:
            count = sum(exact.startswith(sic, at) for at in range(len(exact)))
            if count != 1:
                line = form.lines.get("sic", quote.lines["exact"])
                sheet.fault(line, wording.sic_not_once(sic, exact, count))
            place = tuple(str(part) for part in (form.get("source"), sic, *sorted(quote.values.items())))
            if place in first:
                sheet.fault(form.line, wording.entered_twice(first[place]))
            first.setdefault(place, form.line)
        _corr(form, sic, sheet)


def terms(forms: Collection[Form], sheet: Sheet) -> None:
    """Ids are unique, and no Chinese form stands in two entries: nobody could say which English it has."""
    unique(forms, "id", sheet)
    first: dict[str, int] = {}
    for form in forms:
        for key, words in (("term", (form.get("term"),)), ("also", form.get("also") or ())):
            for word in filter(None, words):
                if word in first:
                    sheet.fault(form.lines[key], wording.duplicate(key, word, first[word]))
                first.setdefault(word, form.lines[key])


def is_whole(form: Form) -> bool:
    """Whether an emendation can be looked for in the text, whatever else is wrong with other entries."""
    if not form.complete:
        return False
    exact = form.values["quote"].values["exact"]
    sic = form.get("sic") or exact
    return exact.count(sic) == 1 and (form.get("kind") != "correction" or form.get("corr") is not None)


def _corr(form: Form, sic: str | None, sheet: Sheet) -> None:
    kind, corr = form.get("kind"), form.get("corr")
    line = form.lines.get("corr", form.line)
    if kind == "correction" and corr is None and "corr" in form.values:
        sheet.fault(line, wording.correction_without_corr())
    elif kind == "gap" and corr is not None:
        sheet.fault(line, wording.gap_with_corr())
    elif corr is not None and corr == sic:
        sheet.fault(line, wording.corr_changes_nothing())


def entries(
    forms: Collection[Form], themes: Collection[str] | None, places: Collection[str] | None, sheet: Sheet
) -> None:
    """The entries of `reports.yml` name themes and places that exist; no two have the same source or id."""
    unique(forms, "source", sheet)
    unique(forms, "id", sheet)
    for form in forms:
        for override in _values(form.get("themes")):
            known(override, "themes", themes, wording.unknown_theme, sheet)
        region = form.get("facts") and form.values["facts"].get("region")
        if region:
            known(region, "value", places, wording.unknown_place, sheet)


def _values(form: Form | None) -> Iterable[Form]:
    return form.values.values() if form else ()


def check_references(
    seeds: Seeds, source_ids: Collection[str], units: Mapping[str, frozenset[str]]
) -> tuple[Fault, ...]:
    """Faults of the seeds that only the documents can show: sources, sections and paragraphs that do not exist.

    `units` has the ids of the sections and paragraphs of each source's report, by the id of the source; a source that
    could not be read has none.
    """
    faults: list[Fault] = []
    emendations_file, reports_file = Sheet("seeds/emendations.yml", faults), Sheet("seeds/reports.yml", faults)
    for emendation in seeds.emendations:
        if emendation.source not in source_ids:
            emendations_file.fault(emendation.line, wording.unknown_source(emendation.source, source_ids))
    for entry in seeds.entries:
        if entry.source not in source_ids:
            reports_file.fault(entry.line, wording.unknown_source(entry.source, source_ids))
            continue
        if entry.id and entry.id != entry.source and entry.id in source_ids:
            reports_file.fault(entry.line, wording.id_of_a_source(entry.id))
        if entry.source in units:
            _overrides(entry, units[entry.source], reports_file)
    return tuple(sorted(set(faults)))


def _overrides(entry: ReportEntry, units: Collection[str], sheet: Sheet) -> None:
    for unit, override in entry.themes.items():
        if unit not in units:
            sheet.fault(override.line, wording.unknown_unit(unit, entry.source, units))
