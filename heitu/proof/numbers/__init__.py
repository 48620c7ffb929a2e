"""Numbers by value: whether a translation has the figures of its original, no other ones, and each in its place.

Both sentences are read to figures with exact values in base units (`chinese`, `english`), matched by value
(`matching`), and what is left or does not agree is a difference (`compare`).
"""

from __future__ import annotations

from heitu.proof.numbers.compare import compare_numbers
from heitu.proof.numbers.difference import NumberDifference

__all__ = ["NumberDifference", "compare_numbers"]
