"""The tables that are printed: what a reader waits for, and what a search finds and costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import mean, median

from bench.search.engine import Cost
from bench.search.visit import Channel, Visit

READING = (
    "engine",
    "opened by",
    "queries answered",
    "MB for the search before the first results: median, worst",
    "MB of the page in all: median",
    "ms to the first results: median, worst",
    "ms for a further character: median, worst",
)
FINDING = (
    "engine",
    "exact answers",
    "recall",
    "precision",
    "MB on disk",
    "files",
    "share of the raw text",
    "build s",
    "again s",
    "build MB",
)

FAULT = 100
"""Characters of an error that are printed."""

Truth = Mapping[str, frozenset[str]]


def heading(columns: Sequence[str]) -> str:
    """The first two lines of a table; only the first column has words."""
    return f"{row(columns)}\n|:--|{'--:|' * (len(columns) - 1)}"


def row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def reading(name: str, channel: Channel, visits: Sequence[Visit], truth: Truth, limit: float) -> str:
    """A row of READING."""
    opened = "http, gzip" if channel == "http" else "file://"
    if all(one.outcome == "late" for one in visits):
        return row([name, opened, "0", *["–"] * 2, f"nothing in {limit:g} s{said(visits[0].fault)}", "–"])
    with_hits = [one for one in visits if one.outcome == "found"]
    right = [one for one in visits if is_answered(one, truth[one.query.name])]
    return row(
        [
            name,
            opened,
            f"{len(right)} of {len(visits)}",
            spread([(one.search_bytes / 1e6, one) for one in with_hits], ".2f"),
            f"{median(one.page_bytes for one in with_hits) / 1e6:.2f}" if with_hits else "–",
            spread([(one.milliseconds, one) for one in visits], ",.0f", limit),
            spread([(one.key, one) for one in visits if one.outcome != "late"], ",.0f", limit),
        ]
    )


def is_answered(visit: Visit, true: frozenset[str]) -> bool:
    """Whether a reader got something that is true: a right section, or that there is none."""
    return visit.outcome != "late" and (bool(visit.found & true) if true else not visit.found)


def said(fault: str) -> str:
    """The first error of a page, short, as a cell can hold it."""
    line = " ".join(fault.split()).replace("|", "/")
    return f": “{line[:FAULT]}{'…' if len(line) > FAULT else ''}”" if line else ", and no error"


def spread(values: Sequence[tuple[float | None, Visit]], form: str, limit: float = 0) -> str:
    """Median and worst of values, with the query that was worst; None is later than `limit` seconds."""
    if not values:
        return "–"
    infinite = float("inf")
    numbers = [(infinite if value is None else value, one.query.name) for value, one in values]
    worst, name = max(numbers)

    def told(number: float) -> str:
        return f"> {limit * 1000:,.0f}" if number == infinite else format(number, form)

    return f"{told(median(number for number, _ in numbers))}, {told(worst)} ({name})"


def finding(name: str, visits: Sequence[Visit], truth: Truth, cost: Cost, raw: int) -> str:
    """A row of FINDING; `raw` is the bytes of the texts. The visits are those over http."""
    exact, recall, precision = exactness(visits, truth)
    return row(
        [
            name,
            exact,
            recall,
            precision,
            f"{cost.size / 1e6:.2f}",
            f"{cost.files:,}",
            f"{cost.size / raw:.2f}",
            f"{cost.seconds:.1f}",
            "–" if cost.again is None else f"{cost.again:.1f}",
            f"{cost.memory / 1e6:,.0f}",
        ]
    )


def exactness(visits: Sequence[Visit], truth: Truth) -> tuple[str, str, str]:
    """How many answers are the true sections and no others; the mean recall of the queries that have true sections; the
    mean precision of those that found something. Queries that were late are left out."""
    answered = [(one.found, truth[one.query.name]) for one in visits if one.outcome != "late"]
    exact = sum(found == true for found, true in answered)
    recalls = [len(found & true) / len(true) for found, true in answered if true]
    precisions = [len(found & true) / len(found) for found, true in answered if found]
    return (
        f"{exact} of {len(answered)}",
        f"{mean(recalls):.3f}" if recalls else "–",
        f"{mean(precisions):.3f}" if precisions else "–",
    )
