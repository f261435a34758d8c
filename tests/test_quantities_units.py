"""Units: exact conversion, and nothing converted that measures another thing."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from summarizer.quantities.units import CURRENCIES, SURFACE_EN, SURFACE_ZH, UNITS, convert, dimension


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        ("15", "mu", "ha", "1"),
        ("1", "mu", "m2", Fraction(2000, 3)),
        ("3", "t", "kg", "3000"),
        ("2", "jin", "kg", "1"),
        ("1", "mi", "km", "1.609344"),
        ("350", "kW", "MW", "0.35"),
        ("25", "degC", "degF", "77"),
        ("-40", "degF", "degC", "-40"),
        ("2.5", "year", "month", "30"),
        ("90", "minute", "hour", "1.5"),
        ("25", "bp", "pp", "0.25"),
        ("2", "×", "%", "200"),
    ],
)
def test_conversion_is_exact(value, source, target, expected):
    assert convert(Decimal(value), source, target) == Fraction(expected)


@pytest.mark.parametrize(
    ("source", "target"), [("USD", "CNY"), ("%", "pp"), ("m", "kg"), ("家", "户"), ("km", "nothing")]
)
def test_different_things_do_not_convert(source, target):
    assert convert(Decimal(1), source, target) is None


def test_every_surface_names_a_unit_of_the_table():
    assert {*SURFACE_ZH.values(), *SURFACE_EN.values()} <= UNITS.keys()


def test_each_currency_is_a_dimension_of_its_own():
    assert all(dimension(code) == code for code in CURRENCIES)


@pytest.mark.parametrize("symbol", sorted(UNITS))
def test_conversion_there_and_back_is_the_value(symbol):
    for other in UNITS:
        there = convert(Decimal("7.25"), symbol, other)
        if there is not None and there.denominator in (1, 2, 4, 5, 10, 100):
            back = convert(Decimal(there.numerator) / Decimal(there.denominator), other, symbol)
            assert back == Fraction("7.25")
