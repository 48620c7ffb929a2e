"""The results page: an address that can be sent, all results, and what to try where there are none."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit


def test_all_results_stand_on_the_page(visit: Visit, root: str) -> None:
    page = visit(root + "search.html?q=县")
    total = page.evaluate("() => window.heitu.search('县').then(({ total }) => total)")
    expect(page.locator("[data-heitu-results] .ht-hit")).to_have_count(total)
    expect(page.locator(".ht-results-count")).to_have_text(f"“县”：共 {total} 条结果，见于 2 篇报道")
    expect(page).to_have_title(re.compile("^“县” - "))
    expect(page.locator("header input[name=q]")).to_have_value("县")
    expect(page.locator(".ht-more")).to_be_hidden()


def test_a_hit_is_named_and_led_to_by_its_paragraph(visit: Visit, root: str) -> None:
    page = visit(root + "en/search.html?q=机井+48万亩")
    hit = page.locator("[data-heitu-results] .ht-hit")
    expect(hit).to_have_attribute("data-paragraph", "hechuan/s1-p2")
    expect(hit.locator("mark")).to_have_text(["48万亩", "机井"])
    hit.click()
    expect(page.locator("#s1-p2 mark")).to_have_text(["48万亩", "机井"])
    page.go_back()
    expect(page.locator("[data-heitu-results] .ht-hit")).to_have_count(1)


def test_nothing_found_says_what_to_try(visit: Visit, root: str) -> None:
    page = visit(root + "en/search.html?q=机井 空壳社")
    expect(page.locator(".ht-results-count")).to_have_text("Nothing found for “机井 空壳社”")
    advice = page.locator(".ht-advice li")
    expect(advice.nth(0)).to_have_text("“机井” alone: 1 result")
    expect(advice.nth(1)).to_have_text("“空壳社” alone: 0 results")
    expect(advice.locator("a")).to_have_count(1)
    advice.locator("a").click()
    expect(page.locator("[data-heitu-results] .ht-hit")).to_have_count(1)


def test_without_a_query_it_says_how_to_search(visit: Visit, root: str) -> None:
    page = visit(root + "search.html")
    expect(page.locator("[data-heitu-results]")).to_contain_text("在上面的检索框里写几个字")


def test_a_query_never_becomes_markup(visit: Visit, root: str) -> None:
    page = visit(root + "search.html?q=%3Cimg src=x onerror=alert(1)%3E")
    expect(page.locator(".ht-results-count")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("[data-heitu-results] img").count() == 0


def test_very_many_results_come_in_batches(visit: Visit, small_address: str) -> None:
    units = [["title", "题"], *([f"s1-p{i}", f"第{i}段"] for i in range(1200))]
    report = {"id": "r", "places": [], "years": None, "date": "", "units": units}
    page = visit(small_address + "about.html")
    body = "heitu.receive('texts-0'," + str([report]).replace("None", "null") + ");"
    page.route("**/texts-0.js*", lambda route: route.fulfill(body=body, content_type="text/javascript; charset=utf-8"))
    page.goto(small_address + "search.html?q=段")
    hits = page.locator("[data-heitu-results] .ht-hit")
    expect(hits).to_have_count(500)
    expect(page.locator(".ht-results-count")).to_contain_text("1200")
    more = page.locator(".ht-more")
    expect(more).to_have_text("再显示 500 条")
    more.click()
    expect(hits).to_have_count(1000)
    expect(hits.nth(500)).to_be_focused()
    expect(more).to_have_text("再显示 200 条")
    more.click()
    expect(hits).to_have_count(1200)
    expect(more).to_be_hidden()
