"""A printed string in both languages: two sides of which the page shows one or both, sentence against sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from types import MappingProxyType

from markupsafe import Markup

from heitu.figures.gloss import gloss
from heitu.language import Language
from heitu.records import Figure, Paragraph, Report
from heitu.render.apparatus import Apparatus
from heitu.render.differences import Changed, changed
from heitu.render.edition import CHINESE, Edition
from heitu.render.english import Sentence, changed_units, missing, sentences
from heitu.render.inline import english_html
from heitu.render.marks import Gloss, Mark, marked, marked_sentence, sentence, sign
from heitu.spans import SpannedText

NOT_EMPHASISED = ("date", "ordinal")
"""Figures of these dimensions name a time or a place in a row, not an amount."""

_LONG: Mapping[Language, int] = MappingProxyType({"zh": 200, "en": 600})
"""Characters of about a quarter of a sheet, in half its width."""


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a pair; `attr` is its `lang` where that is not the page's, `none` that it has no English at all."""

    code: Language
    html: Markup
    attr: Markup
    none: bool = False

    @property
    def plain(self) -> str:
        return self.html.striptags()


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides, the page's own language first, and the sentences whose Chinese has changed since they were translated."""

    sides: tuple[Side, Side]
    stale: tuple[Changed, ...] = ()

    @property
    def own(self) -> Side:
        return self.sides[0]

    @property
    def other(self) -> Side:
        return self.sides[1]

    @property
    def long(self) -> bool:
        """Whether it may be parted on paper, since keeping it whole would leave much of a sheet empty."""
        return any(len(side.plain) > _LONG[side.code] for side in self.sides)

    @property
    def glossed(self) -> bool:
        return any("data-gloss=" in side.html for side in self.sides)


_STALE_SIGN = Markup(
    '<a class="ht-remark ht-remark--stale" href="#stale-{0}" id="stale-ref-{0}" data-heitu-stale="stale-{0}"'
    ' data-n="△" aria-label="{1}"></a>'
)

Line = tuple[str, SpannedText, str]
"""A unit's id, its Chinese, and the class that it has on the page."""


def lines(edition: Edition, report: Report, parts: Iterable[Line], apparatus: Apparatus) -> Pair | None:
    """A title, heading or caption of one or two lines; None where there is none."""
    zh: list[Markup] = []
    en: list[Markup] = []
    used: list[Sentence] = []
    parts = tuple(parts)
    some = any((found := edition.archive.translation(report.id, unit)) and found.target for unit, _, _ in parts)
    label = edition.label("translation.none") if some else ""
    for n, (unit, text, cls) in enumerate(parts, start=1):
        found = edition.archive.translation(report.id, unit)
        target = found.target if found else ""
        line = Sentence(unit, (str(n),), target or text.text, not target, changed_units(found) if found else ())
        used.append(line)
        marks = apparatus.marks.get(unit, ())
        zh.append(_line(sentence(marked(text, marks), str(n)), cls))
        chinese = missing(marked_sentence(text, marks, (), (), ""), label) if line.missing else None
        html = Markup(sentence(chinese, line.places)) if chinese else _english(edition, line, apparatus, marks)
        en.append(_line(html, cls))
    return _pair(edition, report, Markup(" ").join(zh), Markup(" ").join(en), used) if used else None


def _line(html: str, cls: str) -> Markup:
    return Markup(f'<span class="{cls}">{html}</span>' if cls else html)


def paragraph_pair(edition: Edition, report: Report, paragraph: Paragraph, apparatus: Apparatus) -> Pair:
    """A paragraph with everything that is known about it."""
    figures = [f for f in edition.figures.get((report.id, paragraph.id), ()) if f.dimension not in NOT_EMPHASISED]
    glosses = [Gloss(f.start, f.end, explained(edition, f)) for f in figures]
    marks = apparatus.marks.get(paragraph.id, ())
    zh = marked(paragraph.text, marks, glosses, paragraph.lead_in, paragraph.segments)
    parts = sentences(edition.archive, report, paragraph)
    led = lead_in(paragraph)
    none = all(part.missing for part in parts)
    en = []
    for part in parts:
        mine = [mark for mark in marks if _home(mark, parts) == part.unit]
        if part.missing:
            chinese = marked_sentence(paragraph.text, marks, glosses, paragraph.segments, part.unit, paragraph.lead_in)
            html = missing(chinese, "" if none else edition.label("translation.none"))
            signs = Markup("").join(sign(mark) for mark in mine if mark.emendation.where != part.unit)
            en.append(Markup(sentence(html + signs, part.places)))
        else:
            own = [f for f in figures if f.segment == part.unit]
            en.append(_english(edition, part, apparatus, mine, own, part.numbers[-1] in led))
    return _pair(edition, report, zh, Markup(" ").join(en), parts)


def _home(mark: Mark, parts: Sequence[Sentence]) -> str:
    """The sentence of the English that a mark stands in; the last one where its own has no text left."""
    number = mark.emendation.where.rpartition(".")[2]
    return next((part.unit for part in parts if number in part.numbers), parts[-1].unit)


def lead_in(paragraph: Paragraph) -> tuple[str, ...]:
    """The numbers of the sentences that a lead-in consists of; none where it ends within a sentence."""
    ends = accumulate(len(segment.text.text) for segment in paragraph.segments)
    numbers = tuple(segment.id.rpartition(".")[2] for segment in paragraph.segments)
    return next((numbers[: n + 1] for n, end in enumerate(ends) if end == paragraph.lead_in), ())


def explained(edition: Edition, figure: Figure) -> str:
    """A figure as printed with what explains it, in the page's language; "" where nothing needs explaining."""
    says = gloss(figure, edition.language)
    return edition.label("figure.gloss", raw=figure.raw, says=says) if says else ""


def _english(
    edition: Edition,
    part: Sentence,
    apparatus: Apparatus,
    marks: Sequence[Mark],
    figures: Sequence[Figure] = (),
    lead: bool = False,
) -> Markup:
    """A sentence of the English side as an element, with its terms, figures, and the signs of its notes."""
    glosses = {gloss(f, "en"): explained(edition, f) for f in figures}
    html = english_html(part.text, apparatus.terms.get(part.unit, ()), glosses)
    if lead:
        html = Markup('<b class="ht-lead">{}</b>').format(html)
    if part.changed:
        html = Markup('<span class="ht-stale">{}</span>').format(html)
        html += Markup("").join(_STALE_SIGN.format(unit, edition.label("stale.title")) for unit in part.changed)
    html += Markup("").join([apparatus.remark(part.unit), *(sign(mark) for mark in marks)])
    return Markup(sentence(html, part.places))


def _pair(edition: Edition, report: Report, zh: Markup, en: Markup, parts: Sequence[Sentence]) -> Pair:
    attrs = (
        (Markup(""), Markup(' lang="en"')) if edition.language == "zh" else (Markup(f' lang="{CHINESE}"'), Markup(""))
    )
    chinese = Side("zh", zh, attrs[0])
    english = Side("en", en, attrs[1], none=all(part.missing for part in parts))
    stale = tuple(
        changed(edition.archive.translations[report.id, unit], part.text) for part in parts for unit in part.changed
    )
    return Pair((chinese, english) if edition.language == "zh" else (english, chinese), stale)
