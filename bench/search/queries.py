"""What readers type, chosen from the archive itself so that it is there, and what is true of it.

Truth is a plain scan: the sections that have every term, folded, in a heading or a paragraph of either language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bench.search.texts import SectionText
from heitu.folding import fold
from heitu.language import LANGUAGES, Language

RARE = ("凉亭", "木耳", "车棚", "村医", "驿站")
PROGRAMMES = ("一网通办", "人居环境", "粮食安全", "脱贫攻坚")
CUT = ("地保护", "业现代", "村振")
"""Runs that begin or end inside a word."""
ENGLISH = ("cooperatives", "villagers", "township", "development")
PAIRS = ("合作社 农机", "粮食 农民", "企业 项目", "产业 就业")
ABSENT = "熊猫火锅"
SOME = 12
"""Long words of a section, of which the rarest is asked for."""

_FIGURE = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?:万亩|万元|亿元|公里|户)")
_RUN = re.compile(r"[\u4e00-\u9fff]{6,10}[，,][\u4e00-\u9fff]{4,}")
_NAME = re.compile(r"村民([\u4e00-\u9fff]{2,3})说")
_WORD = re.compile(r"[a-z]{8,}")


@dataclass(frozen=True, slots=True)
class Query:
    """`typed` is what a reader types at once, `more` a further character. `means` is what the texts have, where that is
    something else; "" where it is what was typed."""

    name: str
    typed: str
    more: str
    language: Language = "zh"
    means: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """Folded."""
        return tuple(fold(term) for term in (self.means or self.typed).split())


def queries(sections: Sequence[SectionText]) -> tuple[Query, ...]:
    """The queries of an archive; StopIteration where it is too small or too strange to have one of them."""
    later = sections[len(sections) // 2 :]  # the first reports would favour an engine that reads in order
    found = [
        ("common word", "发展"),
        ("rare word", rarest(sections, RARE)),
        ("programme", first(sections, PROGRAMMES)),
        ("cut from words", first(sections, CUT)),
        ("longer run", matched(later, _RUN)[:12]),
        ("figure", matched(later, _FIGURE)),
        ("person", matched(later, _NAME)),
        ("two terms", first(sections, PAIRS)),
    ]
    chinese = [Query(name, typed, following(sections, typed)) for name, typed in found]
    words = sorted(set(_WORD.findall(" ".join(later[0].units("en")))), key=len)[-SOME:]
    english = [("English word", first(sections, ENGLISH)[:-1]), ("rare English word", rarest(sections, words)[:-1])]
    return (
        *chinese,
        *(Query(name, typed, following(sections, typed, "en"), "en") for name, typed in english),
        Query("pinyin", "heitudi", "b", means="黑土地"),
        Query("traditional", "鄉村振興", "戰", means="乡村振兴"),
        Query("absent", ABSENT, "店"),
    )


def truth(asked: Iterable[Query], sections: Iterable[SectionText]) -> Mapping[str, frozenset[str]]:
    """For the name of each query the keys of the sections that have it."""
    found: dict[str, set[str]] = {query.name: set() for query in asked}
    terms = [(query.name, query.terms) for query in asked]
    for section in sections:
        text = "\n".join(fold(unit) for language in LANGUAGES for unit in section.units(language))
        for name, wanted in terms:
            if all(term in text for term in wanted):
                found[name].add(section.key)
    return {name: frozenset(keys) for name, keys in found.items()}


def first(sections: Sequence[SectionText], candidates: Iterable[str]) -> str:
    """The first candidate that stands in a section."""
    return next(c for c in candidates if count(sections, c))


def rarest(sections: Sequence[SectionText], candidates: Iterable[str]) -> str:
    """The candidate that stands in the fewest sections, but in one."""
    counted = [(number, candidate) for candidate in candidates if (number := count(sections, candidate))]
    return min(counted)[1]


def count(sections: Sequence[SectionText], candidate: str) -> int:
    terms = candidate.split()
    return sum(
        any(all(term in unit for term in terms) for language in LANGUAGES for unit in section.units(language))
        for section in sections
    )


def matched(sections: Iterable[SectionText], pattern: re.Pattern[str]) -> str:
    """What the pattern first finds in the Chinese: its group, or all of it."""
    matches = (pattern.search(unit) for section in sections for unit in section.units("zh"))
    match = next(match for match in matches if match)
    return match[pattern.groups]


def following(sections: Iterable[SectionText], typed: str, language: Language = "zh") -> str:
    """A character that follows in the texts what was typed, so that there is still something to find."""
    *others, last = typed.split()
    pattern = re.compile(re.escape(last) + r"(\w)")
    for section in sections:
        for unit in section.units(language):
            if all(term in unit for term in others) and (match := pattern.search(unit)):
                return match[1]
    return "的" if language == "zh" else "s"
