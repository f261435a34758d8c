"""The fault lab as a process of its own: `python -m tests.faultlab LOG [options]` prints its port, then
serves.

LOG gets one JSON line a request once it is answered: [number, article, at, answered, status].
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import sys
from pathlib import Path

from tests.faultlab.faults import OK, Fault, Script, status
from tests.faultlab.server import FaultLab, Seen

PASSING = (status(500), status(503), Fault("cut"), Fault("cut-body"), status(429, retry_after=0.02))


class Dice(Script):
    """A share of the requests meets a passing fault."""

    share = 0.0
    seed = random.Random(1)

    def fault(self, number: int, body: str, since_first: float) -> Fault:
        return self.seed.choice(PASSING) if self.seed.random() < self.share else OK


class Logging(FaultLab):
    """A lab that writes its log to a file instead of keeping it."""

    def __init__(self, path: Path, **rest) -> None:
        super().__init__(keep_log=False, **rest)
        self._file = path.open("a", buffering=1) if str(path) != "-" else None

    def finished(self, seen: Seen) -> None:
        if self._file is not None:
            article = re.search("文号([0-9]+)号", seen.body)
            number = int(article.group(1)) if article else None
            code = seen.fault.status if seen.fault.kind == "status" else 200
            self._file.write(json.dumps([seen.number, number, seen.at, seen.answered, code]) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("log", type=Path)
    parser.add_argument("--latency", type=float, default=0.0)
    parser.add_argument(
        "--faults", type=float, default=0.0, help="share of requests that meet a passing fault"
    )
    options = parser.parse_args()
    dice = Dice({}, {})
    dice.share = options.faults
    lab = Logging(options.log, faults=dice, latency=options.latency)

    async def serve() -> None:
        task = asyncio.create_task(lab.serve())
        while not lab.port:
            await asyncio.sleep(0.01)
        print(lab.port, flush=True)
        await task

    try:
        asyncio.run(serve())
    except KeyboardInterrupt:
        sys.exit()


main()
