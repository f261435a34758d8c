"""Source text that speaks to the model, hides from the reader, or comes from the prompt instead of the
page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from summarizer.checks.case import Case, squeeze
from summarizer.checks.orders import ORDERS

# Each pattern with the words without one of which it can't match: most pages hold none, and the scan costs
# nothing.
_INSTRUCTIONS: tuple[tuple[str, str], ...] = (
    (
        "ignore disregard forget override",
        r"\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?(?:previous|prior|above|earlier|preceding|"
        r"foregoing|system)\s+(?:\w{1,20}\s+){0,2}?(?:instruction|prompt|rule|direction|command|message)s?",
    ),
    (
        "忽略 无视 忘记 理会 跳过",
        "(?:忽略|无视|忘记|不要理会|不用理会|跳过)(?:掉)?(?:你)?(?:所有|全部|一切)?(?:之前|以上|上述|上面|此前|先前|前面|系统)(?:的)?(?:所有|全部|一切)?(?:的)?"
        "(?:指令|指示|提示词?|命令|要求|规则|内容)",
    ),
    ("you", r"\byou\s+are\s+(?:now\s+)?(?:an?\s+)?(?:ai|chatgpt|gpt|language\s+model|assistant|dan)\b"),
    ("你是 你现在是", "你(?:现在)?是(?:一个|一名)?(?:AI|人工智能助手|语言模型|ChatGPT|聊天机器人)"),
    ("prompt message", r"\b(?:system|developer)\s+(?:prompt|message)\s*:"),
    ("系统提示 系统指令 开发者消息", "(?:系统提示词?|系统指令|开发者消息)[:：]"),
    (
        "<| inst] sys>",
        r"<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|>|\[/?INST\]|<</?SYS>>",
    ),
    ("role content", r"[\"'](?:role|content)[\"']\s{0,3}:\s{0,3}[\"'](?:system|assistant|user|developer)"),
    ("{", r"\{\s{0,9}\"(?:headline|summary|decisions|figures|attendees)\"\s{0,3}:"),
    (
        "system assistant instruction",
        r"(?m:^[ \t]{0,9}(?:#{1,4}[ \t]{0,9}(?:system|assistant|instruction)s?\b|(?:system|assistant)[ \t]{0,3}[:：]))",
    ),
    (
        "输出 返回 回答 回复",
        "(?:请|必须|务必)(?:你)?(?:直接|只|仅)?(?:输出|返回|回答|回复)(?:以下|如下|下列)?(?:的)?(?:JSON|内容|文字|结果)",
    ),
    (
        "respond reply answer output return",
        r"\b(?:respond|reply|answer|output|return)\s+(?:only\s+)?(?:with|in)\s+(?:only\s+)?(?:the\s+following|json|exactly)\b",
    ),
    (
        "prompt instructions",
        r"\b(?:reveal|print|repeat|show)\s+(?:your|the)\s+(?:system\s+)?(?:prompt|instructions)\b",
    ),
    (
        "summari extract mention",
        r"\b(?:do not|don't)\s+(?:summari[sz]e|extract|mention)\s+(?:this|the)\s+(?:article|page|text)\b",
    ),
)
_COMPILED = [
    (frozenset(words.split()), re.compile(pattern, re.IGNORECASE))
    for words, pattern in (*_INSTRUCTIONS, *ORDERS)
]
_KEYS = sorted({key for keys, _ in _COMPILED for key in keys})
_KEYS_EN = [key for key in _KEYS if key.isascii()]
_KEYS_ZH = {key[0]: [k for k in _KEYS if k[0] == key[0]] for key in _KEYS if not key.isascii()}
_FIRSTS = re.compile(f"[{''.join(_KEYS_ZH)}]")
_IDEOGRAPHS = re.compile("[\u3000-\u9fff\uff00-\uffef]+")

_NEAR = 20  # characters

# Zero width, direction overrides, tags and variation selectors beyond emoji: nothing that a newspaper prints.
_HIDDEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)


def check_source(case: Case) -> None:
    """Find instruction-like text and invisible characters in the article."""
    for start, end in find_orders(case.text):
        case.add(
            "instruction-in-source",
            "warning",
            "article",
            case.spans(start, end),
            text=" ".join(case.text[start:end].split())[:80],
        )
    hidden = list(_HIDDEN.finditer(case.text))
    if hidden:
        names = Counter(unicodedata.name(found[0], f"U+{ord(found[0]):04X}") for found in hidden)
        spans = [span for found in hidden[:20] for span in case.spans(*found.span())]
        case.add(
            "hidden-characters",
            "warning",
            "article",
            spans,
            number=len(hidden),
            names=", ".join(sorted(names)[:5]),
        )


def find_orders(text: str) -> list[tuple[int, int]]:
    """Return where a text reads like instructions to a model: half-open offsets in order, none overlapping."""
    low = text.lower()
    latin = _IDEOGRAPHS.sub(" ", low)  # short for a Chinese page, and every key in Latin letters is in it
    held = {key for key in _KEYS_EN if key in latin}
    for first in set(_FIRSTS.findall(low)):
        held.update(key for key in _KEYS_ZH[first] if key in low)
    if not held:
        return []
    matches = [m for keys, pattern in _COMPILED if not held.isdisjoint(keys) for m in pattern.finditer(text)]
    return _merged([match.span() for match in matches])


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap or nearly touch as one: a chant is one order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + _NEAR:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def check_leaks(case: Case) -> None:
    """Find names and numbers of the prompt's example in the record that aren't in the article."""
    wanted = {squeeze(example) for example in case.examples}
    leaks = {text for text in wanted if text and not _holds(case.plain, text)}
    if not leaks:
        return
    places = [
        *case.fields(),
        *((f"summary.attendees[{i}].name", a.name) for i, a in enumerate(case.summary.attendees)),
    ]
    places += [
        (f"summary.decisions[{i}].decided_by", d.decided_by)
        for i, d in enumerate(case.summary.decisions)
        if d.decided_by
    ]
    for path, text in places:
        squeezed = squeeze(text)
        for leak in sorted(leaks):
            if _holds(squeezed, leak):
                case.add("example-leak", "error", path, text=leak)


def _holds(text: str, part: str) -> bool:
    """Tell whether `part` stands in `text`, not within a longer number or word."""
    edge = r"(?<![0-9.]){}(?![0-9]|\.[0-9])" if part[0].isdigit() or part[-1].isdigit() else r"{}"
    if part.isascii() and part.isalpha():
        edge = "{}"
    return re.search(edge.format(re.escape(part)), text) is not None
