"""Rebuild every printed string of a report from the published data alone, by the rules in the schema's descriptions.

Needed are the untouched files, the runs, the ledger (which must have every run as kept text) and the emendations; no code
of heitu is used.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = Any  # what json.loads returns

_KEPT = frozenset({"heading", "body", "caption"})
_SUPERSCRIPT = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_SUBSCRIPT = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_RAISED = re.compile(r"<(su[bp])[^<>]*>\s*([0-9+-]+)\s*</\1\s*>", re.IGNORECASE)
_ESCAPED = re.compile(r"<U\+([0-9A-F]{4,8})>")
_BLANKS = str.maketrans("\t\n\f\r", "    ")


class Rebuilder:
    """Rebuilds the strings of reports; `texts` are the decoded files, by source id."""

    def __init__(self, texts: Mapping[str, str], ledgers: Mapping[str, Json]) -> None:
        self._texts, self._ledgers = texts, ledgers

    def text(self, provenance: Sequence[Json], emendations: Sequence[Json]) -> str:
        return "".join(self._run(run, emendations) for run in provenance)

    def _run(self, run: Json, emendations: Sequence[Json]) -> str:
        source, start, end = run["source"], run["start"], run["end"]
        assert self._is_kept(source, start, end), f"the ledger of {source} does not keep {start} to {end}"
        raw = self._texts[source]
        if "text" in run:
            assert _is_reading(raw[start:end], run["text"]), (raw[start:end], run["text"])
            return str(run["text"])
        out, position = [], start
        for row in sorted(emendations, key=lambda row: (row["start"], row["end"])):
            if row["source"] == source and row["applied"] and start <= row["start"] <= row["end"] <= end:
                out += [raw[position : row["start"]], row["corr"]]
                position = row["end"]
        return "".join(out) + raw[position:end]

    def _is_kept(self, source: str, start: int, end: int) -> bool:
        spans = [s for s in self._ledgers[source]["spans"] if s["start"] < end and start < s["end"]]
        return all(s["class"] in _KEPT for s in spans) and sum(s["end"] - s["start"] for s in spans) >= end - start


def _is_reading(raw: str, text: str) -> bool:
    """Whether a run may read so: a reference what it stands for, raised digits as such, a tag or line end as a blank."""
    if raw.startswith("&"):
        return html.unescape(raw).translate(_BLANKS) == text
    if match := _RAISED.fullmatch(raw):
        return match[2].translate(_SUPERSCRIPT if match[1].lower() == "sup" else _SUBSCRIPT) == text
    if match := _ESCAPED.fullmatch(raw):
        return chr(int(match[1], 16)) == text
    return text in (" ", "\t") and (raw.isspace() or raw.startswith("<"))


def strings(report: Json) -> Iterator[tuple[str, str, list[Json]]]:
    """Every `zh` of a report with its place and its runs; a heading's runs are those of its kicker and its own."""
    yield "title", report["title"]["zh"], [report["title_provenance"]]
    if report["subtitle"]:
        yield "subtitle", report["subtitle"]["zh"], [report["subtitle_provenance"]]
    for section in report["sections"]:
        lines = [section["kicker_provenance"]] if section["kicker"] else []
        if section["kicker"]:
            yield f"{section['id']} kicker", section["kicker"]["zh"], list(lines)
        if section["heading"]:
            own = [section["heading_provenance"]] if section["heading_provenance"] else []
            yield f"{section['id']} heading", section["heading"]["zh"], lines + own
        for paragraph in section["paragraphs"]:
            yield paragraph["id"], paragraph["zh"], [paragraph["provenance"]]
            for segment in paragraph["segments"]:
                yield segment["id"], segment["zh"], [segment["provenance"]]
    for caption in report["captions"]:
        yield caption["id"], caption["zh"], [caption["provenance"]]


def rebuild(report: Json, rebuilder: Rebuilder) -> Iterator[tuple[str, str, str]]:
    """(place, what the data file has, what comes out of source, runs, ledger and emendations) for every string.

    Supplied text has no runs and is not rebuilt.
    """
    for place, zh, lines in strings(report):
        if any(lines):
            yield place, zh, " ".join(rebuilder.text(runs, report["emendations"]) for runs in lines)


def rebuilder_of(files: Mapping[str, bytes]) -> Rebuilder:
    """A rebuilder from the files of the data contract, path below the site -> content."""
    sources = json.loads(files["data/archive.json"])["sources"]
    texts = {s["id"]: files[f"data/{s['path']}"].decode(s["encoding"]) for s in sources}
    ledgers = {s["id"]: json.loads(files[f"data/{s['ledger']}"]) for s in sources}
    return Rebuilder(texts, ledgers)
