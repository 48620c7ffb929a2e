"""Reading a report: clean reading, landing, marked words, copying, printing, the other language, blocked storage."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.archive_fixture import archive
from tests.browser.conftest import Visit

REPORT = "reports/hechuan.html"
BLOCKED = """
for (const name of ["localStorage", "sessionStorage", "indexedDB"])
    Object.defineProperty(window, name, {get() { throw new DOMException("blocked", "SecurityError"); }});
Object.defineProperty(Document.prototype, "cookie", {get() { throw new DOMException("blocked", "SecurityError"); }, set() {}});
"""


def is_clean(page: Page) -> bool:
    return bool(page.evaluate("() => document.documentElement.classList.contains('ht-clean')"))


def switch(page: Page, clean: bool) -> None:
    page.locator("[data-heitu-clean]").click()
    expect(page.locator("[data-heitu-clean]")).to_have_attribute("aria-pressed", str(clean).lower())
    assert is_clean(page) is clean


def test_clean_reading_is_remembered(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    assert not is_clean(page)
    switch(page, True)
    page.goto(root + "en/reports/qingling.html")
    assert is_clean(page)
    switch(page, False)
    page.reload()
    assert not is_clean(page)


def test_blocked_storage_breaks_nothing(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?h=清溪河#s3-p1", script=BLOCKED)
    switch(page, True)
    switch(page, False)
    expect(page.locator("#s3-p1 mark")).to_have_text(["清溪河"])
    assert page.evaluate("() => window.heitu.search('清溪河').then(({ total }) => total)") == 3


def test_what_the_address_names_is_the_target(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "#s3-p1")
    expect(page.locator(".ht-target")).to_have_attribute("id", "s3-p1")
    page.goto(root + REPORT + "#s1-p2")
    expect(page.locator(".ht-target")).to_have_attribute("id", "s1-p2")
    page.goto(root + REPORT + "#%E4%B8")
    expect(page.locator(".ht-target")).to_have_count(0)


def test_folded_details_open_for_what_stands_in_them(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    page.evaluate(
        """() => {
            document.querySelector("main").insertAdjacentHTML("beforeend", "<details><p id=inside>…</p></details>");
            location.hash = "inside";
        }"""
    )
    expect(page.locator("#inside")).to_be_in_viewport()


def test_words_are_marked_in_the_target_only_across_marks_and_in_any_width(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?h=１86.5万亩,比 推广#s1-p1")
    expect(page.locator("#s1-p1 mark")).to_have_text(["推广", "推广", "186.5万亩", ",比"])
    expect(page.locator("main mark")).to_have_count(4)
    text = next(p.text.text for p in archive().reports[0].paragraphs if p.id == "s1-p1")
    assert page.locator("#s1-p1 > p").first.evaluate("(p) => p.textContent") == text


def test_words_of_a_heading_are_marked_in_its_section_those_of_a_title_in_the_head(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?h=清溪河#s3")
    expect(page.locator("main mark")).to_have_text(["清溪河", "清溪河"])
    page.goto(root + REPORT + "?h=沃野")
    expect(page.locator("h1 mark")).to_have_text(["沃野"])


def test_the_first_word_that_is_marked_is_in_view(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?h=机井#s1", viewport={"width": 360, "height": 300})
    expect(page.locator("#s1")).not_to_be_in_viewport()
    expect(page.locator("main mark").first).to_be_in_viewport()
    page.evaluate("() => window.scrollTo(0, 0)")
    page.reload()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_be_in_viewport()  # Back and reloading find the place that the reader left.


def copied(page: Page, start: str, end: str) -> tuple[str, str]:
    """What a reader copies who drags from the start of one element to the end of another: plain, and as HTML."""
    plain, html = page.evaluate(
        """([start, end]) => {
            const range = document.createRange();
            range.setStartBefore(document.querySelector(start));
            range.setEndAfter(document.querySelector(end));
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            const got = new Promise((done) => document.addEventListener("copy", (event) => done(
                [event.clipboardData.getData("text/plain"), event.clipboardData.getData("text/html")]), {once: true}));
            document.execCommand("copy");
            return got;
        }""",
        [start, end],
    )
    return plain, html


def test_copied_text_is_the_text_and_nothing_else(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    plain, html = copied(page, "#s1", "#s3-p1")
    sections = archive().reports[0].sections[1:]
    texts = [part for s in sections for part in ((s.heading or ""), *(p.text.text for p in s.paragraphs))]
    assert "".join(plain.split()) == "".join("".join(texts).split())
    assert "<a" not in html
    assert "class=" not in html
    assert "style=" not in html
    assert html.count("<p>") == 6
    stripped = page.evaluate("(html) => new DOMParser().parseFromString(html, 'text/html').body.textContent", html)
    assert "".join(stripped.split()) == "".join("".join(texts).split())


def test_marks_of_a_search_are_not_copied(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "?h=清溪河#s3-p1")
    plain, html = copied(page, "#s3-p1", "#s3-p1")
    assert plain.strip() == archive().reports[0].sections[3].paragraphs[0].text.text
    assert "<mark" not in html


def test_folded_details_are_printed_open(visit: Visit, root: str) -> None:
    page = visit(root + REPORT)
    page.evaluate("() => { for (const d of document.querySelectorAll('main details')) d.open = false; }")
    folded = "() => [...document.querySelectorAll('main details')].filter((d) => !d.open).length"
    before = page.evaluate(folded)
    assert before > 0
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(folded) == 0
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(folded) == before


def test_the_other_language_opens_at_the_same_place(visit: Visit, root: str) -> None:
    page = visit(root + REPORT + "#s3-p1")
    page.locator("header a[hreflang]").click()
    page.wait_for_url(root + "en/" + REPORT + "#s3-p1")
    page.evaluate("() => (location.hash = 's1-p2')")
    page.locator("header a[hreflang]").click()
    page.wait_for_url(root + REPORT + "#s1-p2")
    page.goto(root + "search.html?q=清溪河")
    page.locator("header a[hreflang]").click()
    expect(page.locator("[data-heitu-results] .ht-hit")).to_have_count(3)
