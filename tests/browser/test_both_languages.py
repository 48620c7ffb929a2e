"""Reading in Chinese, in English, side by side: chosen once, level, printed and copied as shown, nothing disturbed."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.archive_fixture import archive
from tests.browser.conftest import Visit
from tests.browser.test_reading import BLOCKED, copied

REPORT = "reports/hechuan.html"
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
ZH, EN = "#s1-p1 > .ht-zh", "#s1-p1 > .ht-en"


def choose(page: Page, reading: str) -> None:
    page.locator(f"[data-reading={reading}]").click()
    expect(page.locator(f"[data-reading={reading}]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-reading][aria-pressed=true]")).to_have_count(1)


def shown(page: Page) -> str:
    """The languages in which a paragraph is shown."""
    return " ".join(side for side in ("zh", "en") if page.locator(f"#s1-p1 > .ht-{side}").is_visible())


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found
    return found


def test_without_scripts_a_page_shows_its_own_language(visit: Visit, root: str) -> None:
    for prefix, language in (("", "zh"), ("en/", "en")):
        page = visit(root + prefix + REPORT, java_script_enabled=False)
        assert shown(page) == language
        expect(page.locator("[data-heitu-choose]")).to_be_hidden()
        expect(page.locator("#s1-p2 .ht-stale-note")).to_be_visible(visible=language == "en")


def test_a_choice_is_kept_for_all_reports(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    assert shown(page) == "zh"
    choose(page, "both")
    assert shown(page) == "zh en"
    page.goto(root + "en/reports/qingling.html")
    expect(page.locator("[data-reading=both]")).to_have_attribute("aria-pressed", "true")
    page.goto(root + REPORT)
    choose(page, "en")
    page.reload()
    assert shown(page) == "en"
    choose(page, "zh")
    page.goto(root + "en/" + REPORT)
    assert shown(page) == "en", "who reads a page in its own language reads the other in its own"


def test_a_report_without_english_has_no_choice_and_shows_its_text(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    choose(page, "en")
    for prefix in ("", "en/"):
        page.goto(root + prefix + "reports/qingling-2020.html")
        expect(page.locator("[data-heitu-choose]")).to_have_count(0)
        expect(page.locator("#s0-p1 > p:visible")).to_have_text("2020年,全县地区生产总值达到86.4亿元。")


def test_a_choice_works_where_storage_is_blocked(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, script=BLOCKED)
    choose(page, "both")
    assert shown(page) == "zh en"
    choose(page, "en")
    assert shown(page) == "en"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_side_by_side_is_level_pair_by_pair(visit: Visit, root: str, prefix: str) -> None:
    page = visit(root + prefix + REPORT, **WIDE)
    choose(page, "both")
    for pair in page.locator(".ht-text .ht-section .ht-pair").all():
        zh, en = (box(pair.locator(f"> .ht-{side}:not(details)")) for side in ("zh", "en"))
        assert abs(zh["y"] - en["y"]) < 4
        assert abs(zh["width"] - en["width"]) < 2
        assert (zh["x"] + zh["width"] < en["x"]) is (prefix == "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_on_a_phone_pairs_are_stacked(visit: Visit, root: str, prefix: str) -> None:
    page = visit(root + prefix + REPORT, **PHONE)
    choose(page, "both")
    first, second = (EN, ZH) if prefix else (ZH, EN)
    above, below = box(page.locator(first)), box(page.locator(second))
    assert above["y"] + above["height"] <= below["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_pointing_at_a_sentence_tints_its_counterpart_side_by_side(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **WIDE)
    choose(page, "both")
    page.evaluate("document.querySelector('#s1').scrollIntoView()")
    page.wait_for_timeout(100)
    page.locator(f"{ZH} .ht-s[data-s='2']").hover()
    expect(page.locator(".ht-pointed")).to_have_count(2)
    expect(page.locator(f"{EN} .ht-pointed")).to_have_attribute("data-s", "2")
    page.locator(f"{EN} .ht-s[data-s='3 4']").hover()
    expect(page.locator(f"{ZH} .ht-pointed")).to_have_count(2)
    expect(page.locator(".ht-counterpart")).to_be_hidden()


def test_pointing_at_a_sentence_shows_its_english_in_a_box_that_takes_no_clicks(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **WIDE)
    page.locator(f"{ZH} .ht-s[data-s='3']").hover()
    expect(page.locator(".ht-counterpart")).to_have_text(
        "The farmer Wang Litian says: “The soil gets looser every year.”"
    )
    expect(page.locator(".ht-counterpart")).to_have_attribute("lang", "en")
    assert page.locator(".ht-counterpart").evaluate("(box) => getComputedStyle(box).pointerEvents") == "none"
    page.keyboard.press("Escape")
    expect(page.locator(".ht-counterpart")).to_be_hidden()


def test_selecting_is_never_disturbed(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **WIDE)
    start, end = box(page.locator("#s2-p1 > .ht-zh")), box(page.locator("#s2-p2 > .ht-zh"))
    page.mouse.move(start["x"] + 40, start["y"] + 12)
    page.mouse.down()
    page.mouse.move(start["x"] + 90, start["y"] + 14, steps=4)
    page.wait_for_timeout(700)
    expect(page.locator(".ht-counterpart")).to_be_hidden()
    page.mouse.move(end["x"] + 120, end["y"] + 12, steps=8)
    page.mouse.up()
    selected = page.evaluate("getSelection().toString()")
    assert len(selected) > 20
    page.mouse.move(end["x"] + 60, end["y"] + 12, steps=3)
    page.wait_for_timeout(700)
    expect(page.locator(".ht-counterpart")).to_be_hidden()
    assert page.evaluate("getSelection().toString()") == selected


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_button_at_a_paragraph_opens_its_other_language(visit: Visit, root: str, prefix: str) -> None:
    page = visit(root + prefix + REPORT, **PHONE)
    own, other = (EN, ZH) if prefix else (ZH, EN)
    button = page.locator("#s1-p1 [data-heitu-other]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(other)).to_be_visible()
    above, below = box(page.locator(own)), box(page.locator(other))
    assert above["y"] + above["height"] <= below["y"] + 1
    button.tap()
    expect(page.locator(other)).to_be_hidden()
    expect(page.locator("#s2-p1 > .ht-zh")).to_be_visible(visible=not prefix)


def test_a_figure_explains_itself_to_pointer_tap_and_keyboard(visit: Visit, root: str) -> None:
    says = "186.5万亩 = 1.865 million mu ≈ 124,300 ha"
    page = visit(root + "en/" + REPORT, **WIDE)
    page.locator(f"{EN} [data-gloss]").hover()
    expect(page.locator(".ht-popover")).to_have_text(says)
    page.locator("h1").hover()
    page.locator("#s1-p1 [data-heitu-figures]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#s1-p1 .ht-figures li")).to_have_text([says])
    phone = visit(root + "en/" + REPORT, **PHONE)
    phone.locator(f"{EN} [data-gloss]").tap()
    expect(phone.locator(".ht-popover")).to_have_text(says)


def test_a_term_explains_itself_and_leads_to_the_glossary(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    page.locator("a.ht-term").last.hover()
    expect(page.locator(".ht-popover")).to_contain_text("bǎohùxìng gēngzuò")
    page.locator(".ht-popover a").click()
    page.wait_for_url(root + "en/glossary.html#conservation-tillage")
    plain = visit(root + "en/" + REPORT, java_script_enabled=False)
    plain.locator("a.ht-term").last.click()
    assert plain.url == root + "en/glossary.html#conservation-tillage"


def test_the_glossary_is_searched_in_chinese_pinyin_and_english(visit: Visit, root: str) -> None:
    page = visit(root + "glossary.html")
    for query in ("保护性", "baohuxing", "TILLAGE conserv"):
        page.locator("[data-heitu-terms] input").fill(query)
        expect(page.locator(".ht-entry:visible")).to_have_count(1)
        expect(page.locator("#conservation-tillage")).to_be_visible()
    page.locator("[data-heitu-terms] input").fill("没有")
    expect(page.locator("[data-heitu-terms-count]")).to_have_text("没有这样的术语")


@pytest.mark.parametrize("options", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_language_switch_goes_to_the_paragraph_in_view_and_back_returns(
    visit: Visit, root: str, options: dict[str, Any]
) -> None:
    page = visit(root + REPORT, **options)
    page.evaluate("document.querySelector('#s2-p1').scrollIntoView()")
    page.locator("header a[hreflang]").evaluate("(link) => link.click()")
    page.wait_for_url(root + "en/" + REPORT + "#s2-p1")
    expect(page.locator("#s2-p1 > .ht-en")).to_be_in_viewport()
    assert shown(page) == "en"
    page.go_back()
    page.wait_for_url(root + REPORT + "#s2-p1")
    expect(page.locator("#s2-p1 > .ht-zh")).to_be_in_viewport()


def test_on_a_phone_the_switch_goes_to_what_was_read_before_going_up_to_it(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **PHONE)
    page.evaluate("document.querySelector('#s2-p2').scrollIntoView()")
    page.wait_for_timeout(1500)
    page.evaluate("scrollTo(0, 0)")
    page.locator("header a[hreflang]").tap()
    page.wait_for_url(root + "en/" + REPORT + "#s2-p2")
    expect(page.locator("#s2-p2 > .ht-en")).to_be_in_viewport()


def test_at_the_head_of_a_page_the_switch_goes_to_the_head(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **WIDE)
    page.locator("header a[hreflang]").click()
    page.wait_for_url(root + "en/" + REPORT)


def test_the_switch_sets_one_language_and_keeps_both(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, **WIDE)
    choose(page, "en")
    page.locator("header a[hreflang]").click()
    page.wait_for_url(root + "en/" + REPORT)
    assert shown(page) == "en"
    page.locator("header a[hreflang]").click()
    page.wait_for_url(root + REPORT)
    assert shown(page) == "zh"
    choose(page, "both")
    page.locator("header a[hreflang]").click()
    page.wait_for_url(root + "en/" + REPORT)
    assert shown(page) == "zh en"


def test_what_is_copied_is_what_is_shown(visit: Visit, root: str) -> None:
    zh = next(p.text.text for p in archive().reports[0].paragraphs if p.id == "s1-p1")
    en = page_text = ""
    for prefix in ("", "en/"):
        page = visit(root + prefix + REPORT, **WIDE)
        en = " ".join((page.locator(EN).text_content() or "").split())
        plain, html = copied(page, "#s1-p1", "#s1-p1")
        page_text = page.evaluate("(html) => new DOMParser().parseFromString(html, 'text/html').body.textContent", html)
        wanted = en if prefix else zh
        assert plain.strip() == wanted
        assert " ".join(page_text.split()) == wanted
        choose(page, "both")
        plain, html = copied(page, "#s1-p1", "#s1-p1")
        assert zh in plain and en in " ".join(plain.split()) and en in " ".join(html.split())
        assert "class=" not in html and "data-" not in html


def test_a_citation_has_the_language_that_is_read(visit: Visit, small_address: str) -> None:
    page = visit(small_address + REPORT, **WIDE)
    for reading, start in (
        ("zh", "“推广保护性耕作。"),
        ("en", "“Extending conservation"),
        ("both", "“推广保护性耕作。"),
    ):
        choose(page, reading)
        page.locator("#s1-p1 [data-heitu-cite]").evaluate("(button) => button.click()")
        expect(page.locator(".ht-toast").last).to_be_visible()
        assert str(page.evaluate("navigator.clipboard.readText()")).startswith(start)


def test_words_in_the_hidden_language_show_both_for_this_once(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?h=looser#s1-p1", **WIDE)
    expect(page.locator("#s1-p1 mark:visible")).to_have_text(["looser"])
    assert shown(page) == "zh en"
    page.goto(root + REPORT)
    assert shown(page) == "zh"
    page.goto(root + "en/" + REPORT + "?h=looser#s1-p1")
    expect(page.locator("#s1-p1 mark:visible")).to_have_text(["looser"])
    assert shown(page) == "en"


def test_a_link_to_what_stands_in_the_hidden_language_shows_it(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT + "#ref-3", **WIDE)
    expect(page.locator("#ref-3")).to_be_in_viewport()
    assert shown(page) == "zh en"


def test_clean_reading_takes_everything_away(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT, **WIDE)
    page.locator("[data-heitu-clean]").click()
    for mark in (".ht-remark", ".ht-stale-note", ".ht-tools", ".ht-terms"):
        expect(page.locator(f"{mark}:visible")).to_have_count(0)
    style = "(e) => [getComputedStyle(e).borderBottomWidth, getComputedStyle(e).textDecorationLine].join()"
    for mark in ("a.ht-term", ".ht-stale", f"{EN} .ht-fig"):
        assert page.locator(mark).first.evaluate(style) == "0px,none", mark
    page.locator("a.ht-term").last.hover()
    page.locator(f"{EN} .ht-s").first.hover()
    page.wait_for_timeout(700)
    expect(page.locator(".ht-popover:visible, .ht-counterpart:visible")).to_have_count(0)

    expect(page.locator("a.ht-term[href]")).to_have_count(0)
    page.locator("[data-heitu-clean]").click()
    expect(page.locator("a.ht-term[href]")).to_have_count(2)
    expect(page.locator("#translator-notes")).to_be_visible()


@pytest.mark.parametrize("reading", ["zh", "en", "both"])
def test_printing_gives_what_is_shown(visit: Visit, root: str, reading: str, tmp_path: Path) -> None:
    page = visit(root + REPORT, **WIDE)
    choose(page, reading)
    page.emulate_media(media="print")
    assert shown(page) == ("zh en" if reading == "both" else reading)
    expect(page.locator("[data-heitu-choose]")).to_be_hidden()
    if reading == "both":
        zh, en = box(page.locator(ZH)), box(page.locator(EN))
        assert abs(zh["y"] - en["y"]) < 4 and zh["x"] + zh["width"] < en["x"]
        assert 1.4 < en["width"] / zh["width"] < 1.6
    page.pdf(path=tmp_path / "page.pdf", prefer_css_page_size=True)
    assert (tmp_path / "page.pdf").stat().st_size > 10_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("options", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_axe_finds_nothing_in_any_reading(
    visit: Visit,
    small_site: Path,
    project: Path,
    prefix: str,
    options: dict[str, Any],
    scheme: Literal["light", "dark"],
) -> None:
    page = visit(f"{small_site.as_uri()}/{prefix}{REPORT}", color_scheme=scheme, **options)
    page.evaluate((project / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))
    page.locator("#s1-p1 [data-heitu-other]").evaluate("(button) => button.click()")
    for reading in ("zh", "en", "both"):
        choose(page, reading)
        found = page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")
        assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]] == [], reading
