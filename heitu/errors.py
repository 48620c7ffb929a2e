"""Faults: what is wrong in the input, where, and what to do about it, in the language of the user.

Every fault of a run is gathered before anything is written; `InputError` carries them all to the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault of the input. `file` is relative to the project; `line` counts from 1, 0 where there is none."""

    file: str
    line: int
    what_zh: str
    what_en: str
    do_zh: str
    do_en: str

    def message(self, language: str) -> str:
        """One line: `file:line: what. What to do.` in "zh" or "en"."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        if language == "zh":
            return f"{where}: {self.what_zh}。{self.do_zh}。"
        return f"{where}: {self.what_en}. {self.do_en}."


class InputError(Exception):
    """The input has faults; nothing was written."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__(f"{len(self.faults)} faults in the input")


Result = TypeVar("Result")


class FaultCollector:
    """Runs steps that may find faults, so that the faults of all of them are reported at once."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def run(self, step: Callable[[], Result]) -> Result | None:
        """The step's result; None, its faults kept, if it has any."""
        try:
            return step()
        except InputError as error:
            self.faults.extend(error.faults)
            return None

    def add(self, faults: Iterable[Fault]) -> None:
        self.faults.extend(faults)

    def settle(self) -> None:
        """InputError if any step found a fault."""
        if self.faults:
            raise InputError(self.faults)


class PublishError(Exception):
    """The site could not be published; the site of before stands as it was. Both texts are whole sentences."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en
