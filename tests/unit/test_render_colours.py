"""The colours, measured: every pair of text and ground that the style sheets use reaches WCAG AA in both schemes."""

from __future__ import annotations

import re

import pytest

from tests.rendered import PROJECT

CSS = (PROJECT / "templates" / "theme" / "assets" / "css" / "colours.css").read_text(encoding="utf-8")
TEXT = [
    (ink, ground)
    for ink in ("ink", "soft", "river", "vermilion", "gold-ink")
    for ground in ("paper", "raised", "gold-wash", "river-wash")
    if (ink, ground) not in {("vermilion", "river-wash"), ("gold-ink", "river-wash"), ("vermilion", "raised")}
] + [("soil-ink", "soil"), ("soil-soft", "soil"), ("paper", "river")]
LINES = [("gold", "paper"), ("vermilion", "paper"), ("edge", "paper"), ("gold", "soil")]
"""Lines and edges that mean something need 3:1 (WCAG 1.4.11)."""


def colours(scheme: str) -> dict[str, str]:
    found = re.search(rf'\[data-md-color-scheme="{scheme}"\] \{{(.*?)\}}', CSS, re.S)
    assert found
    return dict(re.findall(r"--ht-([a-z-]+): (#[0-9a-f]{6});", found[1]))


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_text_is_legible(scheme: str) -> None:
    tokens = colours(scheme)
    assert {pair: ratio for pair in TEXT if (ratio := contrast(tokens[pair[0]], tokens[pair[1]])) < 4.5} == {}


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_lines_that_mean_something_are_seen(scheme: str) -> None:
    tokens = colours(scheme)
    assert {pair: ratio for pair in LINES if (ratio := contrast(tokens[pair[0]], tokens[pair[1]])) < 3} == {}
