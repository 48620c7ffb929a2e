"""JSON as it is published: UTF-8, keys in the order of the contract, an entry a line, so that versions compare well."""

from __future__ import annotations

import json
from collections.abc import Mapping

_compact = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def json_bytes(data: object) -> bytes:
    """A list an entry a line; an object a key a line, and a list of objects in it an entry a line.

    >>> print(json_bytes({"a": 1, "b": [{"x": "土"}, {"x": 2}], "c": []}).decode(), end="")
    {
    "a": 1,
    "b": [
    {"x": "土"},
    {"x": 2}
    ],
    "c": []
    }
    """
    if isinstance(data, Mapping):
        body = ",\n".join(f"{_compact(key)}: {_value(value)}" for key, value in data.items())
        return f"{{\n{body}\n}}\n".encode()
    return f"{_value(data)}\n".encode()


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n" + ",\n".join(map(_compact, value)) + "\n]"
    return _compact(value)
