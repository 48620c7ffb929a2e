"""The buttons that copy: a citation of a paragraph, and what to send about a mistake."""

from __future__ import annotations

import datetime
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.archive_fixture import archive
from tests.browser.conftest import Visit

REPORT = "reports/hechuan.html"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
NO_COMMAND = NO_CLIPBOARD + "document.execCommand = () => false;"


def pasted(page: Page) -> str:
    """What was copied, pasted into a field."""
    page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<textarea id=pasted></textarea>')")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+V")
    return page.locator("#pasted").input_value()


def cite(page: Page, paragraph: str) -> None:
    page.locator(f"#{paragraph}").hover()
    page.locator(f"#{paragraph} [data-heitu-cite]").click()


def test_a_citation_has_the_text_the_source_and_a_permanent_link(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    cite(page, "s1-p3")
    expect(page.locator(".ht-toast")).to_have_text("引文已复制")
    expect(page.locator(".ht-live")).to_have_text("引文已复制")
    today = datetime.date.today()  # noqa: DTZ011 -- the reader's own day, as the page takes it
    link = f"{root}{REPORT}#s1-p3" if root.startswith("http") else "hechuan#s1-p3"
    assert pasted(page) == (
        "“狠抓产业链条,推动粮食就地加工。全市现有加工企业69家,年加工能力增幅居全省”"
        "（禾川市 · 2019—2021年）林远, 周小满. 沃野丰年看禾川[N/OL]. "
        f"岚江日报, 2021-11-05[{today}]. {link}."
    )


def test_an_english_page_cites_in_english_the_text_that_it_shows(visit: Visit, root: str) -> None:
    page = visit(root + "en/reports/qingling.html")
    cite(page, "s2-p1")
    expect(page.locator(".ht-toast")).to_have_text("Citation copied")
    text = pasted(page)
    english = " ".join(archive().translations["qingling", f"s2-p1.{n}"].target for n in (1, 2))
    assert text.startswith(f"“{english}” (Qingling · 2022). ")
    assert "One Heart, a New Start" in text
    assert "file:" not in text


def test_a_canonical_address_is_the_link(visit: Visit, small_site: Path) -> None:
    address = small_site.as_uri() + "/" + REPORT
    page = visit(address)
    page.evaluate(
        "() => document.head.insertAdjacentHTML('beforeend', '<link rel=canonical href=https://e.org/reports/hechuan.html>')"
    )
    cite(page, "s3-p1")
    expect(page.locator(".ht-toast")).to_be_visible()
    assert pasted(page).endswith("https://e.org/reports/hechuan.html#s3-p1.")


def test_without_the_clipboard_api_the_old_command_copies(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, script=NO_CLIPBOARD)
    cite(page, "s3-p1")
    expect(page.locator(".ht-toast")).to_have_text("引文已复制")
    expect(page.locator("#s3-p1 [data-heitu-cite]")).to_be_focused()
    assert "清溪河全长106公里" in pasted(page)


def test_where_nothing_may_copy_the_text_stands_in_a_field_selected(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, script=NO_COMMAND)
    cite(page, "s3-p1")
    field = page.locator(".ht-copy-by-hand textarea")
    expect(field).to_be_focused()
    assert "清溪河全长106公里" in field.input_value()
    assert page.evaluate("() => document.activeElement.selectionEnd") == len(field.input_value())
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    expect(page.locator("#s3-p1 [data-heitu-cite]")).to_be_focused()


def test_a_mistake_is_reported_with_paragraph_page_and_date(visit: Visit, root: str) -> None:
    page = visit(root + "en/" + REPORT + "#s1-p2")
    page.locator("[data-heitu-mistake]").click()
    expect(page.locator(".ht-toast")).to_contain_text("Copied")
    assert pasted(page).splitlines() == [
        "Page: en/reports/hechuan.html",
        "Paragraph: hechuan/s1-p2",
        "Data as of: 2026-11-22",
        "What is wrong: ",
    ]


def test_a_contact_is_named_where_there_is_one(visit: Visit, root: str) -> None:
    page = visit(root + "about.html")
    page.evaluate("() => document.querySelector('[data-heitu-mistake]').setAttribute('data-contact', 'a@e.org')")
    page.locator("[data-heitu-mistake]").click()
    expect(page.locator(".ht-toast")).to_be_visible()
    assert pasted(page).splitlines() == ["页面：about.html", "数据日期：2026-11-22", "发送至：a@e.org", "问题："]


def test_the_paragraph_that_was_being_read_is_meant(visit: Visit, root: str) -> None:
    page = visit(root + REPORT, viewport={"width": 1000, "height": 320})
    page.evaluate("() => document.getElementById('s2-p1').scrollIntoView({block: 'center'})")
    page.wait_for_timeout(250)
    button = page.locator("[data-heitu-mistake]")
    button.evaluate("(button) => button.scrollIntoView()")
    page.wait_for_timeout(250)
    button.click()
    expect(page.locator(".ht-toast")).to_be_visible()
    assert "段落：hechuan/s2-p1" in pasted(page).splitlines()
