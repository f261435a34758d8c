"""Characters a second of `split`, and the shape of its growth: `python -m tests.bench.splitter_speed`."""

from __future__ import annotations

import time
from collections.abc import Iterator

from summarizer import split
from tests.bench.splitter_score import PAGES


def texts() -> Iterator[tuple[str, str]]:
    """Yield names and texts: a real page repeated from 1 KB to 10 MB, and hostile shapes."""
    page = (PAGES / "wuxi-2024-02-28.txt").read_text("utf-8") + "\n"
    for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000):
        yield f"page x {size:,}", (page * (size // len(page) + 1))[:size]
    yield "one endless line", "会议强调，要认真学习。" * 900_000
    yield "100,000 blank lines", "\n" * 100_000
    yield "brackets", "（" * 3_000_000
    yield "brackets, one a line", "（记者 \n" * 100_000
    yield "letters, one a line", "x\n" * 200_000
    yield "tiny lines", "短句。\n今天\n" * 100_000


def main() -> None:
    """Print characters, seconds of processor time and the rate for each text."""
    for name, text in texts():
        start = time.process_time()
        articles = len(split(text))
        spent = time.process_time() - start
        print(
            f"{name:24} {len(text):>12,}  {spent:8.3f} s  {len(text) / max(spent, 1e-9):>12,.0f}/s  {articles} articles"
        )


if __name__ == "__main__":
    main()
