"""What a report's page says about its text: corrections, the translator's notes, the first use of each term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from heitu import ids
from heitu.printed import translatable
from heitu.records import Report
from heitu.render import escaping
from heitu.render.edition import Edition
from heitu.render.inline import TermUse
from heitu.render.marks import Mark
from heitu.render.notes import Note, number, unit_names
from heitu.terms import find_rendering, uses
from heitu.translation import Term


@dataclass(frozen=True, slots=True)
class TranslatorNote:
    """A note of the translator: its number, its English, and the place that it belongs to."""

    number: int
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class TermNote:
    """A term as a popover and the list of terms of the page explain it."""

    id: str
    english: str
    chinese: str
    pinyin: str
    note: str


@dataclass(frozen=True, slots=True)
class Apparatus:
    """`marks` and `terms` by the unit that they stand in, `remarks` the sign of its translator's note."""

    marks: Mapping[str, Sequence[Mark]]
    notes: tuple[Note, ...]
    remarks: Mapping[str, Markup]
    translator: tuple[TranslatorNote, ...]
    terms: Mapping[str, Sequence[TermUse]]
    explained: tuple[TermNote, ...]

    def remark(self, unit: str) -> Markup:
        return self.remarks.get(unit, Markup(""))


def apparatus(edition: Edition, report: Report) -> Apparatus:
    marks, notes = number(edition, report)
    translator = tuple(_translator_notes(edition, report))
    remarks = {unit: _remark(edition, note.number) for unit, note in translator}
    terms = _first_uses(edition, report) if edition.language == "en" else {}
    used = {use.term for found in terms.values() for use in found}
    explained = tuple(_explained(edition, term) for term in edition.archive.terms if term.id in used)
    return Apparatus(marks, notes, remarks, tuple(note for _, note in translator), terms, explained)


def _translator_notes(edition: Edition, report: Report) -> Iterator[tuple[str, TranslatorNote]]:
    """The notes in the order of the page, each with its unit."""
    names = unit_names(edition, report)
    n = 0
    for unit in translatable(report):
        found = edition.archive.translation(report.id, unit.unit)
        if found and found.note and found.target:
            n += 1
            yield unit.unit, TranslatorNote(n, found.note, names.get(ids.paragraph_of(unit.unit), ""))


def _remark(edition: Edition, n: int) -> Markup:
    label = escaping.text(edition.label("translator.mark", number=n))
    return Markup(
        f'<a class="ht-remark" href="#tn-{n}" id="tn-ref-{n}" data-heitu-note="tn-{n}" data-n="{n}"'
        f' role="doc-noteref" aria-label="{label}"></a>'
    )


def _first_uses(edition: Edition, report: Report) -> Mapping[str, Sequence[TermUse]]:
    """The first use of each term in the English text: in a sentence or caption, or else in a heading."""
    units = [unit for unit in translatable(report) if unit.role != "name"]
    ordered = sorted(units, key=lambda unit: unit.role not in ("sentence", "caption"))
    joined: dict[str, str] = {}
    for unit in units:
        known = edition.archive.translation(report.id, unit.unit)
        if known and known.joined:
            joined[known.joined] = joined.get(known.joined, "") + unit.zh
    found: dict[str, list[TermUse]] = {}
    seen: set[str] = set()
    for unit in ordered:
        translated = edition.archive.translation(report.id, unit.unit)
        if not translated or not translated.target:
            continue
        for term in uses(edition.archive.terms, unit.zh + joined.get(unit.unit, "")):
            place = find_rendering(term, translated.target) if term.id not in seen else None
            mine = found.get(unit.unit, [])
            if place and not any(place[0] < use.end and use.start < place[1] for use in mine):
                seen.add(term.id)
                found.setdefault(unit.unit, []).append(TermUse(*place, term.id))
    return found


def _explained(edition: Edition, term: Term) -> TermNote:
    return TermNote(term.id, term.english, term.term, term.pinyin, term.note[edition.language])
