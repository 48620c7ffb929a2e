"""Title, subtitle and what else stands around the running text; each line of a source gets one role.

A report opens with its title, a subtitle led by a dash, and lines of facts (date, source, byline); a text layer may hold
these after the text. What stands above the title on a web page is the site's, not the report's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from heitu.drafts import Block
from heitu.folding import fold, han_count
from heitu.split.captions import is_caption
from heitu.split.facts import dateline, facts_of_line, people_of_byline
from heitu.split.headings import is_kicker, is_note, is_salutation, numbering

Role = Literal[
    "title", "subtitle", "second title", "banner", "facts", "byline", "dateline", "caption", "contents", "text"
]

_DASH_LED = re.compile(r"^\s*(?:—{1,3}|-{2,}|―{1,2}|─{2,})\s*(?=\S)")
_RUNNING = re.compile(r"[。！？!?…；;][”’\"'」』）)]*\s*$")
_NO_TITLE = re.compile(r"[。；;，,、：:]\s*$|^.{0,8}(?:日报|晚报|早报|晨报|商报|时报|导报|快报|周报|都市报|新闻网)$")
_DOCUMENT = re.compile(
    r"(?:报告|公报|通知|意见|方案|规划|纲要|办法|决定|讲话|总结|计划)(?:[\[（(][^\])）]{1,12}[\])）])?$"
)
_GOES_ON = re.compile(r"^(?:关于|的|暨|同|和|与|及|并)")
_LONGEST_TITLE = 60
_SHORTEST_SHOULDER = 8  # Han characters; what is shorter above a title is the name of a channel or a paper
_SHORTEST_TEXT = 60
_SHORTEST_CONTENTS = 3
_PAGE = re.compile(r"[\s.．…·-]*\d*\s*$")


@dataclass(slots=True)
class Roles:
    """The role of each block; `title` and `subtitle` are block numbers, -1 where the source has none.

    A title may take several lines, up to `title_end`. `cuts` are the blocks that stand below something that was set
    aside as the page's, `display` those in display type (doubled glyphs, letter-spaced).
    """

    of: list[Role]
    cuts: frozenset[int] = frozenset()
    display: frozenset[int] = frozenset()
    title: int = -1
    title_end: int = -1
    subtitle: int = -1
    rules: dict[int, str] = field(default_factory=dict)

    def give(self, index: int, role: Role, rule: str) -> None:
        self.of[index] = role
        self.rules[index] = rule


def is_text(text: str) -> bool:
    """Running text: a sentence, the row of a table, or too long for a title."""
    return len(text) >= _SHORTEST_TEXT or "\t" in text or (_RUNNING.search(text) is not None and han_count(text) >= 12)


def dash_led(text: str) -> bool:
    return _DASH_LED.match(text) is not None


def _line_roles(blocks: Sequence[Block], roles: Roles) -> None:
    """The roles that a line's own words show."""
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


