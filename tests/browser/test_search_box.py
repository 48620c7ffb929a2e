"""The search box in the header: by keyboard, by pointer, with an input method, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit


def box(page: Page) -> Locator:
    return page.locator("header form[data-heitu-search] input[name=q]")


def options(page: Page) -> Locator:
    return page.locator("header [role=option]:visible")


def test_results_come_as_you_type_with_place_years_and_the_words_marked(visit: Visit, root: str) -> None:
    page = visit(root + "sources/hechuan-web.html")
    box(page).press_sequentially("清溪河")
    first = page.locator("header .ht-hit").first
    expect(first.locator("mark")).to_have_text(["清溪河"])
    expect(first.locator(".ht-hit-place")).to_have_text("禾川市")
    expect(first.locator(".ht-hit-years")).to_have_text("2019—2021年")
    expect(first.locator(".ht-hit-report")).to_have_text("沃野丰年看禾川")
    expect(first).to_have_attribute("data-paragraph", "hechuan/s3")
    assert page.evaluate("() => window.heitu.search('清溪河').then(({ hits }) => hits[0].paragraph)") is None
    expect(page.locator("header .ht-hits-all")).to_have_text("查看全部 3 条结果")
    expect(page.locator(".ht-live")).to_have_text("共 3 条结果，见于 1 篇报道")


def test_a_hit_opens_at_its_paragraph_with_the_words_marked(visit: Visit, root: str) -> None:
    page = visit(root + "en/about.html")
    box(page).fill("处理厂12座")
    options(page).first.click()
    page.wait_for_url(root + "en/reports/hechuan.html?h=*#s3-p1")
    expect(page.locator("#s3-p1 mark:visible")).to_have_text(["处理厂12座"])
    expect(page.locator("#s3-p1")).to_be_in_viewport()


def test_arrows_go_through_the_options_and_back_to_the_box(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    field = box(page)
    field.fill("清溪河")
    expect(options(page)).to_have_count(4)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert page.evaluate("() => document.querySelector('header [role=listbox]').id") == field.get_attribute(
        "aria-controls"
    )
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        field.press(key)
        active = field.get_attribute("aria-activedescendant")
        seen.append(active and active.rpartition("-")[2])
        chosen = page.locator("header [aria-selected=true]")
        assert [one.get_attribute("id") for one in chosen.all()] == ([active] if active else [])
    assert seen == ["0", "1", "0", None, "3"]
    expect(field).to_be_focused()


def test_enter_opens_the_active_option(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).fill("机井")
    expect(options(page)).to_have_count(2)
    box(page).press("ArrowDown")
    box(page).press("Enter")
    page.wait_for_url(re.compile(r"/reports/hechuan\.html\?h=.*#s1-p2$"))


def test_enter_without_a_choice_opens_the_results_page(visit: Visit, root: str) -> None:
    page = visit(root + "en/reports/hechuan.html")
    box(page).fill("黑土 耕作")
    box(page).press("Enter")
    page.wait_for_url(re.compile(r"/en/search\.html\?q="))
    expect(box(page)).to_have_value("黑土 耕作")


def test_an_empty_box_goes_nowhere(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).fill("  ")
    box(page).press("Enter")
    assert page.url == root + "about.html"


def test_escape_closes_and_keeps_the_words_and_the_arrow_opens_again(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).fill("机井")
    expect(options(page)).to_have_count(2)
    box(page).press("Escape")
    expect(options(page)).to_have_count(0)
    expect(box(page)).to_have_value("机井")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    box(page).press("ArrowDown")
    expect(options(page)).to_have_count(2)


def test_leaving_the_box_closes_the_list(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).fill("机井")
    expect(options(page).first).to_be_visible()
    box(page).press("Tab")
    expect(options(page)).to_have_count(0)


def test_nothing_found_is_said(visit: Visit, root: str) -> None:
    page = visit(root + "en/about.html")
    box(page).fill("没有这句话")
    expect(page.locator("header .ht-hits-none")).to_have_text("Nothing found for “没有这句话”")
    expect(page.locator(".ht-live")).to_have_text("Nothing found for “没有这句话”")
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_unfinished_syllables_of_an_input_method_are_not_searched(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).focus()
    keyboard = page.context.new_cdp_session(page)
    for syllables in ("d", "de", "dep"):
        keyboard.send("Input.imeSetComposition", {"text": syllables, "selectionStart": 3, "selectionEnd": 3})
        page.wait_for_timeout(200)
    assert box(page).input_value() == "dep"
    assert not page.locator("header [data-heitu-results-popup]").is_visible()
    keyboard.send("Input.insertText", {"text": "机井"})
    expect(page.locator("header .ht-hit mark")).to_have_text(["机井"])


def test_the_english_page_shows_a_translation_and_finds_by_it(visit: Visit, root: str) -> None:
    page = visit(root + "en/about.html")
    box(page).fill("toilets")
    first = page.locator("header .ht-hit").first
    expect(first.locator("mark")).to_have_text(["toilets"])
    expect(first.locator(".ht-hit-section")).to_have_text("Beautiful villages")
    expect(first.locator(".ht-hit-place")).to_have_text("Qingling")
    expect(first.locator(".ht-hit-years")).to_have_text("2022")
    box(page).fill("户厕")
    expect(first.locator("mark")).to_have_text(["户厕"])
    expect(first.locator(".ht-hit-passage")).to_have_attribute("lang", "zh-Hans")


def test_markup_of_a_text_is_shown_as_it_stands(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).fill("<script>alert(1)")
    expect(page.locator("header .ht-hit mark").first).to_have_text("<script>alert(1)")


def test_what_the_file_read_finds_the_correction_and_says_so(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    box(page).fill("限抓产业")
    expect(page.locator("header .ht-hit-passage").first).to_contain_text("狠抓产业链条")
    expect(page.locator("header .ht-hit-why").first).to_contain_text("识别文本作“限抓产业链条")


@pytest.mark.parametrize("path", ["about.html", "en/about.html"])
def test_data_that_cannot_be_loaded_is_said(visit: Visit, small_address: str, path: str) -> None:
    page = visit(small_address + path)
    page.route("**/assets/search/*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    box(page).fill("机井")
    said = "检索数据没有载入" if path == "about.html" else "could not be loaded"
    expect(page.locator("header .ht-hits-none")).to_contain_text(said)
