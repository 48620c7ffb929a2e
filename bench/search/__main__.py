"""Measure our search beside two others: `python -m bench.search [--sizes N ...] [--corpus FOLDER]`.

For each size an archive of that many bilingual sections is made (`corpus`), always the same one. Our search, Material's
and Pagefind are built from it, and a browser with an empty cache asks each of them the same queries (`queries`), over
http (gzip) and from the disk with the network off. Each query is typed at once as soon as the page is ready, and then one
more character. Bytes are those on the wire, or those of the files; times are of the change of the page, and start with
the navigation or with the key. Our box waits 120 ms for a further key before it searches, Material's and Pagefind's page
do not wait. Recall and precision are of sections, beside a plain scan; what our search finds by the place, the period or
the title of a report is left out.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.__main__ import PROJECT
from bench.search.corpus import make
from bench.search.engine import Engine
from bench.search.material import material
from bench.search.ours import build_site, ours
from bench.search.pagefind import pagefind
from bench.search.pool import Pool, pool
from bench.search.queries import Query, queries, truth
from bench.search.server import GzipServer, serving
from bench.search.tables import FINDING, READING, Truth, finding, heading, reading
from bench.search.texts import raw_bytes, section_texts
from bench.search.visit import Channel, Visit, visit

SIZES = (200, 2_000, 20_000)
ENGINES = ("heitu", "Material", "Pagefind")
CORPUS = PROJECT.parent / "shared" / "corpus"
LIMIT = 60.0
"""Seconds that an answer may take."""
PATIENCE = 2
"""Answers in a row that may be late; then the others are taken to be late as well."""
SHORT = 10.0
"""Seconds for the first look at another engine's page on the disk: where it cannot work there, nobody waits longer."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def main(options: argparse.Namespace) -> None:
    say("the pool")
    corpus = options.corpus if options.corpus and options.corpus.is_dir() else None
    texts = pool(PROJECT, corpus)
    with tempfile.TemporaryDirectory(prefix="heitu-bench-") as folder, chromium() as browser:
        say("our own site")
        site = build_site(Path(folder) / "ours") if "heitu" in options.engines else Path(folder)
        for size in options.sizes:
            one_size(texts, size, site, browser, options)


def one_size(texts: Pool, size: int, site: Path, browser: Browser, options: argparse.Namespace) -> None:
    """Both tables of an archive of `size` sections."""
    say(f"{size:,} sections")
    archive = make(texts, size)
    sections = list(section_texts(archive))
    asked, raw = queries(sections), raw_bytes(sections)
    true = truth(asked, sections)
    costs: list[str] = []
    print(f"\n### {size:,} sections, {raw / 1e6:.2f} MB of text\n\n{machine()}\n\n{heading(READING)}", flush=True)
    with tempfile.TemporaryDirectory(prefix="heitu-bench-") as name:
        folder = Path(name)
        builders = {
            "heitu": lambda: ours(archive, site, folder / "cache"),
            "Material": lambda: material(sections, folder / "material"),
            "Pagefind": lambda: pagefind(sections, folder / "pagefind"),
        }
        for one in options.engines:
            say(f"{one}: building")
            engine = builders[one]()
            visits = measured(browser, engine, asked, true, options.limit)
            costs.append(finding(one, visits, true, engine.cost, raw))
    print(f"\n{heading(FINDING)}\n" + "\n".join(costs), flush=True)


def measured(browser: Browser, engine: Engine, asked: Sequence[Query], true: Truth, limit: float) -> list[Visit]:
    """The visits over http; a row is printed for them and for those to the disk."""
    with serving(engine.root) as server:
        for part in {engine.root / part for part in engine.parts}:
            server.pack(part)
        visits = round_of(browser, engine, asked, server, limit)
    print(reading(engine.name, "http", visits, true, limit), flush=True)
    told(engine, "http", visits, true)
    short = limit if engine.name == "heitu" else SHORT
    look = visit(browser, engine, asked[0], None, short)
    works = look.outcome != "late"
    from_disk = round_of(browser, engine, asked, None, limit) if works else [look]
    print(reading(engine.name, "file", from_disk, true, limit if works else short), flush=True)
    told(engine, "file", from_disk, true)
    return visits


def round_of(
    browser: Browser, engine: Engine, asked: Sequence[Query], server: GzipServer | None, limit: float
) -> list[Visit]:
    """A visit for each query, after one that does not count."""
    visit(browser, engine, asked[0], server, limit)
    visits: list[Visit] = []
    for query in asked:
        if len(visits) >= PATIENCE and all(one.outcome == "late" for one in visits[-PATIENCE:]):
            visits.append(Visit(query, "late", fault=visits[-1].fault))
        else:
            visits.append(visit(browser, engine, query, server, limit))
    return visits


def told(engine: Engine, channel: Channel, visits: Sequence[Visit], true: Truth) -> None:
    """Each visit, to whoever watches."""
    for one in visits:
        counts = (
            f"{len(one.found)} found, {len(true[one.query.name])} true, {len(one.found & true[one.query.name])} both"
        )
        values = {key: value for key, value in asdict(one).items() if key not in ("query", "found")}
        say(f"{engine.name} {channel} {one.query.name} {one.query.typed}: {counts}, {values}")


def machine() -> str:
    """What the times depend on: other work on the machine makes them longer."""
    return f"{len(os.sched_getaffinity(0))} processors, load {os.getloadavg()[0]:.1f} before the first measurement"


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


START = time.monotonic()


def say(what: str) -> None:
    """What goes on, on the other channel."""
    print(f"{time.monotonic() - START:7.1f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="measure our search beside Material's and Pagefind")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N", help="numbers of sections")
    parser.add_argument(
        "--corpus", type=Path, default=CORPUS, help="a folder with further documents, where it is there"
    )
    parser.add_argument("--engines", nargs="+", default=ENGINES, choices=ENGINES)
    parser.add_argument("--limit", type=float, default=LIMIT, metavar="S", help="seconds that an answer may take")
    main(parser.parse_args())
