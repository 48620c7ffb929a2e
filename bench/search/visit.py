"""A visit: a reader opens the page with an empty cache, types a query at once and then one more character."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from playwright.sync_api import Error as BrowserError

from bench.search.engine import Engine
from bench.search.queries import Query
from bench.search.server import GzipServer, Sent

Channel = Literal["http", "file"]
Outcome = Literal["found", "nothing", "late"]
VIEW: ViewportSize = {"width": 1366, "height": 768}
SLACK = 0.002
"""Seconds by which the clocks of server and browser may differ."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a reader got. `milliseconds` from the start of the navigation to the first answer, `key` from a further
    character to the next; None where none came in time. Bytes are those that came before the first answer, for the
    search and for the whole page. `found` are keys of sections. `fault` is the first error that the page told.
    """

    query: Query
    outcome: Outcome
    milliseconds: float | None = None
    key: float | None = None
    search_bytes: int = 0
    page_bytes: int = 0
    found: frozenset[str] = frozenset()
    fault: str = ""


def visit(browser: Browser, engine: Engine, query: Query, server: GzipServer | None, limit: float) -> Visit:
    """One cold visit, over the server or, without one, from the disk with the network off.

    Each answer may take `limit` seconds.
    """
    context = browser.new_context(offline=server is None, viewport=VIEW)
    try:
        return _visit(context, engine, query, server, limit)
    finally:
        context.close()


def _visit(context: BrowserContext, engine: Engine, query: Query, server: GzipServer | None, limit: float) -> Visit:
    page, faults = context.new_page(), list[str]()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    typed = json.dumps(query.typed)
    start = f"addEventListener('DOMContentLoaded', () => setTimeout(() => bench.start({typed})));"
    page.add_init_script(f"(function () {{\n{engine.asking}\n{start}\n}})();")
    loaded = _watched(context, page, engine.root) if server is None else lambda: server.sent
    if server:
        server.sent.clear()
    root = server.address if server else f"{engine.root.as_uri()}/"
    page.goto(root + engine.pages[query.language], wait_until="commit")
    first = _awaited(page, "first", limit)
    fault = faults[0].replace(root, "") if faults else ""
    if first is None:
        return Visit(query, "late", fault=fault)
    before = [sent for sent in loaded() if sent.at <= first["wall"] / 1000 + SLACK]
    key = _asked(page, "key", query.typed + query.more, "more", limit)
    listed = _asked(page, "list", query.typed, "found", limit)
    return Visit(
        query,
        outcome=first["outcome"],
        milliseconds=first["at"],
        key=key["took"] if key else None,
        search_bytes=sum(sent.size for sent in before if sent.path.startswith(engine.parts)),
        page_bytes=sum(sent.size for sent in before),
        found=frozenset(name for one in listed or () if (name := engine.key(one))),
        fault=fault,
    )


def _asked(page: Page, function: str, query: str, answer: str, limit: float) -> Any:
    page.evaluate(f"(query) => {{ bench.{function}(query); }}", query)
    return _awaited(page, answer, limit)


def _awaited(page: Page, answer: str, limit: float) -> Any:
    """What the driver noted, None where it is late."""
    try:
        handle = page.wait_for_function(f"window.bench && bench.{answer}", timeout=1000 * limit, polling=20)
        return handle.json_value()
    except BrowserError:
        return None


def _watched(context: BrowserContext, page: Page, root: Path) -> Callable[[], Sequence[Sent]]:
    """The files that a page loads from the disk, as if they had been sent."""
    names: dict[str, str] = {}
    sent: list[Sent] = []
    offset = 0.0
    session = context.new_cdp_session(page)

    def asked(event: dict[str, Any]) -> None:
        nonlocal offset
        offset = event["wallTime"] - event["timestamp"]
        names[event["requestId"]] = unquote(urlsplit(event["request"]["url"]).path)

    def finished(event: dict[str, Any]) -> None:
        path = Path(names.get(event["requestId"], ""))
        if path.is_relative_to(root) and path.is_file():
            name = path.relative_to(root).as_posix()
            sent.append(Sent(name, path.stat().st_size, event["timestamp"] + offset))

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return lambda: sent
