"""A small archive of invented reports on invented places, made by hand: the fixture of the tests of render and export.

`archive()` has four reports: one with two witnesses, corrections, captions, figures and English; one with run-in
headings, no date and a few translated sentences; one whose text is everything that a parser could take for markup; and one by a
government whose facts are known to the full.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import accumulate, pairwise

from heitu import ids
from heitu.language import Bilingual
from heitu.ledger import tile
from heitu.records import (
    Archive,
    Caption,
    Category,
    Comparison,
    Difference,
    Emendation,
    Figure,
    LedgerEntry,
    Paragraph,
    Place,
    Report,
    Section,
    SectionKind,
    Segment,
    Settings,
    SourceDocument,
    Stated,
    Theme,
    ThemeScore,
)
from heitu.spans import Span, SpannedText
from tests.english_fixture import TERMS, translations

NASTY = (
    "<script>alert(1)</script> {{ x }} ![a](b) # h ::: 2021. &lt; --8<-- \"x\" 'y' **深化** _a_ `c` [^1] {: .k } \\<b>"
)
"""Everything that HTML, Jinja, Markdown or its extensions could take for markup; it must appear as it stands."""

RULES = {
    "layout.blank": Bilingual("空白与换行", "white space and line ends"),
    "web.menu": Bilingual("网页的栏目、地名或工具条", "a menu, list of places or tool bar of the page"),
    "repeat.adjacent": Bilingual("紧接着重复一遍的文字", "text repeated at once"),
    "facts.line": Bilingual("日期、来源、编辑等信息行", "a line of facts: date, source, editors"),
    "facts.byline": Bilingual("作者署名", "byline"),
    "title.mark": Bilingual("标题（有标题标记）", "title, marked as such"),
    "heading.line": Bilingual("独立成行的小标题", "a heading on a line of its own"),
    "heading.run-in": Bilingual("段首小标题", "a heading that opens its paragraph"),
    "text.paragraph": Bilingual("正文段落", "a paragraph of the text"),
    "caption.signed": Bilingual("图片说明（有署名或图片标记）", "photo caption, signed or marked as one"),
}


@dataclass
class File:
    """A source being read from top to bottom: each `take` finds its phrase after the one before."""

    id: str
    name: str
    text: str
    claims: list[LedgerEntry] = field(default_factory=list)
    position: int = 0

    def take(self, phrase: str, category: Category, role: str, rule: str) -> SpannedText:
        start = self.text.index(phrase, self.position)
        self.position = start + len(phrase)
        self.claims.append(LedgerEntry(Span(start, self.position), category, role, rule))
        return SpannedText.verbatim(self.text, start, self.position)

    def title(self, phrase: str) -> SpannedText:
        return self.take(phrase, "heading", "title", "title.mark")

    def heading(self, phrase: str, rule: str = "heading.line") -> SpannedText:
        return self.take(phrase, "heading", "heading", rule)

    def body(self, phrase: str) -> SpannedText:
        return self.take(phrase, "body", "paragraph", "text.paragraph")

    def caption(self, phrase: str) -> SpannedText:
        return self.take(phrase, "caption", "caption", "caption.signed")

    def stated(self, phrase: str, value: str) -> Stated:
        text = self.take(phrase, "metadata", "fact", "facts.line")
        return Stated(value, "stated", phrase, self.id, text.provenance[0])

    def aside(self, phrase: str, category: Category, rule: str) -> None:
        self.take(phrase, category, "set aside", rule)

    @property
    def document(self) -> SourceDocument:
        data = self.text.encode()
        sha256 = hashlib.sha256(data).hexdigest()
        return SourceDocument(self.id, self.name, "text/plain", "utf-8", "strict UTF-8", sha256, data, self.text)

    @property
    def ledger(self) -> tuple[LedgerEntry, ...]:
        return tile(self.document, self.claims)


def paragraph(section: int, number: int, text: SpannedText, lead_in: int = 0, themes: Iterable[str] = ()) -> Paragraph:
    """A paragraph with a segment for each sentence that ends in 。"""
    name = ids.paragraph(section, number)
    cuts = [0, *(i + 1 for i, c in enumerate(text.text) if c == "。"), len(text.text)]
    spans = [(a, b) for a, b in pairwise(cuts) if a < b]
    segments = tuple(Segment(ids.sentence(name, n), text.slice(a, b)) for n, (a, b) in enumerate(spans, start=1))
    scores = tuple(ThemeScore(theme, 2.5, ("审批", "不见面")) for theme in themes)
    return Paragraph(name, text, segments, lead_in, scores)


def section(
    number: int,
    kicker: SpannedText | None,
    headline: SpannedText | None,
    paragraphs: Iterable[Paragraph],
    theme: str,
    *,
    kind: SectionKind = "body",
    level: int = 1,
    run_in: bool = False,
) -> Section:
    scores = (ThemeScore(theme, 7.25, ("黑土", "保护性耕作", "秸秆还田")),) if theme else ()
    return Section(ids.section(number), number, level, kind, kicker, headline, run_in, tuple(paragraphs), scores)


WEB = """首页 岚江新闻 专题

