"""What of a page is not its main text, by structure, link density and place; never by the class names of one site.

1. Parts that say what they are: hidden, nav, aside, header, footer, form (unless they hold most of the prose).
2. Lines and blocks that give themselves away: breadcrumbs, page tools, mostly links, lists of related reading.
3. The main text is the innermost element with nearly all the prose that is left. Outside it stay the headline, what
   stands between headline and text, and what follows the text without a break; all else is boilerplate.
"""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from heitu.folding import fold
from heitu.read.html_layout import PageLine
from heitu.read.html_phrases import (
    ATTACHMENT,
    BREADCRUMB,
    COPYRIGHT,
    HIDDEN,
    IMPRINT,
    METADATA,
    PARTS,
    PROSE,
    RELATED,
    is_page_tools,
)
from heitu.read.html_tree import Element

_MOST, _MAIN = 0.5, 0.9  # shares of a page's prose
_SIDE = 0.25  # what holds more of the prose is not a side list
_LINKED = 0.5
_SHORT = 80  # characters in a line of metadata
_LONG = 40  # characters in a paragraph of prose
_TITLE = 4  # characters that a headline has at least


@dataclass(frozen=True, slots=True)
class _Measures:
    """What each element holds: characters but blanks, those in links, those of prose, lines of links; and all prose."""

    size: Counter[Element]
    linked: Counter[Element]
    prose: Counter[Element]
    link_lines: Counter[Element]
    whole: int

    @classmethod
    def of(cls, lines: Sequence[PageLine], rules: Sequence[str]) -> _Measures:
        """Lines that a rule has found count as no prose."""
        total = sum(map(prose, _left(lines, rules)))
        measures = cls(Counter(), Counter(), Counter(), Counter(), total)
        for line, rule in zip(lines, rules, strict=True):
            for element in line.element.lineage():
                measures.size[element] += line.size
                measures.linked[element] += line.linked
                measures.prose[element] += 0 if rule else prose(line)
                measures.link_lines[element] += _is_linked(line)
        return measures

    def share(self, element: Element) -> float:
        """The share of the page's prose that an element holds; where the page has none, of its characters."""
        if self.whole:
            return self.prose[element] / self.whole
        return self.size[element] / max(self.size.values(), default=1)


def _left(lines: Sequence[PageLine], rules: Sequence[str]) -> list[PageLine]:
    """The lines that no rule has found."""
    return [line for line, rule in zip(lines, rules, strict=True) if not rule]


def _is_linked(line: PageLine) -> bool:
    return line.linked >= _LINKED * line.size


def prose(line: PageLine) -> int:
    """The characters of a line that read as running text: it is punctuated, and not mostly links."""
    is_running = PROSE.search(line.text) and not _is_linked(line) and not COPYRIGHT.search(line.text)
    return line.size - line.linked if is_running else 0


def judge(lines: Sequence[PageLine], title: str) -> tuple[str, ...]:
    """For each line of a page the rule that found it to be boilerplate, "" for main text; `title` is the `<title>`."""
    measures = _Measures.of(lines, [""] * len(lines))
    rules = [_part_rule(line, measures) or _line_rule(line) for line in lines]
    rules = _imprint_rules(lines, rules)
    headline = _headline(lines, rules, title)
    if headline is not None:
        rules = _open_header(lines, rules, lines[headline].element)
    rules = [rule or _dense_rule(line, measures) for line, rule in zip(lines, rules, strict=True)]
    rules = _related_rules(lines, rules, measures)
    if headline is not None:
        rules[headline] = ""
    return tuple(_place_rules(lines, rules, headline))


def _part_rule(line: PageLine, measures: _Measures) -> str:
    for element in line.element.lineage():
        rule = _part(element)
        if rule and measures.share(element) <= _MOST:
            return rule
    return ""


def _part(element: Element) -> str:
    """The rule for what an element says that it is, "" if it says nothing."""
    if "hidden" in element.attributes or HIDDEN.search(element.style):
        return "html.hidden"
    return PARTS.get(element.name) or PARTS.get(element.attributes.get("role", "").lower(), "")


def _line_rule(line: PageLine) -> str:
    if line.size > _SHORT or "。" in line.text:
        return ""
    if BREADCRUMB.match(line.text):
        return "html.breadcrumb"
    if is_page_tools(line.text):
        return "html.page-tools"
    return "html.copyright" if COPYRIGHT.search(line.text) else ""


