"""Work side by side gives what work one after the other gives, errors included."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from heitu.errors import Fault, InputError
from heitu.parallel import LARGE, mapped, side_by_side

FAULT = Fault("seeds/a.yml", 3, "错", "wrong", "改", "Mend it")


def double(number: int) -> MappingProxyType[str, int]:
    return MappingProxyType({"twice": 2 * number})


@pytest.mark.parametrize("count", [3, LARGE * 3])
def test_results_come_in_order(count: int) -> None:
    assert [result["twice"] for result in mapped(double, range(count))] == [2 * n for n in range(count)]


@pytest.mark.parametrize("large", [False, True])
def test_both_results_arrive(large: bool) -> None:
    assert side_by_side(lambda: 1, lambda: double(2)["twice"], large=large) == (1, 4)


def fail() -> None:
    raise InputError([FAULT])


@pytest.mark.parametrize("large", [False, True])
def test_an_error_beside_is_raised_here(large: bool) -> None:
    with pytest.raises(InputError) as raised:
        side_by_side(lambda: 1, fail, large=large)
    assert raised.value.faults == (FAULT,)


def test_an_error_here_ends_the_other_process() -> None:
    """Even one that has much to say, and nobody left to say it to."""
    with pytest.raises(InputError):
        side_by_side(fail, lambda: "文" * 10_000_000, large=True)
