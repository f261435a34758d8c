"""What a figure measures is told without who told it, or where it was filed."""

from __future__ import annotations

import pytest
from articles import article

from summarizer.extract.material import gather


@pytest.mark.parametrize(
    ("body", "language", "surface", "unwanted"),
    [
        ("据了解，今年全市计划造林18.6万亩，其中山区12万亩、平原6.6万亩。", "zh", "18.6万亩", "据了解"),
        ("HARROWGATE -- The board voted 4-3 on Monday to delay the toll.", "en", "4-3", "HARROWGATE"),
        ('She said drivers "paid $300 for the same steel."', "en", "$300", '"'),
    ],
)
def test_a_meaning_holds_only_what_is_measured(body, language, surface, unwanted):
    (meaning,) = [f.meaning for f in gather(article(body, language)).figures if f.quantity.text == surface]
    assert unwanted not in meaning


def test_a_number_and_its_unit_are_no_name_behind_a_digit():
    material = gather(article("会议提出，全市造林18.6万亩、绿化6.6万亩。市长柳荫出席会议。", "zh"))
    assert [person.name for person in material.people] == ["柳荫"]
    assert len(material.figures) == 2
