"""How text is set at a place of a page: in which block, as a link, bold, centred, as a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from heitu.read.html_tree import Element

_BOLD = re.compile(r"font-weight:(?:bold|[6-9]00)")
_OUTLINE = re.compile(r"mso-outline-level:([1-6])")
_WORD_HEADING = re.compile(r"\bMsoHeading([1-6])\b")


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set at a place of the page. `row` is the row of a table of data that it stands in."""

    block: Element
    linked: bool = False
    bold: bool = False
    centred: bool = False
    preformatted: bool = False
    heading: int = 0
    row: Element | None = None

    def inside(self, element: Element, row: Element | None) -> Setting:
        """The setting within a child element."""
        return Setting(
            block=element if element.is_block else self.block,
            linked=self.linked or (element.name == "a" and "href" in element.attributes),
            bold=self.bold or element.name in ("b", "strong") or bool(_BOLD.search(element.style)),
            centred=_is_centred(element, self.centred),
            preformatted=self.preformatted or element.name in ("pre", "listing", "xmp"),
            heading=_heading_level(element) or self.heading,
            row=row,
        )


def _is_centred(element: Element, inherited: bool) -> bool:
    if element.name == "center":
        return True
    align = re.search(r"text-align:(\w+)", element.style)
    value = align[1] if align else element.attributes.get("align", "").strip().lower()
    return value == "center" if value and element.name != "table" else inherited


def _heading_level(element: Element) -> int:
    """1 to 6 for `<h1>` to `<h6>` and for what Word marks as a heading, else 0."""
    if re.fullmatch(r"h[1-6]", element.name):
        return int(element.name[1])
    match = _OUTLINE.search(element.style) or _WORD_HEADING.search(element.attributes.get("class", ""))
    return int(match[1]) if match else 0
