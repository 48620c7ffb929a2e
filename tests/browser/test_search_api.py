"""`window.heitu.search` on every kind of page, on a server and on the disk, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from heitu.render.scripts import TARGETS
from tests.browser.conftest import Visit

PAGES = (
    "index.html", "reports/index.html", "reports/hechuan.html", "themes/index.html", "themes/black-soil.html",
    "sources/index.html", "sources/hechuan-web.html", "compare/hechuan.html", "unknown.html", "rights.html", "about.html",
    "search.html", "en/index.html", "en/reports/hechuan.html",
)  # fmt: skip


def search(page: Page, query: str, **options: Any) -> Any:
    return page.evaluate("([query, options]) => window.heitu.search(query, options)", [query, options])


@pytest.mark.parametrize("path", PAGES)
def test_every_page_searches(visit: Visit, root: str, path: str) -> None:
    page = visit(root + path)
    answer = search(page, "８４．８３％")
    assert answer["total"] == 1
    assert [(hit["report"], hit["section"], hit["paragraph"], hit["reason"]) for hit in answer["hits"]] == [
        ("hechuan", "s1", "s1-p1", "text")
    ]
    assert answer["hits"][0]["url"] == {"zh": "reports/hechuan.html#s1-p1", "en": "en/reports/hechuan.html#s1-p1"}


def test_the_scripts_add_one_name_to_the_window(visit: Visit, small_site: Path) -> None:
    scripts = [small_site / target for target in TARGETS.values()]
    page = visit(scripts[0].as_uri())
    names = "() => Object.getOwnPropertyNames(window)"
    before = set(page.evaluate(names))
    for script in scripts:
        page.add_script_tag(url=script.as_uri())
    assert set(page.evaluate(names)) - before == {"heitu"}


def test_the_url_of_a_hit_leads_to_it(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    for query in ("清理垃圾", "农机手", "政务服务从能办到好办", "沃野丰年"):
        for language, address in search(page, query)["hits"][0]["url"].items():
            page.goto(root + address)
            anchor = address.partition("#")[2]
            assert page.evaluate("() => document.documentElement.lang").startswith(language)
            if anchor:
                assert query[-2:] in (page.locator(f"#{anchor}").text_content() or "")
            else:
                assert query in (page.locator("h1").text_content() or "")


def test_a_limit_shortens_the_hits_but_not_the_total(visit: Visit, root: str) -> None:
    page = visit(root + "index.html")
    whole, first = search(page, "县"), search(page, "县", limit=2)
    assert whole["total"] == len(whole["hits"]) == first["total"] > 2
    assert first["hits"] == whole["hits"][:2]


def test_the_best_comes_first_and_every_reason_is_given(visit: Visit, root: str) -> None:
    page = visit(root + "index.html")
    title, *rest = search(page, "禾川")["hits"]
    assert (title["paragraph"], title["reason"]) == (None, "text")
    assert title["score"] > max(hit["score"] for hit in rest)
    reasons = {query: search(page, query)["hits"][0]["reason"] for query in ("机井", "限抓", "岚江 户厕", "秸秆 机井")}
    assert reasons == {"机井": "text", "限抓": "reading", "岚江 户厕": "context", "秸秆 机井": "section"}


@pytest.mark.parametrize("query", ["", "  ", "\u200b", "不在其中的字"])
def test_nothing_is_found_where_nothing_is(visit: Visit, root: str, query: str) -> None:
    assert search(visit(root + "index.html"), query) == {"total": 0, "hits": []}


def test_no_data_is_loaded_before_it_is_asked_for_and_then_once(visit: Visit, root: str) -> None:
    page = visit(root + "index.html")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].partition("?")[0]))
    assert page.locator("script[src*='assets/search']").count() == 0
    page.evaluate("() => Promise.all([window.heitu.search('黑土'), window.heitu.search('清溪河')])")
    search(page, "禾川")
    names = [name for name in loaded if name.endswith(".js")]
    assert "root.js" in names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("body", ["// cut off", 'heitu.receive("root","x");'])
def test_broken_data_is_an_error_and_the_next_search_tries_again(visit: Visit, small_address: str, body: str) -> None:
    page = visit(small_address + "about.html")
    page.route("**/root.js*", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    message = page.evaluate("() => window.heitu.search('黑土').then(() => 'found', (error) => error.message)")
    assert "root.js" in message
    page.unroute("**/root.js*")
    assert search(page, "禾川")["total"] > 0
