"""The records that the stages hand on: frozen, free of any stage, named from the field's standards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from heitu import ids
from heitu.errors import Fault
from heitu.language import Bilingual
from heitu.spans import Span, SpannedText
from heitu.translation import Term, TranslationUnit

Category = Literal["metadata", "heading", "body", "caption", "boilerplate", "duplicate", "layout"]
CATEGORIES: tuple[Category, ...] = ("metadata", "heading", "body", "caption", "boilerplate", "duplicate", "layout")
BasisKind = Literal["stated", "inferred", "supplied"]
Certainty = Literal["high", "medium", "low"]
CERTAINTIES: tuple[Certainty, ...] = ("high", "medium", "low")
GENRES = (  # 通讯综述、消息、评论；政府工作报告与总结、规划方案、统计公报；讲话、公文、其他
    *("newspaper-feature", "news-item", "commentary"),
    *("work-report", "plan", "bulletin"),
    *("speech", "notice", "other"),
)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as it came (FRBR item): its bytes, and its text as decoded, no newline translated, a BOM kept.

    `file` is relative to `seeds/sources/`; `encoding` is the codec that decoded the bytes, `encoding_basis` how it was
    chosen ("BOM", "strict UTF-8", "GB18030", "charset-normalizer").
    """

    id: str
    file: str
    media_type: str
    encoding: str
    encoding_basis: str
    sha256: str
    data: bytes
    text: str

    @property
    def published(self) -> str:
        """The name of the untouched file below `data/sources/` of the site."""
        return ids.file_name(self.id, self.file)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What became of a span of a source, and the rule that decided it. Entries of a finished ledger tile its text."""

    span: Span
    category: Category
    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact about a report with its basis (TEI @cert, @resp).

    `evidence` is the words that show it (`stated`, `inferred`; from `source` at `span` where one place shows it), or who
    supplied it. A fact that is unknown has no `Stated` at all.
    """

    value: str
    basis: BasisKind
    evidence: str
    source: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """A theme given to a section or a paragraph; `evidence` is the words that decided it, the strongest first.

    `basis` is "computed", or "override" where a person decided (then `score` is 1.0 and evidence is who or why).
    """

    theme: str
    score: float
    evidence: tuple[str, ...]
    basis: Literal["computed", "override"] = "computed"


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (XLIFF segment), the unit of translation. Segments tile their paragraph."""

    id: str
    text: SpannedText


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (XLIFF unit). `lead_in` is the length of the run-in phrase that it opens with, 0 if none.

    `themes` are its own, given only where it speaks of another subject than its section.
    """

    id: str
    text: SpannedText
    segments: tuple[Segment, ...]
    lead_in: int = 0
    themes: tuple[ThemeScore, ...] = ()


