"""The preview of an import in words, in the language of the user."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from heitu.exchange.records import Finding, Kind, Preview
from heitu.language import Bilingual, Language

_SHOWN = 20
"""How much of what was not found is listed; a whole memory has thousands that are for other texts."""
_WORDS: Mapping[Kind, Bilingual] = MappingProxyType(
    {
        "fresh": Bilingual("新译", "new"),
        "changed": Bilingual("改动", "changed"),
        "same": Bilingual("相同", "same"),
        "empty": Bilingual("没有译文", "without English"),
        "conflicting": Bilingual("互相矛盾", "conflicting"),
        "ambiguous": Bilingual("不明确", "ambiguous"),
        "outdated": Bilingual("原文已变", "outdated"),
        "unmatched": Bilingual("找不到原文", "not found"),
    }
)
_LISTED: Mapping[Kind, Bilingual] = MappingProxyType(
    {
        "fresh": Bilingual("", ""),
        "changed": Bilingual("", ""),
        "conflicting": Bilingual(
            "同一条有不同的译文，一律不导入，请只留一种",
            "different English for one unit; nothing is taken, so leave one",
        ),
        "ambiguous": Bilingual(
            "几条的原文都是这样，请写明编号，如 报道/s1-p2.1",
            "several units have this Chinese; name one, as in REPORT/s1-p2.1",
        ),
        "outdated": Bilingual(
            "译自另一种原文，现有译文不动", "made from other Chinese than that of today; what stands there is kept"
        ),
        "unmatched": Bilingual("没有哪一条的原文是这样", "no unit has this Chinese"),
    }
)


def tell(preview: Preview, language: Language) -> str:
    """What would be written, what would not and why, unit by unit; then how many there are of each."""
    lines = []
    for kind, why in _LISTED.items():
        if found := preview.findings[kind]:
            reason = f" ({why[language]})" if why[language] else ""
            lines.append(f"{_WORDS[kind][language]}: {len(found)}{reason}")
            shown = found[:_SHOWN] if kind == "unmatched" else found
            lines += [f"  {line}" for finding in shown for line in _lines(kind, finding, language)]
            lines += ["  …"] if len(shown) < len(found) else []
    counts = [(word[language], len(preview.findings[kind])) for kind, word in _WORDS.items()]
    if language == "zh":
        lines.append("，".join(f"{word} {count}" for word, count in counts))
    else:
        lines.append(", ".join(f"{count} {word}" for word, count in counts))
    return "\n".join(lines)


def _lines(kind: Kind, finding: Finding, language: Language) -> Iterator[str]:
    pair = finding.pair
    named = ", ".join(row.name for row in finding.rows) or pair.name
    zh = pair.zh or (finding.rows[0].unit.source if finding.rows else "")
    yield f"{pair.place}: {_one_line(f'{named} {zh}')}"
    unit = finding.rows[0].unit if len(finding.rows) == 1 else None
    if unit and kind != "conflicting" and (was := unit.target or (unit.joined and f"({unit.joined})")):
        yield f"  - {_one_line(was)}"
    yield f"  + {_one_line(pair.en)}"
    for other in finding.others:
        yield f"  + {_one_line(other.en)} ({other.place})"
    if unit and pair.note not in ("", unit.note):
        yield f"  {Bilingual('译注', 'note')[language]}: {_one_line(pair.note)}"
    if kind in ("fresh", "changed") and unit and pair.zh and _one_line(pair.zh) != _one_line(unit.source):
        now = Bilingual(
            "译自另一种原文，导入后仍待更新；现在的原文是", "made from other Chinese, so it will be stale; today's is"
        )
        yield f"  {now[language]}: {_one_line(unit.source)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
