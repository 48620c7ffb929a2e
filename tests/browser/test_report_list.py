"""The list of reports: filter, sort, an address that can be sent, Back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit

LIST = "reports/index.html"


def shown(page: Page) -> list[str]:
    return [href.rpartition("/")[2].removesuffix(".html") for href in page.evaluate(
        "() => [...document.querySelectorAll('[data-heitu-list] tbody tr:not([hidden]) .ht-title')].map((a) => a.href)"
    )]  # fmt: skip


def heading(page: Page, key: str) -> str | None:
    return page.locator(f"th[data-heitu-sort={key}]").get_attribute("aria-sort")


def test_a_filter_hides_what_does_not_fit_and_counts(visit: Visit, root: str) -> None:
    page = visit(root + LIST)
    page.select_option("select[name=place]", "qingling")
    assert sorted(shown(page)) == ["qingling", "qingling-2020"]
    expect(page.locator("[data-heitu-count]")).to_have_text("4 篇报道中的 2 篇")
    expect(page.locator(".ht-live")).to_have_text("4 篇报道中的 2 篇")
    page.select_option("select[name=period]", "2020")
    assert shown(page) == ["qingling-2020"]
    page.select_option("select[name=period]", "2021")
    assert shown(page) == []
    expect(page.locator("[data-heitu-count]")).to_contain_text("没有符合条件的报道")


def test_every_filter_and_every_option_finds_what_it_names(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + LIST)
    for name in ("period", "published", "place", "theme", "publisher"):
        options = page.locator(f"select[name={name}] option")
        for value in [option.get_attribute("value") or "" for option in options.all()]:
            page.select_option(f"select[name={name}]", value)
            rows = page.evaluate(
                f"() => [...document.querySelectorAll('tbody tr')].map((row) => [row.dataset.{name}, row.hidden])"
            )
            for has, hidden in rows:
                fits = not value or (not has if value == "?" else value in has.split())
                assert hidden is not fits, (name, value, has)
        page.select_option(f"select[name={name}]", "")


def test_the_address_keeps_the_state_and_back_works(visit: Visit, root: str) -> None:
    page = visit(root + LIST)
    page.select_option("select[name=place]", "qingling")
    page.get_by_role("button", name="反映时期").click()
    page.get_by_role("button", name="反映时期").click()
    address = page.url
    assert address == root + LIST + "#place=qingling&sort=-period"
    assert shown(page) == ["qingling", "qingling-2020"]
    page.go_back()
    assert (page.url, heading(page, "period")) == (root + LIST + "#place=qingling&sort=period", "ascending")
    assert shown(page) == ["qingling-2020", "qingling"]
    page.go_back()
    page.go_back()
    assert len(shown(page)) == 4
    expect(page.locator("select[name=place]")).to_have_value("")
    sent = visit(address)
    assert shown(sent) == ["qingling", "qingling-2020"]
    assert heading(sent, "period") == "descending"
    expect(sent.locator("select[name=place]")).to_have_value("qingling")


def test_headings_sort_up_down_and_not_and_the_unknown_comes_last(visit: Visit, root: str) -> None:
    page = visit(root + LIST)
    original = shown(page)
    button = page.locator("th[data-heitu-sort=published] button")
    orders = []
    for expected in ("ascending", "descending", None):
        button.click()
        assert heading(page, "published") == expected
        orders.append(shown(page))
    assert orders[0][:2] == ["qingling-2020", "hechuan"]
    assert orders[1][:2] == ["hechuan", "qingling-2020"]
    assert set(orders[0][2:]) == set(orders[1][2:]) == {"qingling", "traps"}
    assert orders[2] == original


def test_reset_shows_all_again(visit: Visit, root: str) -> None:
    page = visit(root + LIST + "#theme=black-soil")
    assert shown(page) == ["hechuan"]
    page.locator("[data-heitu-filter] button[type=reset]").click()
    assert len(shown(page)) == 4
    assert page.url.endswith("#all")


def test_by_keyboard(visit: Visit, root: str) -> None:
    page = visit(root + LIST)
    page.locator("th[data-heitu-sort=place] button").focus()
    page.keyboard.press("Enter")
    assert heading(page, "place") == "ascending"
    expect(page.locator("th[data-heitu-sort=place] button")).to_be_focused()


def test_an_address_with_nonsense_is_a_list_of_what_fits(visit: Visit, root: str) -> None:
    page = visit(root + LIST + "#place=atlantis&sort=colour")
    assert shown(page) == []
    expect(page.locator("[data-heitu-count]")).to_contain_text("没有符合条件的报道")


def test_without_scripts_it_is_a_plain_list(visit: Visit, root: str) -> None:
    page = visit(root + LIST, java_script_enabled=False)
    expect(page.locator("[data-heitu-list] tbody tr")).to_have_count(4)
    expect(page.locator("[data-heitu-filter]")).to_be_hidden()
    expect(page.locator("[data-heitu-count]")).to_have_text("4 篇报道")
