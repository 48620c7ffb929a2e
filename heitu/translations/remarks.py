"""What translators say in the comments of an entry: free words are a note that readers see, a few keys say more.

`joined: s1-p2.3`, `accept numbers: reason`, `reviewed: LW 2026-11-30`. The last two hold for the texts that they were
said of: an update adds a seal of both (`[1a2b3c4d]`), and they lapse when either text changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from heitu.translation import Acceptance

_COLON = r"\s*[:：]\s*"
_SEAL = r"(?:\s+\[(?P<seal>[0-9a-f]{8})\])?"
_JOINED = re.compile(rf"joined{_COLON}(?P<unit>\S+)", re.IGNORECASE)
_REVIEWED = re.compile(rf"reviewed{_COLON}(?P<by>\S+)\s+(?P<date>\d{{4}}-\d\d-\d\d){_SEAL}", re.ASCII | re.IGNORECASE)
_ACCEPT = re.compile(rf"accept\s+(?P<check>[A-Za-z-]+){_COLON}(?P<reason>\S.*?){_SEAL}", re.IGNORECASE)
# A line that begins so was meant as one of them, though it is not written as they are.
_MEANT = re.compile(
    r"(?:join(?:ed)?|review(?:ed)?|accept(?:ed)?(?:\s+[a-z-]+)?)\s*[:：]|review(?:ed)?\s.*\d{4}-\d|fuzzy$",
    re.ASCII | re.IGNORECASE,
)


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


NO_REMARKS = Remarks()


def parse_remarks(comment: str) -> Remarks:
    """The translator's comments of an entry; what has no key is the note that readers see.

    >>> parse_remarks("The image is from boxing.\\nreviewed: LW 2026-11-30\\naccept numbers: 100% is implied")
    ... # doctest: +NORMALIZE_WHITESPACE
    Remarks(note='The image is from boxing.', joined='', review=Review(by='LW', date='2026-11-30', seal=''),
            accepted=(Acceptance(check='numbers', reason='100% is implied', seal=''),), wrong=())
    >>> parse_remarks("reviewed: LW\\nreview: LW 2026-11-30\\nreviewed: LW 2026-13-45").wrong
    ('reviewed: LW', 'review: LW 2026-11-30', 'reviewed: LW 2026-13-45')
    """
    note: list[str] = []
    wrong: list[str] = []
    accepted: list[Acceptance] = []
    joined, review = "", None
    for line in filter(None, map(str.strip, comment.split("\n"))):
        if found := _ACCEPT.fullmatch(line):
            accepted.append(Acceptance(found["check"].lower(), found["reason"], found["seal"] or ""))
        elif not joined and (found := _JOINED.fullmatch(line)):
            joined = found["unit"]
        elif not review and (found := _REVIEWED.fullmatch(line)) and _is_day(found["date"]):
            review = Review(found["by"], found["date"], found["seal"] or "")
        else:
            (wrong if _MEANT.match(line) else note).append(line)
    return Remarks("\n".join(note), joined, review, tuple(accepted), tuple(wrong))


def format_remarks(remarks: Remarks) -> str:
    """The comments that `parse_remarks` reads, the note first."""
    lines = [remarks.note] if remarks.note else []
    lines += [f"joined: {remarks.joined}"] if remarks.joined else []
    lines += [f"accept {one.check}: {one.reason}{_sealed(one.seal)}" for one in remarks.accepted]
    if review := remarks.review:
        lines.append(f"reviewed: {review.by} {review.date}{_sealed(review.seal)}")
    return "\n".join((*lines, *remarks.wrong))


def _sealed(seal: str) -> str:
    return f" [{seal}]" if seal else ""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