SectionKind = Literal["opening", "body", "note", "sidebar", "closing"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a report, in a flat list; `level` counts from 1 and comes from numbering or layout.

    A two-line heading is a `kicker` over a `headline`; any other heading is a headline alone. `run_in` marks a heading
    that opens its paragraph on the same line. Sections without a heading have neither.
    """

    id: str
    number: int
    level: int
    kind: SectionKind
    kicker: SpannedText | None
    headline: SpannedText | None
    run_in: bool
    paragraphs: tuple[Paragraph, ...]
    themes: tuple[ThemeScore, ...] = ()

    @property
    def heading(self) -> str | None:
        """Both lines of the heading joined by one space, dashes kept; None without a heading."""
        lines = [line.text for line in (self.kicker, self.headline) if line]
        return " ".join(lines) if lines else None


@dataclass(frozen=True, slots=True)
class Caption:
    """A photo caption; the picture is not in the archive. `credit` is the photographer as printed, None if not named."""

    id: str
    text: SpannedText
    credit: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Emendation:
    """A reading that a person judged (TEI sic/corr, gap), anchored by quotation (W3C TextQuoteSelector).

    `kind` is "correction", "doubt" (flagged, the text left as it reads) or "gap" (text was lost at the end of the
    quotation). Only a correction of high certainty changes the reading text. `where` is the id of the sentence, heading,
    caption or title that it was found in, `spans` its source spans; both are empty until it is applied.
    """

    source: str
    kind: Literal["correction", "doubt", "gap"]
    exact: str
    prefix: str
    suffix: str
    sic: str
    corr: str | None
    cert: Certainty
    resp: str
    note: Bilingual
    line: int
    report: str = ""
    where: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def applied(self) -> bool:
        """Whether the reading text was changed."""
        return self.kind == "correction" and self.cert == "high"


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two witnesses read differently after width and white space are folded."""

    where: str
    base: str
    other: str
    base_spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Another witness held against the base text of its report.

    `equal` counts the paragraphs and headings that agree, `compared` all; `alone` names what this witness alone
    supplies ("byline", "captions", …) and `lacks` what it lacks. `texts` are the witness's own headings and paragraphs in
    reading order, each with the id of the base's unit that it stands against, "" where none does.
    """

    base: str
    other: str
    compared: int
    equal: int
    similarity: float
    differences: tuple[Difference, ...]
    alone: tuple[str, ...]
    lacks: tuple[str, ...]
    texts: tuple[tuple[str, SpannedText], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a work (FRBR work), whatever number of files witness it; `witnesses` are sorted, the first is the base.

    `title_source`, `subtitle_source`, `captions` and the facts say which witness supplies them. `period` is an ISO 8601
    year, month or interval (`2020-07-22/2022-07-22`). `region` is the id of a Place. Facts that no source shows and nobody
    supplied are None: unknown, not guessed. `authors` and `editors` are as printed; `headline_by` is who supplied a title.
    """

    id: str
    witnesses: tuple[str, ...]
    title: SpannedText
    title_source: str
    subtitle: SpannedText | None
    subtitle_source: str
    genre: Stated
    date: Stated | None
    period: Stated | None
    region: Stated | None
    publisher: Stated | None
    republisher: Stated | None
    authors: tuple[Stated, ...]
    editors: tuple[Stated, ...]
    sections: tuple[Section, ...]
    captions: tuple[Caption, ...]
    emendations: tuple[Emendation, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    headline_by: str = ""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(p for s in self.sections for p in s.paragraphs)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the archive (SKOS concept). `terms` are the words that speak for it, with weights."""

    id: str
    label: Bilingual
    scope: Bilingual
    broader: str | None
    terms: Mapping[str, float]
    colour: str
    icon: str
    front: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A region that reports are about; `terms` are words that show it where the text does not name it."""

    id: str
    label: Bilingual
    parent: str | None
    terms: tuple[str, ...]
    note: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One occurrence of a number (TEI measure). `value` is exact, in `unit`; `start` and `end` count in the paragraph.

    `qualifier` is 多, 余, 以上, 约, 近, 超 … as printed or "", `comparison` the words of a comparison or "". `value_to` is
    the upper end of a range (1-5天), whose lower end is `value`.
    """

    id: str
    report: str
    section: str
    paragraph: str
    segment: str
    start: int
    end: int
    spans: tuple[Span, ...]
    raw: str
    value: Fraction
    unit: str
    dimension: str
    qualifier: str
    subject: str
    period: str
    comparison: str
    value_to: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's settings, read once.

    `site_url` ends in "/" or is "" when the site has no address; `contact` is a mail address or page for corrections, ""
    if none; `owner` and `icp` make the owner's footer; `generated` is the date of the data (ISO 8601, from
    SOURCE_DATE_EPOCH where it is set).
    """

    site_name: Bilingual
    site_url: str
    contact: str
    owner: str
    icp: str
    generated: str


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the site is made from, checked and complete.

    `rules` says in words what each rule of a ledger does, `checks` what each check of the English looks at. `readings`
    says how often the project read the translation of a report (by its id), where that is known.
    """

    settings: Settings
    reports: tuple[Report, ...]
    sources: tuple[SourceDocument, ...]
    ledgers: Mapping[str, tuple[LedgerEntry, ...]]
    themes: tuple[Theme, ...]
    places: tuple[Place, ...]
    publishers: Mapping[str, Bilingual]
    figures: tuple[Figure, ...]
    rules: Mapping[str, Bilingual] = field(default_factory=lambda: MappingProxyType({}))
    notices: tuple[Fault, ...] = ()
    terms: tuple[Term, ...] = ()
    readings: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    checks: Mapping[str, Bilingual] = field(default_factory=lambda: MappingProxyType({}))
    translations: Mapping[tuple[str, str], TranslationUnit] = field(default_factory=lambda: MappingProxyType({}))

    def translation(self, report: str, unit: str) -> TranslationUnit | None:
        """The English of a unit of a report, None while it is missing."""
        return self.translations.get((report, unit))
