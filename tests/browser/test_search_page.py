"""The results page: an address that can be sent, filters, batches, Back, and what to try where there are no results."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
}
"""


def hits(page: Page) -> Locator:
    return page.locator("[data-heitu-results] .ht-hit")


def count(page: Page) -> Locator:
    return page.locator(".ht-results-count")


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_results_stand_below_their_report_with_a_true_count(visit: Visit, root: str) -> None:
    page = visit(root + "search.html?q=县")
    total = page.evaluate("() => window.heitu.search('县').then(({ total }) => total)")
    expect(hits(page)).to_have_count(total)
    expect(count(page)).to_contain_text(f"“县”：共 {total} 条结果")
    expect(page).to_have_title(re.compile("^“县” - "))
    expect(page.locator("header input[name=q]")).to_have_value("县")
    expect(page.locator(".ht-more")).to_be_hidden()
    first = page.locator(".ht-run").filter(has_text="凝心聚力开新局").first
    expect(first.locator(".ht-hit-place")).to_have_text("青岭县")
    expect(first.locator(".ht-hit-years")).to_have_text("2022年")
    reports = [str(hit.get_attribute("data-paragraph")).partition("/")[0] for hit in hits(page).all()]
    runs = [one for i, one in enumerate(reports) if i == 0 or one != reports[i - 1]]
    expect(page.locator(".ht-run-title")).to_have_count(len(runs))


def test_searching_again_filtering_and_back_stay_on_the_page(visit: Visit, root: str) -> None:
    page = visit(root + "en/search.html?q=机井+48万亩", script=NO_STORAGE)
    expect(hits(page).locator("mark")).to_have_text(["48万亩", "机井"])
    page.evaluate("() => { window.stays = true; }")
    box = page.locator("header input[name=q]")
    box.fill("县")
    box.press("Enter")
    expect(hits(page).first.locator("mark").first).to_have_text("县")
    everywhere = hits(page).count()
    page.select_option("select[name=place]", "hechuan")
    expect(count(page)).to_contain_text("Nothing found for “县” within the chosen filters")
    assert asked(page) == {"q": ["县"], "place": ["hechuan"]}
    chosen = page.locator(".ht-chosen a")
    expect(chosen).to_have_text("Place: Hechuan")
    page.go_back()
    expect(hits(page)).to_have_count(everywhere)
    expect(page.locator("select[name=place]")).to_have_value("")
    page.go_forward()
    expect(page.locator("select[name=place]")).to_have_value("hechuan")
    chosen.click()
    expect(hits(page)).to_have_count(everywhere)
    expect(count(page)).to_be_focused()
    assert asked(page) == {"q": ["县"]}
    for _ in range(3):
        page.go_back()
    expect(hits(page).locator("mark")).to_have_text(["48万亩", "机井"])
    expect(box).to_have_value("机井 48万亩")
    assert page.evaluate("() => window.stays")


def test_an_address_with_filters_can_be_sent(visit: Visit, root: str) -> None:
    page = visit(root + "search.html?q=县&place=qingling&period=2019/2022&theme=none-such")
    expect(page.locator(".ht-chosen a")).to_have_text(["主题：none-such", "地方：青岭县", "反映时期：2019—2022年"])
    expect(page.locator("select[name=period]")).to_have_value("2019/2022")
    page.locator(".ht-chosen a").first.click()
    expect(hits(page).first).to_have_attribute("data-paragraph", re.compile("^qingling"))
    page.locator("header input[name=q]").fill("黑土")
    expect(page.locator("header .ht-hits-none")).to_have_text("没有找到“黑土”（限所选条件）。按回车键，看可以怎样试")


def test_where_the_address_cannot_be_written_the_page_is_opened_anew(visit: Visit, small_site: Path) -> None:
    forbid = "history.pushState = () => { throw new DOMException('no', 'SecurityError'); };"
    page = visit(small_site.as_uri() + "/search.html?q=县", script=forbid)
    box = page.locator("header input[name=q]")
    box.fill("机井")
    box.press("Enter")
    page.wait_for_url(re.compile("search.html.q=%E6"))
    expect(hits(page)).to_have_count(1)


def test_nothing_found_says_what_to_try(visit: Visit, root: str) -> None:
    page = visit(root + "en/search.html?q=机井 空壳社&period=2020")
    expect(count(page)).to_have_text("Nothing found for “机井 空壳社” within the chosen filters")
    advice = page.locator(".ht-advice li")
    expect(advice.first).to_have_text("“机井” alone: 1 result")
    expect(page.locator(".ht-advice")).to_contain_text("pinyin")
    advice.first.locator("a").click()
    expect(hits(page)).to_have_count(1)
    assert asked(page) == {"q": ["机井"], "period": ["2020"]}


