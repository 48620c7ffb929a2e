"""A small archive made by hand: two invented sources, a text and a page, with everything that a report can have.

The texts are invented; only their defects are real: wraps, a blank within a word, doubled glyphs, a misread character.
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from heitu import ids
from heitu.figures import find_figures
from heitu.language import Bilingual
from heitu.records import (
    Archive,
    Caption,
    Category,
    Comparison,
    Difference,
    Emendation,
    LedgerEntry,
    Paragraph,
    Place,
    Report,
    Section,
    Segment,
    Settings,
    SourceDocument,
    Stated,
    Theme,
    ThemeScore,
)
from heitu.spans import Piece, Span, SpannedText
from heitu.translation import TranslationUnit

TEXT = (
    "网站导航\r\n"
    "河口县县新貌新貌\r\n"
    "——黑土地保护纪实\r\n"
    "2022-03-01 来源:河口日报\r\n"
    "守好黑土地——\r\n"
    "耕地面积稳步增加\r\n"
    "2021年,全县推广保护性耕作12.5\r\n"
    "万亩,比上年增长7.2%。纳人\r\n"
    "监测对象1237户2502人。\r\n"
    "今年,新建污水厂3座,日处理能力约2万\r\n"
    "吨。\r\n"
    "县委书记在田间。李明 摄\r\n"
)
PAGE = (
    "<html><body><div>首页</div><h1>双桥镇&ldquo;放管服&rdquo;改革</h1>\n"
    "<p>办理事项1859个&nbsp;,占比84.83%。A&amp;B公司&lt;b&gt;投产。</p></body></html>\n"
)


class Marker:
    """Cuts a text into pieces and claims, from its start to its end."""

    def __init__(self, source: str, text: str) -> None:
        self.source, self.text, self.position = source, text, 0
        self.claims: list[LedgerEntry] = []

    def take(self, words: str, category: Category, role: str, rule: str) -> SpannedText:
        """The next characters, which must be `words`, claimed; character references are rendered."""
        start = self.position
        assert self.text.startswith(words, start), (words, self.text[start : start + 20])
        self.position = start + len(words)
        self.claims.append(LedgerEntry(Span(start, self.position), category, role, rule))
        return _rendered(words, start)

    def skip(self, words: str, category: Category = "layout", role: str = "white space") -> None:
        self.take(words, category, role, f"{category}.test")


def _rendered(words: str, start: int) -> SpannedText:
    pieces, position = [], 0
    while position < len(words):
        end = words.find(";", position) + 1 if words[position] == "&" else position + 1
        raw = words[position:end]
        pieces.append(Piece(Span(start + position, start + end), html.unescape(raw), verbatim=raw[0] != "&"))
        position = end
    return SpannedText.of(pieces)


def document(identifier: str, file: str, text: str, encoding: str = "utf-8") -> SourceDocument:
    data = text.encode(encoding)
    kind = "text/html" if file.endswith(".html") else "text/plain"
    return SourceDocument(
        identifier, file, kind, encoding, "strict UTF-8", hashlib.sha256(data).hexdigest(), data, text
    )


def paragraph(identifier: str, sentences: Iterable[SpannedText], themes: tuple[ThemeScore, ...] = ()) -> Paragraph:
    segments = tuple(Segment(ids.sentence(identifier, n), text) for n, text in enumerate(sentences, 1))
    return Paragraph(identifier, SpannedText.join(s.text for s in segments), segments, 0, themes)


def _county() -> tuple[Report, SourceDocument, tuple[LedgerEntry, ...]]:
    mark = Marker("county", TEXT)
    body: Callable[[str], SpannedText] = lambda words: mark.take(words, "body", "paragraph", "text.paragraph")  # noqa: E731
    mark.skip("网站导航", "boilerplate", "page")
    mark.skip("\r\n")
    title = mark.take("河口县", "heading", "title", "title.position")
    mark.skip("县", "duplicate", "doubled glyphs")
    title = SpannedText.join([title, mark.take("新貌", "heading", "title", "title.position")])
    mark.skip("新貌", "duplicate", "doubled glyphs")
    mark.skip("\r\n")
    subtitle = mark.take("——黑土地保护纪实", "heading", "subtitle", "title.subtitle")
    mark.skip("\r\n")
    day = mark.take("2022-03-01", "metadata", "facts", "facts.line")
    mark.take(" 来源:河口日报", "metadata", "facts", "facts.line")
    mark.skip("\r\n")
    kicker = mark.take("守好黑土地——", "heading", "kicker", "heading.kicker")
    mark.skip("\r\n")
    headline = mark.take("耕地面积稳步增加", "heading", "heading", "heading.line")
    mark.skip("\r\n")
    first = body("2021年,全县推广保护性耕作12.5")
    mark.skip("\r\n", role="line wrap")
    first = SpannedText.join([first, body("万亩,比上年增长7.2%。")])
    second = body("纳人")
    misread = second.provenance
    mark.skip("\r\n", role="line wrap")
    rest = body("监测对象1237户2502人。")
    second = SpannedText.join([second.replace(0, 2, "纳入"), rest])
    mark.skip("\r\n")
    third = body("今年,新建污水厂3座,日处理能力约2万")
    mark.skip("\r\n", role="line wrap")
    third = SpannedText.join([third, body("吨。")])
    mark.skip("\r\n")
    caption = mark.take("县委书记在田间。李明 摄", "caption", "caption", "caption.signed")
    mark.skip("\r\n")
    source = document("county", "county.txt", TEXT)
    facts = {"source": "county", "basis": "stated"}
    correction = Emendation(
        source="county",
        kind="correction",
        exact="纳人监测对象",
        prefix="",
        suffix="",
        sic="纳人",
        corr="纳入",
        cert="high",
        resp="编者",
        note=Bilingual("形近误识", "misread for a similar character"),
        line=3,
        report="county",
        where="s1-p1.2",
        spans=misread,
    )
    report = Report(
        id="county",
        witnesses=("county",),
        title=title,
        title_source="county",
        subtitle=subtitle,
        subtitle_source="county",
        genre=Stated("newspaper-feature", "inferred", "来源:河口日报", "county"),
        date=Stated("2022-03-01", "stated", day.text, span=day.provenance[0], source="county"),
        period=Stated("2021", "inferred", "2021年"),
        region=Stated("hekou", "stated", "河口县"),
        publisher=Stated("河口日报", "stated", "来源:河口日报", facts["source"]),
        republisher=None,
        authors=(Stated("李明", "supplied", "县档案馆"),),
        editors=(),
        sections=(
            Section(
                id="s1",
                number=1,
                level=1,
                kind="body",
                kicker=kicker,
                headline=headline,
                run_in=False,
                paragraphs=(
                    paragraph("s1-p1", [first, second]),
                    paragraph("s1-p2", [third], (ThemeScore("water", 0.5, ("污水",)),)),
                ),
                themes=(ThemeScore("soil", 2.0, ("黑土地", "耕地")),),
            ),
        ),
        captions=(Caption("c1", caption, "李明", "county"),),
        emendations=(correction, _doubt(rest.slice(4, 9).provenance)),
        comparisons=(
            Comparison(
                "county",
                "town",
                5,
                4,
                0.9,
                (Difference("s1-p1", "7.2", "7.3", (Span(80, 83),), (Span(60, 63),)),),
                (),
                (),
            ),
        ),
    )
    return report, source, tuple(mark.claims)


def _doubt(spans: tuple[Span, ...]) -> Emendation:
    return Emendation(
        source="county",
        kind="doubt",
        exact="1237户",
        prefix="",
        suffix="",
        sic="1237户",
        corr=None,
        cert="low",
        resp="编者",
        note=Bilingual("与他处不合", "at odds with another place"),
        line=9,
        report="county",
        where="s1-p1.2",
        spans=spans,
    )


def _town() -> tuple[Report, SourceDocument, tuple[LedgerEntry, ...]]:
    mark = Marker("town", PAGE)
    mark.skip("<html><body><div>", role="markup")
    mark.skip("首页", "boilerplate", "page")
    mark.skip("</div><h1>", role="markup")
    title = mark.take("双桥镇&ldquo;放管服&rdquo;改革", "heading", "title", "title.mark")
    mark.skip("</h1>\n<p>", role="markup")
    one = mark.take("办理事项1859个&nbsp;,占比84.83%。", "body", "paragraph", "text.paragraph")
    two = mark.take("A&amp;B公司&lt;b&gt;投产。", "body", "paragraph", "text.paragraph")
    mark.skip("</p></body></html>\n", role="markup")
    section = Section(
        id="s0",
        number=0,
        level=1,
        kind="opening",
        kicker=None,
        headline=None,
        run_in=False,
        paragraphs=(paragraph("s0-p1", [one, two]),),
        themes=(ThemeScore("soil", 1.0, ("县档案馆",), "override"),),
    )
    report = Report(
        id="town",
        witnesses=("town",),
        title=title,
        title_source="town",
        subtitle=None,
        subtitle_source="",
        genre=Stated("other", "inferred", ""),
        date=None,
        period=None,
        region=None,
        publisher=None,
        republisher=None,
        authors=(),
        editors=(),
        sections=(section,),
        captions=(),
    )
    return report, document("town", "town.html", PAGE), tuple(mark.claims)


def small_archive() -> Archive:
    """The archive, whole and sound; one of its sentences is translated."""
    parts = (_county(), _town())
    reports = tuple(report for report, _, _ in parts)
    theme = Theme(
        "soil", Bilingual("黑土地", "Black soil"), Bilingual("", ""), None, MappingProxyType({}), "#333", "sprout", True
    )
    place = Place("hekou", Bilingual("河口县", "Hekou County"), "province", ())
    translation = TranslationUnit("s1-p2.1", "今年,新建…", "Three sewage works were built this year.", "reviewed")
    return Archive(
        settings=Settings(Bilingual("黑土", "heitu"), "", "", "", "", "2022-04-01"),
        reports=reports,
        sources=tuple(source for _, source, _ in parts),
        ledgers=MappingProxyType({source.id: claims for _, source, claims in parts}),
        themes=(theme, replace(theme, id="water", broader="soil")),
        places=(Place("province", Bilingual("北江省", "Beijiang Province"), None, ()), place),
        publishers=MappingProxyType({"河口日报": Bilingual("河口日报", "Hekou Daily")}),
        figures=tuple(figure for report in reports for figure in find_figures(report)),
        translations=MappingProxyType({("county", "s1-p2.1"): translation}),
    )
