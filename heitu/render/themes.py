"""The index of themes, and the cards that stand for themes on it and on the home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from heitu.records import Theme
from heitu.render.edition import Edition
from heitu.render.page import Page


@dataclass(frozen=True, slots=True)
class Card:
    """A theme with its counts; `broader` says which theme it is a part of, "" for none."""

    id: str
    href: str
    label: str
    scope: str
    colour: str
    icon: Markup
    count: str
    empty: bool
    broader: str


@dataclass(frozen=True, slots=True)
class ThemesView:
    front: tuple[Card, ...]
    others: tuple[Card, ...]


def pages(edition: Edition) -> Iterator[Page]:
    yield Page(
        path="themes/index.md",
        template="themes.md.j2",
        title=edition.label("themes.title"),
        description=edition.label("themes.description"),
        section="themes",
        view=ThemesView(front(edition), others(edition)),
    )


def front(edition: Edition) -> tuple[Card, ...]:
    """The themes of the front page."""
    return tuple(card(edition, theme) for theme in edition.archive.themes if theme.front)


def others(edition: Edition) -> tuple[Card, ...]:
    """The other themes, in their order."""
    return tuple(card(edition, theme) for theme in edition.archive.themes if not theme.front)


def narrower(edition: Edition, theme: Theme) -> tuple[Theme, ...]:
    return tuple(other for other in edition.archive.themes if other.broader == theme.id)


def card(edition: Edition, theme: Theme) -> Card:
    found = edition.gathered[theme.id]
    broader = edition.themes.get(theme.broader) if theme.broader else None
    return Card(
        id=theme.id,
        href=f"themes/{theme.id}.html",
        label=theme.label[edition.language],
        scope=theme.scope[edition.language],
        colour=theme.colour,
        icon=edition.icons(theme.icon),
        count=count(edition, theme),
        empty=not found,
        broader=edition.label("theme.part_of", theme=broader.label[edition.language]) if broader else "",
    )


def count(edition: Edition, theme: Theme) -> str:
    """An honest count: sections at home, and paragraphs elsewhere where there are any."""
    found = edition.gathered[theme.id]
    if not found:
        return edition.label("count.none")
    sections = edition.label("count.sections", n=len(found.sections))
    if not found.paragraphs:
        return sections
    elsewhere = edition.label("count.elsewhere", n=len(found.paragraphs))
    return f"{sections} · {elsewhere}" if found.sections else elsewhere
