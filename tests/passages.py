"""Short articles and texts of which the tests of the splitter put pages together."""

from __future__ import annotations

import unicodedata

MARKET = """\
城西菜场今起试营业
　　本报讯 昨天上午，改造了七个月的城西菜场重新开门，摊位从原来的96个减到72个，通道加宽到三米。
　　菜场负责人说，试营业期间摊位费减半，市民可凭小票停车一小时。
"""
DRAINS = """\
望海路雨水管改造完工
　　本报讯 记者从市排水处获悉，望海路雨水管改造工程昨天完工，新管管径由600毫米增至1200毫米。
　　沿线三个易涝点上月的两场大雨中没有积水。
"""
LIBRARY = """\
Library to open on Sundays

By Nora Pell

The town library will open on Sundays from
October, the board decided on Monday, after
two years of petitions from families.
The board set aside $42,000 for the added
hours and two part-time clerks.
"""
BRIDGE = """\
Rain delays work on Mill Street bridge

By Ted Orson

Crews lost nine working days to rain in
September, the county engineer said, and the
bridge will now open in mid-November.
The contractor will not be fined.
"""
PROSE_EN = """\
The school board in Harlow met on Monday and heard a
plan to add three classrooms to the elementary school.
Enrollment has grown by a tenth in four years. Parents
spoke for and against the plan, which needs a vote in
November. The superintendent said bids would be opened
in the spring if the measure passes.
"""
CLASSROOMS = """\
Pupils at the elementary school sit in a hallway and
on the stage of the gym, teachers told the board, and
the classrooms would end that within two years.
"""  # what PROSE_EN may go on with


def as_read(text: str) -> str:
    """Return `text` as a view shows it, character by character: a blank for a no-break one, f for a ligature of it."""
    return "".join(
        " "
        if char == "\u00a0"
        else unicodedata.normalize("NFKC", char)[0]
        if "\ufb00" <= char <= "\ufb06"
        else char
        for char in text
    )
