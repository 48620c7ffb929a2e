"""What the sections to be searched are made of: sentences, headings and shapes of real reports, and made-up words."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from xml.etree import ElementTree

from bench.corpus import files, pairs
from bench.resample import pool as characters_and_names
from build_site import gather
from heitu import ids
from heitu.folding import han_count
from heitu.progress import Progress
from heitu.records import Archive, Place, Report, Settings, Theme
from heitu.split.sentences import sentence_bounds

LENGTHS = range(10, 221)
"""Chinese sentences of other lengths are left out: fragments, and tables read as one line."""
HAN = 0.6
"""The least share of Chinese characters in a sentence."""
ENGLISH = range(20, 1200)
MADE_UP = 24_000
"""Made-up words; some of a small archive's find no place."""
SYLLABLE = ("b c d f g h j k l m n p r s t v w br ch dr fl gr pr qu sh sl st th tr", "a e i o u ai ea ie oa ou")
CODAS = ("", "", "l", "m", "n", "nd", "r", "rd", "s", "st", "t", "x")

_MARKUP = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.S | re.I)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or a heading in both languages; `en` is "" where there is no English of it."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Pool:
    """`shapes` are real sections, as the lengths of their paragraphs in Chinese characters.

    `english` is sorted by length. `names` are place names, which change from report to report, `characters` those that
    may be written differently (see `bench.resample`). `words` are made-up English words, the common ones first.
    """

    sentences: tuple[Text, ...]
    english: tuple[str, ...]
    headings: tuple[Text, ...]
    shapes: tuple[tuple[int, ...], ...]
    names: re.Pattern[str]
    characters: tuple[str, ...]
    words: tuple[str, ...]
    themes: tuple[Theme, ...]
    places: tuple[Place, ...]
    settings: Settings


def pool(project: Path, corpus: Path | None) -> Pool:
    """The pool of a project and, if there is one, a folder with further documents; the same input gives the same pool."""
    archive = gather(project, Progress("en", (), quiet=True))
    resampled = characters_and_names(project)
    own = [text for report in archive.reports for text in _sentences(archive, report)]
    others = [text for text in read(corpus) if is_sentence(text.zh)] if corpus else []
    sentences = tuple({text.zh: text for text in (*own, *others)}.values())
    english = {text.en for text in sentences if len(text.en) in ENGLISH}
    return Pool(
        sentences=sentences,
        english=tuple(sorted(english, key=lambda text: (len(text), text))),
        headings=tuple(text for report in archive.reports for text in _headings(archive, report)),
        shapes=tuple(
            tuple(len(paragraph.text) for paragraph in section.paragraphs)
            for report in archive.reports
            for section in report.sections
        ),
        names=resampled.names,
        characters=resampled.characters,
        words=made_up(MADE_UP),
        themes=archive.themes,
        places=archive.places,
        settings=archive.settings,
    )


def read(folder: Path) -> Iterator[Text]:
    """The sentences of a folder of documents: text, HTML, Word, TMX and CSV, wherever they lie, in the order of paths."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".txt", ".html"):
            yield from _cut(_MARKUP.sub("\n", _decoded(path.read_bytes())).splitlines())
        elif path.suffix == ".docx":
            yield from _cut(_paragraphs(path))
    for place in sorted({path.parent for path in folder.rglob("*") if path.suffix in (".tmx", ".csv")}):
        for path in files(place):
            yield from (Text(pair.zh, pair.en) for pair in pairs(path) if pair.is_aligned)


def is_sentence(text: str) -> bool:
    return len(text) in LENGTHS and han_count(text) >= HAN * len(text)


def made_up(count: int) -> tuple[str, ...]:
    """That many words, all different, which can be pronounced: always the same ones."""
    dice = Random(0)
    onsets, vowels = (part.split() for part in SYLLABLE)
    words: dict[str, None] = {}
    while len(words) < count:
        syllables = (
            dice.choice(onsets) + dice.choice(vowels) + dice.choice(CODAS) for _ in range(dice.choice((2, 2, 3)))
        )
        words["".join(syllables)] = None
    return tuple(words)


def _sentences(archive: Archive, report: Report) -> Iterator[Text]:
    for paragraph in report.paragraphs:
        for segment in paragraph.segments:
            if is_sentence(segment.text.text):
                yield Text(segment.text.text.strip(), _english(archive, report, segment.id))


def _headings(archive: Archive, report: Report) -> Iterator[Text]:
    for section in report.sections:
        if section.headline and not section.run_in:
            yield Text(section.headline.text, _english(archive, report, ids.heading(section.id)))


def _english(archive: Archive, report: Report, identifier: str) -> str:
    unit = archive.translation(report.id, identifier)
    return unit.target if unit else ""


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _paragraphs(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    for paragraph in root.iter(f"{_WORD}p"):
        yield "".join(run.text or "" for run in paragraph.iter(f"{_WORD}t"))


def _cut(paragraphs: Iterable[str]) -> Iterator[Text]:
    for paragraph in paragraphs:
        clean = paragraph.strip()
        yield from (Text(clean[start:end].strip(), "") for start, end in sentence_bounds(clean))
