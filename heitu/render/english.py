"""The English of a paragraph, sentence by sentence: what is not translated yet stands in Chinese, marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from heitu.records import Archive, Paragraph, Report
from heitu.render import escaping
from heitu.render.edition import CHINESE


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the English text: `numbers` are those of the Chinese sentences that it renders.

    One that is `missing` is the Chinese itself; `stale` says that its Chinese has changed since.
    """

    unit: str
    numbers: tuple[str, ...]
    text: str
    missing: bool = False
    stale: bool = False

    @property
    def places(self) -> str:
        return " ".join(self.numbers)


def sentences(archive: Archive, report: Report, paragraph: Paragraph) -> tuple[Sentence, ...]:
    """The English sentences in order. A sentence whose sense stands in its neighbour's English has none of its own."""
    found: dict[str, Sentence] = {}
    joined: list[tuple[str, str]] = []
    for segment in paragraph.segments:
        zh, number = segment.text.text.strip(), segment.id.rpartition(".")[2]
        if not zh:
            continue
        unit = archive.translation(report.id, segment.id)
        neighbour = archive.translation(report.id, unit.joined) if unit and unit.joined else None
        if unit and unit.target:
            found[segment.id] = Sentence(segment.id, (number,), unit.target, stale=unit.state == "stale")
        elif unit and neighbour and neighbour.target:
            joined.append((unit.joined, number))
        else:
            found[segment.id] = Sentence(segment.id, (number,), zh, missing=True)
    for target, number in joined:
        if target in found:
            numbers = sorted((*found[target].numbers, number), key=int)
            found[target] = replace(found[target], numbers=tuple(numbers))
    return tuple(found.values())


def mixed(parts: Sequence[Sentence]) -> Markup:
    """Sentences outside of their page: English, and Chinese where there is none."""
    return Markup(" ").join(
        missing(escaping.text(part.text)) if part.missing else escaping.text(part.text) for part in parts
    )


def missing(zh: Markup, says: str = "") -> Markup:
    """Chinese that stands for English which is not there yet, behind a sign that says so where it is not plain."""
    label = Markup('<span class="ht-untold" data-none="{}"></span>').format(says) if says else Markup("")
    return label + Markup('<span class="ht-missing" lang="{}">{}</span>').format(CHINESE, zh)
