"""What is exported comes back as it was, whatever the texts are; and bytes of any kind end in pairs or one clear line."""

from __future__ import annotations

import contextlib
from typing import get_args

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from heitu.errors import InputError
from heitu.exchange import Row, compare, export, read_pairs
from heitu.translation import FORMATS, Format, State, TranslationUnit

NASTY = [
    "<",
    ">",
    "&",
    "&amp;",
    "]]>",
    '"',
    "=",
    "+1",
    "\n",
    "\t",
    "\u2028",
    "\xa0",
    "_x000D_",
    "<ph/>",
    "“",
    "黑土",
    "2,502",
    " ",
]
texts = st.lists(st.sampled_from(NASTY), max_size=8).map(lambda parts: "".join(parts).replace("_x000D_", "").strip())
sources = texts.filter(bool)
rows = st.lists(
    st.tuples(st.sampled_from(["county", "town"]), sources, texts, texts, st.sampled_from(get_args(State))), max_size=6
).map(
    lambda found: tuple(
        Row(report, "", TranslationUnit(f"s1-p1.{n}", zh, en, state, note))
        for n, (report, zh, en, note, state) in enumerate(sorted(found), start=1)
    )
)
whole = b'<?xml version="1.0"?><tmx><body><tu><tuv lang="zh"><seg>\xe5\x9c\x9f</seg></tuv></tu></body></tmx>'


@settings(max_examples=60)
@given(units=rows, kind=st.sampled_from(FORMATS))
def test_an_export_comes_back_as_it_was(units: tuple[Row, ...], kind: Format) -> None:
    pairs = read_pairs(export(units, kind), "a")
    assert [(p.name, p.zh, p.en, p.note, p.state) for p in pairs] == [
        (row.name, row.unit.source, row.unit.target, row.unit.note, row.unit.state) for row in units
    ]
    assert compare(units, pairs).contributions == ()


@given(at=st.integers(0, len(whole)), junk=st.binary(max_size=6), cut=st.integers(0, 20))
def test_damaged_bytes_are_pairs_or_one_clear_line(at: int, junk: bytes, cut: int) -> None:
    with contextlib.suppress(InputError):
        read_pairs(whole[:at] + junk + whole[at + cut :], "a.tmx")


book = export((Row("county", "", TranslationUnit("title", "黑土", "soil", "translated")),), "xlsx")


@settings(max_examples=60)
@given(at=st.integers(0, len(book)), junk=st.binary(max_size=6), cut=st.integers(0, 20))
def test_a_damaged_workbook_is_pairs_or_one_clear_line(at: int, junk: bytes, cut: int) -> None:
    assume(junk or cut)
    with contextlib.suppress(InputError):
        read_pairs(book[:at] + junk + book[at + cut :], "a.xlsx")
