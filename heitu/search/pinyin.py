"""Pinyin: which characters and which pairs of characters of the archive are read so, without tones, ü as v.

A character has its *living* readings: those that pypinyin's phrases give it again and again (还 is huan and hai, 大 is da
and not dai). A pair has every combination of them, and its own reading where it is a phrase: how it is read in a sentence
nobody can tell from the pair alone, and a reader who types pinyin wants to find it.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice, product

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

from heitu.folding import fold_for_search, is_han

LIVING = 0.04
"""The share of its phrases from which on a reading is living; measured: 和 keeps he and huo, 会 loses kuai."""
_LEAST = 2  # phrases


def pairs(grams: Iterable[str]) -> dict[str, list[str]]:
    """Reading ("liao he") -> the pairs that are read so, both in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for gram in sorted(grams):
        if len(gram) == 2 and all(map(is_han, gram)):
            for reading in _readings(gram):
                found[reading].append(gram)
    return {reading: found[reading] for reading in sorted(found)}


def _readings(pair: str) -> set[str]:
    own = [tuple(plain(readings[0]) for readings in phrases_dict.get(pair, ()))]
    combined = product(*map(living, pair))
    return {" ".join(syllables) for syllables in (*own, *combined) if syllables and all(map(_is_plain, syllables))}


@cache
def living(character: str) -> tuple[str, ...]:
    """The readings of a character, the usual one first.

    >>> living("还"), living("大"), living("率")
    (('hai', 'huan'), ('da',), ('lv', 'shuai'))
    """
    known = pinyin_dict.get(ord(character), "")
    counts = _counts().get(character, Counter())
    least = max(_LEAST, LIVING * counts.total())
    readings = [plain(known.split(",")[0]), *(reading for reading, count in counts.most_common() if count >= least)]
    return tuple(dict.fromkeys(filter(_is_plain, readings)))


@cache
def _counts() -> Mapping[str, Counter[str]]:
    """How often pypinyin's phrases read a character so."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in phrases_dict.items():
        if len(phrase) == len(readings):
            for character, reading in zip(phrase, readings, strict=True):
                counts[character][plain(reading[0])] += 1
    return counts


@cache
def plain(syllable: str) -> str:
    """A syllable without its tone.

    >>> plain("liáo"), plain("lǜ")
    ('liao', 'lv')
    """
    letters = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_plain(syllable: str) -> bool:
    return syllable.isascii() and syllable.isalpha()


def syllables(texts: Iterable[str]) -> dict[str, str]:
    """Syllable -> the characters that are read so: those of GB 2312 and those of the texts, by each living reading."""
    characters = {character for text in texts for character in set(text)} | set(_gb2312())
    found: defaultdict[str, set[str]] = defaultdict(set)
    for character in set(fold_for_search("".join(sorted(characters)))):
        if is_han(character):
            for syllable in living(character):
                found[syllable].add(character)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found)}


def _gb2312() -> Iterator[str]:
    """The characters of GB 2312, rows 16 to 87."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(16, 88) for cell in range(1, 95))
    return (code.decode("gb2312", "ignore") for code in codes)


def payload(found: dict[str, list[str]], start: int, end: int) -> bytes:
    """The readings from `start` up to `end` as JSON."""
    part = dict(islice(found.items(), start, end))
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
