"""Postings are read in Python and in JavaScript as they were written."""

from __future__ import annotations

import random
from base64 import b64encode
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heitu.search.grams import SHIFT
from heitu.search.postings import FEW, Posting, gram, in_order, plain, shard, varints
from tests.search_reader import decode_gram_units, decode_places, decode_units, decode_varints, read_shard
from tests.unit.nodes import Service

Answer = list[object]
SIZES = (1, 2, FEW, FEW + 1, 40)
TERMS = st.text(
    st.one_of(st.sampled_from("ab8黑土\uff5e豈𠮷"), st.characters(codec="utf-8", exclude_characters="\n")), min_size=1
)


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    with Service("postings_service.mjs") as service:
        yield service


def _ask(service: Service, payload: bytes, grams: bool, asked: Sequence[str] = ()) -> Answer:
    return service([b64encode(payload).decode(), grams, list(asked), list(asked)])  # type: ignore[return-value]


def _ascending(dice: random.Random, count: int, top: int) -> list[int]:
    """Some numbers close together and some far apart."""
    numbers: set[int] = set()
    while len(numbers) < count:
        start = dice.randrange(top)
        numbers.update(range(start, min(top, start + dice.choice([1, 1, 2, 5]))))
    return sorted(dice.sample(sorted(numbers), count))


def _places(dice: random.Random) -> list[int]:
    positions = _ascending(dice, dice.choice([1, 1, 1, 2, 3, 200]), dice.choice([300, 100_000]))
    return [2 * position + (dice.random() < 0.2) for position in positions]


def _gram(term: str, units: Sequence[int], places: Sequence[Sequence[int]]) -> Posting:
    return gram(term, [unit << SHIFT | place for unit, found in zip(units, places, strict=True) for place in found])


@given(st.lists(TERMS, unique=True, max_size=6), st.integers(0, 1 << 32), st.lists(TERMS, max_size=4))
def test_grams_are_read_as_they_were_written(service: Service, terms: list[str], seed: int, others: list[str]) -> None:
    dice = random.Random(seed)
    terms.sort(key=in_order)
    units = [_ascending(dice, dice.choice(SIZES), 3_000_000) for _ in terms]
    places = [[_places(dice) for _ in some] for some in units]
    payload = shard([_gram(*row) for row in zip(terms, units, places, strict=True)])
    rows = [[len(some), some, found if len(some) > FEW else None] for some, found in zip(units, places, strict=True)]
    postings = read_shard(payload)
    assert [posting.term for posting in postings] == terms
    assert [[p.df, decode_gram_units(p.units), decode_places(p)] for p in postings] == rows
    asked = [*terms, *(term[:1] for term in terms), *others]
    assert _ask(service, payload, True, asked) == [
        terms,
        rows,
        [terms.index(term) if term in terms else -1 for term in asked],
        [_range(terms, prefix) for prefix in asked],
    ]


def _range(terms: list[str], prefix: str) -> list[int]:
    start = bisect_left([in_order(term) for term in terms], in_order(prefix))
    return [start, start + sum(term.startswith(prefix) for term in terms)]


def test_a_gram_of_thousands_of_units(service: Service) -> None:
    dice = random.Random(5)
    units = _ascending(dice, 5000, 200_000)
    places = [_places(dice) for _ in units]
    payload = shard([_gram("的发", units, places), _gram("发展", [7], [[0]])][::-1])
    assert _ask(service, payload, True)[1] == [[1, [7], None], [5000, units, places]]


@given(st.lists(st.sets(st.integers(0, 1 << 30), min_size=1, max_size=30), max_size=4))
def test_words_are_read_as_they_were_written(service: Service, lists: list[set[int]]) -> None:
    units = [sorted(some) for some in lists]
    terms = [f"word{i}" for i in range(len(units))]
    payload = shard([plain(term, [unit << SHIFT for unit in some]) for term, some in zip(terms, units, strict=True)])
    assert [decode_units(posting.units) for posting in read_shard(payload)] == units
    assert _ask(service, payload, False) == [terms, [[len(some), some, None] for some in units], [], []]


@given(st.lists(st.integers(0, 1 << 40)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert decode_varints(varints(numbers)) == numbers


def test_terms_stand_in_the_order_of_javascript() -> None:
    """A character beyond U+FFFF stands before U+FF5E there."""
    assert sorted(["～", "𠮷", "黑"], key=in_order) == ["黑", "𠮷", "～"]
    for terms in (["～", "𠮷"], ["黑", "黑"]):
        with pytest.raises(ValueError, match="not in order"):
            shard([Posting(term, 1, b"\0") for term in terms])


def test_a_shard_that_is_cut_is_refused(service: Service) -> None:
    payload = shard([_gram(term, list(range(12)), [[3]] * 12) for term in ("土地", "黑土")])
    for damaged in (*(payload[:i] for i in range(len(payload))), payload + b"\0"):
        assert _ask(service, damaged, True)[0] == "error"
