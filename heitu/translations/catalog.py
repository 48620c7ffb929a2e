"""A report's translations as a translator's file has them: entries under the ids of units, and what the comments say."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from heitu.translation import Acceptance
from heitu.translations.remarks import NO_REMARKS, Remarks

READINGS = "X-Heitu-Readings"
"""The field of a PO file's header that says how often the project read the translation."""


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
    remarks: Remarks = NO_REMARKS
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
        return not self.is_done and not self.flags and self.remarks == NO_REMARKS

    @property
    def origin(self) -> str:
        """The Chinese that the English was made from."""
        return self.before if self.fuzzy and self.before else self.zh

    @property
    def seal(self) -> str:
        """A short sum of both texts: a review and an acceptance hold for these and no others."""
        return hashlib.sha256(f"{self.zh}\0{self.en}".encode()).hexdigest()[:8]

    @property
    def is_reviewed(self) -> bool:
        review = self.remarks.review
        return review is not None and not self.fuzzy and review.seal in ("", self.seal)

    @property
    def accepted(self) -> tuple[Acceptance, ...]:
        """The findings that a person let stand in these two texts."""
        return tuple(one for one in self.remarks.accepted if one.seal in ("", self.seal))

    def sealed(self) -> Entry:
        """The entry with the seal of its texts on a review and on acceptances that have none."""
        if self.fuzzy:
            return self
        review = self.remarks.review
        if review and not review.seal:
            review = replace(review, seal=self.seal)
        accepted = tuple(one if one.seal else replace(one, seal=self.seal) for one in self.remarks.accepted)
        return replace(self, remarks=replace(self.remarks, review=review, accepted=accepted))


@dataclass(frozen=True, slots=True)
class Catalog:
    """The translations of a report: `header` is the comment at the head of the file, `metadata` its header fields."""

    report: str
    entries: tuple[Entry, ...] = ()
    header: str = ""
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def readings(self) -> int:
        """How often the project read the whole translation, as the file's header says; 0 where it does not."""
        said = self.metadata.get(READINGS, "").strip()
        return int(said) if said.isascii() and said.isdecimal() else 0