沃野丰年看禾川

——禾川市推进乡村全面振兴工作综述

日期: 2021-11-05  来源:岚江日报

禾川是岚江省的产粮大市,全市有耕地412.6万亩。三年来,这里的人们把藏粮于地落到了田间。

让黑土更肥——

良田建设一步一个脚印

推广保护性耕作。2021年,全市推广秸秆还田186.5万亩,比上年增加23.4万亩,占适宜地块的84.83%。土壤有机质含量稳中有升,农民王立田说:"地一年比一年暄。"

建设高标准农田。全市投入资金3.2亿元,建成高标准农田48万亩,新打机井1237眼。

限抓产业链条,推动粮食就地加工。推动粮食就地加工。全市现有加工企业69家,年加工能力增幅居全省

让办事更快——

政务服务从能办到好办

市政务大厅进驻部门42个、事项1859项,企业开办最快2小时办结。

对重点项目审批实行不见面办理,资料网上传、结果快递送。

守一河清水——

清溪河治理换来两岸新颜

清溪河全长106公里,沿岸建成污水处理厂12座,日处理能力达4.5万吨。河长巡河3万余人次,清理垃圾1600吨。

相关内容 网站地图 关于我们
"""
SCAN = """沃野丰年看禾川
本报记者 林远 周小满
禾川是岚江省的产粮大市，全市有耕地412.6万亩。
▲禾川市东风镇,农机手在作业。 林远 摄
▲清溪河两岸。 周小满 摄
"""
LEADS = """凝心聚力开新局
本报通讯员 苏航
加强组织领导。青岭县成立工作专班17个,落实县级领导包抓机制,压实责任。
建设美丽乡村。全县改造农村户厕3000户,绿化乡村112个。群众的获得感更强了。
稳定就业增收。全县脱贫人口务工就业2.68万人,人均纯收入13168元,增长13.6%。
"""
PARTS = ("题名 ", "副题 ", "上行 ", "标题 ", "正文 ", "图说 ")
TRAPS = "\n".join(part + NASTY for part in PARTS) + "\n"
OFFICIAL = """青岭县人民政府工作报告

青岭县人民政府

