"""What Python packs, JavaScript unpacks to the same bytes; what is damaged it refuses."""

from __future__ import annotations

import random
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.search.packing import Packed, pack, seven
from tests.unit.nodes import Service

START, END = b'heitu.receive("grams-0","', b'");\n'
COMPRESSIONS = [
    (level, strategy)
    for level in (0, 1, 6, 9)
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE)
]


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with Service("packing_service.mjs") as service:
        yield service


def _payloads(seed: int = 0) -> Iterator[bytes]:
    """Bytes of every kind: none, one, noise, text, long runs, far repetitions, more than a window."""
    dice = random.Random(seed)
    yield from (b"", b"\0", bytes(range(256)), b"a" * 70_000)
    yield dice.randbytes(66_000)
    text = "".join(dice.choices("黑土地保护，2021年\n", k=30_000)).encode()
    yield text
    yield dice.randbytes(300) + text + dice.randbytes(32_000) + text[:500]
    yield from (bytes(dice.choices(range(4), k=length)) for length in range(1, 40))


def _text(packed: Packed) -> str:
    assert packed.data.startswith(START)
    assert packed.data.endswith(END)
    return packed.data[len(START) : -len(END)].decode()


def _deflated(payload: bytes, level: int = 9, strategy: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15, 9, strategy)
    return deflate.compress(payload) + deflate.flush()


def _inflated(body: bytes) -> list[str]:
    inflate = zlib.decompressobj(-15)
    try:
        payload = inflate.decompress(body)
    except zlib.error:
        return ["error"]
    return ["error"] if inflate.unused_data or not inflate.eof else [b64encode(payload).decode()]


def test_what_is_packed_is_unpacked(service: Service) -> None:
    payloads = list(_payloads())
    files = [pack("grams-0", payload) for payload in payloads]
    answers = service([["run", file.data.decode(), file.mark] for file in files])
    assert [b64decode(answer) for (answer,) in answers] == payloads


@given(st.binary(max_size=300))
def test_any_bytes_come_back(service: Service, payload: bytes) -> None:
    file = pack("grams-0", payload)
    assert service([["run", file.data.decode(), None]]) == [[b64encode(payload).decode()]]


def test_a_file_is_one_line_that_no_page_and_no_browser_reads_otherwise() -> None:
    for payload in _payloads():
        text = _text(pack("grams-0", payload))
        assert not set(text) & set('\0\n\r"<\\\u2028\u2029')
        assert max(text, default="") <= "\x85"


def test_the_same_payload_gives_the_same_file() -> None:
    payload = bytes(range(256)) * 9
    assert pack("grams-0", payload) == pack("grams-0", payload)
    assert pack("grams-0", payload).mark == zlib.crc32(_deflated(payload)) & 0xFFFFFF


def test_every_kind_of_block_is_inflated(service: Service) -> None:
    bodies = [_deflated(payload, *how) for payload in _payloads(1) for how in COMPRESSIONS]
    answers = service([["inflate", b64encode(body).decode(), None] for body in bodies])
    assert answers == [_inflated(body) for body in bodies]


@given(st.integers(0, 1 << 32), st.sampled_from(COMPRESSIONS))
def test_what_zlib_refuses_is_refused_and_only_that(service: Service, seed: int, how: tuple[int, int]) -> None:
    """Bodies with a byte changed, lost or added, and noise: not even behind a right checksum does one do harm."""
    dice = random.Random(seed)
    bodies = []
    for _ in range(20):
        body = bytearray(_deflated(bytes(dice.choices(range(dice.choice([3, 30, 256])), k=dice.randrange(400))), *how))
        at = dice.randrange(len(body))
        body[at : at + dice.choice([0, 1, 1, 9])] = dice.randbytes(dice.choice([0, 1, 1, 2]))
        bodies.append(bytes(body))
    bodies += [bytes([4 + dice.randrange(2)]) + dice.randbytes(60) for _ in range(20)]
    answers = service([["inflate", b64encode(body).decode(), None] for body in bodies])
    assert [answer[:1] for answer in answers] == [_inflated(body) for body in bodies]


def test_any_changed_character_is_noticed(service: Service) -> None:
    text = _text(pack("grams-0", bytes(range(200)) * 3))
    dice = random.Random(3)
    damaged = [
        text[:i] + dice.choice([c for c in map(chr, range(160)) if c != text[i]]) + text[i + 1 :]
        for i in range(len(text))
    ]
    damaged += [text[:i] for i in range(len(text))] + [text + "\x80", text + text, "", "一" + text]
    answers = service([["unpack", one, None] for one in damaged])
    assert [one for one, (answer, *_) in zip(damaged, answers, strict=True) if answer != "error"] == []


def test_a_file_of_another_build_is_refused(service: Service) -> None:
    one, other = pack("grams-0", b"one"), pack("grams-0", b"other")
    (right,), wrong = service([["unpack", _text(one), one.mark], ["unpack", _text(one), other.mark]])
    assert b64decode(right) == b"one"
    assert wrong == ["error", "damaged: mark"]


@given(st.binary(max_size=64))
def test_seven_bits_at_a_time_are_the_bits_in_their_order(data: bytes) -> None:
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 7)
    values = [int(bits[i : i + 7], 2) for i in range(0, len(bits), 7)]
    escapes = {value: 0x80 + i for i, value in enumerate(b'\0\n\r"<\\')}
    assert seven(data).decode() == "".join(chr(escapes.get(value, value)) for value in values)
