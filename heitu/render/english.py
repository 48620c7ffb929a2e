"""The English of a paragraph, sentence by sentence: what is not translated yet stands in Chinese, marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from heitu.records import Archive, Paragraph, Report
from heitu.render import escaping
from heitu.render.edition import CHINESE
from heitu.translation import TranslationUnit


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the English text: `numbers` are those of the Chinese sentences that it renders.

    One that is `missing` is the Chinese itself; `changed` are the units that it renders whose Chinese has changed since.
    """

    unit: str
    numbers: tuple[str, ...]
    text: str
    missing: bool = False
    changed: tuple[str, ...] = ()

    @property
    def places(self) -> str:
        return " ".join(self.numbers)


def sentences(archive: Archive, report: Report, paragraph: Paragraph) -> tuple[Sentence, ...]:
    """The English sentences in order. A sentence whose sense stands in its neighbour's English has none of its own."""
    found: dict[str, Sentence] = {}
    joined: list[tuple[TranslationUnit, str]] = []
    for segment in paragraph.segments:
        zh, number = segment.text.text.strip(), segment.id.rpartition(".")[2]
        if not zh:
            continue
        unit = archive.translation(report.id, segment.id)
        neighbour = archive.translation(report.id, unit.joined) if unit and unit.joined else None
        if unit and unit.target:
            found[segment.id] = Sentence(segment.id, (number,), unit.target, changed=changed_units(unit))
        elif unit and neighbour and neighbour.target:
            joined.append((unit, number))
        else:
            found[segment.id] = Sentence(segment.id, (number,), zh, missing=True)
    for unit, number in joined:
        if home := found.get(unit.joined):
            numbers = sorted((*home.numbers, number), key=int)
            changed = (*home.changed, *changed_units(unit))
            found[unit.joined] = replace(home, numbers=tuple(numbers), changed=changed)
    return tuple(found.values())


def changed_units(unit: TranslationUnit) -> tuple[str, ...]:
    """The unit, if its Chinese has changed since it was translated."""
    return (unit.id,) if unit.state == "stale" else ()


def mixed(parts: Sequence[Sentence], stale: str) -> Markup:
    """Sentences outside of their page: English, Chinese where there is none, and `stale` behind what is not up to date."""
    return Markup(" ").join(_quoted(part, stale) for part in parts)


def _quoted(part: Sentence, stale: str) -> Markup:
    text = escaping.text(part.text)
    if part.missing:
        return missing(text)
    return Markup('<span class="ht-stale">{}</span>{}').format(text, _label(stale)) if part.changed else text


def _label(says: str) -> Markup:
    """Words that the style sheet prints, so that nobody copies them with the text."""
    return Markup('<span class="ht-untold" data-none="{}"></span>').format(says) if says else Markup("")


def missing(zh: Markup, says: str = "") -> Markup:
    """Chinese that stands for English which is not there yet, behind a sign that says so where it is not plain."""
    return _label(says) + Markup('<span class="ht-missing" lang="{}">{}</span>').format(CHINESE, zh)