2020年,全县地区生产总值达到86.4亿元。
"""


def _emendation(report: str, where: str, text: SpannedText, exact: str, **values: object) -> Emendation:
    start = text.text.index(exact)
    defaults: dict[str, object] = {"corr": None, "cert": "high", "kind": "correction", "sic": exact}
    return Emendation(
        source="hechuan-web",
        exact=exact,
        prefix="",
        suffix="",
        resp="编者",
        line=1,
        report=report,
        where=where,
        spans=text.spans(start, start + len(exact)),
        **(defaults | values),  # type: ignore[arg-type] # the keys above
    )


def _figure(report: str, text: Paragraph, raw: str, value: str, unit: str) -> Figure:
    start = text.text.text.index(raw)
    end = start + len(raw)
    name = f"{text.id}-f{start}"
    spans = text.text.spans(start, end)
    ends = accumulate(len(segment.text.text) for segment in text.segments)
    segment = next(segment.id for segment, last in zip(text.segments, ends, strict=True) if end <= last)
    return Figure(
        name, report, text.id.split("-")[0], text.id, segment, start, end, spans, raw, Fraction(value), unit,
        "", "", "", "", "",
    )  # fmt: skip


def _hechuan(web: File, scan: File) -> tuple[Report, tuple[Figure, ...]]:
    web.aside("首页 岚江新闻 专题", "boilerplate", "web.menu")
    title = web.title("沃野丰年看禾川")
    subtitle = web.title("——禾川市推进乡村全面振兴工作综述")
    date = web.stated("日期: 2021-11-05", "2021-11-05")
    publisher = web.stated("来源:岚江日报", "岚江日报")
    opening = paragraph(
        0, 1, web.body("禾川是岚江省的产粮大市,全市有耕地412.6万亩。三年来,这里的人们把藏粮于地落到了田间。")
    )
    kickers = [web.heading("让黑土更肥——")]
    headlines = [web.heading("良田建设一步一个脚印")]
    first = web.body(
        "推广保护性耕作。2021年,全市推广秸秆还田186.5万亩,比上年增加23.4万亩,占适宜地块的84.83%。土壤有机质含量稳中有升,"
        '农民王立田说:"地一年比一年暄。"'
    )
    second = web.body("建设高标准农田。全市投入资金3.2亿元,建成高标准农田48万亩,新打机井1237眼。")
    before = web.body("限抓产业链条,推动粮食就地加工。")
    web.aside("推动粮食就地加工。", "duplicate", "repeat.adjacent")
    third = SpannedText.join([before, web.body("全市现有加工企业69家,年加工能力增幅居全省")])
    emendations = (
        _emendation("hechuan", "s1-p3.1", third, "限抓", corr="狠抓", note=Bilingual(
            "形近误识：“限”当作“狠”，下文多处作“狠抓”。", "限 was read for the similar 狠; the text has 狠抓 elsewhere.")),
        _emendation("hechuan", "s1-p2.1", second, "1237眼", kind="doubt", cert="low", note=Bilingual(
            "与别处所记不合，无从判断，照录。", "Does not agree with other figures; it cannot be told which is right.")),
        _emendation("hechuan", "s1-p3.2", third, "增幅居全省", kind="gap", note=Bilingual(
            "句子到此为止，名次没有保存，不作补足。", "The sentence breaks off; the rank is not preserved and not supplied.")),
        _emendation("hechuan", "s1-h", headlines[0], "一步", kind="doubt", corr="一歩", cert="low", note=Bilingual(
            "字形有疑。", "The glyph is doubtful.")),
    )  # fmt: skip
    third = third.replace(0, 2, "狠抓")
    soil = [paragraph(1, 1, first, lead_in=8), paragraph(1, 2, second, lead_in=8), paragraph(1, 3, third)]
    kickers.append(web.heading("让办事更快——"))
    headlines.append(web.heading("政务服务从能办到好办"))
    office = [
        paragraph(2, 1, web.body("市政务大厅进驻部门42个、事项1859项,企业开办最快2小时办结。")),
        paragraph(2, 2, web.body("对重点项目审批实行不见面办理,资料网上传、结果快递送。"), themes=["liao-river"]),
    ]
    kickers.append(web.heading("守一河清水——"))
    headlines.append(web.heading("清溪河治理换来两岸新颜"))
    river = web.body("清溪河全长106公里,沿岸建成污水处理厂12座,日处理能力达4.5万吨。河长巡河3万余人次,清理垃圾1600吨。")
    web.aside("相关内容 网站地图 关于我们", "boilerplate", "web.menu")
    scan.take("沃野丰年看禾川", "heading", "title", "title.mark")
    byline = scan.take("本报记者 林远 周小满", "metadata", "byline", "facts.byline")
    authors = tuple(
        Stated(name, "stated", "本报记者 林远 周小满", scan.id, byline.provenance[0]) for name in ("林远", "周小满")
    )
    other = scan.body("禾川是岚江省的产粮大市，全市有耕地412.6万亩。")
    captions = (
        Caption("c1", scan.caption("▲禾川市东风镇,农机手在作业。 林远 摄"), "林远", scan.id),
        Caption("c2", scan.caption("▲清溪河两岸。 周小满 摄"), "周小满", scan.id),
    )
    difference = Difference("s0-p1", "412.6", "412.8", opening.text.spans(18, 23), (Span(30, 35),))
    report = Report(
        id="hechuan",
        witnesses=("hechuan-web", "hechuan-scan"),
        title=title,
        title_source="hechuan-web",
        subtitle=subtitle,
        subtitle_source="hechuan-web",
        genre=Stated("newspaper-feature", "inferred", "工作综述"),
        date=date,
        period=Stated("2019/2021", "inferred", "三年来"),
        region=Stated("hechuan", "stated", "禾川市", "hechuan-web", opening.text.provenance[0]),
        publisher=publisher,
        republisher=None,
        authors=authors,
        editors=(),
        sections=(
            section(0, None, None, [opening], "general", kind="opening"),
            section(1, kickers[0], headlines[0], soil, "black-soil"),
            section(2, kickers[1], headlines[1], office, "business-environment"),
            section(3, kickers[2], headlines[2], [paragraph(3, 1, river)], "liao-river"),
        ),
        captions=captions,
        emendations=emendations,
        comparisons=(
            Comparison(
                "hechuan-web",
                "hechuan-scan",
                9,
                8,
                0.9991,
                (difference,),
                ("authors", "captions"),
                ("date",),
                (("s0-p1", other),),
            ),
        ),
    )
    figures = (
        _figure("hechuan", soil[0], "186.5万亩", "1865000", "亩"),
        _figure("hechuan", soil[0], "84.83%", "8483/10000", "%"),
        _figure("hechuan", soil[1], "1237眼", "1237", "眼"),
    )
    return report, figures


def _leads(file: File) -> Report:
    title = file.title("凝心聚力开新局")
    byline = file.take("本报通讯员 苏航", "metadata", "byline", "facts.byline")
    rows = [
        ("加强组织领导。", "青岭县成立工作专班17个,落实县级领导包抓机制,压实责任。", "poverty-alleviation"),
        ("建设美丽乡村。", "全县改造农村户厕3000户,绿化乡村112个。群众的获得感更强了。", "rural-revitalization"),
        ("稳定就业增收。", "全县脱贫人口务工就业2.68万人,人均纯收入13168元,增长13.6%。", "poverty-alleviation"),
    ]
    sections = []
    for n, (lead, text, theme) in enumerate(rows, start=1):
        heading = file.heading(lead, "heading.run-in")
        sections.append(section(n, None, heading, [paragraph(n, 1, file.body(text))], theme, run_in=True))
    return Report(
        id="qingling",
        witnesses=("qingling",),
        title=title,
        title_source="qingling",
        subtitle=None,
        subtitle_source="qingling",
        genre=Stated("newspaper-feature", "inferred", "本报通讯员"),
        date=None,
        period=Stated("2022", "supplied", "编者，据文中所记年度"),
        region=Stated("qingling", "inferred", "青岭县"),
        publisher=None,
        republisher=None,
        authors=(Stated("苏航", "stated", "本报通讯员 苏航", "qingling", byline.provenance[0]),),
        editors=(),
        sections=tuple(sections),
        captions=(),
    )


def _traps(file: File) -> Report:
    title, subtitle, kicker = (file.title(part + NASTY) for part in PARTS[:3])
    headline = file.heading(PARTS[3] + NASTY)
    text = file.body(PARTS[4] + NASTY)
    caption = Caption("c1", file.caption(PARTS[5] + NASTY), NASTY, file.id)
    return Report(
        id="traps",
        witnesses=("traps",),
        title=title,
        title_source="traps",
        subtitle=subtitle,
        subtitle_source="traps",
        genre=Stated("other", "supplied", NASTY),
        date=None,
        period=None,
        region=None,
        publisher=Stated(NASTY, "stated", NASTY),
        republisher=Stated(NASTY, "inferred", NASTY),
        authors=(Stated(NASTY, "stated", NASTY),),
        editors=(Stated(NASTY, "stated", NASTY),),
        sections=(section(0, kicker, headline, [paragraph(0, 1, text, lead_in=4)], ""),),
        captions=(caption,),
    )


def _official(file: File) -> Report:
    title = file.title("青岭县人民政府工作报告")
    publisher = file.stated("青岭县人民政府\n", "青岭县人民政府")
    text = file.body("2020年,全县地区生产总值达到86.4亿元。")
    return Report(
        id="qingling-2020",
        witnesses=("qingling-2020",),
        title=title,
        title_source="qingling-2020",
        subtitle=None,
        subtitle_source="qingling-2020",
        genre=Stated("work-report", "stated", "政府工作报告", "qingling-2020", title.provenance[0]),
        date=Stated("2021-01-12", "supplied", "编者，据县政府网站"),
        period=Stated("2020", "stated", "2020年", "qingling-2020", text.provenance[0]),
        region=Stated("qingling", "stated", "青岭县", "qingling-2020", title.provenance[0]),
        publisher=publisher,
        republisher=None,
        authors=(),
        editors=(),
        sections=(section(0, None, None, [paragraph(0, 1, text)], "general", kind="opening"),),
        captions=(),
    )


def _theme(
    name: str, zh: str, en: str, colour: str, icon: str, *, front: bool = False, broader: str | None = None
) -> Theme:
    scope = Bilingual(
        f"{zh}：这一主题的范围，写给读者看的一两句话，说明收什么、不收什么。",
        f"{en}: what this theme takes in, and what it does not.",
    )
    return Theme(name, Bilingual(zh, en), scope, broader, {zh: 3.0}, colour, icon, front)


THEMES = (
    _theme("black-soil", "黑土地", "Black soil", "#5b4636", "material/sprout", front=True),
    _theme("business-environment", "营商环境", "Business environment", "#8a5a00", "material/handshake-outline", front=True),
    _theme("liao-river", "辽河", "Liao River", "#1f6f78", "material/waves", front=True),
    _theme("rural-revitalization", "乡村振兴", "Rural revitalization", "#4d7031", "material/barley", front=True),
    _theme("poverty-alleviation", "脱贫攻坚", "Poverty alleviation", "#8f4a2b", "material/hand-heart-outline",
           broader="rural-revitalization"),
    _theme("party-building", "党的建设", "Party building", "#7d2f45", "material/account-group-outline"),
    _theme("general", "综合", "General", "#5f6368", "material/text-box-outline"),
)  # fmt: skip
PLACES = (
    Place("lanjiang", Bilingual("岚江省", "Lanjiang"), None, (), Bilingual("虚构的省份。", "An invented province.")),
    Place("hechuan", Bilingual("禾川市", "Hechuan"), "lanjiang", (), Bilingual(
        "虚构的产粮大市，在岚江省西部。", "An invented city that grows grain, in the west of Lanjiang.")),
    Place("qingling", Bilingual("青岭县", "Qingling"), "lanjiang", ()),
)  # fmt: skip


@cache
def archive() -> Archive:
    """The whole archive; always the same object, since records are frozen."""
    web, scan = File("hechuan-web", "禾川 网页.txt", WEB), File("hechuan-scan", "hechuan-scan.txt", SCAN)
    leads, traps = File("qingling", "qingling.txt", LEADS), File("traps", "traps.txt", TRAPS)
    official = File("qingling-2020", "qingling-2020.txt", OFFICIAL)
    hechuan, figures = _hechuan(web, scan)
    reports = (hechuan, _leads(leads), _traps(traps), _official(official))
    files = (web, scan, leads, traps, official)
    return Archive(
        settings=Settings(
            Bilingual("黑土档案", "Heitu Archive"),
            "",
            "archive@example.org",
            "禾川市档案馆",
            "岚ICP备00000000号",
            "2026-11-22",
        ),
        reports=reports,
        sources=tuple(file.document for file in files),
        ledgers={file.id: file.ledger for file in files},
        themes=THEMES,
        places=PLACES,
        publishers={"岚江日报": Bilingual("岚江日报", "Lanjiang Daily")},
        figures=figures,
        rules=RULES,
        terms=TERMS,
        translations=translations(),
    )
