"""A report's translations as a translator's file has them: entries under the ids of units, and what the comments say."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from heitu.translation import Acceptance

_REVIEWED = re.compile(r"(?P<by>\S+)\s+(?P<date>\d{4}-\d\d-\d\d)(?:\s+\[(?P<seal>[0-9a-f]{8})\])?", re.ASCII)
_ACCEPT = re.compile(r"accept\s+(?P<check>[a-z-]+)\s*[:：]\s*(?P<reason>\S.*)", re.ASCII | re.IGNORECASE)
_KEYED = re.compile(r"(?P<key>joined|reviewed|accept)\b\s*(?P<rest>.*)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Review:
    """Who looked a translation over, when, and the seal of the two texts that were looked at ("" before it is set)."""

    by: str
    date: str
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the translator's comments of an entry say; `wrong` are lines that begin as a remark and are none."""

    note: str = ""
    joined: str = ""
    review: Review | None = None
    accepted: tuple[Acceptance, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit and its English. `before` is the Chinese that the English was made from, while that is another than `zh`.

    `flags` are those of gettext other than fuzzy; `line` counts from 1 in the file, 0 for an entry that is new.
    """

    unit: str
    zh: str
    en: str
    fuzzy: bool = False
    before: str = ""
    remarks: Remarks = Remarks()
    obsolete: bool = False
    flags: tuple[str, ...] = ()
    line: int = 0

    @property
    def is_done(self) -> bool:
        """Whether its sense is said in English, here or in a neighbour."""
        return bool(self.en or self.remarks.joined)

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be lost with it."""
        return not self.is_done and not self.flags and self.remarks == Remarks()

    @property
    def origin(self) -> str:
        """The Chinese that the English was made from."""
        return self.before if self.fuzzy and self.before else self.zh

    @property
    def seal(self) -> str:
        """A short sum of both texts: a review holds for these and no others."""
        return hashlib.sha256(f"{self.zh}\0{self.en}".encode()).hexdigest()[:8]

    @property
    def is_reviewed(self) -> bool:
        review = self.remarks.review
        return review is not None and not self.fuzzy and review.seal in ("", self.seal)

    def sealed(self) -> Entry:
        """The entry with the seal of its texts on a review that has none."""
        review = self.remarks.review
        if review is None or review.seal or self.fuzzy:
            return self
        return replace(self, remarks=replace(self.remarks, review=replace(review, seal=self.seal)))


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of a report: `header` is the comment at the head of the file, `metadata` its header fields."""

    report: str
    entries: tuple[Entry, ...] = ()
    header: str = ""
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def parse_remarks(comment: str) -> Remarks:
    """The translator's comments of an entry; what has no key is the note that readers see.

    >>> parse_remarks("The image is from boxing.\\nreviewed: LW 2026-11-30\\naccept numbers: 100% is implied")
    ... # doctest: +NORMALIZE_WHITESPACE
    Remarks(note='The image is from boxing.', joined='', review=Review(by='LW', date='2026-11-30', seal=''),
            accepted=(Acceptance(check='numbers', reason='100% is implied'),), wrong=())
    >>> parse_remarks("reviewed: LW").wrong
    ('reviewed: LW',)
    """
    note, wrong, accepted = [], [], []
    joined, review = "", None
    for line in filter(None, map(str.strip, comment.split("\n"))):
        keyed, accept = _KEYED.match(line), _ACCEPT.fullmatch(line)
        key = keyed["key"].lower() if keyed else ""
        rest = keyed["rest"].lstrip(":： ") if keyed else ""
        marked = bool(keyed and keyed["rest"].startswith((":", "："))) or key == "accept"
        if accept:
            accepted.append(Acceptance(accept["check"].lower(), accept["reason"]))
        elif key == "joined" and marked and rest and " " not in rest and not joined:
            joined = rest
        elif key == "reviewed" and marked and not review and (found := _REVIEWED.fullmatch(rest)):
            review = Review(found["by"], found["date"], found["seal"] or "")
        elif (marked and key != "accept") or (
            key == "accept" and re.match(r"accept\s+[a-z-]+\s*[:：]", line, re.ASCII)
        ):
            wrong.append(line)
        else:
            note.append(line)
    return Remarks("\n".join(note), joined, review, tuple(accepted), tuple(wrong))


def format_remarks(remarks: Remarks) -> str:
    """The comments that `parse_remarks` reads, the note first."""
    lines = [remarks.note] if remarks.note else []
    lines += [f"joined: {remarks.joined}"] if remarks.joined else []
    lines += [f"accept {accepted.check}: {accepted.reason}" for accepted in remarks.accepted]
    if review := remarks.review:
        lines.append(f"reviewed: {review.by} {review.date}" + (f" [{review.seal}]" if review.seal else ""))
    return "\n".join((*lines, *remarks.wrong))
