"""The units that figures are measured or counted in: one row each, with dimension, base unit and exact factor.

Factors: SI units and their Chinese names as in GB 3100 and GB 3102; 1 亩 = 2000/3 m², 1 斤 = 1/2 kg, 1 里 = 500 m
(market units as tied to the metric system by the State Council's orders on measurement of 1959 and 1984). 1 垧
differs from place to place and is its own base. Two values may be compared only if they have the same base: 人次 is no
人, 户 no 人, 个点 no %.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

HanUse = Literal["no", "yes", "multiple"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or counter: `factor` times the value is the value in `base`.

    `printed` are its spellings, as regular expressions. `han` says whether numerals in Chinese characters count with
    it: "no", "yes", or "multiple" (only with 百, 千, 万 or 亿: 二元 is no sum of money). `unless` is what may not
    follow the unit (人 in 人民 is no unit), `unless_han` the same after Chinese numerals (五家 in 五家渠).
    """

    name: str
    dimension: str
    base: str
    factor: Fraction
    printed: tuple[str, ...]
    han: HanUse = "no"
    unless: str = ""
    unless_han: str = ""

    @property
    def is_measure(self) -> bool:
        """Whether it measures (money, area, mass …) rather than counts."""
        return self.dimension in MEASURED


MEASURED = frozenset({"area", "length", "volume", "mass", "energy", "power", "money"})

# dimension, base, han, {unit: factor}; spellings that differ from the name stand in _PRINTED, limits in _UNLESS.
_MEASURES: tuple[tuple[str, str, HanUse, Mapping[str, Fraction | int]], ...] = (
    (
        "area",
        "平方米",
        "yes",
        {"平方米": 1, "亩": Fraction(2000, 3), "公顷": 10_000, "平方公里": 10**6},
    ),
    ("area", "平方米", "no", {"平方": 1}),
    (
        "length",
        "米",
        "multiple",
        {"米": 1, "公里": 1000, "千米": 1000, "里": 500, "厘米": Fraction(1, 100), "毫米": Fraction(1, 1000)},
    ),
    ("volume", "立方米", "yes", {"立方米": 1}),
    ("volume", "立方米", "no", {"立方": 1, "升": Fraction(1, 1000), "毫升": Fraction(1, 10**6)}),
    (
        "mass",
        "千克",
        "yes",
        {
            "吨": 1000,
            "千克": 1,
            "公斤": 1,
            "斤": Fraction(1, 2),
            "克": Fraction(1, 1000),
            "毫克": Fraction(1, 10**6),
            "微克": Fraction(1, 10**9),
        },
    ),
    ("energy", "千瓦时", "yes", {"千瓦时": 1, "兆瓦时": 1000}),
    ("power", "千瓦", "yes", {"千瓦": 1, "瓦": Fraction(1, 1000), "兆瓦": 1000, "吉瓦": 10**6}),
    ("money", "元", "multiple", {"元": 1}),
    ("money", "美元", "multiple", {"美元": 1}),
    ("money", "欧元", "multiple", {"欧元": 1}),
    ("money", "港元", "multiple", {"港元": 1}),
    ("money", "日元", "multiple", {"日元": 1}),
    ("money", "英镑", "multiple", {"英镑": 1}),
    ("duration", "月", "yes", {"年": 12, "周年": 12, "周岁": 12, "岁": 12, "个月": 1, "个季度": 3}),
    (
        "duration",
        "秒",
        "yes",
        {"天": 86_400, "周": 604_800, "个小时": 3600, "小时": 3600, "分钟": 60, "秒": 1},
    ),
    ("duration", "个工作日", "yes", {"个工作日": 1}),
    ("duration", "秒", "no", {"日": 86_400}),
    ("date", "世纪", "yes", {"世纪": 1}),
    ("date", "年代", "no", {"年代": 1}),
    ("date", "月", "no", {"月": 1}),
    ("ratio", "", "no", {"%": Fraction(1, 100), "‰": Fraction(1, 1000)}),
    ("ratio", "", "yes", {"倍": 1, "成": Fraction(1, 10), "折": Fraction(1, 10)}),
    ("ratio", "番", "yes", {"番": 1}),
    ("percentage-point", "个百分点", "yes", {"个百分点": 1, "个点": 1, "百分点": 1}),
    ("percentage-point", "个百分点", "no", {"个千分点": Fraction(1, 10)}),
    ("temperature", "℃", "no", {"℃": 1}),
    ("persons", "人", "yes", {"人": 1, "名": 1}),
    ("person-times", "人次", "yes", {"人次": 1}),
    ("households", "户", "yes", {"户": 1}),
    ("score", "分", "no", {"分": 1}),
    ("grade", "级", "no", {"级": 1}),
)

# Counters; each is its own base. Those of the second string take numerals in Chinese characters as well.
_COUNTERS = """
例 笔 组 台 辆 艘 架 列 头 只 羽 匹 尾 株 棵 盏 块 片 盘 瓶 袋 箱 桶 眼 口 枚 颗 幅 间 栋 幢 篇 本 册 部 份 期 节
届 封 通 顶 把 根 门 孔 层 步 点 类 道 班 床 度 垧 铺 趟 员 强 户次 亩次 台次 车次 架次 班次 批次 场次 课时 学时
标准箱 标箱
"""
_COUNTERS_HAN = "个 位 家 座 所 项 件 次 条 处 张 种 批 场 支 套 轮"

_PRINTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "平方米": ("平方米", "平米", "㎡", "m²", "m2"),
        "平方公里": ("平方公里", "平方千米", "km²", "km2"),
        "公顷": ("公顷", "hm²"),
        "公里": ("公里", "km", "㎞"),
        "米": ("米", "m"),
        "厘米": ("厘米", "cm"),
        "毫米": ("毫米", "mm"),
        "立方米": ("立方米", "m³", "m3"),
        "千克": ("千克", "kg"),
        "升": ("升", "L"),
        "微克": ("微克", "μg"),
        "千瓦时": ("千瓦时", "kWh"),
        "千瓦": ("千瓦", "kW"),
        "兆瓦": ("兆瓦", "MW"),
        "吉瓦": ("吉瓦", "GW"),
        "元": ("元人民币", "人民币", "元"),
        "个月": ("个[多半]?月",),
        "个小时": ("个[多半]?小时",),
        "个百分点": ("个多?百分点",),
        "月": ("月份?",),
        "%": ("[%％]",),
        "℃": ("℃", "摄氏度"),
        "人": ("人口", "人"),
    }
)

# What follows belongs to the next word, and the unit is none.
_UNLESS: Mapping[str, str] = MappingProxyType(
    {
        "人": "[民大才均工员物类社事力转]",
        "人次": "",
        "名": "[额称单录]",
        "户": "[籍外口均型]",
        "家": "[庭长具园乡政]",
        "所": "[有得谓需属在以]",
        "处": "[理置于罚级]",
        "条": "[件例款文]",
        "次": "[要于年日序]",
        "项": "目",
        "期": "[间末限望]",
        "场": "[所景地馆]",
        "座": "[谈位]",
        "台": "[账阶风]",
        "位": "[于置数]|一体",
        "部": "[门分委队署]",
        "片": "[区面]",
        "节": "[约能水日目]",
        "点": "[钟火评击]",
        "通": "[过报知信]",
        "里": "[程面子]",
        "升": "[级至到高]",
        "成": "[员立为果功本熟都人长就因]",
        "度": "[假过]",
        "级": "以上",
        "年": "级",
        "天": "窗|空|两头",
        "元": "[素旦器件宵]",
        "组": "[织建成]",
        "份": "额",
        "层": "[级次面]",
        "步": "[伐行骤]",
        "班": "[子级主]",
        "门": "类",
        "本": "[级地市省]",
        "口": "[岸径]",
        "头": "等",
        "员": "工",
        "类": "[型别]",
        "道": "[路理]",
        "把": "[握关手]",
        "强": "[化调]",
        "个": "一",
        "轮": "[车驱胎]",
        "支": "[出持部付]",
        "套": "[餐路]",
        "列": "[入为车]",
        "只": "[有能要是]",
        "分": r"(?![,，。;；、)）!！]|以上|左右|$).",  # 分 begins many words: it counts only where a clause ends
    }
)
_UNLESS_HAN: Mapping[str, str] = MappingProxyType(
    {
        "家": "[子渠庄村屯窝堡]",
        "项": "规定",
        "次": "产业|全会|全体会议|方",
        "位": "[一数]",
        "户": "[屯村乡]",
        "条": "心",
        "成": "[效绩]",
        "折": "[扣叠线射页]",
    }
)
# What must stand before the numeral.
LED_BY: Mapping[str, str] = MappingProxyType({"番": "翻了?"})


def _unit(name: str, dimension: str, base: str, factor: Fraction, han: HanUse) -> Unit:
    printed = _PRINTED.get(name, (name,))
    return Unit(name, dimension, base, factor, printed, han, _UNLESS.get(name, ""), _UNLESS_HAN.get(name, ""))


def _rows() -> Iterator[Unit]:
    for dimension, base, han, factors in _MEASURES:
        for name, factor in factors.items():
            yield _unit(name, dimension, base, Fraction(factor), han)
    for name in _COUNTERS.split():
        yield _unit(name, "count", name, Fraction(1), "no")
    for name in _COUNTERS_HAN.split():
        yield _unit(name, "count", name, Fraction(1), "yes")


UNITS: Mapping[str, Unit] = MappingProxyType({unit.name: unit for unit in _rows()})

_LOWER = """
年 天 周 小时 秒 分钟 人 户 亩 公顷 平方米 平方公里 立方米 千克 公斤 斤 吨 升 公里 千瓦时 度 千瓦 次 个 家 人次 件 头
只 株 套 元
"""
# The lower half of a rate (元/月, 吨/日, 克/千克): unit -> dimension, base, factor.
PER: Mapping[str, tuple[str, str, Fraction]] = MappingProxyType(
    {
        "月": ("duration", "月", Fraction(1)),
        "日": ("duration", "秒", Fraction(86_400)),
        "时": ("duration", "秒", Fraction(3600)),
        "h": ("duration", "秒", Fraction(3600)),
        **{name: (UNITS[name].dimension, UNITS[name].base, UNITS[name].factor) for name in _LOWER.split()},
    }
)


def rate(upper: Unit, lower: str) -> Unit:
    """The unit `upper` per `lower`.

    >>> rate(UNITS["吨"], "日").dimension
    'mass/duration'
    """
    dimension, base, factor = PER[lower]
    return Unit(
        name=f"{upper.name}/{lower}",
        dimension=f"{upper.dimension}/{dimension}",
        base=f"{upper.base}/{base}",
        factor=upper.factor / factor,
        printed=(),
    )


def in_base(value: Fraction, unit: str) -> tuple[Fraction, str]:
    """A value in a named unit, expressed in the base unit of its dimension; a unit unknown here is its own base.

    >>> in_base(Fraction(3), "亩")
    (Fraction(2000, 1), '平方米')
    >>> in_base(Fraction(34), "吨/日")[1]
    '千克/秒'
    """
    if unit in UNITS:
        return value * UNITS[unit].factor, UNITS[unit].base
    upper, slash, lower = unit.partition("/")
    if slash and upper in UNITS and lower in PER:
        both = rate(UNITS[upper], lower)
        return value * both.factor, both.base
    return value, unit
