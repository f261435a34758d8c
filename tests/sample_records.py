"""Records made by hand: one good, one with findings, one failed, one hostile."""

from __future__ import annotations

from decimal import Decimal

from summarizer.schema import (
    ArticleData,
    ArticleRecord,
    ArticleSummary,
    Attendee,
    Decision,
    Evidence,
    Figure,
    Finding,
    PageSpan,
    Provenance,
    TextRun,
    Usage,
    Vote,
)

HEADLINE = "青澜市政府常务会议审议通过明年重点工程计划"
BODY = (
    "本报讯 2月27日，青澜市市长林远航主持召开市政府常务会议，以5票赞成、2票反对审议通过明年重点工程计划，"
    "总投资423.5亿元，同比增长7.6%。\n"
    "会议要求，各区县3月15日前报送项目清单。副市长沈若兰、秘书长顾明川参加会议。"
)


def evidence(text: str, quote: str) -> list[Evidence]:
    start = text.index(quote)
    end = start + len(quote)
    return [Evidence(text=quote, start=start, end=end, spans=[PageSpan(start=start, end=end)])]


def article(headline: str = HEADLINE, body: str = BODY, language: str = "zh", **more: object) -> ArticleData:
    text = f"{headline}\n{body}"
    values = {
        "id": "a1",
        "source": "pages/qinglan.txt",
        "headline": headline,
        "body": body,
        "language": language,
        "spans": [PageSpan(start=0, end=len(text))],
        "runs": [TextRun(text_start=0, page_start=0, length=len(text))],
        "byline": "（高美）",
    }
    return ArticleData.model_validate(values | more)


PROVENANCE = Provenance(
    model="a-model", endpoint="local", prompt_version="1", content_key="0" * 32, summarizer_version="0.1.0"
)
USAGE = Usage(input_tokens=1830, output_tokens=214, requests=4, seconds=23.41)


def good() -> ArticleRecord:
    text = f"{HEADLINE}\n{BODY}"
    return ArticleRecord(
        article=article(),
        summary=ArticleSummary(
            headline=HEADLINE,
            summary=f"{HEADLINE}，总投资423.5亿元，同比增长7.6%。",
            decisions=[
                Decision(
                    text="审议通过明年重点工程计划",
                    kind="approved",
                    decided_by="市政府常务会议",
                    amounts=["q2"],
                    vote=Vote(in_favour=5, against=2),
                    evidence=evidence(text, "审议通过明年重点工程计划，总投资423.5亿元"),
                ),
                Decision(
                    text="各区县报送项目清单",
                    kind="required",
                    deadline="3月15日",
                    evidence=evidence(text, "各区县3月15日前报送项目清单"),
                ),
            ],
            figures=[
                Figure(
                    id="q2",
                    text="423.5亿元",
                    kind="money",
                    value=Decimal(42350000000),
                    unit="CNY",
                    meaning="明年重点工程总投资",
                    evidence=evidence(text, "423.5亿元"),
                ),
                Figure(
                    id="q3",
                    text="7.6%",
                    kind="percent",
                    value=Decimal("7.6"),
                    unit="%",
                    meaning="总投资同比增长",
                    evidence=evidence(text, "7.6%"),
                ),
                Figure(
                    id="q1",
                    text="2月27日",
                    kind="date",
                    value=None,
                    iso="XXXX-02-27",
                    meaning="会议召开日期",
                    evidence=evidence(text, "2月27日"),
                ),
            ],
            attendees=[
                Attendee(
                    name="林远航",
                    role="青澜市市长",
                    presence="chair",
                    evidence=evidence(text, "青澜市市长林远航"),
                ),
                Attendee(name="沈若兰", role="副市长", evidence=evidence(text, "副市长沈若兰")),
                Attendee(name="顾明川", role="秘书长", evidence=evidence(text, "秘书长顾明川")),
            ],
            summary_evidence=evidence(text, "总投资423.5亿元，同比增长7.6%"),
        ),
        status="done",
        provenance=PROVENANCE,
        usage=USAGE,
    )


def doubtful() -> ArticleRecord:
    record = good()
    assert record.summary is not None
    summary = record.summary.model_copy(
        update={
            "summary": "会议通过总投资4235亿元的计划。",
            "attendees": [*record.summary.attendees, Attendee(name="高美", role=None)],
            "summary_evidence": [],
        }
    )
    findings = [
        Finding(
            code="name_is_byline",
            severity="warning",
            message="“高美”是记者署名，不是与会者",
            path="summary.attendees[3].name",
        ),
        Finding(
            code="number_scale",
            severity="error",
            message="“4235亿元”与原文“423.5亿元”数量级不符",
            path="summary.summary",
            spans=evidence(f"{HEADLINE}\n{BODY}", "423.5亿元")[0].spans,
        ),
        Finding(
            code="figure_omitted", severity="info", message="原文数字“3月15日”未列入", path="summary.figures"
        ),
    ]
    other = record.article.model_copy(update={"id": "a3"})
    return record.model_copy(update={"article": other, "summary": summary, "findings": findings})


def failed() -> ArticleRecord:
    return ArticleRecord(
        article=article(
            "Council to vote on library", "The council votes on Monday.", "en", id="a2", byline="By Ann Lee"
        ),
        summary=None,
        status="failed",
        reason="the endpoint http://127.0.0.1:9 did not answer after 4 attempts: start it",
        provenance=PROVENANCE,
        usage=Usage(requests=4, seconds=12.0),
    )


ATTACK = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\x1b[2J\u202eevil"


def hostile() -> ArticleRecord:
    """A record whose every text tries to break out of the report it is put into."""
    text = f"{ATTACK}\n{ATTACK} =1+2"
    quote = evidence(text, "<img src=x onerror=alert(2)>")
    return ArticleRecord(
        article=article(ATTACK, f"{ATTACK} =1+2", "en", id=ATTACK, source=f"{ATTACK}.txt", byline=ATTACK),
        summary=ArticleSummary(
            headline=ATTACK,
            summary=f"[click](javascript:alert(3)) {ATTACK}",
            decisions=[
                Decision(
                    text=f'=HYPERLINK("http://x") | {ATTACK}',
                    decided_by=ATTACK[:80],
                    amounts=[ATTACK],
                    evidence=quote,
                )
            ],
            figures=[
                Figure(
                    id=ATTACK,
                    text=f"@SUM(1) {ATTACK}",
                    kind="number",
                    value=Decimal(1),
                    unit=ATTACK,
                    meaning=f"+1 {ATTACK}",
                    evidence=quote,
                )
            ],
            attendees=[Attendee(name=ATTACK[:80], role=f"-1+cmd|' /C calc'!A0 {ATTACK}", evidence=quote)],
        ),
        findings=[Finding(code="x", severity="error", message=ATTACK, path=f"summary.{ATTACK}")],
        status="done",
        provenance=PROVENANCE.model_copy(update={"model": ATTACK}),
        usage=USAGE,
    )
