"""TMX 1.4b: the translations for the memory of another tool, and what such a tool gives back.

A `<tu>` is named after its report and unit. Its note is ours, and what TMX has no word for stands in `<prop>`: the
state, the Chinese of before, the unit that it is joined to, the heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it brings no types

from heitu import __version__
from heitu.errors import InputError
from heitu.exchange import wording
from heitu.exchange.records import Pair, Row

_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATE = "x-heitu-state"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Elements that hold the codes of a format; `hi`, and what we do not know, holds text (TMX 1.4b, 3.2.2)."""
_HEADER = {
    "creationtool": "heitu",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "PO",
    "adminlang": "en",
    "srclang": "zh-CN",
    "datatype": "plaintext",
}


def export_tmx(rows: Sequence[Row]) -> bytes:
    """The file; InputError for a text that XML cannot hold."""
    if unfit := [row for row in rows if not row.is_xml]:
        raise InputError(wording.control_character(row.unit.file, row.unit.line, row.name, "TMX") for row in unfit)
    top = etree.Element("tmx", version="1.4")
    etree.SubElement(top, "header", _HEADER)
    body = etree.SubElement(top, "body")
    for row in rows:
        unit = row.unit
        one = etree.SubElement(body, "tu", tuid=row.name)
        if unit.note:
            etree.SubElement(one, "note").text = unit.note
        properties = {
            _STATE: unit.state,
            "x-heitu-before": unit.before,
            "x-heitu-joined": unit.joined,
            "x-heitu-heading": row.heading,
        }
        for kind, value in properties.items():
            if value:
                etree.SubElement(one, "prop", type=kind).text = value
        for language, text in (("zh-CN", unit.source), ("en", unit.target)):
            if text:
                variant = etree.SubElement(one, "tuv", {f"{_XML}lang": language})
                etree.SubElement(variant, "seg").text = text
    made: bytes = etree.tostring(
        top, encoding="UTF-8", xml_declaration=True, pretty_print=True, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    )
    return made


def read_tmx(data: bytes, file: str) -> tuple[Pair, ...]:
    """The pairs of a file, whoever made it; InputError with the line where it is no TMX.

    Nothing outside the file is read, and a file that defines entities is refused.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        top = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        raise InputError([wording.no_xml(file, line, _reason(str(error)))]) from None
    subset = top.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in subset.iterentities()):
        raise InputError([wording.entities(file)])
    if _local(top) != "tmx":
        raise InputError([wording.no_tmx(file, top.sourceline or 0, _local(top))])
    return tuple(pair for unit in top.iter() if _local(unit) == "tu" for pair in _pairs(unit, file))


def _pairs(unit: Any, file: str) -> Iterator[Pair]:
    """A pair for each English of a `<tu>`; one whose Chinese or English is not there has none."""
    texts: dict[str, list[str]] = {"zh": [], "en": []}
    for variant in unit:
        language = _language(variant.get(f"{_XML}lang") or variant.get("lang") or "")
        if _local(variant) == "tuv" and language in texts:
            texts[language] += [_text(part).strip() for part in variant if _local(part) == "seg"]
    note = "\n".join(_text(part).strip() for part in unit if _local(part) == "note")
    states = [_text(part).strip() for part in unit if _local(part) == "prop" and part.get("type") == _STATE]
    zh = next(iter(texts["zh"]), "")
    for en in dict.fromkeys(texts["en"] or [""]):
        yield Pair(f"{file}:{unit.sourceline}", unit.get("tuid", ""), zh, en, note, next(iter(states), ""))


def _language(tag: str) -> str:
    """The language of a tag, whatever its region and script.

    >>> [_language(tag) for tag in ("ZH-CN", "zh_Hans", "zho", "en-gb", "EN", "de")]
    ['zh', 'zh', 'zh', 'en', 'en', 'de']
    """
    first = re.split("[-_]", tag.strip().lower())[0]
    return {"zho": "zh", "chi": "zh", "cmn": "zh", "eng": "en"}.get(first, first)


def _text(part: Any) -> str:
    """The words of an element, without the codes in it; text inside of a code, such as a note's, is apart from them."""
    words = part.text or ""
    for child in part:
        if isinstance(child.tag, str) and _local(child) not in _CODES:
            words += _text(child)
        words += child.tail or ""
    return words


def _local(element: Any) -> str:
    """The name of an element without its namespace, "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _reason(message: str) -> str:
    """What the parser says, without the place, which we say ourselves."""
    return re.sub(r",? ?line \d+, column \d+.*", "", message.partition(" (<string>")[0], flags=re.S).strip()
