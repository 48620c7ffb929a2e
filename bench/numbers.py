"""How well figures are proof-read, on official translations: `python -m bench.numbers FOLDER [--only N/M]`.

Two things are measured: how many true pairs pass without an error, and how many slips are caught that were made on
purpose in pairs that passed (`bench.slips`, the same in every run). How many pairs have no finding at all, not even a
remark, is told as well. A pair counts if it is aligned one to one
(`bench.corpus`) and either side has a figure; how many of all pairs pass is told beside it. `--only 2/3` takes every
third pair, from the third on. Below a floor of `numbers_floor.yml` the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bench.corpus import Pair, files, pairs
from bench.slips import KINDS, MAIN, slips
from heitu.figures import measures
from heitu.proof.numbers import compare_numbers

FLOOR = Path(__file__).with_name("numbers_floor.yml")


@dataclass(slots=True)
class Tally:
    """Counts of pairs and slips."""

    pairs: int = 0
    passed: int = 0
    silent: int = 0
    every_pair: int = 0
    every_passed: int = 0
    made: Counter[str] = field(default_factory=Counter)
    caught: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        self.pairs += other.pairs
        self.passed += other.passed
        self.silent += other.silent
        self.every_pair += other.every_pair
        self.every_passed += other.every_passed
        self.made += other.made
        self.caught += other.caught


def main(folder: Path, only: str) -> int:
    remainder, modulus = (int(part) for part in only.split("/"))
    total, started = Tally(), time.perf_counter()
    tallies: dict[str, Tally] = {}
    found = files(folder)
    if not found:
        print(f"{folder} has no TMX file, and no CSV file with the columns 中文, 英文, 对齐类型", file=sys.stderr)
        return 2
    print("| file | pairs with figures | no error | no finding | all pairs | no error |\n|:--|--:|--:|--:|--:|--:|")
    for path in found:
        tally = measure(path.name, [p for i, p in enumerate(pairs(path)) if i % modulus == remainder])
        tallies[path.name] = tally
        print_pairs(path.name, tally)
        total.add(tally)
    print_pairs("together", total)
    print_slips(total)
    print(f"\n{time.perf_counter() - started:.1f} s")
    floor = yaml.safe_load(FLOOR.read_text("utf-8"))
    return (
        0 if modulus > 1 else max(below_floor(total, floor["together"]), below_floors_of_files(tallies, floor["files"]))
    )


def measure(name: str, some: list[Pair]) -> Tally:
    """The pairs of a file, and the slips made in those that pass."""
    tally = Tally()
    for pair in some:
        found = compare_numbers(pair.zh, pair.en, year=pair.year)
        passes = not any(difference.severity == "error" for difference in found)
        tally.every_pair += 1
        tally.every_passed += passes
        if not pair.is_aligned or not (measures(pair.zh) or re.search(r"\d", pair.en)):
            continue
        tally.pairs += 1
        tally.passed += passes
        tally.silent += not found
        for kind, wrong in slips(pair.zh, pair.en, random.Random(f"{name} {pair.zh}")) if passes else ():
            tally.made[kind] += 1
            tally.caught[kind] += has_error(pair, wrong)
    return tally


def has_error(pair: Pair, en: str) -> bool:
    return any(found.severity == "error" for found in compare_numbers(pair.zh, en, year=pair.year))


def percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def print_pairs(name: str, tally: Tally) -> None:
    passed, every = percent(tally.passed, tally.pairs), percent(tally.every_passed, tally.every_pair)
    silent = percent(tally.silent, tally.pairs)
    print(f"| {name} | {tally.pairs} | {passed:.1f} % | {silent:.1f} % | {tally.every_pair} | {every:.1f} % |")


def print_slips(tally: Tally) -> None:
    print("\n| slip | made | caught |\n|:--|--:|--:|")
    for kind in KINDS:
        print(f"| {kind} | {tally.made[kind]} | {percent(tally.caught[kind], tally.made[kind]):.1f} % |")
    made, caught = (sum(counts[kind] for kind in MAIN) for counts in (tally.made, tally.caught))
    print(f"| the first {len(MAIN)} | {made} | {percent(caught, made):.1f} % |")


def below_floor(tally: Tally, floor: Mapping[str, float]) -> int:
    """1 if anything is below its floor, which is then named."""
    made, caught = (sum(counts[kind] for kind in MAIN) for counts in (tally.made, tally.caught))
    reached = {kind: percent(tally.caught[kind], tally.made[kind]) for kind in KINDS} | {
        "passed": percent(tally.passed, tally.pairs),
        "all passed": percent(tally.every_passed, tally.every_pair),
        "caught": percent(caught, made),
    }
    return told_below("together", reached, floor)


def below_floors_of_files(tallies: Mapping[str, Tally], floors: Mapping[str, Mapping[str, float]]) -> int:
    """1 if a file that has floors of its own is below one."""
    below = 0
    for name, tally in tallies.items():
        reached = {"passed": percent(tally.passed, tally.pairs), "silent": percent(tally.silent, tally.pairs)}
        below = max(below, told_below(name, reached, floors.get(name, {})))
    return below


def told_below(what: str, reached: Mapping[str, float], floor: Mapping[str, float]) -> int:
    failed = {name: least for name, least in floor.items() if reached[name] < least}
    for name, least in failed.items():
        print(f"{what}, {name}: {reached[name]:.1f} % is below the floor of {least} %", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="measure the proof-reading of figures on official translations")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="0/1", metavar="N/M", help="the pairs whose number divided by M leaves N")
    arguments = parser.parse_args()
    sys.exit(main(arguments.folder, arguments.only))