def _imprint_rules(lines: Sequence[PageLine], rules: Sequence[str]) -> list[str]:
    """Who runs the site and where, which is short and comes after the last paragraph; earlier it is part of the text."""
    last = max((i for i, line in enumerate(lines) if prose(line) >= _LONG), default=len(lines))
    return [
        rule or ("html.copyright" if i > last and line.size <= _SHORT and IMPRINT.search(line.text) else "")
        for i, (line, rule) in enumerate(zip(lines, rules, strict=True))
    ]


def _headline(lines: Sequence[PageLine], rules: Sequence[str], title: str) -> int | None:
    """The line that the browser's title bar repeats, best from its beginning, else the first top heading."""
    last = max(range(len(lines)), key=lambda i: prose(lines[i]), default=-1)
    allowed = [i for i in range(last + 1) if rules[i] in ("", "html.header") and not _is_linked(lines[i])]
    wanted = fold(html.unescape(title))

    def agreement(index: int) -> int:
        text = fold(lines[index].text)
        if len(text) < _TITLE or not wanted or (text not in wanted and wanted not in text):
            return 0
        return min(len(text), len(wanted)) * (2 if wanted.startswith(text) else 1)

    best = max(allowed, key=agreement, default=None)
    if best is not None and agreement(best):
        return best
    headings = [i for level in (1, 2) for i in allowed if lines[i].line.mark == level]
    return headings[0] if headings else None


def _open_header(lines: Sequence[PageLine], rules: Sequence[str], headline: Element) -> list[str]:
    """A header that holds the headline is the article's, not the site's."""
    own = {element for element in headline.lineage() if _part(element) == "html.header"}
    return [
        _line_rule(line) if rule == "html.header" and own & set(line.element.lineage()) else rule
        for line, rule in zip(lines, rules, strict=True)
    ]


def _dense_rule(line: PageLine, measures: _Measures) -> str:
    """A line that is mostly links, or that stands in a block where most of the text is links."""
    if _is_linked(line) and "。" not in line.text and not ATTACHMENT.match(line.text):
        return "html.link-density"
    for element in line.element.lineage():
        is_dense = measures.linked[element] >= _LINKED * measures.size[element] and measures.link_lines[element] >= 2
        if is_dense and measures.share(element) <= _SIDE:
            return "html.link-density"
    return ""


def _related_rules(lines: Sequence[PageLine], rules: Sequence[str], measures: _Measures) -> list[str]:
    """A list with links under a heading such as 相关阅读, or the heading alone where its list was found to be links."""
    found = list(rules)
    for index, line in enumerate(lines):
        if found[index] or line.size > _SHORT or not RELATED.fullmatch(line.text):
            continue
        block = next((e for e in line.element.lineage() if measures.size[e] > line.size), line.element)
        if measures.linked[block] and measures.share(block) <= _SIDE:
            for later in range(index, len(lines)):
                if block in lines[later].element.lineage():
                    found[later] = found[later] or "html.related"
        elif index + 1 == len(lines) or found[index + 1]:
            found[index] = "html.related"
    return found


def _place_rules(lines: Sequence[PageLine], rules: Sequence[str], headline: int | None) -> list[str]:
    """Marks what stands outside the article, which runs from its headline to the end of what follows the main text."""
    main = _main(lines, rules)
    if not main:
        return list(rules)
    inside = [i for i, line in enumerate(lines) if main in line.element.lineage()]
    start, end = inside[0], inside[-1] + 1
    scope = main.parent or main
    if headline is not None and headline < start:
        start = headline
        own = set(lines[headline].element.lineage())
        scope = next((element for element in main.lineage() if element in own), main)
    within = [scope in line.element.lineage() for line in lines]
    while start and not rules[start - 1] and within[start - 1]:
        if headline is not None and not _belongs(lines[start - 1], lines[headline]):
            break
        start -= 1
    while end < len(lines) and not rules[end] and within[end]:
        end += 1
    return [rule or ("" if start <= i < end else "html.outside-main") for i, rule in enumerate(rules)]


def _belongs(line: PageLine, headline: PageLine) -> bool:
    """Whether a line over the headline is part of it (a kicker) or metadata."""
    return line.element.parent is headline.element.parent or bool(METADATA.search(line.text) and line.size <= _SHORT)


def _main(lines: Sequence[PageLine], rules: Sequence[str]) -> Element | None:
    """The innermost element with nearly all the prose, widened as long as that takes in nothing that a rule found."""
    measures = _Measures.of(lines, rules)
    largest = max(_left(lines, rules), key=prose, default=None)
    if largest is None or not prose(largest):
        return None
    main = next(element for element in largest.element.lineage() if measures.share(element) >= _MAIN)
    found = Counter(e for line, rule in zip(lines, rules, strict=True) if rule for e in line.element.lineage())
    while main.parent and not found[main.parent]:
        main = main.parent
    return main
