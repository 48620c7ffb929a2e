"""axe-core finds nothing in what the scripts show: lists of results, notes, messages, sorted tables; light and dark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def search(page: Page) -> None:
    page.locator("form[data-heitu-search] input").last.fill("清溪河")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def search_in_vain(page: Page) -> None:
    page.locator("header input[name=q]").fill("没有这句话")
    expect(page.locator("header .ht-hits-none")).to_be_visible()


def open_note(page: Page) -> None:
    page.locator("main article [data-heitu-note]:visible").first.focus()
    expect(page.locator(".ht-popover")).to_be_visible()


def copy_by_hand(page: Page) -> None:
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false; }"
    )
    page.locator("[data-heitu-cite]").first.evaluate("(button) => button.click()")
    expect(page.locator(".ht-copy-by-hand textarea")).to_be_focused()


def copy(page: Page) -> None:
    page.locator("[data-heitu-mistake]").click()
    expect(page.locator(".ht-toast")).to_be_visible()


def sort_and_filter(page: Page) -> None:
    page.locator("th[data-heitu-sort=place] button").click()
    page.select_option("select[name=period]", "2020")


def wait_for_results(page: Page) -> None:
    expect(page.locator("[data-heitu-results] .ht-hit, .ht-advice").first).to_be_visible()


def nothing(page: Page) -> None:
    """The page as it comes."""


STATES: Mapping[str, tuple[str, Callable[[Page], None]]] = {
    "results as you type": ("about.html", search),
    "results on the home page": ("index.html", search),
    "nothing found as you type": ("about.html", search_in_vain),
    "results": ("search.html?q=禾川&place=lanjiang&period=2019/2022", wait_for_results),
    "nothing found": ("search.html?q=机井 空壳社", wait_for_results),
    "no query": ("search.html", nothing),
    "a note": ("reports/hechuan.html", open_note),
    "marked words": ("reports/hechuan.html?h=清溪河#s3-p1", nothing),
    "a message": ("reports/hechuan.html", copy),
    "a text to copy by hand": ("reports/hechuan.html", copy_by_hand),
    "a sorted list": ("reports/index.html", sort_and_filter),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(
    visit: Visit, small_address: str, project: Path, state: str, language: str, scheme: str
) -> None:
    path, act = STATES[state]
    page = visit(small_address + language + path, color_scheme=scheme)
    act(page)
    page.add_script_tag(path=project / "node_modules" / "axe-core" / "axe.min.js")
    violations = page.evaluate(
        "() => axe.run(document, {resultTypes: ['violations']}).then(({ violations }) => violations)"
    )
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in violations] == []
