"""Proof: every English text held against its Chinese. What a check finds is mended, or accepted by a person with a reason.

A new check is a function from a pair to what differs, in a module of its own, with an entry in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from heitu.errors import Fault
from heitu.figures import labels_of
from heitu.language import Bilingual
from heitu.place import short_name
from heitu.proof import language, names, terms, values
from heitu.proof.names import spellings
from heitu.proof.pairs import Check, Context, Pair, pairs
from heitu.records import Archive
from heitu.translation import Acceptance, TranslationUnit

__all__ = ["CHECKS", "Proof", "proof"]

CHECKS: Mapping[str, Check] = MappingProxyType(
    {check.name: check for check in (*values.CHECKS, *terms.CHECKS, *names.CHECKS, *language.CHECKS)}
)


@dataclass(frozen=True, slots=True)
class Proof:
    """What the checks found and nobody accepted: faults that keep the site from being built, and notices."""

    faults: tuple[Fault, ...]
    notices: tuple[Fault, ...]


def proof(archive: Archive) -> Proof:
    """All checks on all pairs of the archive."""
    context = _context(archive)
    faults: list[Fault] = []
    notices: list[Fault] = []
    for report in archive.reports:
        for pair in pairs(archive, report):
            found = {name: tuple(check.find(pair, context)) for name, check in CHECKS.items()}
            accepted = {acceptance.check for acceptance in pair.translation.accepted}
            for name, differences in found.items():
                if name not in accepted:
                    told = [_fault(pair, CHECKS[name], difference) for difference in differences]
                    (faults if CHECKS[name].blocking else notices).extend(told)
            faults.extend(
                _unknown(pair.translation, one) for one in pair.translation.accepted if one.check not in CHECKS
            )
            notices.extend(_idle(pair.translation, name) for name in accepted & CHECKS.keys() if not found[name])
    return Proof(tuple(sorted(set(faults))), tuple(sorted(set(notices))))


def _context(archive: Archive) -> Context:
    people: dict[str, tuple[str, ...]] = {}
    for report in archive.reports:
        for caption in report.captions:
            if caption.credit:
                people[caption.credit] = spellings(caption.credit)
    for report in archive.reports:
        for pair in pairs(archive, report):
            if pair.role == "name":
                people[pair.zh] = (pair.en,)
    return Context(
        terms=archive.terms,
        people=MappingProxyType(people),
        places=MappingProxyType({short_name(place.label.zh): place.label.en for place in archive.places}),
        labels=MappingProxyType({r.id: labels_of(p.text.text for p in r.paragraphs) for r in archive.reports}),
        years=MappingProxyType({r.id: int(r.date.value[:4]) for r in archive.reports if r.date}),
    )


def _fault(pair: Pair, check: Check, difference: Bilingual) -> Fault:
    where = pair.translation
    return Fault(
        where.file,
        where.line,
        f"{where.id} {check.label.zh}：{difference.zh}。原文“{pair.zh}”译文“{pair.en}”",
        f"{where.id}, {check.label.en}: {difference.en}. Chinese: “{pair.zh}” English: “{pair.en}”",
        f"请改正译文；核对无误的，在译者注释里写“accept {check.name}: 理由”",
        f"Mend the English, or if it is right write “accept {check.name}: reason” in its comment",
    )


def _unknown(unit: TranslationUnit, acceptance: Acceptance) -> Fault:
    known = "、".join(CHECKS)
    return Fault(
        unit.file,
        unit.line,
        f"没有名为“{acceptance.check}”的检查",
        f"there is no check “{acceptance.check}”",
        f"可写的有：{known}",
        f"The checks are {', '.join(CHECKS)}",
    )


def _idle(unit: TranslationUnit, name: str) -> Fault:
    return Fault(
        unit.file,
        unit.line,
        f"{unit.id} 的“accept {name}”已无所指",
        f"“accept {name}” of {unit.id} has nothing to accept any more",
        "请删去这一行注释",
        "Delete that line of the comment",
    )
