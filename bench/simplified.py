"""The table of traditional characters and their simplified forms, made anew: `python -m bench.simplified`.

It writes `heitu/simplified.py`, to be read, and `templates/js/simplified.js`, as small as may be. The characters are
those of OpenCC (`pip install opencc`, Apache-2.0), which the program itself does not need: a character alone, by the
first of its simplified forms. Left out is

- what is in neither Big5 nor GBK, or whose simplified form is not in GBK or stands outside U+4E00 to U+9FFF: hardly any
  text has it, and it would take a third of the room;
- what folding changes anyway, before or after (compatibility ideographs);
- what has a simplified form that is itself simplified further: the table applied twice is the table applied once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from heitu.folding import fold

PROJECT = Path(__file__).parents[1]
HAN = range(0x4E00, 0xA000)
ON_A_LINE = 24

PYTHON = '''"""Traditional characters, each with its simplified form behind it. Made by bench/simplified.py, not by hand."""

PAIRS = """
{pairs}
"""

SIMPLIFIED = {{pair[0]: pair[1] for pair in PAIRS.split()}}
'''
SCRIPT = """/**
 * Traditional characters and their simplified forms, made by bench/simplified.py, not by hand. In the order of the
 * simplified: how far each is from the one before, and how far the traditional is from the one before, as numbers like
 * 2n, or -2n - 1 below zero. The first stand behind U+4E00. `fold.js` reads them.
 */

export const SIMPLIFIED_STEPS =
  "{simplified}";
export const TRADITIONAL_STEPS =
  "{traditional}";
"""


def table(simplified: Callable[[str], str]) -> Mapping[str, str]:
    """Traditional -> simplified, sorted by the simplified and then by the traditional character."""
    found = {character: simplified(character) for character in map(chr, HAN) if _is_common(character)}
    changed = {old: new for old, new in found.items() if old != new and len(new) == 1 and ord(new) in HAN}
    kept = {
        old: new
        for old, new in changed.items()
        if new not in changed and fold(old) == old and fold(new) == new and _is_in(new, "gbk")
    }
    return dict(sorted(kept.items(), key=lambda pair: (pair[1], pair[0])))


def _is_common(character: str) -> bool:
    return _is_in(character, "big5") or _is_in(character, "gbk")


def _is_in(character: str, encoding: str) -> bool:
    return bool(character.encode(encoding, "ignore"))


def steps(characters: str, signed: bool) -> str:
    """How far each character is from the one before, in digits.

    >>> steps("一丁七一", signed=True)
    "#%'("
    """
    codes = [HAN.start, *map(ord, characters)]
    return "".join(_digits(_unsigned(code - last) if signed else code - last) for last, code in pairwise(codes))


def _unsigned(number: int) -> int:
    return 2 * number if number >= 0 else -2 * number - 1


def _digits(number: int) -> str:
    """A number: digits from 60 to 89, the lowest first, then one from 0 to 59; of value 1, 30, 900, …"""
    return "".join(chr(digit + (35 if digit < 57 else 36)) for digit in _values(number))  # without the backslash


def _values(number: int) -> Iterator[int]:
    while number >= 60:
        yield 60 + (number - 60) % 30
        number = (number - 60) // 30
    yield number


def main() -> None:
    import opencc  # type: ignore[import-not-found]  # noqa: PLC0415  (only who makes the table anew needs it)

    pairs = table(opencc.OpenCC("t2s").convert)
    both = ["".join(pair) for pair in pairs.items()]
    lines = [" ".join(both[i : i + ON_A_LINE]) for i in range(0, len(both), ON_A_LINE)]
    (PROJECT / "heitu/simplified.py").write_text(PYTHON.format(pairs="\n".join(lines)), encoding="utf-8")
    (PROJECT / "templates/js/simplified.js").write_text(script(pairs), encoding="utf-8")


def script(pairs: Mapping[str, str]) -> str:
    """The table for the browser; the pairs are sorted as `table` sorts them."""
    old, new = steps("".join(pairs), signed=True), steps("".join(pairs.values()), signed=False)
    return SCRIPT.format(simplified=new, traditional=old)


if __name__ == "__main__":
    main()
