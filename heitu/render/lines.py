"""The lines of a source: from an offset in its text to the line that an editor shows."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from heitu.spans import Span

_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Where the lines of a text start; lines count from 1, their ends belong to them."""

    starts: tuple[int, ...]
    length: int

    @classmethod
    def of(cls, text: str) -> LineIndex:
        starts = (0, *(match.end() for match in _END.finditer(text)))
        return cls(starts if starts[-1] < len(text) or len(starts) == 1 else starts[:-1], len(text))

    def line(self, offset: int) -> int:
        """The number of the line that holds an offset."""
        return bisect_right(self.starts, offset)

    def span(self, number: int) -> Span:
        """The characters of a line, its end included."""
        end = self.starts[number] if number < len(self.starts) else self.length
        return Span(self.starts[number - 1], end)

    def __len__(self) -> int:
        return len(self.starts)