def test_texts_that_cannot_be_loaded_are_said_below_the_count_and_asked_for_again(
    visit: Visit, small_address: str
) -> None:
    page = visit(small_address + "about.html")
    page.route("**/assets/search/en-*", lambda route: route.fulfill(body="// cut", content_type="text/javascript"))
    page.goto(small_address + "en/search.html?q=清溪河")
    expect(page.locator(".ht-results-found")).to_contain_text("The search data could not be loaded")
    expect(count(page)).to_contain_text("3 results")
    page.unroute("**/assets/search/en-*")
    page.get_by_role("button", name="Try again").click()
    expect(hits(page)).to_have_count(3)
    expect(page.locator(".ht-results-found .ht-hits-none")).to_be_hidden()
    expect(page.locator(".ht-more")).to_be_hidden()


def test_a_search_that_fails_is_said_and_tried_again(visit: Visit, small_address: str) -> None:
    page = visit(small_address + "about.html")
    page.route("**/assets/search/*", lambda route: route.fulfill(body="// cut", content_type="text/javascript"))
    page.goto(small_address + "en/search.html?q=清溪河")
    expect(count(page)).to_contain_text("could not be loaded")
    page.unroute("**/assets/search/*")
    page.get_by_role("button", name="Try again").click()
    expect(hits(page)).to_have_count(3)
    expect(page.locator("select[name=place] option")).not_to_have_count(0)
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)


def test_without_a_query_it_says_how_to_search(visit: Visit, small_site: Path) -> None:
    page = visit(small_site.as_uri() + "/search.html")
    expect(count(page)).to_contain_text("在上面的检索框里写几个字")
    expect(page.locator("[data-heitu-search-help] dl")).to_be_visible()
    page.goto(small_site.as_uri() + "/search.html?q=-梨树")
    expect(count(page)).to_contain_text("减号后面的是不要的")


def test_a_query_never_becomes_markup(visit: Visit, small_site: Path) -> None:
    page = visit(small_site.as_uri() + "/search.html?q=%3Cimg src=x onerror=alert(1)%3E&place=%3Cb%3E")
    expect(count(page)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".ht-chosen")).to_contain_text("<b>")
    assert page.locator("[data-heitu-results] img, [data-heitu-results] b").count() == 0


def test_on_a_phone_the_filters_are_folded(visit: Visit, small_site: Path) -> None:
    page = visit(small_site.as_uri() + "/search.html?q=县", viewport={"width": 360, "height": 740})
    expect(hits(page).first).to_be_visible()
    expect(page.locator("select[name=place]")).to_be_hidden()
    page.locator(".ht-search-filter summary").click()
    place = page.locator("select[name=place]").bounding_box()
    assert place and place["height"] >= 44
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.emulate_media(media="print")
    expect(page.locator(".ht-search-filter")).to_be_hidden()


def test_many_results_come_in_batches_and_back_finds_the_place(visit: Visit, built_site: Path) -> None:
    page = visit(built_site.as_uri() + "/search.html?q=全市")
    expect(hits(page)).to_have_count(30)
    total = page.evaluate("() => window.heitu.search('全市').then(({ total }) => total)")
    more = page.locator(".ht-more")
    expect(more).to_have_text(f"再显示 {min(30, total - 30)} 条")
    more.click()
    expect(hits(page)).to_have_count(min(60, total))
    expect(hits(page).nth(30)).to_be_focused()
    wanted = hits(page).nth(40)
    wanted.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    top = page.evaluate("() => window.pageYOffset")
    wanted.click()
    page.wait_for_url(re.compile("/reports/"))
    page.go_back()
    expect(hits(page)).to_have_count(min(60, total))
    page.wait_for_function("(top) => Math.abs(window.pageYOffset - top) < 2", arg=top)


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_the_page_says_can_be_typed_finds_something(visit: Visit, built_site: Path, language: str) -> None:
    page = visit(built_site.as_uri() + f"/{language}search.html")
    examples = page.locator("[data-heitu-search-help] dt").all_text_contents()
    assert len(examples) == 8
    totals = page.evaluate(
        "(all) => Promise.all(all.map((query) => window.heitu.search(query).then(({ total }) => total)))", examples
    )
    assert [example for example, total in zip(examples, totals, strict=True) if not total] == []
