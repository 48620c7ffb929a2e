"""Tables of data, whose rows are lines, told from tables that only place things on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median

from heitu.read.html_tokens import Token
from heitu.read.html_tree import Element, Node

_TYPICAL, _LONGEST = 30, 120  # characters in a cell of data


@dataclass(slots=True)
class _Table:
    element: Element
    rows: list[list[int]] = field(default_factory=list)
    holds_table: bool = False

    def add_cell(self) -> None:
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(0)

    @property
    def is_data(self) -> bool:
        """Two rows or more with two filled cells or more, and nothing long in a cell."""
        filled = [size for row in self.rows for size in row if size]
        rows = sum(sum(map(bool, row)) >= 2 for row in self.rows)
        return not self.holds_table and rows >= 2 and median(filled) <= _TYPICAL and max(filled) <= _LONGEST


def data_tables(text: str, tokens: tuple[Token, ...], nodes: Iterable[Node]) -> frozenset[Element]:
    """The tables of a page that hold data."""
    found: set[Element] = set()
    open_tables: list[_Table] = []
    for node in nodes:
        name = node.element.name
        if node.kind == "open" and name == "table":
            if open_tables:
                open_tables[-1].holds_table = True
            open_tables.append(_Table(node.element))
        elif not open_tables:
            continue
        elif node.kind == "open" and name == "tr":
            open_tables[-1].rows.append([])
        elif node.kind == "open" and name in ("td", "th"):
            open_tables[-1].add_cell()
        elif node.kind == "text":
            table, span = open_tables[-1], tokens[node.token].span
            if table.rows and table.rows[-1]:
                table.rows[-1][-1] += len("".join(text[span.start : span.end].split()))
        elif node.kind == "close" and name == "table" and open_tables.pop().is_data:
            found.add(node.element)
    return frozenset(found)
