"""Any value that can be printed is read back exactly, and figures always stand where they say."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from heitu.export.figures import exact
from heitu.figures import find_figures, in_base, measures
from heitu.figures.numerals import number
from heitu.figures.units import PER, UNITS, rate
from heitu.records import Report
from heitu.spans import SpannedText
from tests.small_archive import paragraph, small_archive

WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
MULTIPLIERS = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12, "百万": 10**6}
# Units whose sign alone does not show that they are one: 番 follows 翻, 分 ends a clause, 年 after four digits is a date.
PLAIN = sorted(set(UNITS) - {"番", "年", "月", "日", "年代", "世纪", "分", "级", "点", "强", "度"})
DIGITS = "零一二三四五六七八九"

mantissas = st.integers(1, 999_999).map(lambda n: Fraction(n, 100))
units = st.sampled_from(PLAIN)


def _decimal(value: Fraction) -> str:
    return f"{value.numerator / value.denominator:.2f}".rstrip("0").rstrip(".")


@given(mantissas, st.sampled_from(sorted(MULTIPLIERS)), units, st.booleans(), st.booleans())
def test_a_printed_value_is_read_back(value: Fraction, multiplier: str, unit: str, wide: bool, blank: bool) -> None:
    digits = _decimal(value)
    raw = (digits.translate(WIDE) if wide else digits) + multiplier + (" " if blank else "") + unit
    (measure,) = measures(f"完成{raw},其余不变。")
    assert (measure.token.value, measure.token.unit) == (value * MULTIPLIERS[multiplier], unit)
    assert measure.token.end - measure.token.start == len(raw)


@given(mantissas, units.filter(lambda u: UNITS[u].is_measure), st.sampled_from(sorted(PER)))
def test_a_rate_is_read_back(value: Fraction, unit: str, lower: str) -> None:
    (measure,) = measures(f"标准为{_decimal(value)}{unit}/{lower}。")
    assert measure.token.unit == f"{unit}/{lower}"
    assert measure.token.dimension == rate(UNITS[unit], lower).dimension
    assert in_base(value, measure.token.unit)[0] == value * UNITS[unit].factor / PER[lower][2]


def chinese(value: int) -> str:
    """A number below 10^12 in Chinese numerals."""
    if value >= 10**8:
        return _with_rest(value, 10**8, "亿")
    if value >= 10**4:
        return _with_rest(value, 10**4, "万")
    for base, sign in ((1000, "千"), (100, "百"), (10, "十")):
        if value >= base:
            return _with_rest(value, base, sign)
    return DIGITS[value]


def _with_rest(value: int, base: int, sign: str) -> str:
    head, rest = divmod(value, base)
    gap = "零" if 0 < rest < base // 10 else ""
    return chinese(head) + sign + gap + (chinese(rest) if rest else "")


@given(st.integers(2, 10**12 - 1))
def test_chinese_numerals_are_read_back(value: int) -> None:
    assert number(chinese(value)) == value
    (measure,) = measures(f"共有{chinese(value)}个。")
    assert measure.token.value == value


@given(st.fractions())
def test_exact_values_survive_as_text(value: Fraction) -> None:
    assert Fraction(exact(value)) == value


FRAGMENTS = """
12 3.5 ２０２１ 1,234 一 两 三 十 百 千 万 亿 零 半 年 月 日 个 户 人 人次 元 万元 % ％ 个百分点 亩 第 前 分之 至 - — + : / . ,
， 。 、 ； “ ” 《 》 约 超过 达 余 多 以上 左右 比 增长 今年 去年 目前 以来 全市 项目 A G5 的 翻 上
"""
fragments = st.sampled_from(FRAGMENTS.split())
texts = st.lists(fragments, max_size=25).map("".join)


@given(texts)
def test_whatever_the_text_figures_are_in_it_in_order(text: str) -> None:
    position = 0
    for measure in measures(text, year=2022):
        token = measure.token
        assert position <= token.start < token.end <= len(text)
        position = token.end
        assert measure.comparison in text
        assert measure.subject in text
        assert token.value_to is None or token.value_to > token.value


@given(st.lists(texts.filter(bool), min_size=1, max_size=4))
def test_offsets_and_spans_reproduce_what_is_printed(sentences: list[str]) -> None:
    source = "\n".join(sentences)
    parts, start = [], 0
    for sentence in sentences:
        parts.append(SpannedText.verbatim(source, start, start + len(sentence)))
        start += len(sentence) + 1
    report = _report(parts)
    text = report.paragraphs[0].text.text
    figures = find_figures(report)
    assert len({figure.id for figure in figures}) == len(figures)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.raw
        assert "".join(source[span.start : span.end] for span in figure.spans) == figure.raw


def _report(parts: list[SpannedText]) -> Report:
    report = small_archive().reports[0]
    section = replace(report.sections[0], paragraphs=(paragraph("s1-p1", parts),))
    return replace(report, sections=(section,), emendations=())
