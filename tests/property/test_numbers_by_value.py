"""Any value rendered from 万 and 亿 to million and billion passes, and no longer when a digit or a unit is another."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from heitu.proof.numbers import compare_numbers

ZH = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
EN = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
UNITS = {"元": "yuan", "公顷": "hectares", "公里": "kilometres", "吨": "tonnes", "立方米": "cubic metres"}
OTHERS = {"yuan": "dollars", "hectares": "mu", "kilometres": "metres", "tonnes": "kilograms", "cubic metres": "litres"}

mantissas = st.integers(1, 999_999).map(lambda n: Fraction(n, 100))


def decimal(value: Fraction) -> str:
    """A value with as many decimals as it needs, thousands set apart."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    whole, rest = divmod(int(value * 10**places), 10**places)
    return f"{whole:,}.{rest:0{places}}" if places else f"{whole:,}"


def in_english(value: Fraction, multiple: str) -> str:
    return f"{decimal(value / EN[multiple])} {multiple}".strip()


def decimal_zh(value: Fraction) -> str:
    return decimal(value).replace(",", "")


sentences = st.tuples(
    mantissas, st.sampled_from(sorted(ZH)), st.sampled_from(sorted(EN)), st.sampled_from(sorted(UNITS))
)


@given(sentences)
def test_a_value_passes_in_any_numerals(case: tuple[Fraction, str, str, str]) -> None:
    mantissa, zh, en, unit = case
    numeral = in_english(mantissa * ZH[zh], en)
    assert not compare_numbers(f"完成{decimal_zh(mantissa)}{zh}{unit}。", f"A total of {numeral} {UNITS[unit]}.")


@given(sentences, st.data())
def test_another_digit_or_unit_does_not_pass(case: tuple[Fraction, str, str, str], data: st.DataObject) -> None:
    mantissa, zh, en, unit = case
    numeral = in_english(mantissa * ZH[zh], en)
    source = f"完成{decimal_zh(mantissa)}{zh}{unit}。"
    place = data.draw(st.sampled_from([i for i, c in enumerate(numeral) if c.isdecimal()]))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != numeral[place]]))
    wrong = numeral[:place] + digit + numeral[place + 1 :]
    assert [d.severity for d in compare_numbers(source, f"A total of {wrong} {UNITS[unit]}.")] == ["error"]
    assert [d.severity for d in compare_numbers(source, f"A total of {numeral} {OTHERS[UNITS[unit]]}.")] == ["error"]


ZH_WORDS = """
12 3.5 2021 一 两 十 百 万 亿 半 年 月 日 个 户 人次 元 万元 % 个百分点 亩 第 前 分之 至 - + : / , 。 “ ” 约 多 以上 增长 今年
十四五 项目 5G 的 翻
"""
EN_WORDS = """
12 3.5 2021 1,200 one two ten hundred million half May 2nd first % percent points yuan mu ( ) to from - + : / , . more than
about rose fell year the 14th Five-Year 5G G20 third and
"""


@given(
    st.lists(st.sampled_from(ZH_WORDS.split()), max_size=20).map("".join),
    st.lists(st.sampled_from(EN_WORDS.split()), max_size=20).map(" ".join),
)
def test_whatever_the_texts_differences_stand_in_them(zh: str, en: str) -> None:
    for found in compare_numbers(zh, en, year=2022):
        assert found.zh_span is None or zh[found.zh_span.start : found.zh_span.end] == found.zh
        assert found.en_span is None or en[found.en_span.start : found.en_span.end] == found.en
        assert found.zh or found.en
