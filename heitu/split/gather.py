"""The facts of one source, gathered from its lines of facts, bylines and datelines; the first of a kind counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from heitu.folding import narrow
from heitu.records import LedgerEntry, SourceDocument, Stated
from heitu.spans import Span, SpannedText
from heitu.split.facts import DATE, dateline, facts_of_line, iso_day, names_in, people_of_byline, words

_DAY = re.compile(DATE)
_REPORTER = re.compile(r"记者|通讯员|评论员")
_REPUBLISHER = re.compile(r"[“\"]([^“”\"]{2,16})[”\"](?:网站?)?由([^，。,]{2,30})主办")


class Facts:
    """What is known so far; `single` by field, `authors` and `editors` as printed, `bylines` the lines that name them."""

    def __init__(self, document: SourceDocument) -> None:
        self.document = document
        self.single: dict[str, Stated] = {}
        self.authors: list[Stated] = []
        self.editors: list[Stated] = []
        self.bylines: list[str] = []
        self.month_day: tuple[int, int] | None = None

    def stated(self, text: SpannedText, start: int, end: int, value: str) -> Stated:
        spans = text.spans(start, end)
        return Stated(value, "stated", words(text, start, end), self.document.id, spans[0] if spans else None)

    def add_person(self, kind: str, text: SpannedText, start: int, end: int) -> None:
        people = self.authors if kind == "authors" else self.editors
        person = self.stated(text, start, end, "".join(text.text[start:end].split()))
        if person.value not in {other.value for other in people}:
            people.append(person)

    def read_line(self, text: SpannedText) -> None:
        for fact in facts_of_line(text.text):
            if fact.field == "date":
                if date := iso_day(fact.value):
                    self.single.setdefault("date", self.stated(text, fact.start, fact.end, date))
            elif fact.field == "publisher":
                self.single.setdefault("publisher", self.stated(text, fact.start, fact.end, fact.value))
            elif fact.field in ("authors", "editors"):
                for start, end in names_in(fact.value):
                    self.add_person(fact.field, text, fact.start + start, fact.start + end)
        if _REPORTER.search(text.text):
            self.bylines.append(text.text.strip())

    def read_byline(self, text: SpannedText) -> None:
        self.bylines.append(text.text.strip())
        for start, end in people_of_byline(text.text):
            self.add_person("authors", text, start, end)

    def read_dateline(self, text: SpannedText) -> None:
        line = dateline(text.text)
        if line is None:
            return
        self.bylines.append(text.text[: line.end].strip())
        head = text.slice(0, line.end)
        self.month_day = self.month_day or line.month_day
        if line.publisher:
            a, b = line.publisher
            self.single.setdefault("publisher", self.stated(head, a, b, text.text[a:b]))
        for start, end in line.people:
            self.add_person("authors", head, start, end)

    def read_notices(self, claims: Iterable[LedgerEntry]) -> None:
        """The site that republished the text, from its own notice on rights: “…”由…主办."""
        publisher = self.single.get("publisher")
        for entry in claims:
            text = self.document.text[entry.span.start : entry.span.end]
            match = _REPUBLISHER.search(text) if entry.category == "boilerplate" else None
            if match and (publisher is None or match[1] != publisher.value):
                span = Span(entry.span.start + match.start(1), entry.span.start + match.end(1))
                self.single.setdefault("republisher", Stated(match[1], "inferred", match[0], self.document.id, span))

    def read_headline(self, texts: Iterable[SpannedText]) -> None:
        """The date in a subtitle such as ——2018年3月5日在…会议上, if no line of facts has one."""
        for text in texts:
            match = _DAY.search(narrow(text.text))
            if match and (date := iso_day(match[0])):
                self.single.setdefault("date", self.stated(text, match.start(), match.end(), date))

    def complete_date(self) -> None:
        """A dateline's day and month tell a date only together with a year that a line of facts states."""
        date = self.single.get("date")
        if date and self.month_day and date.value[5:] != "{:02}-{:02}".format(*self.month_day):
            self.single["date"] = replace(date, evidence=f"{date.evidence}；{self.bylines[0]}")
