"""JSON as GB 18030, in which a Chinese character takes two bytes: smaller than UTF-8, also deflated.

The editions of GB 18030 differ, and so do Python and browsers, in some characters of two bytes that once had no place in
Unicode. All agree on the characters of GBK: those are written as they are, any other as an escape of JSON. So the text
must be JSON, of which all but the strings is ASCII. `templates/js/search/gbtext.js` reads it.
"""

from __future__ import annotations

import codecs


def encode(text: str) -> bytes:
    r"""JSON, in bytes that any decoder of GB 18030 reads alike, and then any parser of JSON.

    >>> encode('"黑土"').hex(" ", 2), encode('"€𠮷"')
    ('22ba dacd c122', b'"\\u20ac\\ud842\\udfb7"')
    """
    return text.encode("gbk", "heitu-json-escape")


def _escape(error: UnicodeError) -> tuple[str, int]:
    """What cannot be encoded, in UTF-16: a character beyond U+FFFF is two escapes."""
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4)), error.end


codecs.register_error("heitu-json-escape", _escape)