def _could_be_title(text: str) -> bool:
    return (
        han_count(text) >= 2
        and len(text) <= _LONGEST_TITLE
        and not is_text(text)
        and not dash_led(text)
        and not is_kicker(text)
        and not is_salutation(text)
        and not is_note(text)
        and not _NO_TITLE.search(text)
        and "\t" not in text
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
    """The lines that hold the title: marked ones, else those above a line of facts, else what stands on the text.

    A text layer may have them below the text, or anywhere in display type.
    """
    numbered = next((i for i in range(first_text) if numbering(blocks[i].text.text)), first_text)
    runs = _runs(blocks, roles, range(numbered))
    marked = [run for run in runs if blocks[run[0]].mark]
    above = [run for run in runs if _followed_by_facts(roles, run)]
    if runs:
        return (marked or above or runs[-1:])[0]
    last_text = max((i for i, b in enumerate(blocks) if roles.of[i] == "text" and is_text(b.text.text)), default=-1)
    below = _runs(blocks, roles, range(last_text + 1, len(blocks)))
    displayed = _runs(blocks, roles, sorted(roles.display))
    found = [run for run in below if _followed_by_facts(roles, run) or len(run) > 1] or displayed[:1]
    return found[0] if found else []


def _title_lines(blocks: Sequence[Block], roles: Roles, run: Sequence[int]) -> list[int]:
    """The lines of a run that are the title itself: a marked one, else the one right above the facts or the subtitle.

    One that names a kind of document (…统计公报, …工作报告) goes before the name of who issued it.

    A line that the next one goes on (…人民政府 / 关于…的通知) belongs to it.
    """
    subtitle = next((n for n, i in enumerate(run) if dash_led(blocks[i].text.text)), len(run))
    lines = list(run[:subtitle])
    if blocks[lines[0]].mark or not (subtitle < len(run) or _followed_by_facts(roles, run)):
        title = [lines[0]]
        if len(lines) > 1 and _GOES_ON.match(blocks[lines[1]].text.text):
            title.append(lines[1])
        return title
    named = [i for i in lines if _DOCUMENT.search(blocks[i].text.text)]
    lines = lines[: lines.index(named[-1]) + 1] if named else lines
    title = [lines[-1]]
    while len(lines) > len(title) and _GOES_ON.match(blocks[title[0]].text.text):
        title.insert(0, lines[-len(title) - 1])
    return title


def find_roles(
    blocks: Sequence[Block], cuts: frozenset[int] = frozenset(), display: frozenset[int] = frozenset()
) -> Roles:
    """The role of each block; what is left as "text" belongs to the sections."""
    roles = Roles(["text"] * len(blocks), cuts, display)
    _line_roles(blocks, roles)
    _contents(blocks, roles)
    texts = (is_text(b.text.text) or is_salutation(b.text.text) or is_kicker(b.text.text) for b in blocks)
    first_text = next((i for i, text in enumerate(texts) if text and roles.of[i] == "text"), len(blocks))
    run = _title_run(blocks, roles, first_text)
    if not run:
        return roles
    title = _title_lines(blocks, roles, run)
    roles.title, roles.title_end = title[0], title[-1]
    for i in title:
        roles.give(i, "title", "title.mark" if blocks[i].mark else "title.position")
    for i in [*range(first_text), *run]:
        if roles.of[i] == "text" and i not in title:
            _place_head_line(blocks, roles, i)
    return roles


def _contents(blocks: Sequence[Block], roles: Roles) -> None:
    """A table of contents: three or more lines in a row that all stand again below, with or without page numbers."""
    folded = [fold(_PAGE.sub("", block.text.text)) for block in blocks]
    later: set[str] = set()
    again = [False] * len(blocks)
    for i in range(len(blocks) - 1, -1, -1):
        again[i] = folded[i] in later and not is_text(blocks[i].text.text) and roles.of[i] == "text"
        later.add(folded[i])
    for found, group in groupby(range(len(blocks)), lambda i: again[i]):
        lines = list(group)
        if found and len(lines) >= _SHORTEST_CONTENTS:
            for i in lines:
                roles.give(i, "contents", "heading.contents")


def _place_head_line(blocks: Sequence[Block], roles: Roles, i: int) -> None:
    """A line of the head that is not the title: a banner above it; below it a subtitle, a second title or a caption."""
    text = blocks[i].text.text
    title = fold("".join(blocks[n].text.text for n in range(roles.title, roles.title_end + 1)))
    if not blocks[i].mark and (fold(text) in title or title in fold(text)):
        roles.give(i, "second title", "title.second")
    elif i < roles.title and roles.subtitle < 0 and _is_shoulder(blocks, roles, i):
        roles.subtitle = i
        roles.give(i, "subtitle", "title.shoulder")
    elif i < roles.title:
        roles.give(i, "banner", "title.above")
    elif roles.subtitle < 0 and (dash_led(text) or _second_line(roles, i)):
        roles.subtitle = i
        roles.give(i, "subtitle", "title.subtitle")
    elif _between_facts(roles, i):
        roles.give(i, "caption", "caption.position")


def _is_shoulder(blocks: Sequence[Block], roles: Roles, i: int) -> bool:
    """A shoulder headline stands right above the title, and the title has no subtitle below it."""
    after = roles.title_end + 1
    followed = after < len(blocks) and dash_led(blocks[after].text.text)
    adjacent = i == roles.title - 1 and roles.title not in roles.cuts
    return adjacent and not followed and han_count(blocks[i].text.text) >= _SHORTEST_SHOULDER


def _second_line(roles: Roles, i: int) -> bool:
    """A line between the title and the first facts belongs to the headline."""
    return i == roles.title_end + 1 and i + 1 < len(roles.of) and roles.of[i + 1] == "facts" and i not in roles.cuts


def _between_facts(roles: Roles, i: int) -> bool:
    """Electronic papers put the captions of a report between its length or date and its byline."""
    before = any(role == "facts" for role in roles.of[roles.title_end : i])
    after = next((role for role in roles.of[i + 1 :] if role not in ("text", "caption")), "text")
    return before and after == "byline"
