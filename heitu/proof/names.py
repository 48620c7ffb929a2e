"""Names: people in pinyin, family name first, and spelled one way wherever they stand; no slip of a letter in a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from pypinyin import Style, pinyin
from rapidfuzz.distance import DamerauLevenshtein

from heitu.language import Bilingual
from heitu.proof.pairs import Check, Context, Pair

# The commoner family names of two characters.
_COMPOUND = re.compile("欧阳|上官|司马|诸葛|司徒|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|端木|东方|南宫|夏侯")
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,4}")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")


@cache
def spellings(name: str) -> tuple[str, ...]:
    """The ways a Chinese name may be spelled in pinyin without tones (GB/T 28039).

    A character may have several readings; the usual one comes first.

    >>> spellings("崔维利"), spellings("欧阳修"), "Shan Tianfang" in spellings("单田芳")
    (('Cui Weili',), ('Ouyang Xiu',), True)
    """
    readings = pinyin(name, style=Style.NORMAL, heteronym=True)
    family = 2 if _COMPOUND.match(name) and len(name) > 2 else 1
    found = (
        f"{''.join(spelled[:family]).capitalize()} {_given(spelled[family:]).capitalize()}"
        for spelled in product(*readings)
    )
    return tuple(dict.fromkeys(found))


def _given(syllables: tuple[str, ...]) -> str:
    """The syllables as one word, with an apostrophe before a vowel inside it (GB/T 16159)."""
    return "".join(f"’{s}" if i and s[0] in "aoe" else s for i, s in enumerate(syllables))


def names(pair: Pair, context: Context) -> Iterator[Bilingual]:
    """A name that is not spelled as its Chinese, or not as elsewhere."""
    if pair.role == "name":
        if _HAN_NAME.fullmatch(pair.zh) and pair.en not in spellings(pair.zh):
            expected = spellings(pair.zh)[0]
            yield Bilingual(
                f"“{pair.zh}”拼作“{pair.en}”，应为“{expected}”", f"{pair.zh} is spelled “{pair.en}”, not “{expected}”"
            )
        return
    for zh, spelled in context.people.items():
        if zh in pair.zh and not any(en in pair.en for en in spelled):
            expected = spelled[0]
            yield Bilingual(f"“{zh}”在译文中没有写作“{expected}”", f"{zh} is not spelled “{expected}” here")
    for zh, en in context.places.items():
        if zh in pair.zh and en not in pair.en and (slip := _slip(en, pair.en)):
            yield Bilingual(f"“{slip}”像是“{en}”（{zh}）的误拼", f"“{slip}” looks like a slip for “{en}” ({zh})")


def _slip(name: str, text: str) -> str:
    """A word of a text that is one letter off a name, "" if there is none.

    >>> _slip("Siping", "across Sipping, the city"), _slip("Siping", "across the city")
    ('Sipping', '')
    """
    words = dict.fromkeys(_CAPITALISED.findall(text))
    return next((word for word in words if DamerauLevenshtein.distance(word, name, score_cutoff=1) == 1), "")


CHECKS = (Check("names", Bilingual("人名地名的拼写", "spelling of names"), True, names),)
