"""The five sources against their annotation, which was made by reading: what was reached is not given up again.

`floor.yml` pins ids, ledger and theme scores as reached. Only `pytest tests/golden/test_floor.py --lower-floor` rewrites it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from heitu.drafts import Witness
from heitu.folding import fold
from heitu.records import Report, Section
from tests.pipeline import reports_of, seed_witnesses

GOLDEN = Path(__file__).parent
ANNOTATION: dict[str, Any] = yaml.safe_load((GOLDEN / "annotation.yml").read_text("utf-8"))["sources"]
FLOOR = GOLDEN / "floor.yml"
GENRES = {"newspaper feature": "newspaper-feature"}
SOURCES = sorted(ANNOTATION)


def ink(text: str | None) -> str:
    """Without blanks, as the annotation counts."""
    return "".join((text or "").split())


@pytest.fixture(params=SOURCES)
def source(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def expected(source: str) -> dict[str, Any]:
    return dict(ANNOTATION[source])


@pytest.fixture
def witness(source: str) -> Witness:
    return seed_witnesses()[source]


def test_the_headline_is_as_read(witness: Witness, expected: dict[str, Any]) -> None:
    for found, wanted in ((witness.title, expected["title"]), (witness.subtitle, expected["subtitle"])):
        assert ink(found.text if found else None) == ink(wanted["value"] if wanted else None)


@pytest.mark.parametrize("field", ["date", "publisher", "republisher", "period", "genre"])
def test_a_fact_is_as_read_or_unknown(witness: Witness, expected: dict[str, Any], field: str) -> None:
    wanted = expected[field]
    if field == "genre":
        assert field in witness.facts
        return
    found = witness.facts.get(field)
    if wanted is None:
        assert found is None
    else:
        assert found is not None
        assert found.value in [wanted["value"], *wanted.get("accept", [])]
        assert found.basis == wanted["basis"]
        assert found.evidence


def test_people_are_as_read(witness: Witness, expected: dict[str, Any]) -> None:
    assert [person.value for person in witness.authors] == [person["name"] for person in expected["authors"]]
    editors = [person["name"] for person in expected["editors"] if person.get("role") != "校对"]
    assert [person.value for person in witness.editors] == editors


def test_captions_are_as_read(witness: Witness, expected: dict[str, Any]) -> None:
    found = [(ink(caption.text.text), caption.credit) for caption in witness.captions]
    assert found == [(ink(caption["text"]), caption["credit"]) for caption in expected["captions"]]


def test_sections_and_headings_are_as_read(witness: Witness, expected: dict[str, Any]) -> None:
    found = [
        (s.number, s.kind, s.level, ink(s.heading), ink(s.kicker.text if s.kicker else None)) for s in witness.sections
    ]
    wanted = [(s["number"], s["kind"], s["level"], ink(s["heading"]), ink(s["kicker"])) for s in expected["sections"]]
    assert found == wanted


def test_paragraphs_are_as_read(witness: Witness, expected: dict[str, Any]) -> None:
    for section, wanted in zip(witness.sections, expected["sections"], strict=True):
        found = [ink(paragraph.text.text) for paragraph in section.paragraphs]
        assert [(text[:8], text[-8:], len(text)) for text in found] == [
            (paragraph["first"], paragraph["last"], paragraph["length"]) for paragraph in wanted["paragraphs"]
        ], section.id


def test_what_is_set_aside_is_as_read(witness: Witness, expected: dict[str, Any]) -> None:
    """Every annotated line, or the part of it, is of its class to the last character that is not blank."""
    text = witness.document.text
    starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n"), len(text) + 1]
    classes = {i: e.category for e in witness.ledger for i in range(e.span.start, e.span.end)}
    for entry in [*expected["set_aside"], *({"class": "metadata", **entry} for entry in expected["metadata"])]:
        first, last = entry["lines"]
        start, end = starts[first - 1], starts[last] - 1
        found = Counter(classes[i] for i in range(start, min(end, len(text))) if not text[i].isspace())
        doubled = {"duplicate"} if any(other["lines"] == entry["lines"] for other in expected["set_aside"]) else set()
        allowed = {entry["class"], *entry.get("accept", []), *doubled}
        if "text" in entry or entry["class"] == "duplicate":
            assert allowed & set(found), entry
        else:
            assert set(found) <= allowed, entry


def test_paragraphs_of_the_two_witnesses_agree_once_folded() -> None:
    one, other = (seed_witnesses()[name] for name in ("000_9cd59b6f66203662", "004_056131ee053e8add"))
    texts = [[fold(p.text.text) for s in w.sections for p in s.paragraphs] for w in (one, other)]
    assert len(texts[0]) == 58
    assert texts[0] == texts[1]


def digest(parts: Iterator[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def identifiers(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield section.id
        for paragraph in section.paragraphs:
            yield from (paragraph.id, *(segment.id for segment in paragraph.segments))
    yield from (caption.id for caption in report.captions)


def measured() -> dict[str, Any]:
    """What is reached now: ids, ledger classes in characters, and main themes without any override."""
    witnesses = seed_witnesses()
    ledgers = {}
    for name, witness in witnesses.items():
        counts: Counter[str] = Counter()
        for entry in witness.ledger:
            counts[entry.category] += len(entry.span)
        ledgers[name] = dict(sorted(counts.items()))
    reports = {report.id: digest(identifiers(report)) for report in reports_of(witnesses)}
    return {"ids": reports, "ledger": ledgers, "themes": theme_scores()}


def _sections() -> Iterator[tuple[str, Section, dict[str, Any]]]:
    for report in reports_of(seed_witnesses(), with_entries=False):
        base = report.witnesses[0]
        for section, wanted in zip(report.sections, ANNOTATION[base]["sections"], strict=True):
            yield base, section, wanted


def theme_scores() -> dict[str, int]:
    """Sections whose main theme is the annotator's, or one that a reader could defend, of all sections."""
    found = [(section.themes[0].theme, wanted) for _, section, wanted in _sections()]
    exact = sum(theme == wanted["theme"] for theme, wanted in found)
    defensible = sum(theme in [wanted["theme"], *wanted["accept"]] for theme, wanted in found)
    return {"sections": len(found), "exact": exact, "defensible": defensible}


