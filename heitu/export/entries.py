"""`archive.json`: the reports with their facts, the themes, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from heitu import ids
from heitu.language import Bilingual
from heitu.records import Archive, Place, Report, SourceDocument, Stated, Theme
from heitu.spans import SpannedText

_FACTS = ("genre", "date", "period", "region", "publisher", "republisher")


def archive_file(archive: Archive) -> dict[str, object]:
    """The whole of `archive.json`."""
    names = place_names(archive.places)
    return {
        "generated": archive.settings.generated,
        "reports": [report_entry(archive, report, names) for report in archive.reports],
        "themes": [_theme(theme) for theme in archive.themes],
        "sources": [_source(source) for source in archive.sources],
    }


def report_entry(archive: Archive, report: Report, places: Mapping[str, str]) -> dict[str, object]:
    """A report's facts; `places` are the full names of places.

    A fact that no source shows and nobody supplied is null, and has no basis.
    """
    subtitle = report.subtitle
    region = report.region.value if report.region else None
    values = {name: (fact.value if fact else None) for name, fact in _facts(report).items()}
    return {
        "id": report.id,
        "title": bilingual(archive, report, ids.TITLE, report.title.text),
        "subtitle": bilingual(archive, report, ids.SUBTITLE, subtitle.text) if subtitle else None,
        **values,
        "region": places.get(region, region) if region else None,
        "region_id": region,
        "labels": _labels(archive, report),
        "authors": [
            bilingual(archive, report, ids.author(n), one.value) for n, one in enumerate(report.authors, start=1)
        ],
        "editors": [
            bilingual(archive, report, ids.editor(n), one.value) for n, one in enumerate(report.editors, start=1)
        ],
        "basis": {
            name: found
            for name, found in {
                "title": _printed(report.title, report.title_source, report.headline_by),
                "subtitle": _printed(report.subtitle, report.subtitle_source, report.headline_by),
                **{name: basis(fact) for name, fact in _facts(report).items()},
                "authors": _people(report.authors),
                "editors": _people(report.editors),
            }.items()
            if found
        },
        "witnesses": list(report.witnesses),
        "url": urls(f"reports/{report.id}.html"),
        "data": f"reports/{report.id}.json",
    }


def _facts(report: Report) -> dict[str, Stated | None]:
    return {name: getattr(report, name) for name in _FACTS}


def basis(fact: Stated | None) -> dict[str, object] | None:
    if fact is None:
        return None
    found: dict[str, object] = {"basis": fact.basis, "evidence": fact.evidence, "source": fact.source}
    if fact.span is not None:
        found |= {"start": fact.span.start, "end": fact.span.end}
    return found


def _printed(text: SpannedText | None, source: str, by: str) -> dict[str, object] | None:
    """The basis of a title: printed in a source, or supplied by somebody."""
    if text is None:
        return None
    if not text.provenance:
        return {"basis": "supplied", "evidence": by, "source": None}
    return {"basis": "stated", "evidence": text.text, "source": source}


def _people(people: tuple[Stated, ...]) -> dict[str, object] | None:
    """The basis of a list of people: that of the first, the evidence of all."""
    if not people:
        return None
    evidence = "；".join(dict.fromkeys(person.evidence for person in people))
    return {"basis": people[0].basis, "evidence": evidence, "source": people[0].source}


def bilingual(archive: Archive, report: Report, unit: str, zh: str) -> dict[str, str | None]:
    """A string in both languages; "" where its sense stands in a neighbour's English, None where there is none."""
    translation = archive.translation(report.id, unit)
    there = translation and (translation.target or translation.joined)
    return {"zh": zh, "en": translation.target if translation and there else None}


def both(archive: Archive, report: Report, units: Iterable[tuple[str, SpannedText | None]]) -> dict[str, str | None]:
    """Several lines as one string in both languages, joined by one space; no English unless every line has its own."""
    lines = [bilingual(archive, report, unit, text.text) for unit, text in units if text]
    english = [line["en"] for line in lines]
    return {
        "zh": " ".join(line["zh"] or "" for line in lines),
        "en": None if None in english else " ".join(e or "" for e in english),
    }


def urls(path: str) -> dict[str, str]:
    """A page in both languages, relative to the site's root."""
    return {"zh": path, "en": f"en/{path}"}


def place_names(places: Iterable[Place]) -> Mapping[str, str]:
    """The full Chinese name of each place, what it is part of before it (吉林省四平市), by id."""
    by_id = {place.id: place for place in places}

    def name(place: Place) -> str:
        above = by_id.get(place.parent or "")
        return (name(above) if above else "") + place.label.zh

    return {identifier: name(place) for identifier, place in by_id.items()}


def _labels(archive: Archive, report: Report) -> dict[str, object]:
    region = report.region.value if report.region else None
    return {
        "region": _pair(next((place.label for place in archive.places if place.id == region), None)),
        "publisher": _publisher(archive, report.publisher),
        "republisher": _publisher(archive, report.republisher),
    }


def _publisher(archive: Archive, fact: Stated | None) -> dict[str, str | None] | None:
    if fact is None:
        return None
    return _pair(archive.publishers.get(fact.value)) or {"zh": fact.value, "en": None}


def _pair(label: Bilingual | None) -> dict[str, str | None] | None:
    return {"zh": label.zh, "en": label.en} if label else None


def _theme(theme: Theme) -> dict[str, object]:
    return {
        "id": theme.id,
        "label": _pair(theme.label),
        "scope": _pair(theme.scope),
        "broader": theme.broader,
        "url": urls(f"themes/{theme.id}.html"),
    }


def _source(source: SourceDocument) -> dict[str, object]:
    return {
        "id": source.id,
        "file": source.file,
        "path": f"sources/{source.published}",
        "sha256": source.sha256,
        "media_type": source.media_type,
        "encoding": source.encoding,
        "encoding_basis": source.encoding_basis,
        "chars": len(source.text),
        "ledger": f"ledger/{source.id}.json",
        "url": urls(f"sources/{source.id}.html"),
    }
