"""The HTML of printed strings where no style sheet draws signs and no script opens notes: each sign as text, each link
to a note of the same file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from markupsafe import Markup

_TAG = re.compile(r"<(/?)(a|b|span)\b([^>]*)>")  # attributes are escaped, so ">" ends a tag
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_GAP = "［……］"
_KEPT: Mapping[str, str] = MappingProxyType(
    {
        "ht-lead": "lead",
        "ht-kicker": "kicker",
        "ht-missing": "missing",
        "ht-stale": "stale",
        "ht-emend": "emend",
        "ht-doubt": "doubt",
        "ht-gap": "emend",
        "ht-cut": "emend sign",
        "ht-remark": "sign",
        "ht-remark--text": "emend sign",
        "ht-remark--stale": "emend sign",
        "ht-term": "term",
    }
)
"""What an element is called here; elements of other classes are not needed, and leave their text."""


def spelled(html: Markup) -> Markup:
    """A printed string as this program marks it (`marks`, `inline`, `pairs`), its signs written out.

    >>> print(spelled(Markup('<span class="ht-s" data-s="1">a<a class="ht-gap" href="#fn-2" data-n="2"></a></span>')))
    a<a class="emend" href="#fn-2">［……］<sup>[2]</sup></a>
    >>> print(spelled(Markup('<a class="ht-remark" href="#tn-1" id="tn-ref-1" data-n="1"></a>')))
    <a class="sign" href="#tn-1" id="tn-ref-1"><sup>[T1]</sup></a>
    """
    ends: list[str] = []

    def tag(match: re.Match[str]) -> str:
        if match[1]:
            return ends.pop()
        start, end = _element(match[2], dict(_ATTRIBUTE.findall(match[3])))
        ends.append(end)
        return start

    return Markup(_TAG.sub(tag, html))


def _element(name: str, attributes: Mapping[str, str]) -> tuple[str, str]:
    """How an element begins and ends; ("", "") where only its text is wanted."""
    classes = attributes.get("class", "").split()
    if "ht-untold" in classes:
        return f"<small>{attributes['data-none']}</small> ", ""
    cls = next((_KEPT[c] for c in reversed(classes) if c in _KEPT), "")
    if not cls and "lang" not in attributes:
        return "", ""
    kept = {"class": cls, "lang": attributes.get("lang", "")}
    if name == "a":
        kept |= {"href": "#" + attributes["href"].partition("#")[2], "id": attributes.get("id", "")}
        if cls == "term":
            kept["href"] = "#" + attributes["data-heitu-note"]
    written = "".join(f' {key}="{value}"' for key, value in kept.items() if value)
    start = f"<{name}{written}>"
    if name != "a" or cls == "term":
        return start, f"</{name}>"
    return start, f"{_sign(classes, attributes)}</a>"


def _sign(classes: list[str], attributes: Mapping[str, str]) -> str:
    """The number of a note where its mark ends; a mark that goes on in another sentence has its number once."""
    number = attributes["data-n"]
    if "ht-remark" in classes:
        return f"<sup>{number if len(classes) > 1 else f'[T{number}]'}</sup>"
    if "ht-gap" in classes:
        return f"{_GAP}<sup>[{number}]</sup>"
    return f"<sup>[{number}]</sup>" if "id" in attributes or "ht-cut" in classes else ""
