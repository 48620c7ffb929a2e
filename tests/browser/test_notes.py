"""Corrections open beside their mark: by pointer, by keyboard, by touch; without scripts they are links."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

REPORT = "reports/hechuan.html"


def mark(page: Page) -> Locator:
    return page.locator("#s1-p3 .ht-zh [data-heitu-note]").first


def note(page: Page) -> Locator:
    return page.locator(".ht-popover")


def test_the_pointer_opens_reaches_and_leaves_a_note(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    mark(page).hover()
    expect(note(page)).to_be_visible()
    expect(note(page)).to_contain_text("限抓")
    expect(note(page)).to_contain_text("编者")
    expect(note(page).locator("[id], .ht-backref")).to_have_count(0)
    note(page).hover()
    page.wait_for_timeout(400)
    expect(note(page)).to_be_visible()
    page.locator("h1").hover()
    expect(note(page)).to_be_hidden()


def test_the_keyboard_opens_a_note_and_escape_dismisses_it(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT)
    page.locator("[data-reading=zh]").click()
    mark(page).focus()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_be_hidden()
    page.keyboard.press("Enter")
    expect(note(page)).to_be_visible()
    assert "#fn-" not in page.url
    page.keyboard.press("Enter")
    expect(note(page)).to_be_hidden()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(mark(page)).not_to_be_focused()


def test_escape_dismisses_what_the_pointer_opened(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    mark(page).hover()
    expect(note(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(note(page)).to_be_hidden()


def test_a_screen_reader_hears_the_note_with_its_mark(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    described = mark(page).get_attribute("aria-describedby")
    assert described
    expect(page.locator(f"#{described}")).to_contain_text("限抓")


def test_a_tap_opens_and_the_next_one_closes(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640})
    mark(page).tap()
    expect(note(page)).to_be_visible()
    assert "#fn-" not in page.url
    box = note(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    mark(page).tap()
    expect(note(page)).to_be_hidden()
    mark(page).tap()
    expect(note(page)).to_be_visible()
    page.locator("#s1-p1 p").first.tap()
    expect(note(page)).to_be_hidden()


def test_a_note_stays_inside_the_window_and_off_its_mark(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, viewport={"width": 420, "height": 420})
    for link in page.locator("main article [data-heitu-note]:visible").all():
        for block in ("start", "center", "end"):
            link.evaluate("(link, block) => link.scrollIntoView({block})", block)
            link.focus()
            expect(note(page)).to_be_visible()
            box, on = note(page).bounding_box(), link.bounding_box()
            assert box
            assert on
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 420
            assert box["y"] >= 0
            assert box["y"] + box["height"] <= 421
            link.blur()
            expect(note(page)).to_be_hidden()


def test_without_scripts_a_mark_is_a_link_to_its_note(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, java_script_enabled=False)
    mark(page).click()
    assert page.url.endswith("#" + (mark(page).get_attribute("data-heitu-note") or ""))
