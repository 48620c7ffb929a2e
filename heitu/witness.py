"""Witnesses: sources that hold the same text are one report, whatever their titles say.

Texts are compared by shingles, runs of `SHINGLE` folded characters (Broder 1997, resemblance and containment). Two
sources are one report if most of the shorter one's shingles stand in the other, and neither is a mere part. Pairs worth
comparing are found by sketches: the `SKETCH` smallest shingle hashes of each text, of which like texts share many.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations

from heitu import ids
from heitu.drafts import Witness
from heitu.folding import fold, fold_with_offsets
from heitu.records import Caption, Comparison, Difference, Report, Section, Stated
from heitu.spans import SpannedText

SHINGLE = 8
CONTAINMENT = 0.8
SHORTEST_PART = 0.6
SKETCH = 64
_SHARED = 0.4  # of the smaller sketch; texts that contain one another to CONTAINMENT share about half or more


def body(witness: Witness) -> str:
    """The folded running text of a source, headings and all, without title, facts and captions."""
    parts = (text.text for section in witness.sections for _, text in units(section))
    return "".join(map(fold, parts))


def units(section: Section) -> Iterable[tuple[str, SpannedText]]:
    """The headings and paragraphs of a section with their ids, in reading order."""
    if section.kicker:
        yield ids.kicker(section.id), section.kicker
    if section.headline:
        yield ids.heading(section.id), section.headline
    for paragraph in section.paragraphs:
        yield paragraph.id, paragraph.text


@lru_cache(maxsize=64)
def shingles(text: str) -> frozenset[str]:
    return frozenset(text[i : i + SHINGLE] for i in range(max(1, len(text) - SHINGLE + 1)) if text)


def same_text(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two shingle sets are of one text; two empty texts are not."""
    short, long = sorted((one, other), key=len)
    return bool(short) and len(short) >= SHORTEST_PART * len(long) and len(short & long) >= CONTAINMENT * len(short)


def group(witnesses: Sequence[Witness]) -> list[list[Witness]]:
    """The sources that are one report each, base first (the first by id)."""
    ordered = sorted(witnesses, key=lambda w: w.document.id)
    bodies = [body(witness) for witness in ordered]
    parent = list(range(len(ordered)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in _candidates([sketch(text) for text in bodies]):
        a, b = root(i), root(j)
        if a != b and same_text(shingles(bodies[i]), shingles(bodies[j])):
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Witness]] = defaultdict(list)
    for i, witness in enumerate(ordered):
        groups[root(i)].append(witness)
    return list(groups.values())


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's shingles, in order (a bottom-k sketch)."""
    units = text.encode("utf-16-le")
    width = 2 * SHINGLE
    hashes = {zlib.crc32(units[i : i + width]) for i in range(0, max(2, len(units) - width + 2), 2)}
    return tuple(nsmallest(SKETCH, hashes))


