"""The figures of a translation, as checks: what is wrong keeps the site from being built, what may be right is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from heitu.language import Bilingual
from heitu.proof.numbers import NumberDifference, compare_numbers
from heitu.proof.numbers.difference import Severity
from heitu.proof.pairs import Check, Context, Find, Pair


@lru_cache(maxsize=8)
def _compared(zh: str, en: str, names: re.Pattern[str] | None, year: int | None) -> tuple[NumberDifference, ...]:
    return compare_numbers(zh, en, names=names, year=year)


def _of(severity: Severity) -> Find:
    def find(pair: Pair, context: Context) -> Iterator[Bilingual]:
        if pair.role == "name":
            return
        found = _compared(pair.zh, pair.en, context.labels.get(pair.report), context.years.get(pair.report))
        yield from (difference.message for difference in found if difference.severity == severity)

    return find


numbers: Callable[[Pair, Context], Iterator[Bilingual]] = _of("error")
"""A figure with another value or unit, missing, added, at another's place, or moving the other way."""
remarks: Callable[[Pair, Context], Iterator[Bilingual]] = _of("remark")
"""What good translators do as well: a small number word left out, a year added, “more than” dropped."""

CHECKS = (
    Check("numbers", Bilingual("数字", "numbers"), True, numbers),
    Check("number-remarks", Bilingual("数字的出入", "remarks on numbers"), False, remarks),
)
