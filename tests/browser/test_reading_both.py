"""Reading both languages with pointer, keyboard and eyes: places kept, columns selected, tools reached, choices carried."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_both_languages import EN, PHONE, REPORT, WIDE, ZH, box, choose, shown
from tests.browser.test_reading import BLOCKED

SMALL: dict[str, Any] = {"viewport": {"width": 1280, "height": 500}}


def drag(page: Page, start: str, end: str) -> str:
    """What is selected by dragging from the head of one element to the foot of another."""
    page.locator(start).evaluate("(element) => element.closest('.ht-p').scrollIntoView()")
    page.wait_for_timeout(100)
    first, last = box(page.locator(start)), box(page.locator(end))
    page.mouse.move(first["x"] + 3, first["y"] + 8)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] - 6, steps=8)
    page.mouse.up()
    return str(page.evaluate("getSelection().toString()"))


def test_figures_are_listed_where_only_the_other_language_explains_them(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    page.evaluate("for (const f of document.querySelectorAll('.ht-en [data-gloss]')) f.removeAttribute('data-gloss')")
    page.locator("#s1-p1 [data-heitu-figures]").evaluate("(button) => button.click()")
    expect(page.locator("#s1-p1 .ht-figures li")).to_have_text(["186.5万亩 = 1.865 million mu ≈ 124,300 ha"])


def test_a_selection_may_begin_on_a_term(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    selected = drag(page, "#s1-p1 a.ht-term", EN)
    assert selected.startswith("conservation tillage")
    assert page.url == root + "en/" + REPORT


@pytest.mark.parametrize("side", ["zh", "en"])
def test_a_selection_side_by_side_stays_in_its_language(visit: Visit, root: str, side: str) -> None:
    page = visit(root + REPORT, **WIDE)
    choose(page, "both")
    selected = drag(page, f"#s1-p1 > .ht-{side} .ht-s:first-child", f"#s1-p2 > p.ht-{side}")
    own, other = (
        ("建设高标准农田", "Building high-standard") if side == "zh" else ("Building high-standard", "建设高标准农田")
    )
    assert own in selected and other not in selected
    html = page.evaluate(
        """() => new Promise((done) => {
            document.addEventListener("copy", (e) => done(e.clipboardData.getData("text/html")), {once: true});
            document.execCommand("copy");
        })"""
    )
    assert own in html and other not in html
    page.keyboard.press("Control+a")
    everything = page.evaluate("getSelection().toString()")
    assert own in everything and other in everything


def test_the_box_keeps_inside_the_window_and_off_its_sentence(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, viewport={"width": 1000, "height": 420})
    page.evaluate("for (const s of document.querySelectorAll('.ht-en .ht-s')) s.append(' more words'.repeat(90))")
    for block in ("start", "center", "end"):
        sentence = page.locator(f"{ZH} .ht-s[data-s='2']")
        sentence.evaluate("(s, block) => s.scrollIntoView({block})", block)
        page.wait_for_timeout(100)
        around = sentence.evaluate("(s) => [s.getClientRects()[0].x, s.getClientRects()[0].y]")
        page.mouse.move(around[0] + 20, around[1] + 10)
        page.mouse.move(around[0] + 24, around[1] + 11)
        expect(page.locator(".ht-counterpart")).to_be_visible()
        shown_at, own = box(page.locator(".ht-counterpart")), box(sentence)
        assert shown_at["x"] >= 0 and shown_at["x"] + shown_at["width"] <= 1000
        assert shown_at["y"] >= 0 and shown_at["y"] + shown_at["height"] <= 420
        assert shown_at["y"] >= own["y"] + own["height"] or shown_at["y"] + shown_at["height"] <= own["y"]
        page.mouse.move(5, 5)


def test_the_choice_stays_in_view_and_keeps_the_place(visit: Visit, root: str) -> None:
    for options in (SMALL, PHONE):
        page = visit(root + "en/" + REPORT, **options)
        page.evaluate("document.querySelector('#s2-p1').scrollIntoView()")
        before = box(page.locator("#s2-p1"))["y"]
        for reading in ("both", "zh", "en"):
            expect(page.locator(f"[data-reading={reading}]")).to_be_in_viewport()
            choose(page, reading)
            page.wait_for_timeout(100)
            assert abs(box(page.locator("#s2-p1"))["y"] - before) < 3, reading


def test_side_by_side_the_contents_stay_in_view_and_the_facts_are_folded(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, viewport={"width": 1600, "height": 500})
    expect(page.locator(".ht-facts")).to_have_attribute("open", "")
    choose(page, "both")
    expect(page.locator(".ht-facts[open]")).to_have_count(0)
    page.evaluate("document.querySelector('#s2-p1').scrollIntoView()")
    expect(page.locator(".ht-toc summary")).to_be_in_viewport()
    head, text = box(page.locator(".ht-header-inner")), box(page.locator(".ht-page--report"))
    assert abs(head["x"] - text["x"]) < 1 and abs(head["width"] - text["width"]) < 1
    page.reload()
    expect(page.locator(".ht-facts[open]")).to_have_count(0)
    choose(page, "zh")
    expect(page.locator(".ht-facts")).to_have_attribute("open", "")


def test_the_tools_of_a_paragraph_are_one_stop_with_arrow_keys(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    tools = page.locator("#s1-p1 .ht-tools")
    expect(tools).to_have_attribute("role", "toolbar")
    expect(tools).to_have_attribute("aria-label", "Section 1, paragraph 1")
    expect(tools.locator("[tabindex='0']")).to_have_count(1)
    tools.locator(".ht-num").focus()
    for tool in (".ht-other", ".ht-explain", ".ht-line", ".ht-cite", ".ht-num"):
        page.keyboard.press("ArrowDown")
        expect(tools.locator(tool)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(tools.locator(".ht-cite")).to_be_focused()
    page.keyboard.press("Tab")
    expect(tools.locator(":focus")).to_have_count(0)
    expect(tools.locator("[tabindex='0']")).to_have_class("ht-num")


def test_enter_on_an_explained_term_goes_to_its_entry(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    page.locator("a.ht-term").last.focus()
    expect(page.locator(".ht-popover")).to_be_visible()
    expect(page.locator("[role=tooltip] a")).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url(root + "en/glossary.html#conservation-tillage")


def test_a_stale_sentence_opens_its_note(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    sign, note = page.locator("#s1-p2 [data-heitu-stale]"), page.locator("#s1-p2 .ht-stale-note")
    page.evaluate("document.querySelector('#s1-p2').scrollIntoView()")
    page.wait_for_timeout(100)
    x, y = page.locator("#s1-p2 .ht-stale").evaluate("(s) => [s.getClientRects()[0].x, s.getClientRects()[0].y]")
    page.mouse.click(x + 20, y + 8)
    expect(note).to_have_attribute("open", "")
    expect(sign).to_have_attribute("aria-expanded", "true")
    sign.focus()
    page.keyboard.press("Enter")
    expect(sign).to_have_attribute("aria-expanded", "false")
    assert page.url == root + "en/" + REPORT


def test_side_by_side_a_missing_sentence_is_only_said_to_be_missing(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    expect(page.locator("#s3-p1 .ht-missing")).to_be_visible()
    label = "getComputedStyle(document.querySelector('#s3-p1 .ht-untold'), '::before').content"
    assert page.evaluate(label) == '"(not translated yet)"'
    choose(page, "both")
    expect(page.locator("#s3-p1 .ht-missing")).to_be_hidden()
    expect(page.locator("#s3-p1 > .ht-zh")).to_be_visible()


def test_where_storage_is_blocked_links_carry_the_choice(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, script=BLOCKED, **WIDE)
    choose(page, "both")
    page.locator("[data-heitu-clean]").click()
    page.locator(".ht-turn a").first.click()
    page.wait_for_url("**/reports/*reading=both*")
    expect(page.locator("[data-reading=both]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-heitu-clean]")).to_have_attribute("aria-pressed", "true")
    page.locator("header a[hreflang]").click()
    page.wait_for_url("**/en/reports/*reading=both*")
    expect(page.locator("[data-reading=both]")).to_have_attribute("aria-pressed", "true")
    choose(page, "zh")
    page.locator("header a[hreflang]").click()
    page.wait_for_url(lambda address: "/en/" not in address)
    assert "reading" not in page.url


def test_where_storage_works_addresses_stay_as_they_are(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?reading=both", **WIDE)
    assert shown(page) == "zh en"
    page = visit(root + REPORT, **WIDE)
    choose(page, "both")
    page.locator(".ht-turn a").first.click()
    page.wait_for_load_state()
    assert "reading=" not in page.url


def test_the_glossary_looks_in_names_alone_and_keeps_what_was_typed(visit: Visit, root: str) -> None:
    page = visit(root + "en/glossary.html")
    field = page.locator("[data-heitu-terms] input")
    field.fill("hardly moved")
    expect(page.locator(".ht-entry:visible")).to_have_count(0)
    for query in ("river chief", "河湖长"):
        field.fill(query)
        expect(page.locator(".ht-entry:visible")).to_have_count(1)
    page.locator("#river-chief .ht-entry-uses a").first.click()
    page.wait_for_url("**/reports/hechuan.html*")
    page.go_back()
    expect(field).to_have_value("河湖长")
    expect(page.locator(".ht-entry:visible")).to_have_count(1)


def test_the_language_switch_keeps_the_place_in_notes_and_glossary(visit: Visit, root: str) -> None:
    for path, place in ((REPORT, "fn-2"), ("glossary.html", "river-chief")):
        page = visit(root + path, viewport={"width": 1280, "height": 300})
        page.evaluate("(place) => document.getElementById(place).scrollIntoView()", place)
        page.wait_for_timeout(100)
        page.locator("header a[hreflang]").evaluate("(link) => link.click()")
        page.wait_for_url(f"{root}en/{path}#{place}")


def test_english_on_a_chinese_page_has_english_type(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **WIDE)
    choose(page, "en")
    family = page.locator(".ht-toc [lang=en]").first.evaluate("(e) => getComputedStyle(e).fontFamily")
    assert family.startswith('"Source Sans 3"')


def test_the_kinds_of_the_glossary_break_between_words_on_a_phone(visit: Visit, root: str) -> None:
    page = visit(root + "en/glossary.html", **PHONE)
    for link in page.locator(".ht-kinds a").all():
        assert len(link.evaluate("(a) => [...a.getClientRects()]")) == 1
