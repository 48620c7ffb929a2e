"""A short cut for Python-Markdown: a raw HTML block is put aside at once, not parsed tag by tag.

Our pages are almost wholly escaped HTML blocks, and two parsers in pure Python (Python-Markdown's, and MkDocs's search
for anchors) took nine tenths of a build's time to leave them as they were. The bytes that come out are the same without
it; a test compares them.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_OPENING = re.compile(
    r"^<(article|aside|details|div|dl|figure|footer|header|main|nav|ol|section|table|ul)\b[^>\n]*>", re.MULTILINE
)
_NOT_PLAIN = ("<!--", " markdown")
"""A block with a comment, or with Markdown in it (md_in_html), is left to Python-Markdown."""
_PRIORITY = 24  # after white space (30) and fenced code (25), before MkDocs's (21) and Python-Markdown's parser (20)


class RawHtml(Extension):
    """Registers the short cut."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        md.preprocessors.register(_StashBlocks(md), "heitu_raw_html", _PRIORITY)


class _StashBlocks(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        kept: list[str] = []
        done = position = 0
        while opening := _OPENING.search(text, position):
            start, end = opening.start(), _end_of_block(text, opening)
            before = text[done:start]
            if end is None or (before.strip("\n") and not before.endswith("\n\n")):
                position = opening.end()
                continue
            kept += before, self.md.htmlStash.store(text[start:end]), "\n\n"
            done = position = end
        kept.append(text[done:])
        return "".join(kept).split("\n")


def _end_of_block(text: str, opening: re.Match[str]) -> int | None:
    """Where the element ends that opens here, if it is plain and a line ends there too; None otherwise."""
    depth = 0
    for tag in re.compile(rf"<(/?){opening[1]}\b[^>]*>").finditer(text, opening.start()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            plain = not any(mark in text[opening.start() : tag.end()] for mark in _NOT_PLAIN)
            return tag.end() if plain and text.startswith("\n", tag.end()) else None
    return None
