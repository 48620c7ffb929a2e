"""The apparatus of a report: its emendations, numbered as they stand on the page, each with its note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from heitu import ids
from heitu.records import Emendation, Report
from heitu.render.edition import Edition
from heitu.render.marks import CHINESE, ENGLISH, Mark


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what the file reads, why, who decided, and where (the name of a printed string, "" if in none).

    `back` leads to its mark in the page's language.
    """

    number: int
    shape: str
    statement: str
    reason: str
    decided: str
    where: str
    back: str
    line_href: str
    line: int


def unit_names(edition: Edition, report: Report) -> Mapping[str, str]:
    """The ids of a report's printed strings, in the order of its page, each with its name for people."""
    label = edition.label
    names = {ids.TITLE: label("part.title"), ids.SUBTITLE: label("part.subtitle")}
    for section in report.sections:
        for unit in (ids.kicker(section.id), ids.heading(section.id)):
            names[unit] = label("heading.name", section=section.number)
        for n, paragraph in enumerate(section.paragraphs, start=1):
            names[paragraph.id] = label("paragraph.name", section=section.number, paragraph=n)
    return names | {caption.id: label("caption.name", n=n) for n, caption in enumerate(report.captions, start=1)}


def number(edition: Edition, report: Report) -> tuple[Mapping[str, Sequence[Mark]], tuple[Note, ...]]:
    """The marks of each printed string by its id, and the notes of the whole page; both in the order of the page."""
    names = unit_names(edition, report)
    rank = {unit: i for i, unit in enumerate(names)}

    def place(emendation: Emendation) -> tuple[int, int]:
        unit = ids.paragraph_of(emendation.where)
        return rank.get(unit, len(rank)), emendation.spans[0].start if emendation.spans else 0

    marks: dict[str, list[Mark]] = {}
    notes: list[Note] = []
    for n, emendation in enumerate(sorted(report.emendations, key=place), start=1):
        mark = Mark(n, emendation, edition.label("emend.mark", number=n))
        unit = ids.paragraph_of(emendation.where)
        if unit in rank:
            marks.setdefault(unit, []).append(mark)
        notes.append(_note(edition, mark, names.get(unit, "")))
    return marks, tuple(notes)


def _note(edition: Edition, mark: Mark, where: str) -> Note:
    emendation = mark.emendation
    start = emendation.spans[0].start if emendation.spans else None
    return Note(
        number=mark.number,
        shape=mark.shape,
        statement=statement(edition, emendation),
        reason=emendation.note[edition.language],
        decided=edition.label(
            "emend.decided", resp=emendation.resp, cert=edition.label(f"emend.cert.{emendation.cert}")
        ),
        where=where,
        back=f"#{CHINESE if edition.language == 'zh' else ENGLISH}-{mark.number}",
        line_href=edition.line_href(emendation.source, start) if start is not None else "",
        line=edition.line(emendation.source, start) if start is not None else emendation.line,
    )


def statement(edition: Edition, emendation: Emendation) -> str:
    """What the file reads and what this page reads, in one sentence."""
    values = {"sic": emendation.sic or emendation.exact, "corr": emendation.corr or ""}
    return edition.label(f"emend.{'.'.join(_case(emendation))}", **values)


def _case(emendation: Emendation) -> Iterator[str]:
    yield emendation.kind
    if emendation.kind == "gap":
        return
    if emendation.kind == "doubt" or not emendation.applied:
        yield "suggested" if emendation.corr else "kept"
    elif not emendation.sic:
        yield "added"
    else:
        yield "changed" if emendation.corr else "removed"
