"""An archive of a few megabytes: the first query loads lists, and texts of what is shown alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from heitu.records import Report
from heitu.search import search_files
from heitu.spans import SpannedText
from tests.archive_fixture import archive, paragraph, section
from tests.unit.nodes import Service

REPORTS, PARAGRAPHS, CHARACTERS = 70, 90, 130
HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 300)]
PROGRAMME = "梨树模式"
MOST = 250_000
"""Bytes before the first results; the texts have more than two million."""


def _report(number: int, draw: random.Random) -> Report:
    def text() -> SpannedText:
        run = "".join(draw.choices(HAN, k=CHARACTERS))
        return SpannedText.supplied(run + PROGRAMME if draw.random() < 0.05 else run)

    paragraphs = [paragraph(1, p, text()) for p in range(1, PARAGRAPHS + 1)]
    base = next(report for report in archive().reports if report.id == "qingling")
    sections = (section(1, None, text(), paragraphs, "general"),)
    return replace(base, id=f"made-{number}", title=text(), authors=(), sections=sections)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("search")
    draw = random.Random(4)
    reports = tuple(_report(number, draw) for number in range(REPORTS))
    assert sum(len(p.text.text.encode()) for report in reports for p in report.paragraphs) > 2_000_000
    for path, content in search_files(replace(archive(), reports=reports, translations={}, figures=())).items():
        (folder / Path(path).name).write_bytes(content)
    yield folder


@pytest.mark.parametrize("query", [PROGRAMME, PROGRAMME[:2], PROGRAMME[1:3]])
def test_a_first_query_loads_no_full_text(index: Path, query: str) -> None:
    with Service("engine_service.mjs", index) as service:
        answer: Any = service([query, {"limit": 8}])
        loaded: Any = service(["", {"loaded": True}])
    assert answer["total"] > 200
    assert sum((index / name).stat().st_size for name in loaded) < MOST
    assert not [name for name in loaded if name.startswith(("zh-", "en-"))]
    texts = sum(path.stat().st_size for path in index.glob("zh-*.js"))
    assert texts > 2 * MOST, "the archive is too small to tell"