def _candidates(sketches: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Pairs whose sketches have much in common, so that not every pair need be compared."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, hashes in enumerate(sketches):
        for value in hashes:
            holders[value].append(i)
    shared = Counter(pair for places in holders.values() for pair in combinations(places, 2))
    return sorted((i, j) for (i, j), n in shared.items() if n >= _SHARED * min(len(sketches[i]), len(sketches[j])))


def merge(witnesses: Sequence[Witness], report_ids: dict[str, str]) -> tuple[Report, ...]:
    """One report for each text; `report_ids` maps the id of any witness to the id that a person gave its report."""
    reports = []
    for members in group(witnesses):
        given = next((report_ids[m.document.id] for m in members if m.document.id in report_ids), None)
        reports.append(_report(members, given or members[0].document.id))
    return tuple(sorted(reports, key=lambda report: report.id))


def _report(members: Sequence[Witness], report_id: str) -> Report:
    base = members[0]
    titled = next((m for m in members if m.title), base)
    subtitled = next((m for m in members if m.subtitle), base)
    facts = {field: fact for field in _fields(members) if (fact := _fact(members, field))}
    return Report(
        id=report_id,
        witnesses=tuple(m.document.id for m in members),
        title=titled.title or _opening_words(base),
        title_source=titled.document.id,
        subtitle=subtitled.subtitle,
        subtitle_source=subtitled.document.id,
        genre=facts["genre"],
        date=facts.get("date"),
        period=facts.get("period"),
        region=None,
        publisher=facts.get("publisher"),
        republisher=facts.get("republisher"),
        authors=next((m.authors for m in members if m.authors), ()),
        editors=next((m.editors for m in members if m.editors), ()),
        sections=base.sections,
        captions=_captions(members),
        comparisons=tuple(compare(base, other) for other in members[1:]),
    )


def _opening_words(witness: Witness) -> SpannedText:
    """A source without a title is called by its first sentence, up to 30 characters."""
    first = next((p.segments[0].text for s in witness.sections for p in s.paragraphs if p.segments), None)
    return first.slice(0, 30) if first else SpannedText.of(())


def _fields(members: Sequence[Witness]) -> list[str]:
    return sorted({field for member in members for field in member.facts})


def _fact(members: Sequence[Witness], field: str) -> Stated | None:
    """What the first witness states, or else the first one infers."""
    found = [member.facts[field] for member in members if field in member.facts]
    return next((fact for fact in found if fact.basis == "stated"), found[0] if found else None)


def _captions(members: Sequence[Witness]) -> tuple[Caption, ...]:
    seen: set[str] = set()
    captions: list[Caption] = []
    for member in members:
        for caption in member.captions:
            if (folded := fold(caption.text.text)) not in seen:
                seen.add(folded)
                captions.append(replace(caption, id=ids.caption(len(captions) + 1)))
    return tuple(captions)


def _supplied(witness: Witness) -> set[str]:
    fields = {field for field, fact in witness.facts.items() if fact.basis == "stated"}
    for name in ("title", "subtitle", "authors", "editors", "captions"):
        if getattr(witness, name):
            fields.add(name)
    return fields


def compare(base: Witness, other: Witness) -> Comparison:
    """Another witness against the base, unit by unit, width and white space folded."""
    ours = [unit for section in base.sections for unit in units(section)]
    theirs = [unit for section in other.sections for unit in units(section)]
    left, right = [fold(text.text) for _, text in ours], [fold(text.text) for _, text in theirs]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    differences: list[Difference] = []
    equal = 0
    texts: list[tuple[str, SpannedText]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            equal += b - a
        else:
            found = _differences(ours[a:b], theirs[c:d])
            equal += b - a - len({difference.where for difference in found})
            differences.extend(found)
        texts.extend((ours[a + n][0] if a + n < b else "", text) for n, (_, text) in enumerate(theirs[c:d]))
    one, two = shingles("".join(left)), shingles("".join(right))
    similarity = len(one & two) / max(1, len(one | two))
    supplied, others = _supplied(base), _supplied(other)
    return Comparison(
        base=base.document.id,
        other=other.document.id,
        compared=max(len(ours), len(theirs)),
        equal=equal,
        similarity=round(similarity, 4),
        differences=tuple(differences),
        alone=tuple(sorted(others - supplied)),
        lacks=tuple(sorted(supplied - others)),
        texts=tuple(texts),
    )


def _differences(
    ours: Sequence[tuple[str, SpannedText]], theirs: Sequence[tuple[str, SpannedText]]
) -> list[Difference]:
    """The places where a run of units differs. Their joined texts are compared: a paragraph break is no difference."""
    bounds = tuple((where, len(text)) for where, text in ours)
    return list(_places(bounds, SpannedText.join(t for _, t in ours), SpannedText.join(t for _, t in theirs)))


def _places(bounds: Sequence[tuple[str, int]], left: SpannedText, right: SpannedText) -> Iterable[Difference]:
    """Where two texts differ, folded; `bounds` are the ids and lengths of the units that `left` is made of."""
    (a, a_offsets), (b, b_offsets) = fold_with_offsets(left.text), fold_with_offsets(right.text)
    a_offsets.append(len(left))
    b_offsets.append(len(right))
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            ours = left.slice(a_offsets[i], a_offsets[j - 1] + 1) if j > i else SpannedText.of(())
            theirs = right.slice(b_offsets[k], b_offsets[m - 1] + 1) if m > k else SpannedText.of(())
            yield Difference(_unit_at(bounds, a_offsets[i]), ours.text, theirs.text, ours.provenance, theirs.provenance)


def _unit_at(bounds: Sequence[tuple[str, int]], offset: int) -> str:
    for where, length in bounds:
        if offset < length:
            return where
        offset -= length
    return bounds[-1][0] if bounds else ""
