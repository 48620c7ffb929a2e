"""An archive of any number of bilingual sections, made from a pool: always the same one, without the reading stages.

A report is about as long as a real one: its sections have the shapes of real sections, filled with sentences of all
documents. In each report the numbers, the place names and some of the characters are others, so that no two are alike.
English stands beside Chinese of about its length; it is the translation where the pool has one, and otherwise not.
Reports have no sources, corrections or captions: the search does not need them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from random import Random
from types import MappingProxyType

from pypinyin import lazy_pinyin

from bench.resample import NUMBER, OTHER_WORDS, SYLLABLES
from bench.search.pool import Pool, Text
from heitu import ids
from heitu.figures import find_figures
from heitu.parallel import mapped
from heitu.records import Archive, Figure, Paragraph, Report, Section, Segment, Stated, ThemeScore
from heitu.spans import Piece, Span, SpannedText
from heitu.translation import TranslationUnit

SECTIONS = (5, 12)
"""The fewest and the most sections of a report; the mean is that of the real ones."""
ENGLISH_A_CHARACTER = 4.9
"""English letters to a Chinese character in our own translations."""
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗"
WORDS = 20_000
"""The fewest distinct English words of an archive."""
PEOPLE = 4
"""Invented persons in a report; each third section speaks of one."""
TAIL = 0.03
"""The share of long English words that become made-up ones, beyond those that have to be used."""
LONG_WORDS = 140
"""A section has about twice as many words of six letters or more; this many and more take the words that are owed."""
WORD = re.compile(r"\b[a-z]{6,}\b")
YEARS = range(2011, 2025)


@dataclass(slots=True)
class Writer:
    """Writes one report. `owed` are made-up words that this report should use."""

    pool: Pool
    dice: Random
    report: str
    owed: list[str]
    share: float
    position: int = 0
    names: dict[str, str] = field(default_factory=dict)
    units: dict[tuple[str, str], TranslationUnit] = field(default_factory=dict)
    table: Mapping[int, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)

    def write(self, sections: int) -> Report:
        pool, dice = self.pool, self.dice
        others = dice.sample(pool.characters, int(OTHER_WORDS * len(pool.characters)))
        self.table = str.maketrans({character: dice.choice(SYLLABLES) for character in others})
        given = ["".join(dice.choices(SYLLABLES, k=dice.choice((1, 2, 2)))) for _ in range(PEOPLE)]
        self.people = [dice.choice(SURNAMES) + name for name in given]
        place, year, theme = dice.choice(pool.places), dice.choice(YEARS), dice.choice(pool.themes)
        title = Text(
            f"{place.label.zh}{year}年{theme.label.zh}工作综述",
            f"{theme.label.en} in {place.label.en}: {year} in review",
        )
        return Report(
            id=self.report,
            witnesses=(self.report,),
            title=self.unit(ids.TITLE, title),
            title_source=self.report,
            subtitle=None,
            subtitle_source="",
            genre=_said("newspaper-feature"),
            date=_said(f"{year + 1}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"),
            period=_said(str(year)),
            region=_said(place.id),
            publisher=None,
            republisher=None,
            authors=tuple(self.author(n) for n in (1, 2)),
            editors=(),
            sections=tuple(self.section(number) for number in range(1, sections + 1)),
            captions=(),
        )

    def author(self, number: int) -> Stated:
        name = self.people[-number]
        self.translate(ids.author(number), name, romanised(name))
        return _said(name)

    def section(self, number: int) -> Section:
        shape, theme = self.dice.choice(self.pool.shapes), self.dice.choice(self.pool.themes)
        name = ids.section(number)
        return Section(
            id=name,
            number=number,
            level=1,
            kind="body",
            kicker=None,
            headline=self.unit(ids.heading(name), self.told(self.dice.choice(self.pool.headings))),
            run_in=False,
            paragraphs=tuple(self.paragraph(number, n, length) for n, length in enumerate(shape, start=1)),
            themes=(ThemeScore(theme.id, 1.0, ()),),
        )

    def paragraph(self, section: int, number: int, length: int) -> Paragraph:
        name = ids.paragraph(section, number)
        segments: list[Segment] = []
        for text in self.sentences(section, number, length):
            identifier = ids.sentence(name, len(segments) + 1)
            segments.append(Segment(identifier, self.unit(identifier, text)))
        return Paragraph(name, SpannedText.join(segment.text for segment in segments), tuple(segments))

    def sentences(self, section: int, number: int, length: int) -> Iterator[Text]:
        if section % 3 == 1 and number == 1:
            yield self.person()
            length -= 30  # as long as that is
        while True:
            text = self.told(self.dice.choice(self.pool.sentences))
            length -= len(text.zh)
            yield text
            if length < 35:  # half a sentence: on the average neither too long nor too short
                return

    def person(self) -> Text:
        name, sum_ = self.dice.choice(self.people), self.dice.randint(11, 99) * 100
        return Text(
            f"村民{name}说：“今年家里的收入比去年多了{sum_}元，日子越过越有奔头。”",
            f"{romanised(name)}, a villager, said: “My family earned {sum_:,} yuan more this year, and we look ahead.”",
        )

    def told(self, text: Text) -> Text:
        """The text with other numbers, names and words, now and then with a clause of another sentence."""
        zh, clauses = text.zh, text.zh.split("，")
        if len(clauses) > 2 and self.dice.random() < 0.5:
            other = self.dice.choice(self.pool.sentences).zh.split("，")
            clauses[1] = other[len(other) // 2].rstrip("。！？”")
            zh = "，".join(clauses)
        zh = NUMBER.sub(self.renumber, self.pool.names.sub(self.rename, zh).translate(self.table))
        en = NUMBER.sub(self.renumber, text.en or self.english(len(text.zh)))
        return Text(zh, WORD.sub(self.reword, en))

    def english(self, length: int) -> str:
        """English that would be as long as a translation of that many characters."""
        pool = self.pool.english
        wanted = int(ENGLISH_A_CHARACTER * length)
        index = bisect_left(pool, wanted, key=len) + self.dice.randint(-40, 40)
        return pool[min(max(index, 0), len(pool) - 1)]

    def rename(self, match: re.Match[str]) -> str:
        return self.names.setdefault(match[0], "".join(self.dice.choices(SYLLABLES, k=len(match[0]))))

    def renumber(self, match: re.Match[str]) -> str:
        digits = match[0]
        if len(digits) == 4 and digits.startswith(("19", "20")):
            return digits  # a year
        return str(self.dice.randint(1, 9)) + "".join(self.dice.choices("0123456789", k=len(digits) - 1))

    def reword(self, match: re.Match[str]) -> str:
        """A made-up word in the place of some: each that is owed, then common ones often and others seldom (Zipf)."""
        if self.owed and self.dice.random() < self.share:
            return self.owed.pop()
        if self.pool.words and self.dice.random() < TAIL:
            return self.pool.words[int(len(self.pool.words) ** self.dice.random()) - 1]
        return match[0]

    def unit(self, identifier: str, text: Text) -> SpannedText:
        """The text at the next place of the report, with its English."""
        self.translate(identifier, text.zh, text.en)
        start, self.position = self.position, self.position + len(text.zh)
        return SpannedText((Piece(Span(start, self.position), text.zh),), text.zh)

    def translate(self, identifier: str, zh: str, en: str) -> None:
        self.units[self.report, identifier] = TranslationUnit(identifier, zh, en, "translated")


@dataclass(frozen=True, slots=True)
class Order:
    """What a report is to be: its number, how many sections, the made-up words, the share of long words they replace."""

    number: int
    sections: int
    words: tuple[str, ...]
    share: float


def make(pool: Pool, count: int, words: int = WORDS) -> Archive:
    """An archive of `count` sections; ValueError where its English has fewer distinct words than it should have."""
    reports: list[Report] = []
    units: dict[tuple[str, str], TranslationUnit] = {}
    figures: list[Figure] = []
    for report, translated, found in mapped(partial(_made, pool), orders(pool, count)):
        reports.append(report)
        units.update(translated)
        figures.extend(found)
    if (distinct := len(english_words(units.values()))) < words:
        raise ValueError(f"the English of {count} sections has only {distinct} distinct words, not {words}")
    return Archive(
        settings=pool.settings,
        reports=tuple(reports),
        sources=(),
        ledgers=MappingProxyType({}),
        themes=pool.themes,
        places=pool.places,
        publishers=MappingProxyType({}),
        figures=tuple(figures),
        translations=MappingProxyType(units),
    )


def orders(pool: Pool, count: int) -> list[Order]:
    """The reports of `count` sections."""
    dice, sizes = Random(count), list[int]()
    while (left := count - sum(sizes)) > 0:
        sizes.append(min(left, dice.randint(*SECTIONS)))
    found: list[Order] = []
    begin = done = 0
    for number, size in enumerate(sizes):
        done += size
        end = len(pool.words) * done // count
        share = min(1.0, (end - begin) / (LONG_WORDS * size))
        found.append(Order(number, size, pool.words[begin:end], share))
        begin = end
    return found


def english_words(units: Iterable[TranslationUnit]) -> set[str]:
    """The distinct words of the English, in lower case."""
    return {word for unit in units for word in re.findall(r"[a-z]+", unit.target.lower())}


Made = tuple[Report, Mapping[tuple[str, str], TranslationUnit], tuple[Figure, ...]]


def _made(pool: Pool, order: Order) -> Made:
    """A report, its translations and its figures."""
    writer = Writer(pool, Random(order.number), f"bench-{order.number:05}", list(order.words), order.share)
    report = writer.write(order.sections)
    return report, writer.units, find_figures(report)


def romanised(name: str) -> str:
    """A name as English has it.

    >>> romanised("王安宁")
    'Wang Anning'
    """
    return f"{lazy_pinyin(name[0])[0].title()} {''.join(lazy_pinyin(name[1:])).title()}"


def _said(value: str) -> Stated:
    return Stated(value, "supplied", "bench")
