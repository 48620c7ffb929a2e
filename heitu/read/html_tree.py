"""The tree of a page, as Beautiful Soup and lxml repair it, with every text run still at its place in the file.

Instead of its text the parser is given a skeleton: each text run is replaced by a marker with its number, and each tag
keeps nothing but its name and its number. What comes out as the tree is read back through these numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from heitu.read.html_tokens import Token, attributes

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKER = re.compile(f"{_OPEN}([0-9]+){_CLOSE}")
_NUMBER = "i"
# Tags of the frame around a page and of its head, which hold no text of their own.
_FRAME_TAGS = "html head body frameset frame meta link base script style title textarea iframe noembed noframes"
_FRAME = frozenset(_FRAME_TAGS.split())
_BLOCKS = (
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre "
    "search section summary table tbody td tfoot th thead tr ul xmp "
    "audio button canvas datalist noscript object optgroup option select svg template video"
)
BLOCKS = frozenset(_BLOCKS.split())


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the page. `token` is the number of its start tag, -1 where the parser supplied the element."""

    name: str
    token: int
    parent: Element | None
    attributes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def style(self) -> str:
        """The style attribute without blanks, in lower case."""
        return re.sub(r"\s+", "", self.attributes.get("style", "")).lower()

    @property
    def is_block(self) -> bool:
        style = self.style
        if "display:inline" in style:
            return False
        return self.name in BLOCKS or "display:block" in style

    def lineage(self) -> Iterator[Element]:
        """The element and its ancestors, from the inside out."""
        element: Element | None = self
        while element:
            yield element
            element = element.parent


@dataclass(frozen=True, slots=True)
class Node:
    """A step through the tree: an element opens or closes, or a text run (`token`) stands in an element."""

    kind: str
    element: Element
    token: int = -1


def skeleton(tokens: tuple[Token, ...]) -> str:
    """What the parser is given; see the module."""
    parts: list[str] = []
    for number, token in enumerate(tokens):
        if token.kind in ("text", "raised"):
            parts.append(f"{_OPEN}{number}{_CLOSE}")
        elif token.kind == "start" and token.name not in _FRAME:
            parts.append(f'<{token.name} {_NUMBER}="{number}">')
        elif token.kind == "end" and token.name not in _FRAME:
            parts.append(f"</{token.name}>")
    return "".join(parts)


def walk(text: str, tokens: tuple[Token, ...]) -> Iterator[Node]:
    """The page's tree in reading order."""
    soup = BeautifulSoup(skeleton(tokens), "lxml")
    root = Element("html", -1, None)
    stack: list[tuple[Element, Iterator[object]]] = [(root, iter(soup.contents))]
    yield Node("open", root)
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield Node("close", element)
        elif isinstance(child, Tag):
            number = int(str(child.get(_NUMBER, "-1")))
            found = attributes(text[tokens[number].span.start : tokens[number].span.end]) if number >= 0 else {}
            inner = Element(child.name, number, element, MappingProxyType(dict(found)))
            stack.append((inner, iter(child.contents)))
            yield Node("open", inner)
        elif isinstance(child, NavigableString):
            for match in _MARKER.finditer(child):
                yield Node("text", element, int(match[1]))
