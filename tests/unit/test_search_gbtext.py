"""Texts in GB 18030 are read in the browser as they were written, whatever characters they have."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.search.gbtext import encode
from tests.unit.nodes import Service

CHARACTERS = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x10000), *range(0x10000, 0x110000, 251))]
"""All of the basic plane, and some of the others: none of them is in GBK."""


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with Service("gbtext_service.mjs") as service:
        yield service


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _ask(service: Service, encoded: bytes) -> object:
    return service(b64encode(encoded).decode())


def test_every_character_comes_back(service: Service) -> None:
    """Among them those of two bytes that editions of GB 18030 give to different characters."""
    assert _ask(service, encode(_json(CHARACTERS))) == CHARACTERS


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=9))
def test_any_value_comes_back(service: Service, value: object) -> None:
    assert _ask(service, encode(_json(value))) == value


def test_half_a_character_does_no_harm(service: Service) -> None:
    assert _ask(service, encode(_json("黑\ud842土"))) == "黑\ud842土"


def test_what_chinese_texts_are_made_of_takes_two_bytes() -> None:
    text = "黑土地“梨树模式”——鄉村振興，２０２１年《规划》①……·℃％～、。"
    assert len(encode(text)) == 2 * len(text)
    assert encode("mu 84.83%") == b"mu 84.83%"


def test_only_bytes_that_every_decoder_reads_alike_are_written() -> None:
    """What is not ASCII is a pair that GBK has, and no pair that Python reads as a private character."""
    written = {character: encode(character) for character in CHARACTERS}
    as_it_is = {character: data for character, data in written.items() if not data.startswith(b"\\u")}
    assert {character for character, data in as_it_is.items() if data.decode("gb18030") != character} == set()
    assert {len(data) for character, data in as_it_is.items() if character > "\x7f"} == {2}
    assert not any("\ue000" <= character <= "\uf8ff" for character in as_it_is)
    assert len(as_it_is) == 128 + 21791
