"""On the project's own site: what search finds for a run of Chinese is what a scan of the published data finds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from heitu.folding import fold
from tests.browser.conftest import Visit

Place = tuple[str, str | None, str | None]
"""Report, section, paragraph, as `window.heitu.search` names them."""


SPECIAL = set('"“”„「」『』-－')
"""Characters that part a query or leave a term out; what they do is in `scenarios/`."""


def texts(site: Path) -> Iterator[tuple[Place, str]]:
    """All Chinese that is published, from the data files."""
    for entry in json.loads((site / "data" / "archive.json").read_text("utf-8"))["reports"]:
        report = json.loads((site / "data" / entry["data"]).read_text("utf-8"))
        name = report["id"]
        yield from (((name, None, None), text["zh"]) for text in (report["title"], report["subtitle"]) if text)
        yield (name, None, None), "、".join(author["zh"] for author in report["authors"])
        for section in report["sections"]:
            yield from (((name, section["id"], None), text["zh"]) for text in [section["heading"]] if text)
            yield from (((name, section["id"], part["id"]), part["zh"]) for part in section["paragraphs"])
        yield from (((name, None, caption["id"]), caption["zh"]) for caption in report["captions"])


def queries(published: list[str]) -> Iterator[str]:
    """300 runs of 1 to 12 characters that stand in the archive, and 100 that most likely do not."""
    draw = random.Random(20261122)
    made = 0
    while made < 400:
        text = draw.choice([text for text in published if text])
        start = draw.randrange(len(text))
        run = "".join(text[start : start + draw.randint(1, 12)].split())
        if not fold(run) or SPECIAL & set(run):
            continue
        yield run if made < 300 else run[::-1] + draw.choice("的在和")
        made += 1


def test_recall_and_precision_are_whole(visit: Visit, built_site: Path) -> None:
    published = list(texts(built_site))
    asked = list(queries([text for _, text in published]))
    page = visit(built_site.as_uri() + "/about.html")
    answers = page.evaluate("(queries) => Promise.all(queries.map((query) => window.heitu.search(query)))", asked)
    for query, answer in zip(asked, answers, strict=True):
        hits = [hit for hit in answer["hits"] if hit["reason"] == "text"]
        found = sorted(str((hit["report"], hit["section"], hit["paragraph"])) for hit in hits)
        there = [str(place) for place, text in published if fold(query) in fold(text)]
        assert found == sorted(there), query
        assert answer["total"] == len(answer["hits"])
    assert sum(answer["total"] > 0 for answer in answers) >= 300
