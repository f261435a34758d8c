"""How fast pages are read: `python -m tests.bench.bench_inputs`. Characters a second, best of three."""

from __future__ import annotations

import time
from collections.abc import Callable

from summarizer.inputs.decode import decode
from summarizer.inputs.html import html_text
from summarizer.inputs.pdf import pdf_pages
from summarizer.inputs.types import PageText
from tests.pdf_writer import Text, column, pdf

LINE = "青澜市政府昨日召开常务会议，"


def sheet(columns: int, lines: int) -> list[Text]:
    """A page of so many columns under a headline."""
    width = 560 / columns
    page = [Text(20, 40, "常务会议通过重点工程计划", 24)]
    for place in range(columns):
        page += column(20 + place * width, 70, [LINE[: int(width / 6) - 2]] * lines, size=6, leading=1.2)
    return page


def best(work: Callable[[], int]) -> float:
    """Characters a second."""
    rates = []
    for _ in range(3):
        started = time.perf_counter()
        count = work()
        rates.append(count / (time.perf_counter() - started))
    return max(rates)


def pdf_characters(data: bytes) -> int:
    return sum(len(item.text) for item in pdf_pages(data, "x") if isinstance(item, PageText))


def show(name: str, size: int, work: Callable[[], int]) -> None:
    print(f"{name:18} {size:>10,} characters  {best(work):>14,.0f} /s")


def main() -> None:
    for size in (10_000, 100_000, 1_000_000, 10_000_000):
        text = LINE * (size // len(LINE))
        for name in ("utf-8", "gb18030", "utf-16-le"):
            data = text.encode(name)
            show(f"decode {name}", size, lambda data=data: len(decode(data)[0]))
    for size in (10_000, 100_000, 1_000_000):
        data = ("<div><p>" + LINE + "<b>要点</b></p></div>").encode() * (size // len(LINE))
        show("html", size, lambda data=data: len(html_text(data)[0]))
    for columns in (1, 3, 6):
        data = pdf(sheet(columns, 90))
        show(f"pdf, {columns} columns", pdf_characters(data), lambda data=data: pdf_characters(data))
    scattered = pdf([Text(20 + n * 37 % 560, 20 + n * 0.037, LINE[n % 13], 5) for n in range(20_000)])
    show("pdf, scattered", pdf_characters(scattered), lambda: pdf_characters(scattered))


if __name__ == "__main__":
    main()
