"""What a check of an offline copy found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """The paths that are not as `SHA256SUMS` says, sorted; a file that cannot be read counts as changed.

    `files` is how many files the list names, `date` that of the data (ISO 8601), "" if the copy does not say.
    """

    changed: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...]
    files: int
    date: str

    @property
    def whole(self) -> bool:
        return not (self.changed or self.missing or self.added)
