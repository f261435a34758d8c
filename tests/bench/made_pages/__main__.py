"""Write made pages with their gold: `python -m tests.bench.made_pages FOLDER FIRST COUNT [FAMILY | papers [SET…]]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.bench.made_pages import papers
from tests.bench.made_pages.compose import make


def main() -> None:
    """Write `COUNT` pages, of the seeds from `FIRST` on."""
    try:
        folder, first, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
        if sys.argv[4:5] == ["papers"]:
            papers.make(first, sys.argv[5:])
    except (IndexError, ValueError) as error:
        sys.exit(f"{error}\n{__doc__}")
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(first, first + count):
        if sys.argv[4:5] == ["papers"]:
            text, gold = papers.make(seed, sys.argv[5:])
        else:
            text, gold = make(seed, *sys.argv[4:5])
        (folder / f"made-{seed}.txt").write_text(text, encoding="utf-8", newline="")
        (folder / f"made-{seed}.gold.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n"
        )
    print(f"{count} pages in {folder}")


if __name__ == "__main__":
    main()
