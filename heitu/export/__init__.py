"""The data contract: everything that the site shows, as files for programs and spreadsheets below `site/data/`.

Documented by the JSON Schemas in `heitu/schemas/`, which are published with the data. Same archive, same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from types import MappingProxyType

from heitu.export.entries import archive_file, place_names
from heitu.export.figures import figure_rows, figures_csv
from heitu.export.jsontext import json_bytes
from heitu.export.reports import report_file
from heitu.records import Archive, LedgerEntry, SourceDocument

__all__ = ["data_files", "schemas"]


def data_files(archive: Archive) -> Mapping[str, bytes]:
    """The files of the data contract: path below the site's root -> content."""
    rows, places = figure_rows(archive), place_names(archive.places)
    files = {
        "data/archive.json": json_bytes(archive_file(archive)),
        "data/figures.json": json_bytes(rows),
        "data/figures.csv": figures_csv(rows),
    }
    for report in archive.reports:
        files[f"data/reports/{report.id}.json"] = json_bytes(report_file(archive, report, places))
    for source in archive.sources:
        files[f"data/ledger/{source.id}.json"] = json_bytes(_ledger(source, archive.ledgers[source.id]))
        files[f"data/sources/{source.published}"] = source.data
    for name, content in schemas().items():
        files[f"data/schema/{name}"] = content
    return MappingProxyType(files)


def schemas() -> Mapping[str, bytes]:
    """The JSON Schemas (2020-12) of the files above, by file name."""
    folder = resources.files("heitu") / "schemas"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".json"))
    return MappingProxyType({name: (folder / name).read_bytes() for name in names})


def _ledger(source: SourceDocument, entries: tuple[LedgerEntry, ...]) -> dict[str, object]:
    return {
        "source": source.id,
        "sha256": source.sha256,
        "chars": len(source.text),
        "spans": [
            {
                "start": entry.span.start,
                "end": entry.span.end,
                "class": entry.category,
                "role": entry.role,
                "rule": entry.rule,
            }
            for entry in entries
        ],
    }
