"""Reports for measuring: the real sources told again with other numbers, names, words and orders of sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

NUMBER = re.compile(r"\d+")
SENTENCE = re.compile(r"[^。]*。")
LONG = 40
"""From this many characters on, a line is a paragraph, whose sentences may stand in another order."""
OTHERS = 0.7
"""The share of paragraphs that come from other reports."""
SYLLABLES = (
    "安北昌长春达东丰富广海和河恒华怀吉江金景康乐辽林龙隆梅明南宁平青庆山盛松泰通文吴西溪湘祥兴秀阳永榆裕远云泽镇"
)


STRUCTURE = "一二三四五六七八九十百千万亿第年月日期时讯社报记者通员来源编辑责任文章字数版作省市县区乡镇村的了和在是"
"""Characters that tell how a report is built; they stay as they are."""
OTHER_WORDS = 0.15
"""The share of the other characters that a report writes differently, so that no two are one text."""


@dataclass(frozen=True, slots=True)
class Pool:
    """What reports are made of: whole sources, paragraphs of all of them, names, and characters that may change."""

    sources: tuple[str, ...]
    paragraphs: tuple[str, ...]
    names: re.Pattern[str]
    characters: tuple[str, ...]


def pool(project: Path) -> Pool:
    """The pool of a project's plain-text sources, with the names of `seeds/places.yml`; words of themes do not change."""
    seeds = project / "seeds"
    sources = tuple(path.read_text(encoding="utf-8") for path in sorted((seeds / "sources").glob("*.txt")))
    paragraphs = tuple(line for text in sources for line in text.splitlines() if len(line) >= LONG)
    places = yaml.safe_load((seeds / "places.yml").read_text(encoding="utf-8"))
    names = {place["label"]["zh"].rstrip("省市") for place in places} | {
        term for p in places for term in p.get("terms", ())
    }
    longest_first = sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
    fixed = {*STRUCTURE, *(seeds / "themes.yml").read_text(encoding="utf-8")}
    characters = tuple(sorted({c for text in sources for c in text if "\u4e00" <= c <= "\u9fff"} - fixed))
    return Pool(sources, paragraphs, re.compile("|".join(map(re.escape, longest_first))), characters)


def write_reports(pool: Pool, folder: Path, count: int) -> None:
    """Write `count` reports into a folder of sources, always the same ones."""
    for number in range(count):
        text = report(pool, pool.sources[number % len(pool.sources)], random.Random(number))
        (folder / f"bench-{number:05}.txt").write_text(text, encoding="utf-8")


def report(pool: Pool, source: str, dice: random.Random) -> str:
    """A report built like `source`, with most of its paragraphs taken from others."""
    names: dict[str, str] = {}

    def rename(match: re.Match[str]) -> str:
        return names.setdefault(match[0], "".join(dice.choices(SYLLABLES, k=len(match[0]))))

    def renumber(match: re.Match[str]) -> str:
        digits, value = match[0], int(match[0])
        if len(digits) == 4 and digits.startswith(("19", "20")):
            return digits  # a year
        if value <= 28:  # perhaps a month or a day
            low, high = (1, 12) if value <= 12 else (13, 28)
            return str(dice.randint(low, high)).zfill(len(digits))
        return str(dice.randint(1, 9)) + "".join(dice.choices("0123456789", k=len(digits) - 1))

    others = dice.sample(pool.characters, int(OTHER_WORDS * len(pool.characters)))
    words = str.maketrans({character: dice.choice(SYLLABLES) for character in others})
    lines = [NUMBER.sub(renumber, pool.names.sub(rename, line).translate(words)) for line in _lines(pool, source, dice)]
    return "\n".join(lines) + "\n"


def _lines(pool: Pool, source: str, dice: random.Random) -> Iterator[str]:
    own = source.splitlines()
    others = [paragraph for paragraph in pool.paragraphs if paragraph not in own]
    dice.shuffle(others)
    for line in own:
        if len(line) < LONG:
            yield line
        else:
            yield _reorder(others.pop() if others and dice.random() < OTHERS else line, dice)


def _reorder(paragraph: str, dice: random.Random) -> str:
    """The first sentence stays, it may be a heading; the others are shuffled."""
    sentences: Sequence[str] = SENTENCE.findall(paragraph)
    rest = list(sentences[1:])
    dice.shuffle(rest)
    return "".join([*sentences[:1], *rest]) or paragraph
