"""What is measured of a search engine: where it stands, how its page is asked, and what it cost to build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from heitu.language import Language

SCRIPTS = Path(__file__).with_name("browser")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a search costs to build: seconds, seconds for the same once more (None where nothing is kept), the most
    memory in bytes, and the files that it leaves, as their number and bytes on disk."""

    seconds: float
    again: float | None
    memory: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Engine:
    """A search that has been built below `root`.

    `pages` have its box. `parts` are the beginnings of the paths that only a search loads. `script` is the name of the
    file that asks its page. `key` makes REPORT/SECTION of what the page calls a find, "" where that is no section.
    """

    name: str
    root: Path
    pages: Mapping[Language, str]
    parts: tuple[str, ...]
    script: str
    key: Callable[[str], str]
    cost: Cost

    @property
    def asking(self) -> str:
        """The script that asks."""
        return "\n".join((SCRIPTS / name).read_text("utf-8") for name in (self.script, "driver.js"))


def on_disk(paths: Iterable[Path]) -> tuple[int, int]:
    """The number of files and their bytes."""
    sizes = [path.stat().st_size for path in paths if path.is_file()]
    return len(sizes), sum(sizes)
