"""Forms without a fault, made into the records of the seeds. Where names agree, values go over by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from heitu.entries import ReportEntry, Supplied, ThemeOverride
from pypinyin import Style, lazy_pinyin

from heitu.forms import Form
from heitu.language import Bilingual
from heitu.records import Emendation, Place, Theme
from heitu.translation import Term


def theme(form: Form) -> Theme:
    return Theme(**{**form.values, "terms": MappingProxyType(form.values["terms"].values)})


def place(form: Form) -> Place:
    return Place(**form.values)


def publishers(form: Form | None) -> Mapping[str, Bilingual]:
    """English names by the names as printed."""
    names = form.values if form else {}
    return MappingProxyType({zh: Bilingual(zh, en) for zh, en in names.items()})


def emendation(form: Form) -> Emendation:
    values = {key: value for key, value in form.values.items() if key != "quote"}
    quote = form.values["quote"].values
    values["sic"] = values["sic"] or quote["exact"]
    return Emendation(**values, **quote, line=form.line)


def term(form: Form) -> Term:
    """A term of the glossary; where its pinyin is not entered, it is read from the dictionary of pypinyin."""
    pinyin = form.get("pinyin") or " ".join(lazy_pinyin(form.values["term"], style=Style.TONE))
    return Term(**{**form.values, "pinyin": pinyin}, line=form.line)


def entry(form: Form) -> ReportEntry:
    facts = {
        name: Supplied(fact.values["value"], fact.values["by"], fact.lines["value"])
        for name, fact in _items(form.get("facts"))
        if fact is not None
    }
    overrides = {
        unit: ThemeOverride(override.values["themes"], override.values["by"], form.values["themes"].lines[unit])
        for unit, override in _items(form.get("themes"))
    }
    return ReportEntry(
        form.values["source"], form.get("id"), MappingProxyType(facts), MappingProxyType(overrides), form.line
    )


def _items(form: Form | None) -> Iterable[tuple[str, Any]]:
    return form.values.items() if form else ()
