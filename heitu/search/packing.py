"""Packing: bytes as a script that a page on `file://` can load, small, and sure to be noticed when they are damaged.

A file calls `heitu.receive(name, text)`. Its text is the deflated payload behind its checksum, seven bits to a
character. The low three bytes of the checksum are the *mark* of the file: whoever lists the files lists their marks, and
takes no file of another build for its own. `templates/js/search/packing.js` unpacks.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

MARK_BITS = 24

_ESCAPED = b'\0\n\r"<\\'
"""What cannot stand in a string of a script, or had better not: written as U+0080, U+0081, … in this order."""

_ESCAPES = [(bytes([byte]), chr(0x80 + i).encode()) for i, byte in enumerate(_ESCAPED)]
_LOW = [bytes(byte >> (i + 1) for byte in range(256)) for i in range(8)]
_HIGH = [bytes(byte << (7 - i) & 127 for byte in range(256)) for i in range(8)]


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of the search index: its bytes, and its mark (24 bits)."""

    data: bytes
    mark: int


def pack(name: str, payload: bytes) -> Packed:
    """The payload as a script that hands it over under this name (ASCII letters, figures, `-`)."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(payload) + deflate.flush()
    checksum = zlib.crc32(body)
    text = seven(checksum.to_bytes(4, "big") + body)
    return Packed(b'heitu.receive("%b","%b");\n' % (name.encode("ascii"), text), checksum % (1 << MARK_BITS))


def seven(data: bytes) -> bytes:
    """The bits of the data, most significant first, seven to a character, as UTF-8; the last are filled up with zeros.

    Seven bytes are eight groups: group i ends the byte i - 1 and begins the byte i. Each is made for all rows at once.

    >>> seven(b"heitu")
    b'4\\x19-\\x17#T'
    """
    rows = -(-len(data) // 7)
    padded = data.ljust(7 * rows, b"\0")
    columns = [bytes(rows), *(padded[i::7] for i in range(7)), bytes(rows)]
    groups = bytearray(8 * rows)
    for i in range(8):
        groups[i::8] = _either(columns[i].translate(_HIGH[i]), columns[i + 1].translate(_LOW[i]))
    text = bytes(groups[: -(-8 * len(data) // 7)])
    for byte, escape in _ESCAPES:
        text = text.replace(byte, escape)
    return text


def _either(one: bytes, other: bytes) -> bytes:
    """The bits that are set in one or the other; both are of the same length."""
    return (int.from_bytes(one, "big") | int.from_bytes(other, "big")).to_bytes(len(one), "big")
