"""Text on its way into a page: escaped, and safe from Markdown, YAML and script parsers."""

from __future__ import annotations

import json
import re

from markupsafe import Markup, escape

# Python-Markdown normalises tabs and line ends even inside an HTML block, and takes STX and ETX for its own marks;
# HTML allows no other C0 control. A control picture shows that one stood there.
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A, 0x0D)}
_CONTROLS |= {0x7F: "\u2421", 0x09: "&#9;", 0x0A: "&#10;", 0x0D: "&#13;"}


def text(value: str) -> Markup:
    """Any string as HTML text or attribute value that reads as the string does.

    >>> text("<b>\\t&lt; {{ x }}")
    Markup('&lt;b&gt;&#9;&amp;lt; {{ x }}')
    """
    escaped = escape(value)
    return escaped if value.isprintable() else Markup(str(escaped).translate(_CONTROLS))


def css_string(value: str) -> str:
    r"""A CSS string that may stand inside `<style>`: whatever could end either is written as its code point.

    >>> print(css_string('a"</style>\n'))
    "a\22 \3c /style\3e \a "
    """
    return '"' + re.sub(r'[\x00-\x1f\x7f"\\<>&]', lambda match: f"\\{ord(match[0]):x} ", value) + '"'


def script_json(value: object) -> str:
    r"""JSON that may stand inside `<script>`: no character in it can end the element or open another.

    >>> print(script_json({"headline": "</script>"}))
    {"headline": "\u003c/script\u003e"}
    """
    encoded = json.dumps(value, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        encoded = encoded.replace(character, f"\\u{ord(character):04x}")
    return encoded
