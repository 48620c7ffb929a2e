"""Title, subtitle and what else stands around the running text; each line of a source gets one role.

A report opens with its title, a subtitle led by a dash, and lines of facts (date, source, byline); a text layer may hold
these after the text. What stands above the title on a web page is the site's, not the report's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from heitu.drafts import Block
from heitu.folding import fold, han_count
from heitu.split.captions import is_caption
from heitu.split.facts import dateline, facts_of_line, people_of_byline
from heitu.split.headings import is_kicker, is_note, is_salutation, numbering

Role = Literal["title", "subtitle", "second title", "banner", "facts", "byline", "dateline", "caption", "text"]

_DASH_LED = re.compile(r"^\s*(?:—{1,3}|-{2,}|―{1,2}|─{2,})\s*(?=\S)")
_RUNNING = re.compile(r"[。！？!?…；;][”’\"'」』）)]*\s*$")
_LONGEST_TITLE = 60
_SHORTEST_TEXT = 60


@dataclass(slots=True)
class Roles:
    """The role of each block; `title` and `subtitle` are block numbers, -1 where the source has none.

    `cuts` are the blocks that stand below something that was set aside as the page's.
    """

    of: list[Role]
    cuts: frozenset[int] = frozenset()
    title: int = -1
    subtitle: int = -1
    rules: dict[int, str] = field(default_factory=dict)

    def give(self, index: int, role: Role, rule: str) -> None:
        self.of[index] = role
        self.rules[index] = rule


def is_text(text: str) -> bool:
    """Running text: a sentence, or too long for a title."""
    return len(text) >= _SHORTEST_TEXT or (_RUNNING.search(text) is not None and han_count(text) >= 12)


def dash_led(text: str) -> bool:
    return _DASH_LED.match(text) is not None


def _line_roles(blocks: Sequence[Block], cuts: frozenset[int]) -> Roles:
    """The roles that a line's own words show."""
    roles = Roles(["text"] * len(blocks), cuts)
    for i, block in enumerate(blocks):
        text = block.text.text
        opening = dateline(text)
        if is_caption(text):
            roles.give(i, "caption", "caption.signed")
        elif facts_of_line(text):
            roles.give(i, "facts", "facts.line")
        elif people_of_byline(text):
            roles.give(i, "byline", "facts.byline")
        elif opening and not text[opening.end :].strip():
            roles.give(i, "dateline", "facts.dateline")
    return roles


def _could_be_title(text: str) -> bool:
    return (
        han_count(text) >= 2
        and len(text) <= _LONGEST_TITLE
        and not is_text(text)
        and not dash_led(text)
        and not is_kicker(text)
        and not is_salutation(text)
        and not is_note(text)
    )


def _runs(blocks: Sequence[Block], roles: Roles, indexes: Sequence[int]) -> list[list[int]]:
    """Stretches of lines that could be title and subtitle, each unbroken by lines of another role."""
    runs: list[list[int]] = []
    for i in indexes:
        text = blocks[i].text.text
        if roles.of[i] != "text" or not (_could_be_title(text) or dash_led(text)):
            continue
        if runs and runs[-1][-1] == i - 1 and i not in roles.cuts and blocks[i].mark <= blocks[i - 1].mark:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [run for run in runs if _could_be_title(blocks[run[0]].text.text)]


def _followed_by_facts(roles: Roles, run: Sequence[int]) -> bool:
    after = run[-1] + 1
    return after < len(roles.of) and roles.of[after] in ("facts", "byline", "dateline")


def _title_run(blocks: Sequence[Block], roles: Roles, first_text: int) -> list[int]:
    """The lines that hold the title: a marked one, else the first above a line of facts, else what stands on the text."""
    head = range(first_text)
    runs = _runs(blocks, roles, head)
    numbered = [i for i in head if numbering(blocks[i].text.text)]
    runs = [[i for i in run if not numbered or i < numbered[0]] for run in runs]
    runs = [run for run in runs if run]
    marked = [run for run in runs if blocks[run[0]].mark]
    above = [run for run in runs if _followed_by_facts(roles, run)]
    if marked or above or runs:
        return (marked or above or runs[-1:])[0]
    tail = range(
        max((i for i, b in enumerate(blocks) if roles.of[i] == "text" and is_text(b.text.text)), default=-1) + 1,
        len(blocks),
    )
    return next((run for run in _runs(blocks, roles, tail) if _followed_by_facts(roles, run) or len(run) > 1), [])


def find_roles(blocks: Sequence[Block], cuts: frozenset[int] = frozenset()) -> Roles:
    """The role of each block; what is left as "text" belongs to the sections."""
    roles = _line_roles(blocks, cuts)
    first_text = next((i for i, b in enumerate(blocks) if roles.of[i] == "text" and is_text(b.text.text)), len(blocks))
    salutation = next((i for i, b in enumerate(blocks) if is_salutation(b.text.text)), first_text)
    kicker = next((i for i, b in enumerate(blocks) if is_kicker(b.text.text)), first_text)
    first_text = min(first_text, salutation, kicker)
    run = _title_run(blocks, roles, first_text)
    if not run:
        return roles
    roles.title = run[0]
    roles.give(run[0], "title", "title.mark" if blocks[run[0]].mark else "title.position")
    folded = fold(blocks[run[0]].text.text)
    for i in run[1:]:
        if fold(blocks[i].text.text) in folded:
            roles.give(i, "second title", "title.second")
    for i in [*range(first_text), *run[1:]]:
        if roles.of[i] == "text":
            _place_head_line(blocks, roles, i)
    return roles


def _place_head_line(blocks: Sequence[Block], roles: Roles, i: int) -> None:
    """A line of the head that is not the title: a banner above it; below it a subtitle, a second title or a caption."""
    text = blocks[i].text.text
    if i < roles.title:
        roles.give(i, "banner", "title.above")
    elif roles.subtitle < 0 and (dash_led(text) or _second_line(roles, i)):
        roles.subtitle = i
        roles.give(i, "subtitle", "title.subtitle")
    elif fold(text) in fold(blocks[roles.title].text.text) and not blocks[i].mark:
        roles.give(i, "second title", "title.second")
    elif _between_facts(roles, i):
        roles.give(i, "caption", "caption.position")


def _second_line(roles: Roles, i: int) -> bool:
    """A line between the title and the first facts belongs to the headline."""
    return i == roles.title + 1 and i + 1 < len(roles.of) and roles.of[i + 1] == "facts" and i not in roles.cuts


def _between_facts(roles: Roles, i: int) -> bool:
    """Electronic papers put the captions of a report between its length or date and its byline."""
    before = any(role == "facts" for role in roles.of[roles.title : i])
    after = next((role for role in roles.of[i + 1 :] if role not in ("text", "caption")), "text")
    return before and after == "byline"
