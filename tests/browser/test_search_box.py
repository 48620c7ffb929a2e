"""The search box in the header: by keyboard, by pointer, on a phone. What is found is in `scenarios/`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import Visit


def box(page: Page) -> Locator:
    return page.locator("header form[data-heitu-search] input[name=q]")


def options(page: Page) -> Locator:
    return page.locator("header [role=option]:visible")


@pytest.fixture
def disk(small_site: Path) -> str:
    """The small site on the disk, where more is forbidden than on a server."""
    return small_site.as_uri() + "/"


def test_a_hit_says_where_it_stands_and_opens_there_with_the_words_marked(visit: Visit, root: str) -> None:
    page = visit(root + "sources/hechuan-web.html")
    box(page).press_sequentially("清溪河")
    first = page.locator("header .ht-hit").first
    expect(first.locator(".ht-hit-place")).to_have_text("禾川市")
    expect(first.locator(".ht-hit-years")).to_have_text("2019—2021年")
    expect(first.locator(".ht-hit-report")).to_have_text("沃野丰年看禾川")
    expect(first).to_have_attribute("data-paragraph", "hechuan/s3")
    expect(page.locator("header .ht-hits-all")).to_have_text("查看全部 3 条结果")
    options(page).nth(1).click()
    page.wait_for_url(root + "reports/hechuan.html?h=*#s3-p1")
    expect(page.locator("#s3-p1 mark:visible")).to_have_text(["清溪河"])
    expect(page.locator("#s3-p1")).to_be_in_viewport()


def test_a_hit_in_the_other_language_opens_with_both(visit: Visit, disk: str) -> None:
    page = visit(disk + "en/about.html")
    box(page).fill("户厕")
    options(page).first.click()
    page.wait_for_url(re.compile(r"/en/reports/qingling\.html\?h=.*#s2-p1$"))
    expect(page.locator("#s2-p1 mark:visible")).to_have_text(["户厕"])


def test_a_section_is_opened_with_all_words_marked(visit: Visit, disk: str) -> None:
    page = visit(disk + "about.html")
    box(page).fill("秸秆 机井")
    options(page).first.click()
    page.wait_for_url(re.compile(r"/reports/hechuan\.html\?h=.*#s1$"))
    assert set(page.locator("main mark:visible").all_text_contents()) == {"秸秆", "机井"}


def test_keys_go_through_the_options_and_back_to_the_box(visit: Visit, disk: str) -> None:
    page = visit(disk + "about.html")
    field = box(page)
    field.fill("清溪河")
    expect(options(page)).to_have_count(4)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert page.locator("header [role=listbox]").get_attribute("id") == field.get_attribute("aria-controls")
    names = [option.get_attribute("id") for option in options(page).all()]
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp", "Home", "End"):
        field.press(key)
        active = field.get_attribute("aria-activedescendant")
        seen.append(active and names.index(active))
        chosen = page.locator("header [aria-selected=true]")
        assert [one.get_attribute("id") for one in chosen.all()] == ([active] if active else [])
    assert seen == [0, 1, 0, None, 3, 0, 3]
    expect(field).to_be_focused()
    field.press("Home")
    field.press("ArrowDown")
    with page.context.expect_page() as other:
        field.press("Control+Enter")
    assert "/reports/hechuan.html" in other.value.url
    expect(options(page)).to_have_count(4)
    field.press("Enter")
    page.wait_for_url(re.compile(r"/reports/hechuan\.html\?h=.*#s3-p1$"))


def test_enter_without_a_choice_opens_the_results_page_and_an_empty_box_does_not(visit: Visit, disk: str) -> None:
    page = visit(disk + "en/reports/hechuan.html")
    box(page).fill("  ")
    box(page).press("Enter")
    assert page.url == disk + "en/reports/hechuan.html"
    box(page).fill("黑土 耕作")
    box(page).press("Enter")
    page.wait_for_url(re.compile(r"/en/search\.html\?q="))
    expect(box(page)).to_have_value("黑土 耕作")


def test_escape_and_tab_close_and_keep_the_words_and_the_arrow_opens_again(visit: Visit, disk: str) -> None:
    page = visit(disk + "about.html")
    box(page).fill("机井")
    expect(options(page)).to_have_count(2)
    expect(page.locator(".ht-live")).to_contain_text("共 1 条结果")
    box(page).press("Escape")
    expect(options(page)).to_have_count(0)
    expect(page.locator(".ht-live")).to_have_text("")
    expect(box(page)).to_have_value("机井")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    box(page).press("ArrowUp")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    box(page).press("ArrowDown")
    expect(options(page)).to_have_count(2)
    box(page).press("Tab")
    expect(options(page)).to_have_count(0)
    expect(box(page)).not_to_be_focused()


def test_a_shortcut_leads_to_the_box_but_not_out_of_a_field(visit: Visit, disk: str) -> None:
    page = visit(disk + "reports/index.html")
    page.keyboard.press("/")
    expect(box(page)).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(box(page)).to_be_focused()
    page.locator("select").first.focus()
    page.keyboard.press("Control+k")
    expect(page.locator("select").first).to_be_focused()


def test_an_answer_that_comes_late_is_not_shown(visit: Visit, small_address: str) -> None:
    page = visit(small_address + "about.html")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/search/*", hold)
    page.evaluate(
        """() => {
            window.seen = [];
            const popup = document.querySelector("header [data-heitu-results-popup]");
            const marksOf = (node) => Array.from(node.querySelectorAll("mark"), (one) => one.textContent);
            new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach((node) => {
                seen.push(...marksOf(node));
            }))).observe(popup, { childList: true });
        }"""
    )
    for query in ("机井", "清溪河"):
        box(page).fill(query)
        page.wait_for_timeout(200)
    page.route("**/assets/search/*", lambda route: route.continue_())  # The newest rule goes first.
    for route in held:
        route.continue_()
    expect(page.locator("header .ht-hit mark").first).to_have_text("清溪河")
    assert set(page.evaluate("() => window.seen")) == {"清溪河"}


def test_markup_of_a_text_is_shown_as_it_stands(visit: Visit, disk: str) -> None:
    page = visit(disk + "about.html")
    box(page).fill("<script>alert(1)")
    expect(page.locator("header .ht-hit mark").first).to_have_text("<script>alert(1)")


def test_on_a_phone_the_list_is_as_wide_as_the_page_and_its_targets_are_large(visit: Visit, disk: str) -> None:
    page = visit(disk + "en/about.html", viewport={"width": 360, "height": 740})
    before = box(page).bounding_box()
    box(page).fill("清溪河")
    expect(options(page)).to_have_count(4)
    popup = page.locator("header [data-heitu-results-popup]").bounding_box()
    assert popup and before and (popup["x"], popup["width"]) == (0, 360)
    assert box(page).bounding_box() == before, "the box stays where it is"
    for target in (box(page), *options(page).all()):
        place = target.bounding_box()
        assert place and place["height"] >= 44
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("path", ["about.html", "en/about.html"])
def test_data_that_cannot_be_loaded_is_said(visit: Visit, small_address: str, path: str) -> None:
    page = visit(small_address + path)
    page.route("**/assets/search/*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    box(page).fill("机井")
    said = "检索数据没有载入" if path == "about.html" else "could not be loaded"
    expect(page.locator("header .ht-hits-none")).to_contain_text(said)


def test_texts_that_are_damaged_are_said_and_the_next_search_tries_again(visit: Visit, small_address: str) -> None:
    page = visit(small_address + "about.html")
    page.route("**/assets/search/zh-*", lambda route: route.fulfill(body="// cut", content_type="text/javascript"))
    box(page).fill("清溪河")
    expect(page.locator("header .ht-hits-none")).to_contain_text("检索数据没有载入")
    page.unroute("**/assets/search/zh-*")
    box(page).press("Escape")
    box(page).press("ArrowDown")
    expect(options(page)).to_have_count(4)
