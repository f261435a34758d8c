"""Time the checks: `python tests/bench/bench_checks.py [repeats]`.

One article of 3,000 characters with a record of 20 figures, cold (every memo emptied, numbers found anew),
with the
article's numbers given, and warm; then `check_numbers` on sources that grow, to show that its time grows in
proportion.
"""

from __future__ import annotations

import sys
import time

from summarizer.checks import check_numbers, check_record
from summarizer.checks.case import article_text, squeeze
from summarizer.checks.context import names, terms
from summarizer.checks.reading import read
from summarizer.quantities import find_quantities
from summarizer.schema import ArticleData, ArticleSummary, Attendee, Decision, Evidence, Figure

TOWNS = ["东河镇", "西桥镇", "南湖镇", "北塘镇", "青石镇", "白沙镇", "云岭镇", "长泾镇", "双泉镇", "平安镇"]
CLAUSES = [
    "{t}完成工业投资{a}.{b}亿元，同比增长{c}.{b}%",
    "{t}新增规上企业{c}家，带动就业{a}{b}0人",
    "{t}改造老旧小区{b}个，惠及居民{a}{c}户",
]
FILLER = "会议强调，要坚持以人民为中心的发展思想，统筹推进各项重点工作，压实责任、细化举措，确保任务落到实处、取得实效。"


def article(size: int, figures: int) -> ArticleData:
    """Return an article of `size` characters with `figures` clauses, spread evenly through prose without
    figures."""
    parts, place = (
        ["5月14日，市委书记沈知远主持召开市委常委会第37次会议，市长陆明轩、副市长何清越参加会议。"],
        0,
    )
    for index in range(figures):
        clause = CLAUSES[index % 3].format(
            t=TOWNS[index % 10], a=11 + index * 7, b=1 + index % 9, c=2 + index % 7
        )
        parts.append(clause + "。")
        while len("".join(parts)) < size * (index + 1) // figures:
            parts.append(FILLER)
            place += 1
            if place % 5 == 0:
                parts.append("\n")
    return ArticleData(
        id="a",
        headline="市委常委会部署重点工作",
        body="".join(parts)[:size],
        language="zh",
        spans=[],
        runs=[{"text_start": 0, "page_start": 0, "length": size + 20}],
    )


def record(data: ArticleData) -> ArticleSummary:
    """Return a record of 20 figures, six decisions and three people."""
    text = article_text(data)
    found = [q for q in find_quantities(text) if q.value is not None][:20]
    figures = [
        Figure(
            id=f"f{i}",
            text=q.text,
            kind=q.kind,
            value=q.value,
            upper=q.upper,
            unit=q.unit,
            qualifier=q.qualifier,
            iso=q.iso,
            meaning=text[max(0, q.start - 10) : q.start].split("，")[-1].split("。")[-1] or "数量",
            evidence=[Evidence(text=q.text, start=q.start, end=q.end, spans=[])],
        )
        for i, q in enumerate(found)
    ]
    sentences = [part for part in text.split("。") if part.strip()][:6]
    decisions = [
        Decision(
            text=s[:120], evidence=[Evidence(text=s, start=text.find(s), end=text.find(s) + len(s), spans=[])]
        )
        for s in sentences
    ]
    people = [("沈知远", "市委书记"), ("陆明轩", "市长"), ("何清越", "副市长")]
    return ArticleSummary(
        headline=data.headline or "",
        summary="。".join(sentences)[:300],
        decisions=decisions,
        figures=figures,
        attendees=[Attendee(name=name, role=role) for name, role in people],
    )


def forget() -> None:
    """Empty every memo, so that the next call does all its work."""
    for memo in (read, terms, names, squeeze):
        memo.cache_clear()


def timed(work: object, repeats: int, cold: bool) -> float:
    """Return the least milliseconds of `repeats` calls."""
    best = float("inf")
    for _ in range(repeats):
        if cold:
            forget()
        start = time.perf_counter()
        work()  # type: ignore[operator]
        best = min(best, time.perf_counter() - start)
    return best * 1000


def main() -> None:
    """Print the times."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    data = article(3000, 20)
    summary = record(data)
    given = find_quantities(article_text(data))
    print(
        f"article of {len(data.body)} characters, {len(given)} quantities, record of {len(summary.figures)} figures"
    )
    print(
        f"  find_quantities alone        {timed(lambda: find_quantities(article_text(data)), repeats, True):6.2f} ms"
    )
    print(
        f"  check_record, cold           {timed(lambda: check_record(summary, data), repeats, True):6.2f} ms"
    )
    print(
        f"  check_record, numbers given  {timed(lambda: check_record(summary, data, quantities=given), repeats, True):6.2f} ms"
    )
    print(
        f"  check_record, again          {timed(lambda: check_record(summary, data), repeats, False):6.2f} ms"
    )
    claim = "东河镇完成工业投资11.1亿元，同比增长2.1%。"
    for size in (3_000, 30_000, 300_000):
        text = article_text(article(size, size // 150))
        print(
            f"  check_numbers, source of {size:7,} characters {timed(lambda text=text: check_numbers(claim, text), 3, True):8.2f} ms"
        )


if __name__ == "__main__":
    main()
