"""The English of the fixture archive: a report with everything that a translation can have, one translated in part.

`hechuan` is translated but for a sentence; one sentence of it is stale, two were taken together, one has a note.
`qingling` has a reviewed paragraph and lacks the rest; `traps` and `qingling-2020` have no English.
"""

from __future__ import annotations

from collections.abc import Mapping

from heitu.language import Bilingual
from heitu.translation import Acceptance, Term, TranslationUnit

_HECHUAN = {
    "title": "Fertile Fields and a Rich Year in Hechuan",
    "subtitle": "How Hechuan advances rural revitalization",
    "s0-p1.1": "Hechuan is a large grain producer of Lanjiang, with 4.126 million mu of farmland.",
    "s0-p1.2": "For three years its people have stored grain in the land.",
    "s1-k": "Making the black soil richer",
    "s1-h": "Good fields, built step by step",
    "s1-p1.1": "Extending conservation tillage.",
    "s1-p1.2": "In 2021 the city returned stalks to the field on 1.865 million mu, 234,000 mu more than the year before.",
    "s1-p1.3": "The farmer Wang Litian says: “The soil gets looser every year.”",
    "s1-p2.1": "Building high-standard farmland.",
    "s1-p3.1": "The city keeps a firm hand on the chain of industry and has grain processed on the spot.",
    "s1-p3.2": "It has 69 processors, and their yearly growth ranks",
    "s2-k": "Making business easier",
    "s2-h": "Government services: from possible to good",
    "s2-p1.1": "The service hall houses 42 departments and 1,859 matters; a company can be founded in 2 hours.",
    "s2-p2.1": "Key projects are approved without a visit.",
    "s3-k": "Keeping a river clear",
    "s3-h": "The Qingxi River is tamed, and both banks look new",
    "s3-p1.1": "The Qingxi River is 106 km long; 12 sewage works stand on it.",
    "s3-p1.2": "River chiefs made more than 30,000 patrols and cleared 1,600 tonnes of rubbish.",
    "c1": "A farm machine at work in Dongfeng, Hechuan.",
    "c2": "The banks of the Qingxi River.",
    "author1": "Lin Yuan",
    "author2": "Zhou Xiaoman",
}
NOTE = "Literally “store grain in the land”."
STALE = "全市投入资金3亿元,建成高标准农田45万亩。"

_QINGLING = (
    TranslationUnit("title", "凝心聚力开新局", "One Heart, a New Start", "translated"),
    TranslationUnit("s2-h", "建设美丽乡村。", "Beautiful villages", "translated"),
    TranslationUnit(
        "s2-p1.1",
        "",
        "The county rebuilt 3,000 toilets and planted trees in 112 villages.",
        "reviewed",
        reviewer="LW",
        reviewed="2026-11-30",
    ),
    TranslationUnit(
        "s2-p1.2",
        "",
        "People feel that they have gained.",
        "reviewed",
        reviewer="LW",
        reviewed="2026-11-30",
        accepted=(Acceptance("length", "the Chinese says no more"),),
    ),
)


def translations() -> Mapping[tuple[str, str], TranslationUnit]:
    units = {
        unit: TranslationUnit(unit, "", target, "translated", note=NOTE if unit == "s0-p1.2" else "")
        for unit, target in _HECHUAN.items()
    }
    units["s1-p1.4"] = TranslationUnit("s1-p1.4", "", "", "translated", joined="s1-p1.3")
    units["s1-p2.2"] = TranslationUnit(
        "s1-p2.2",
        "全市投入资金3.2亿元,建成高标准农田48万亩,新打机井1237眼。",
        "The city spent 300 million yuan and built 450,000 mu of high-standard farmland.",
        "stale",
        before=STALE,
    )
    del units["s3-p1.2"]  # a sentence that nobody has translated
    found = {("hechuan", name): unit for name, unit in units.items()}
    return found | {("qingling", unit.id): unit for unit in _QINGLING}


TERMS = (
    Term(
        "conservation-tillage",
        "保护性耕作",
        (),
        "bǎohùxìng gēngzuò",
        "conservation tillage",
        (),
        "programme",
        Bilingual("秸秆留田、少动土。", "Stalks stay on the field, and the soil is hardly moved."),
        Bilingual("通行译名", "the usual name"),
    ),
    Term(
        "river-chief",
        "河长",
        ("河湖长",),
        "hézhǎng",
        "river chiefs",
        ("river chief",),
        "administrative",
        Bilingual("", ""),
        Bilingual("通行译名", "the usual name"),
    ),
    Term(
        "store-in-land",
        "“藏粮于地”",
        (),
        "cáng liáng yú dì",
        "stored grain in the land",
        (),
        "slogan",
        Bilingual("保护耕地质量。", "To keep up the quality of farmland."),
        Bilingual("本站译名", "this project’s rendering"),
    ),
)
