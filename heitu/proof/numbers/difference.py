"""What the comparison finds: a difference between the figures of a sentence and of its translation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from heitu.language import Bilingual
from heitu.proof.numbers.quantity import Stated
from heitu.spans import Span

Kind = Literal["missing", "added", "value", "unit", "conversion", "rounded", "qualifier", "direction", "swapped"]
Severity = Literal["error", "remark"]


@dataclass(frozen=True, slots=True)
class NumberDifference:
    """One difference; `zh` and `en` are the words as printed, "" and no span where there are none.

    An "error" is wrong as far as the words show; a "remark" is what good translators do as well (a number word left
    out, "more than" dropped), and worth a look.
    """

    kind: Kind
    severity: Severity
    zh: str
    en: str
    zh_span: Span | None
    en_span: Span | None
    message: Bilingual


def difference(kind: Kind, severity: Severity, zh: Stated | None, en: Stated | None) -> NumberDifference:
    """The record of a difference between two figures, one of which may be lacking."""
    return NumberDifference(
        kind,
        severity,
        zh.printed if zh else "",
        en.printed if en else "",
        Span(zh.start, zh.end) if zh else None,
        Span(en.start, en.end) if en else None,
        _message(kind, zh, en),
    )


def _message(kind: Kind, zh: Stated | None, en: Stated | None) -> Bilingual:
    one, other = zh.printed if zh else "", en.printed if en else ""
    what = _KINDS[kind]
    return Bilingual(what.zh.format(zh=one, en=other), what.en.format(zh=one, en=other))


_KINDS = {
    "missing": Bilingual("译文没有“{zh}”", "the English lacks {zh}"),
    "added": Bilingual("原文没有“{en}”", "the Chinese has no {en}"),
    "value": Bilingual("原文“{zh}”，译文作“{en}”，数值不同", "{zh} against {en}: the values differ"),
    "unit": Bilingual("原文“{zh}”，译文作“{en}”，单位不同", "{zh} against {en}: the units differ"),
    "conversion": Bilingual("“{zh}”折算为“{en}”有误", "{en} is not what {zh} converts to"),
    "rounded": Bilingual(
        "“{zh}”折算为“{en}”，位数与原文不同", "{en} for {zh}: converted to other digits than those of the source"
    ),
    "qualifier": Bilingual(
        "原文“{zh}”与译文“{en}”前后的“多、近、约”等词不同",
        "{zh} against {en}: more than, nearly or about are not said of both",
    ),
    "direction": Bilingual("“{zh}”与“{en}”一升一降", "{zh} against {en}: one rises, the other falls"),
    "swapped": Bilingual("“{zh}”与“{en}”的位置可能对调了", "{zh} and {en} may stand at each other's place"),
}
