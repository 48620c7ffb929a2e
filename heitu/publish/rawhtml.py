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

_OPENING = re.compile(r"^<(article|aside|details|div|dl|figure|footer|header|main|nav|ol|section|table|ul)\b", re.M)
_BLANK_LINE = re.compile(r"( *\n){2}")
_NOT_PLAIN = re.compile(
    r"<[!?A-Z]|<(?:script|style|textarea|title)\b| markdown|`|[a-z]\s*=\s*(?:\"[^\"<>]*[<>]|'[^'<>]*[<>]|[^\s\"'<>]*<)"
)
"""Comments, capitals, elements whose content is no markup, Markdown inside, code spans, attributes that hold tags."""
_PRIORITY = 24  # after white space (30) and fenced code (25), before MkDocs's (21) and Python-Markdown's parser (20)


class RawHtml(Extension):
    """Registers the short cut."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown's name
        md.preprocessors.register(_StashBlocks(md), "heitu_raw_html", _PRIORITY)


class _StashBlocks(Preprocessor):
    """Takes the blocks from the top of a page on, up to the first thing that only the parser understands."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        kept: list[str] = []
        done = 0
        while opening := _OPENING.search(text, done):
            before, end = text[done : opening.start()], _end_of_block(text, opening[1], opening.start())
            if end is None or "<" in before or "`" in before:
                break
            block = text[opening.start() : end] + ("\n" if _BLANK_LINE.match(text, end) else "")
            kept += before, "\n", self.md.htmlStash.store(block), "\n\n"
            done = end
        kept.append(text[done:])
        return "".join(kept).split("\n")


def _end_of_block(text: str, name: str, start: int) -> int | None:
    """Where the element of this name that opens at `start` ends, if it is plain and its line ends there; or None."""
    depth = 0
    for tag in re.compile(rf"<(/?){name}\b[^>]*>").finditer(text, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            plain = not _NOT_PLAIN.search(text, start, tag.end())
            return tag.end() if plain and text.startswith("\n", tag.end()) else None
    return None
