"""The sentence of each code of a record's findings, in Chinese and in English."""

from __future__ import annotations

_SENTENCES: dict[str, tuple[str, str]] = {
    "figure-absent": ("原文中没有数字“{text}”。", "The article doesn't have the figure “{text}”."),
    "figure-value": (
        "数字“{text}”的数值、单位或日期与原文的读法不符。",
        "Value, unit or date of “{text}” isn't what the article gives.",
    ),
    "meaning-unrelated": (
        "含义“{meaning}”与“{text}”所在的语句没有共同的词。",
        "“{meaning}” shares no word with the sentence in which “{text}” stands.",
    ),
    "meaning-of-another": (
        "含义“{meaning}”说的似乎是“{other}”，而不是“{text}”。",
        "“{meaning}” seems to be what “{other}” measures, not “{text}”.",
    ),
    "meaning-opposed": (
        "含义“{meaning}”与“{text}”所在的语句相反。",
        "“{meaning}” says the opposite of the clause of “{text}”.",
    ),
    "meaning-repeated": (
        "同一含义给了多个数字。{told}",
        "One meaning is given for more than one figure. {told}",
    ),
    "name-absent": ("原文中没有“{name}”。", "“{name}” isn't in the article."),
    "name-form": ("“{name}”在原文中不是这样写的。", "The article doesn't write “{name}” this way."),
    "name-repeated": ("“{name}”出现了两次。", "“{name}” is listed twice."),
    "role-absent": ("原文中没有职务“{role}”（{name}）。", "The article has no role “{role}” ({name})."),
    "role-not-beside": ("职务“{role}”不在“{name}”旁边。", "The role “{role}” doesn't stand beside “{name}”."),
    "role-of-another": (
        "职务“{role}”在原文中属于“{other}”，不属于“{name}”。",
        "In the article “{role}” is {other}, not {name}.",
    ),
    "not-present": (
        "原文只是提到“{name}”，没有说其参加。",
        "The article only mentions “{name}”; it doesn't say that they took part.",
    ),
    "stated-absent": ("原文说“{name}”没有参加。", "The article says that “{name}” did not take part."),
    "byline": ("“{name}”是署名记者或作者。", "“{name}” is the byline."),
    "no-evidence": ("该决定没有原文依据。", "This decision has no evidence."),
    "evidence-differs": (
        "依据“{quote}”与原文该处不一致。",
        "The evidence “{quote}” isn't what the article has there.",
    ),
    "evidence-unrelated": ("“{text}”与其依据没有共同的词。", "“{text}” shares no word with its evidence."),
    "quote-differs": (
        "引文“{quote}”与原文不同，原文是“{source}”。",
        "The quote “{quote}” differs from the article's “{source}”.",
    ),
    "quote-absent": ("引文“{quote}”不见于原文。", "The quote “{quote}” isn't in the article."),
    "decided-by-absent": ("原文中没有“{name}”。", "“{name}” isn't in the article."),
    "unknown-figure": ("没有编号为“{id}”的数字。", "There is no figure with the id “{id}”."),
    "vote-absent": ("票数{number}不见于原文。", "The article has no vote of {number}."),
    "vote-sum": ("票数合计{total}，多于“{text}”。", "The votes add up to {total}, more than “{text}”."),
    "part-above-total": (
        "部分“{part}”大于总数“{total}”。",
        "The part “{part}” is more than its total “{total}”.",
    ),
    "omitted-figure": ("原文的“{text}”没有收入：{clause}", "“{text}” is left out: {clause}"),
    "omitted-more": (
        "另有{number}个次要数字没有收入：{texts}",
        "{number} minor figures are left out too: {texts}",
    ),
    "example-leak": (
        "“{text}”是提示语中的例子，不见于原文。",
        "“{text}” is from the prompt's example, not from the article.",
    ),
    "instruction-in-source": (
        "原文含有像是写给模型的指令：“{text}”。",
        "The source has text that reads like an instruction to a model: “{text}”.",
    ),
    "hidden-characters": (
        "原文含有{number}个看不见的字符（{names}）。",
        "The source has {number} invisible characters ({names}).",
    ),
}


def sentence(code: str, language: str, **parts: object) -> str:
    """Return the sentence of a code in the language of the article."""
    chinese, english = _SENTENCES[code]
    return (chinese if language == "zh" else english).format(**parts)
