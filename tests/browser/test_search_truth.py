"""On the project's own site: what search finds for a run of characters is what a scan of the published data finds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from heitu.folding import fold
from tests.browser.conftest import Visit

Place = tuple[str, str | None, str | None]
"""Report, section, paragraph, as `window.heitu.search` names them."""


def texts(site: Path) -> Iterator[tuple[Place, str, str]]:
    """All that is published, from the data files: Chinese, and English ("" where there is none)."""
    for entry in json.loads((site / "data" / "archive.json").read_text("utf-8"))["reports"]:
        report = json.loads((site / "data" / entry["data"]).read_text("utf-8"))
        name, authors = report["id"], report["authors"]
        units = [((name, None, None), text) for text in (report["title"], report["subtitle"]) if text]
        names = {"zh": "、".join(a["zh"] for a in authors), "en": ", ".join(a["en"] for a in authors if a["en"])}
        units.append(((name, None, None), names))
        for section in report["sections"]:
            units += [((name, section["id"], None), text) for text in [section["heading"]] if text]
            units += [((name, section["id"], part["id"]), part) for part in section["paragraphs"]]
        units += [((name, None, caption["id"]), caption) for caption in report["captions"]]
        yield from ((place, text["zh"], text["en"] or "") for place, text in units)


def queries(published: list[str]) -> Iterator[str]:
    """300 runs of 1 to 12 characters that stand in the archive, and 100 that most likely do not."""
    draw = random.Random(20261122)
    for i in range(400):
        text = draw.choice([text for text in published if text])
        start = draw.randrange(len(text))
        run = "".join(text[start : start + draw.randint(1, 12)].split()) or "黑土"
        yield run if i < 300 else run[::-1] + draw.choice("的在和")


def test_recall_and_precision_are_whole(visit: Visit, built_site: Path) -> None:
    published = list(texts(built_site))
    asked = [
        *queries([text for _, zh, en in published for text in (zh, en)]),
        "493.3万亩",
        "８４．８３％",
        "树模",
        "三三五八",
        "1237户",
        "空壳社",
    ]
    page = visit(built_site.as_uri() + "/about.html")
    answers = page.evaluate("(queries) => Promise.all(queries.map((query) => window.heitu.search(query)))", asked)
    for query, answer in zip(asked, answers, strict=True):
        hits = [hit for hit in answer["hits"] if hit["reason"] == "text"]
        found = sorted(str((hit["report"], hit["section"], hit["paragraph"])) for hit in hits)
        there = [str(place) for place, zh, en in published if fold(query) in fold(zh) or fold(query) in fold(en)]
        assert found == sorted(there), query
        assert answer["total"] == len(answer["hits"])
    assert sum(answer["total"] > 0 for answer in answers) > 300
