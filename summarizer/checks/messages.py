"""The sentence that goes with each code, in the language of the source."""

from __future__ import annotations

from summarizer.checks.mention import Mention
from summarizer.checks.reading import Reading

_ZH = {
    "equal": "原文即为“{source}”。",
    "rounded": "原文为“{source}”，此处表述与之相符。",
    "converted": "原文为“{source}”，换算后相同。",
    "coarser": "原文为“{source}”，此处较简略，但相符。",
    "derived": "可由原文数字推算得出（“{source}”等）。",
    "growth": "按原文“{source}”等数字推算，不是“{claim}”。",
    "value": "原文为“{source}”，与“{claim}”不符。",
    "scale": "原文为“{source}”，“{claim}”的数量级有误。",
    "unit": "原文为“{source}”，“{claim}”的单位不符。",
    "bound": "原文为“{source}”，与“{claim}”的界限不符。",
    "direction": "原文为“{source}”，“{claim}”的增减方向相反。",
    "level": "原文“{source}”处的数值与变动幅度被混淆（“{claim}”）。",
    "negation": "“{source}”在原文中的肯定或否定与此处相反。",
    "subject": "“{claim}”在原文中说的是别的对象，参见“{source}”。",
    "date": "原文日期为“{source}”，与“{claim}”不符或不如其确切。",
    "hedge": "原文为“{source}”，“{claim}”改变了约数或界限的表述。",
    "precision": "原文为“{source}”，“{claim}”比原文更确切。",
    "absent": "原文中没有“{claim}”。",
}
_EN = {
    "equal": "The source says “{source}”.",
    "rounded": "The source says “{source}”, which bears this out.",
    "converted": "The source says “{source}”, the same in another unit.",
    "coarser": "The source says “{source}”; this is less complete, but agrees.",
    "derived": "This follows from numbers of the source (“{source}” and others).",
    "growth": "By “{source}” and the numbers beside it in the source, this isn't “{claim}”.",
    "value": "The source says “{source}”, not “{claim}”.",
    "scale": "The source says “{source}”; “{claim}” is of another order of magnitude.",
    "unit": "The source says “{source}”; “{claim}” has another unit.",
    "bound": "The source says “{source}”, which “{claim}” doesn't fit.",
    "direction": "The source says “{source}”; “{claim}” moves the other way.",
    "level": "The source says “{source}”; “{claim}” confuses a level with a change.",
    "negation": "What the source says of “{source}” is denied or affirmed the other way here.",
    "subject": "In the source “{claim}” belongs to another subject; see “{source}”.",
    "date": "The source has the date “{source}”; “{claim}” differs or says more.",
    "hedge": "The source says “{source}”; “{claim}” drops or changes its hedge.",
    "precision": "The source says “{source}”; “{claim}” is more exact than that.",
    "absent": "The source doesn't give “{claim}”.",
}


def message(reason: str, verdict: str, claim: Mention, source: Mention | None, reading: Reading) -> str:
    """Return the sentence for a finding on `claim`."""
    chinese = any("\u4e00" <= char <= "\u9fff" for char in reading.text[:400])
    table = _ZH if chinese else _EN
    key = reason if reason in table and (source is not None or reason == "absent") else "absent"
    return table[key].format(claim=claim.quantity.text, source=source.quantity.text if source else "")
