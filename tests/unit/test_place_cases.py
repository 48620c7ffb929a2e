"""The region of made-up reports, with the project's own places: found by name or by its words, or left unknown."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from heitu.language import Bilingual
from heitu.place import find_region, infer_region
from heitu.records import Place, Report, SectionKind, Stated
from heitu.spans import Span
from tests.pipeline import seeds
from tests.unit.theme_reports import made_report, made_section


@dataclass(frozen=True)
class Case:
    """A report, and the value, basis and evidence of its region (None: unknown)."""

    label: str
    paragraphs: tuple[str, ...]
    region: tuple[str, str, str] | None
    title: str = "一年回望"
    subtitle: str = ""
    heading: str | None = None
    captions: tuple[str, ...] = ()
    kind: SectionKind = "body"


CASES = (
    Case("title", ("我市各项事业取得新进展。",), ("jilin-siping", "stated", "四平:民生答卷"), title="四平:民生答卷"),
    Case(
        "subtitle, the visitor no matter",
        ("两年来，全市上下牢记嘱托。",),
        ("jilin-siping", "stated", "写在视察四平两周年之际"),
        subtitle="——写在视察四平两周年之际",
    ),
    Case(
        "subject of the opening",
        ("四平市深入推进各项改革，效果显著。", "全市新建道路二十公里。"),
        ("jilin-siping", "stated", "四平市深入推进各项改革"),
        kind="opening",
    ),
    Case(
        "a city's own report, its province and neighbours in passing",
        (
            "四平严把质量关口，在吉林省考核中名列前茅。",
            "先后与铁岭、通辽、长春、辽源签订合作协议。",
            "赴北京、广东、湖南等地招商，主动融入长春国际汽车城。",
            "四平市委、市政府多次开会研究。",
        ),
        ("jilin-siping", "stated", "四平严把质量关口"),
    ),
    Case(
        "our city, named once at the end, its counties throughout",
        (
            "我市供水井全部达标，梨树县、双辽市新增净水设备。",
            "我市支持梨树县、双辽市发展肉牛，伊通满族自治县新建水井房。",
            "乡村天地阔，振兴写新篇。四平正在书写山乡巨变。",
        ),
        ("jilin-siping", "stated", "四平正在书写山乡巨变"),
    ),
    Case(
        "never named, shown by what only it has",
        (
            "我市柞水木耳入选品牌，累计招引南京企业二十七家，宁商协作入选案例。",
            "全省秦岭山水乡村建设现场会在我市召开，做法入选陕西省十大案例。",
        ),
        ("shaanxi-shangluo", "inferred", "柞水木耳；宁商协作；秦岭山水乡村；陕西省"),
    ),
    Case(
        "a county in the title shows its city",
        ("全县实现产值八十亿元，我县农业稳步发展。",),
        ("jilin-siping", "inferred", "梨树县"),
        title="梨树县政府工作报告",
    ),
    Case(
        "a province's own report, full of its cities",
        (
            "全省经济稳中向好，长春、松原、白城入选试点。",
            "我省粮食丰收，四平市、延边州增幅居前。",
            "长春建成地铁三号线，吉林大地生机勃发。",
        ),
        ("jilin", "stated", "2026年吉林省政府工作报告"),
        title="2026年吉林省政府工作报告",
    ),
    Case(
        "an autonomous region calls itself 我区",
        ("我区外贸增长一成，南宁、柳州贡献突出。", "广西全区粮食丰收。"),
        ("guangxi", "stated", "广西壮族自治区政府工作报告"),
        title="广西壮族自治区政府工作报告",
    ),
    Case(
        "an autonomous prefecture by its short name",
        ("延边全州旅游收入翻番，我州边贸活跃。", "延边着力建设特色城镇。"),
        ("jilin-yanbian", "stated", "延边全州旅游收入翻番"),
    ),
    Case(
        "a short name that a province and a city share is the province's",
        ("吉林全省上下奋发有为，我省工业增长。", "吉林正在全面振兴。"),
        ("jilin", "stated", "吉林全省上下奋发有为"),
    ),
    Case(
        "the city of the same name by its whole name",
        ("吉林市推进冰雪旅游，我市客流大增。", "吉林市委、市政府出台办法。"),
        ("jilin-jilin", "stated", "吉林市推进冰雪旅游"),
    ),
    Case(
        "captions count as text",
        ("我市城乡面貌一新。",),
        ("jilin-siping", "inferred", "梨树县；双辽市"),
        captions=("梨树县百万亩玉米基地。", "双辽市城乡新貌。", "梨树县新村。", "双辽市湿地。"),
    ),
    Case("a partner city in passing", ("我市与南京企业签约二十七项，客商赴南京洽谈。", "南京和我市互访百余次。"), None),
    Case("cities in a list", ("北京、上海、广州等地客商云集，北京和天津的企业占一半。",), None),
    Case(
        "a national report names many and is about none",
        ("我国经济总量再上台阶，北京、上海科创中心建设加快。", "我国对外开放扩大，海南自由贸易港建设顺利。"),
        None,
        title="政府工作报告",
    ),
    Case("a city's report that names only its province", ("我市工作得到陕西省肯定。", "全市做法在陕西省推广。"), None),
    Case("a document of a province, about one of its counties", ("我县落实《贵州省工作方案》，全县上下齐心。",), None),
    Case("one word that shows a place is not enough", ("我市引进柞水技术，菌菇产业兴旺。",), None),
    Case("words that are names elsewhere", ("维护长治久安，建设和平安康家园，向各位来宾介绍情况。",), None),
    Case("two cities alike", ("四平市建成新港，通辽市也建成新港。", "四平市来电，通辽市来电。"), None),
    Case("no place at all", ("天气晴朗。",), None),
)


def report(case: Case) -> Report:
    section = made_section(1, case.paragraphs, heading=case.heading, kind=case.kind)
    return made_report(section, title=case.title, subtitle=case.subtitle, captions=case.captions)


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_the_region_is_found_or_unknown(case: Case) -> None:
    found = find_region(report(case), seeds().places)
    assert (found and (found.value, found.basis, found.evidence)) == case.region


def test_a_stated_region_has_the_span_of_its_clause() -> None:
    found = find_region(made_report(made_section(1, ["全市进步。"]), title="四平新貌"), seeds().places)
    assert found == Stated("jilin-siping", "stated", "四平新貌", "made", Span(10, 14))


def test_an_inferred_region_of_several_words_has_no_single_span() -> None:
    paragraphs = ["我市柞水木耳俏销，宁商协作有成效。", "我市推进秦岭山水乡村建设。"]
    found = find_region(made_report(made_section(1, paragraphs)), seeds().places)
    assert found is not None
    assert (found.basis, found.source, found.span) == ("inferred", None, None)


def test_a_region_that_a_person_supplied_stays() -> None:
    supplied = Stated("jilin", "supplied", "编者")
    made = made_report(made_section(1, ["全市进步。"]), title="四平新貌")
    placed = infer_region(made, seeds().places)
    assert placed.region is not None and placed.region.value == "jilin-siping"
    assert infer_region(replace(made, region=supplied), seeds().places).region == supplied


def test_without_places_every_region_is_unknown() -> None:
    assert find_region(made_report(made_section(1, ["四平市进步。"]), title="四平"), ()) is None


def test_every_word_of_the_evidence_is_printed() -> None:
    for case in CASES:
        found = find_region(report(case), seeds().places)
        whole = "\n".join([case.title, case.subtitle, *case.paragraphs, *case.captions])
        assert found is None or all(words in whole for words in found.evidence.split("；"))


def test_the_list_of_places_is_whole() -> None:
    places = seeds().places
    top = [place for place in places if place.parent is None]
    assert len(top) == 34
    assert len(places) - len(top) == 333
    by_id = {place.id: place for place in places}
    assert all(place.id.startswith(f"{place.parent}-") for place in places if place.parent)
    assert all(by_id[name].note for name in ("jilin", "jilin-siping", "shaanxi", "shaanxi-shangluo"))


def test_a_place_is_known_by_all_that_its_entry_says() -> None:
    islands = (
        Place("north", Bilingual("北岛省", "North"), None, ()),
        Place("north-bay", Bilingual("白湾市", "Bay"), "north", ("渔灯节", "望潮塔")),
    )
    paragraphs = ["我市渔灯节开幕，望潮塔下人山人海，渔灯节添新彩。", "渔灯节闭幕，望潮塔亮灯，北岛省来贺。"]
    found = find_region(made_report(made_section(1, paragraphs)), islands)
    assert found == Stated("north-bay", "inferred", "渔灯节；望潮塔；北岛省")
