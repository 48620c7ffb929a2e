"""Pinyin: which characters and which pairs of characters of the archive are read so, without tones, ü as v."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice

from pypinyin import Style, lazy_pinyin, pinyin

from heitu.folding import fold_for_search, is_han
from heitu.parallel import mapped

_AT_ONCE = 2048  # pairs


def pairs(grams: Iterable[str]) -> dict[str, list[str]]:
    """Reading ("liao he") -> the pairs that are read so, both in order. A pair has the reading that it has as a word."""
    found = sorted(gram for gram in grams if len(gram) == 2 and is_han(gram[0]) and is_han(gram[1]))
    lots = [found[i : i + _AT_ONCE] for i in range(0, len(found), _AT_ONCE)]
    by_reading: defaultdict[str, list[str]] = defaultdict(list)
    for lot, readings in zip(lots, mapped(_readings, lots), strict=True):
        for pair, reading in zip(lot, readings, strict=True):
            if reading:
                by_reading[reading].append(pair)
    return {reading: by_reading[reading] for reading in sorted(by_reading)}


def _readings(lot: Sequence[str]) -> list[str]:
    return [_reading(pair) for pair in lot]


def _reading(pair: str) -> str:
    """ "" where a character has no reading in plain letters."""
    syllables = lazy_pinyin(pair, style=Style.NORMAL)
    return " ".join(syllables) if len(syllables) == 2 and all(map(_is_plain, syllables)) else ""


def _is_plain(syllable: str) -> bool:
    return syllable.isascii() and syllable.isalpha()


def syllables(texts: Iterable[str]) -> dict[str, str]:
    """Syllable -> the characters that are read so: those of GB 2312 and those of the texts, by each of their readings."""
    characters = {character for text in texts for character in set(text)} | set(_gb2312())
    found: defaultdict[str, set[str]] = defaultdict(set)
    for character in set(fold_for_search("".join(sorted(characters)))):
        for syllable in _syllables(character):
            found[syllable].add(character)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


@cache
def _syllables(character: str) -> tuple[str, ...]:
    if not is_han(character):
        return ()
    return tuple(filter(_is_plain, pinyin(character, style=Style.NORMAL, heteronym=True)[0]))


def _gb2312() -> Iterable[str]:
    """The characters of GB 2312, rows 16 to 87."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 88) for cell in range(1, 95))
    return (code.decode("gb2312", "ignore") for code in codes)


def payload(found: dict[str, list[str]], start: int, end: int) -> bytes:
    """The readings from `start` up to `end` as JSON."""
    part = dict(islice(found.items(), start, end))
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
