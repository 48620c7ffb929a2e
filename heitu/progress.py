"""Progress of a build: a bar on a terminal, plain lines otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TextIO, TypeVar

from tqdm import tqdm

from heitu.language import Bilingual, Language

Item = TypeVar("Item")

STEPS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "read": Bilingual("读取材料", "read the sources"),
        "split": Bilingual("清理、分节", "clean and split"),
        "archive": Bilingual("归并、校改、分主题", "merge, emend, assign themes"),
        "render": Bilingual("编排页面", "render the pages"),
        "wait": Bilingual("等待另一次生成结束", "wait for another build to end"),
        "pages": Bilingual("写出页面", "write the pages"),
        "zh": Bilingual("生成中文网站", "build the Chinese site"),
        "en": Bilingual("生成英文网站", "build the English site"),
        "merge": Bilingual("合并", "merge"),
        "offline": Bilingual("打包离线包", "pack the offline copy"),
        "swap": Bilingual("换上新网站", "put the new site in place"),
    }
)


class Progress:
    """Tells the steps of a build as they are finished; `quiet` tells nothing."""

    def __init__(
        self, language: Language, steps: Sequence[str], stream: TextIO = sys.stderr, quiet: bool = False
    ) -> None:
        self.language, self.stream, self.quiet = language, stream, quiet
        self.bar = tqdm(total=len(steps), file=stream, disable=quiet or not stream.isatty(), leave=False, unit="")

    def done(self, step: str) -> None:
        """A step is finished (or, for "wait", begins)."""
        text = STEPS[step][self.language] if step in STEPS else step
        if self.bar.disable:
            if not self.quiet:
                print(f"  {text}", file=self.stream, flush=True)
            return
        self.bar.set_description_str(text)
        if step != "wait":
            self.bar.update()

    def each(self, items: Iterable[Item], total: int) -> Iterator[Item]:
        """The items, told one by one on a terminal."""
        yield from tqdm(items, total=total, file=self.stream, disable=self.bar.disable, leave=False, unit="")

    def close(self) -> None:
        self.bar.close()


Report = Callable[[str], None]
