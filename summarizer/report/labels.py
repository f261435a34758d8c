"""The words of a report, in the language of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.report.cells import clean

if TYPE_CHECKING:
    from summarizer.schema import ArticleData, OtherPiece

Language = Literal["zh", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    "summary": ("摘要", "Summary"),
    "headline": ("标题", "Headline"),
    "decisions": ("决定", "Decisions"),
    "figures": ("数字", "Figures"),
    "attendees": ("出席", "Attendees"),
    "findings": ("核查", "Findings"),
    "evidence": ("原文", "Evidence"),
    "article": ("文章", "Article"),
    "failed": ("未完成", "Failed"),
    "none": ("未载明", "none stated"),
    "clear": ("核查：未发现问题", "Findings: none"),
    "legend": (
        "✓ 原文支持　? 存疑　✗ 与原文不符或未完成",
        "✓ borne out by the text · ? in doubt · ✗ against the text, or not done",
    ),
    "untitled": ("（无标题）", "(no headline)"),
    "ungrounded": ("无原文依据", "not found in the text"),
    "page": ("第{}页", "page {}"),
    "continues_on": ("下转{}版", "continues on page {}"),
    "continued_from": ("上接{}版", "continued from page {}"),
    "piece": ("（第{}页 {}）", " (page {}, {})"),
    "piece_elsewhere": ("第{}页 {}：不在这些记录中", "page {}, {}: not among these records"),
    "deadline": ("期限", "deadline"),
    "decided_by": ("决定者", "decided by"),
    "amounts": ("涉及", "amounts"),
    "vote": ("表决", "vote"),
    "in_favour": ("赞成", "for"),
    "against": ("反对", "against"),
    "abstained": ("弃权", "abstained"),
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "note"),
    "errors": ("{} 处错误", "{} error{s}"),
    "warnings": ("{} 处警告", "{} warning{s}"),
    "infos": ("{} 处提示", "{} note{s}"),
    "requests": ("{} 次请求", "{} request{s}"),
    "tokens": ("{} + {} 词元", "{} + {} tokens"),
    "seconds": ("{} 秒", "{} s"),
    "approved": ("通过", "approved"),
    "decided": ("决定", "decided"),
    "required": ("要求", "required"),
    "announced": ("宣布", "announced"),
    "signed": ("签署", "signed"),
    "appointed": ("任免", "appointed"),
    "awarded": ("表彰", "awarded"),
    "chair": ("主持", "chair"),
    "speaker": ("讲话", "speaker"),
    "present": ("", ""),
    "online": ("线上", "online"),
    "signatory": ("签署", "signatory"),
    "absent": ("缺席", "absent"),
    "meaning": ("含义", "meaning"),
    "presence": ("出席方式", "presence"),
    "kind": ("类别", "kind"),
    "name": ("姓名", "name"),
    "role": ("职务", "role"),
    "text": ("文字", "text"),
}


def word(name: str, language: Language, *values: object) -> str:
    """Return the word or phrase `name` in a language, `values` put in its places."""
    chinese, english = _WORDS[name]
    plural = "" if values and values[0] == 1 else "s"
    return (chinese if language == "zh" else english).format(*values, s=plural)


def origins(article: ArticleData) -> list[str]:
    """Return who wrote an article, and on which pages the rest of it stands."""
    return [*authors(article), *(words for words, _ in jumps(article))]


def authors(article: ArticleData) -> list[str]:
    """Return who wrote an article."""
    return [part for part in (article.byline, article.credit) if part]


def jumps(article: ArticleData) -> list[tuple[str, OtherPiece | None]]:
    """Return on which pages the rest of an article stands, in words, each with the piece there where it is known."""
    sides = (
        ("continued_from", article.continued_from, article.previous_piece),
        ("continues_on", article.continues_on, article.next_piece),
    )
    return [
        (word(name, article.language, label) + (_piece(piece, article.language) if piece else ""), piece)
        for name, label, piece in sides
        if label
    ]


def _piece(piece: OtherPiece, language: Language) -> str:
    return word("piece", language, piece.page, piece.id)


def place(path: str, language: Language) -> str:
    """Return a path readable: "summary.figures[2].meaning" is "数字 3 含义"."""
    words = []
    for step in path.removeprefix("summary.").split("."):
        name, _, index = step.partition("[")
        words.append(word(name, language) if name in _WORDS else clean(name))
        if index.rstrip("]").isdigit():
            words.append(str(int(index.rstrip("]")) + 1))
    return " ".join(filter(None, words))
