"""`find_quantities`: values, units, kinds and offsets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("总投资61.8亿元", "6180000000", "CNY"),
        ("共有1亿3000万人次", "130000000", "people"),
        ("增长百分之九", "9", "%"),
        ("worth $7.25 billion", "7250000000", "USD"),
        ("three and a half million tonnes", "3500000", "t"),
    ],
)
def test_a_figure_has_its_exact_value_and_unit(text, value, unit):
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert text[found.start : found.end] == found.text