def test_nothing_sinks_below_the_floor(request: pytest.FixtureRequest) -> None:
    now = measured()
    if request.config.getoption("--lower-floor"):
        FLOOR.write_text(yaml.safe_dump(now, allow_unicode=True, sort_keys=True), "utf-8")
    floor = yaml.safe_load(FLOOR.read_text("utf-8"))
    assert now["ids"] == floor["ids"]
    assert now["ledger"] == floor["ledger"]
    assert now["themes"]["sections"] == floor["themes"]["sections"]
    assert now["themes"]["exact"] >= floor["themes"]["exact"]
    assert now["themes"]["defensible"] >= floor["themes"]["defensible"]


def test_nearly_all_main_themes_come_out_right_without_overrides() -> None:
    scores = theme_scores()
    assert scores["exact"] >= 0.9 * scores["sections"]
    assert scores["defensible"] >= 0.95 * scores["sections"]


def test_a_paragraph_that_speaks_of_another_subject_has_its_theme() -> None:
    """Every `must` of the annotation, and no theme that the annotation does not name."""
    for report in reports_of(seed_witnesses(), with_entries=False):
        wanted = ANNOTATION[report.witnesses[0]]["paragraph_themes"]
        found = {(p.id, score.theme) for p in report.paragraphs for score in p.themes}
        assert {(w["paragraph"], w["theme"]) for w in wanted if w["expect"] == "must"} <= found
        assert found <= {(w["paragraph"], w["theme"]) for w in wanted}, report.id


def test_regions_are_as_read() -> None:
    for report in reports_of(seed_witnesses(), with_entries=False):
        wanted = ANNOTATION[report.witnesses[0]]["region"]
        assert report.region is not None
        assert report.region.basis == wanted["basis"]


def test_shangluo_is_never_in_liao_river_or_black_soil() -> None:
    report = next(r for r in reports_of(seed_witnesses()) if r.witnesses[0].startswith("003"))
    themes = {s.theme for section in report.sections for s in section.themes}
    themes |= {s.theme for paragraph in report.paragraphs for s in paragraph.themes}
    assert not themes & {"liao-river", "black-soil"}


def test_the_front_page_themes_are_all_filled() -> None:
    themes = {score.theme for report in reports_of(seed_witnesses()) for s in report.sections for score in s.themes}
    assert {"black-soil", "business-environment", "liao-river", "rural-revitalization"} <= themes
