"""What goes to other programs and what comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from heitu.translation import Contribution, TranslationUnit

_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@dataclass(frozen=True, slots=True)
class Row:
    """A unit of a report as it is today, and the heading that it stands under."""

    report: str
    heading: str
    unit: TranslationUnit

    @property
    def name(self) -> str:
        """What the unit is called outside its report; `/` is in no id."""
        return f"{self.report}/{self.unit.id}"

    @property
    def is_xml(self) -> bool:
        """Whether XML can hold all of its texts; control characters it cannot."""
        unit = self.unit
        return not any(
            map(_NO_XML.search, (self.heading, unit.source, unit.target, unit.note, unit.before, unit.joined))
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """Chinese and its English in a file from elsewhere: at `place` in it, for the unit of a `name` if it has one.

    `state` is what the file says of it in our words, "" if it says nothing; every field but `en` may be "".
    """

    place: str
    name: str
    zh: str
    en: str
    note: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A pair with the units that it may be for; `others` are the pairs that say otherwise of the same unit."""

    pair: Pair
    rows: tuple[Row, ...] = ()
    others: tuple[Pair, ...] = ()


Kind = Literal["fresh", "changed", "same", "empty", "conflicting", "ambiguous", "outdated", "unmatched"]
KINDS: tuple[Kind, ...] = ("fresh", "changed", "same", "empty", "conflicting", "ambiguous", "outdated", "unmatched")


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do: every unit or pair under what becomes of it, and the English that would be written.

    Only what is `fresh` or `changed` is written. `empty` has no English; `ambiguous` has Chinese of several units,
    `unmatched` of none; `outdated` was made from other Chinese, where English of today stands.
    """

    findings: Mapping[Kind, tuple[Finding, ...]]
    contributions: tuple[Contribution, ...]
