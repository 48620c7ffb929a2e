"""What a file from elsewhere would change: each pair is brought to its unit, and what stands there decides.

A pair belongs to the unit with its Chinese. Where several have that, the name decides; where none has, the name decides
too, if the Chinese is much the same: then the English was made from Chinese of before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import fuzz

from heitu.exchange.records import KINDS, Finding, Kind, Pair, Preview, Row
from heitu.translation import Contribution

MUCH_THE_SAME = 40
"""RapidFuzz's ratio from which on Chinese under the same name is taken for that of before."""


def compare(rows: Sequence[Row], pairs: Sequence[Pair]) -> Preview:
    """The preview of an import. `rows` are the units that it may go to."""
    texts: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        texts[_folded(row.unit.source)].append(row)
    names = {row.name: row for row in rows}
    found: dict[Kind, list[Finding]] = {kind: [] for kind in KINDS}
    of_units: dict[str, list[Finding]] = defaultdict(list)
    for pair in pairs:
        finding = Finding(pair, _candidates(pair, texts, names))
        if not pair.en or pair.en == pair.zh:  # a tool that had none puts the Chinese there
            found["empty"].append(finding)
        elif len(finding.rows) == 1:
            of_units[finding.rows[0].name].append(finding)
        elif not finding.rows:
            found["unmatched"].append(finding)
        else:
            known = all(row.unit.target == pair.en for row in finding.rows)
            found["same" if known else "ambiguous"].append(finding)
    for findings in of_units.values():
        kind, finding = _settled(findings)
        found[kind].append(finding)
    written = [*found["fresh"], *found["changed"]]
    return Preview(
        MappingProxyType({kind: tuple(findings) for kind, findings in found.items()}),
        tuple(_contribution(finding) for finding in written),
    )


def _folded(text: str) -> str:
    """A text without regard to how its blanks are laid out."""
    return " ".join(text.split())


def _candidates(pair: Pair, texts: Mapping[str, list[Row]], names: Mapping[str, Row]) -> tuple[Row, ...]:
    named = names.get(pair.name)
    alike = texts.get(_folded(pair.zh), []) if pair.zh else []
    if named and (named in alike or not pair.zh):
        return (named,)
    if alike or not named:
        return tuple(alike)
    return (named,) if fuzz.ratio(pair.zh, named.unit.source) >= MUCH_THE_SAME else ()


def _settled(findings: Sequence[Finding]) -> tuple[Kind, Finding]:
    """What becomes of a unit by all that was brought for it."""
    first, row = findings[0], findings[0].rows[0]
    today = [finding for finding in findings if not _before(finding)]
    chosen = today or list(findings)  # English of today's Chinese goes before English of another
    if len({finding.pair.en for finding in chosen}) > 1:
        return "conflicting", Finding(first.pair, first.rows, tuple(finding.pair for finding in findings[1:]))
    finding = next((one for one in chosen if _has_news(one)), chosen[0])
    if not row.unit.target and not row.unit.joined:
        return "fresh", finding
    if not _has_news(finding):
        return "same", finding
    if not today and row.unit.state != "stale":
        return "outdated", finding
    return "changed", finding


def _before(finding: Finding) -> str:
    """The Chinese that the English was made from, "" where it is that of today."""
    zh = finding.pair.zh
    return zh if zh and _folded(zh) != _folded(finding.rows[0].unit.source) else ""


def _confirms(finding: Finding) -> bool:
    """Whether a stale unit comes back as it was, but called done by the file itself."""
    pair, unit = finding.pair, finding.rows[0].unit
    return (
        unit.state == "stale"
        and pair.en == unit.target
        and pair.state in ("translated", "reviewed")
        and not _before(finding)
    )


def _has_news(finding: Finding) -> bool:
    pair, unit = finding.pair, finding.rows[0].unit
    return pair.en != unit.target or pair.note not in ("", unit.note) or _confirms(finding)


def _contribution(finding: Finding) -> Contribution:
    row, pair = finding.rows[0], finding.pair
    return Contribution(row.report, row.unit.id, pair.en, pair.note, _before(finding), _confirms(finding))
