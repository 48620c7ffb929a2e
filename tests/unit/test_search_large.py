"""Many files, long lists and long runs: a made archive of few different characters, so that everything is frequent."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from heitu import ids
from heitu.records import Report
from heitu.search import search_files, sizes
from heitu.spans import SpannedText
from tests.archive_fixture import archive, paragraph, section
from tests.unit.nodes import Service

ALPHABET = "黑土地禾川，。8８gG"
REPORTS = 5


def _report(number: int, draw: random.Random) -> Report:
    def text() -> SpannedText:
        return SpannedText.supplied("".join(draw.choices(ALPHABET, k=draw.randint(1, 40))))

    sections = [
        section(s, None, text(), [paragraph(s, p, text()) for p in range(1, 8)], "general") for s in range(1, 5)
    ]
    base = next(report for report in archive().reports if report.id == "qingling")
    return replace(base, id=f"made-{number}", title=text(), authors=(), sections=tuple(sections))


@pytest.fixture(scope="module")
def reports() -> tuple[Report, ...]:
    draw = random.Random(20261126)
    return tuple(_report(number, draw) for number in range(REPORTS))


@pytest.fixture(scope="module")
def engine(reports: tuple[Report, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("search")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sizes, "SHARD", 300)
        patch.setattr(sizes, "CHUNK", 700)
        files = search_files(replace(archive(), reports=reports, translations={}, figures=()))
    assert len(files) > 40
    for path, content in files.items():
        (folder / Path(path).name).write_bytes(content)
    with Service("engine_service.mjs", folder) as service:
        yield service


def _texts(reports: tuple[Report, ...]) -> Iterator[tuple[tuple[str, str], str]]:
    for report in reports:
        yield (report.id, ids.TITLE), report.title.text
        for part in report.sections:
            yield (report.id, part.id), part.heading or ""
            yield from (((report.id, p.id), p.text.text) for p in part.paragraphs)


def _fold(text: str) -> str:
    return text.replace("８", "8").replace("G", "g").replace("，", ",")


def test_runs_of_every_length_are_found_exactly_where_they_are(engine: Service, reports: tuple[Report, ...]) -> None:
    texts = dict(_texts(reports))
    draw = random.Random(3)
    counts = []
    for i in range(400):
        if i % 4:
            text = draw.choice(sorted(texts.values()))
            start = draw.randrange(len(text))
            run = text[start : start + draw.randint(1, 9)]
        else:
            run = "".join(draw.choices(ALPHABET, k=draw.randint(2, 4)))
        answer: Any = engine([run, {}])
        found = {
            (h["report"], h["paragraph"] or h["section"] or "title") for h in answer["hits"] if h["reason"] == "text"
        }
        there = {unit for unit, text in texts.items() if _fold(run) in _fold(text)}
        assert found == there, run
        counts.append(len(there))
    assert max(counts) > 40
    assert min(counts) == 0


def test_as_typed_comes_before_another_width(engine: Service, reports: tuple[Report, ...]) -> None:
    texts = dict(_texts(reports))
    for run in ("8黑", "８黑", "黑g", "黑G", "黑土8"):
        answer: Any = engine([run, {}])
        bodies = [(h["report"], h["paragraph"]) for h in answer["hits"] if h["reason"] == "text" and h["paragraph"]]
        typed = [run in texts[unit] for unit in bodies]
        assert typed == sorted(typed, reverse=True), run
        assert {*typed} == {True, False}, run


def test_terms_that_stand_closer_come_first(engine: Service, reports: tuple[Report, ...]) -> None:
    texts = dict(_texts(reports))
    answer: Any = engine(["黑土 禾川", {}])
    bodies = [(h["report"], h["paragraph"]) for h in answer["hits"] if h["reason"] == "text" and h["paragraph"]]
    assert len(bodies) > 4

    def gap(text: str) -> int:
        places = [[i for i in range(len(text)) if text.startswith(term, i)] for term in ("黑土", "禾川")]
        return min(abs(a - b) - 2 for a in places[0] for b in places[1])

    gaps = [gap(texts[unit]) for unit in bodies]
    assert gaps == sorted(gaps)
