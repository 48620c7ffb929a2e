"""What readers look for and find: each behaviour a file of `scenarios/`, run on a server and on the disk without a network.

`query` (with `options`) asks `window.heitu.search`; `keys` are put into the box in the header, one after the other: a text,
or what an input method composes and then commits. Expected: `hits` are all there are, in any order, as "ID REASON" (ID is a
report, or report/section, report/paragraph, report/caption); `first`, the first of them in order; `none`, nothing is found
(and the box says so); `closed`, the box shows no list. Of the first hit in the box: `marks`, the different words that are
marked; `passages`, what each of its passages contains; `reason`, what it says of itself. `said` is what is read out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visit

FOLDER = Path(__file__).parent / "scenarios"
PAGES = {"zh": "about.html", "en": "en/about.html"}


@dataclass(frozen=True, kw_only=True)
class Scenario:
    name: str
    why: str
    archive: str
    language: str = "zh"
    query: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    keys: Sequence[str | Mapping[str, Any]] = ()
    hits: Sequence[str] | None = None
    first: Sequence[str] = ()
    none: bool = False
    closed: bool = False
    marks: Sequence[str] | None = None
    passages: Sequence[str] = ()
    reason: str | None = None
    said: str = ""


def load(path: Path) -> Scenario:
    scenario = Scenario(**yaml.safe_load(path.read_text("utf-8")))
    assert bool(scenario.query) != bool(scenario.keys), f"{path.name}: a query, or keys"
    assert scenario.archive in ("small", "project"), path.name
    assert scenario.none or scenario.closed or scenario.hits or scenario.first, f"{path.name}: nothing is expected"
    return scenario


SCENARIOS = {path.stem: load(path) for path in sorted(FOLDER.glob("*.yml"))}


def agree(scenario: Scenario, total: int, found: Sequence[str]) -> None:
    """`found` are the hits as "ID REASON", best first."""
    if scenario.none:
        assert found == []
    if scenario.hits is not None:
        assert sorted(found) == sorted(scenario.hits)
    assert list(found[: len(scenario.first)]) == list(scenario.first)
    assert total >= len(found)


def ask(page: Page, scenario: Scenario) -> None:
    """By `window.heitu.search`."""
    question = [scenario.query, dict(scenario.options)]
    answer = page.evaluate("([query, options]) => window.heitu.search(query, options)", question)
    found = ["/".join(filter(None, (h["report"], h["paragraph"] or h["section"]))) for h in answer["hits"]]
    assert answer["total"] == len(found)
    agree(scenario, answer["total"], [f"{one} {hit['reason']}" for one, hit in zip(found, answer["hits"], strict=True)])


def compose(page: Page, texts: Sequence[str], commit: str | None) -> None:
    """As an input method does: each text takes the place of the one before; then one is committed, or none of it ("")."""
    keyboard = page.context.new_cdp_session(page)
    for text in texts:
        cursor = {"selectionStart": len(text), "selectionEnd": len(text)}
        keyboard.send("Input.imeSetComposition", {"text": text, **cursor})
        page.wait_for_timeout(150)  # longer than the box waits for the next key
    if commit:
        keyboard.send("Input.insertText", {"text": commit})
    elif commit is not None:
        keyboard.send("Input.imeSetComposition", {"text": "", "selectionStart": 0, "selectionEnd": 0})
    keyboard.detach()


def check_first(hit: Locator, scenario: Scenario) -> None:
    if scenario.marks:
        expect(hit.locator("mark").first).to_have_text(
            scenario.marks[0]
        )  # The answer to the last key may be on its way.
    if scenario.marks is not None:
        assert list(dict.fromkeys(hit.locator("mark").all_text_contents())) == list(scenario.marks)
    for passage, part in zip(hit.locator(".ht-hit-passage").all(), scenario.passages, strict=bool(scenario.passages)):
        assert part in (passage.text_content() or "")
    reasons = hit.locator(".ht-hit-why")
    if scenario.reason:
        assert scenario.reason in (reasons.text_content() or "")
    elif scenario.passages:
        assert reasons.count() == 0, reasons.all_text_contents()


def put_in(page: Page, scenario: Scenario) -> None:
    """By the box in the header, which is left empty."""
    box = page.locator("header input[name=q]")
    popup = page.locator("header [data-heitu-results-popup]")
    box.fill("")
    box.focus()
    expect(popup).to_be_hidden()
    for step in scenario.keys:
        if isinstance(step, str):
            page.keyboard.insert_text(step)
        else:
            compose(page, step["compose"], step.get("commit"))
    if scenario.closed:
        page.wait_for_timeout(300)
        expect(popup).to_be_hidden()
        return compose(page, [], "")
    expect(popup).to_be_visible()
    if scenario.none:
        expect(popup.locator(".ht-hits-none")).to_be_visible()
    hits = popup.locator(".ht-hit")
    if scenario.hits:
        expect(hits).to_have_count(len(scenario.hits))
        expect(popup.locator(".ht-hits-all")).to_contain_text(f" {len(scenario.hits)} ")
    names = [str(hit.get_attribute("data-paragraph")).removesuffix("/title") for hit in hits.all()]
    reasons = [str(hit.get_attribute("data-reason")) for hit in hits.all()]
    agree(scenario, len(names), [f"{name} {reason}" for name, reason in zip(names, reasons, strict=True)])
    if names:
        check_first(hits.first, scenario)
    if scenario.said:
        expect(page.locator(".ht-live")).to_have_text(scenario.said)


@pytest.fixture
def sites(small_site: Path, request: pytest.FixtureRequest) -> Callable[[str], Path]:
    return lambda archive: small_site if archive == "small" else request.getfixturevalue("built_site")


@pytest.mark.parametrize("by", ["http", "file"])
@pytest.mark.parametrize("archive", ["small", "project"])
def test_scenarios(
    visit: Visit, sites: Callable[[str], Path], serve_folder: Callable[[Path], str], archive: str, by: str
) -> None:
    site = sites(archive)
    root = serve_folder(site) if by == "http" else site.as_uri() + "/"
    pages: dict[str, Page] = {}
    failed: dict[str, str] = {}
    for file, scenario in SCENARIOS.items():
        if scenario.archive != archive:
            continue
        if scenario.language not in pages:
            pages[scenario.language] = visit(root + PAGES[scenario.language])
        try:
            (ask if scenario.query else put_in)(pages[scenario.language], scenario)
        except AssertionError as error:
            failed[file] = str(error)
    assert not failed, "\n\n".join(f"{file}.yml ({SCENARIOS[file].name}): {error}" for file, error in failed.items())


def test_there_are_scenarios_of_every_reason() -> None:
    expected = [hit.split()[1] for one in SCENARIOS.values() for hit in [*(one.hits or ()), *one.first]]
    assert set(expected) == {"text", "value", "pinyin", "translation", "reading", "context", "section"}
    assert len(SCENARIOS) >= 40
