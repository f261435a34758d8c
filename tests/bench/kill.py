"""Random kill -9 of runs: `python -m tests.bench.kill --kills 1000`.

Rounds of one run over `--articles` articles with a fresh store against the fault lab. A run is killed at a
random instant and started again until it comes through; in every third round two processes work on the
store at once and one of them is killed. Then: no article lost, none doubled, no request for an article that
had its record when a process started, no request twice except for those in flight at a kill.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from summarizer.run.store import open_store
from tests.runkit import go_with_client, marked, pages


def start(url: str, store: Path, articles: int, output: Path) -> int:
    """Fork a process that runs; the modules are loaded already, so that a kill seldom meets an import."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        run = go_with_client(pages(articles), url, open_store(store), concurrency=8)
        output.write_text(json.dumps([run.summary.as_dict(), run.texts]))
        code = 0 if run.summary.articles.done == articles else 3
    finally:
        os._exit(code)


def done_articles(store: Path) -> set[int]:
    if not store.exists():
        return set()
    try:
        with closing(sqlite3.connect(store, timeout=10)) as db:
            rows = db.execute(
                "SELECT substr(record ->> '$.article.body', 3, 5) FROM records WHERE status = 'done'"
            ).fetchall()
    except sqlite3.OperationalError as error:
        assert "no such table" in str(error), error  # killed before the store was laid out
        return set()
    return {int(row[0]) for row in rows}


class Round:
    """One run, killed until it comes through."""

    def __init__(
        self, folder: Path, url: str, log: Path, articles: int, together: int, seed: random.Random
    ) -> None:
        self.store = folder / "runs.db"
        self.output = folder / "out"
        self.url, self.log, self.articles, self.together, self.seed = url, log, articles, together, seed
        self.kills = 0
        self.finished_before: list[tuple[float, set[int]]] = []

    def launch(self, number: int) -> int:
        self.finished_before.append((time.time(), done_articles(self.store)))
        return start(self.url, self.store, self.articles, self.output.with_suffix(f".{number}"))

    def play(self, most: int) -> None:
        """Kill until a process comes through by itself, or `most` kills are done; then let all come
        through.
        """
        processes = {number: self.launch(number) for number in range(self.together)}
        while processes:
            if self.kills < most:
                self._until_some_instant()
            for number, pid in list(processes.items()):
                ended, status = os.waitpid(pid, os.WNOHANG if self.kills < most else 0)
                if ended:
                    assert status == 0, f"a run ended with status {status}"
                    del processes[number]
            if processes and self.kills < most:
                number = self.seed.choice(list(processes))
                os.kill(processes[number], signal.SIGKILL)
                os.waitpid(processes[number], 0)
                self.kills += 1
                processes[number] = self.launch(number)

    def _until_some_instant(self) -> None:
        """Wait for some more requests, however slow the machine is, or for an instant before the first."""
        enough = self._requests() + self.seed.randrange(self.articles // 4)
        latest = time.monotonic() + self.seed.choice((0.1, 1.0, 10.0))
        while self._requests() < enough and time.monotonic() < latest:
            time.sleep(0.005)
        time.sleep(self.seed.random() * 0.05)

    def _requests(self) -> int:
        return self.log.read_bytes().count(b"\n") if self.log.exists() else 0

    def verdict(self) -> dict[str, int]:
        wanted = {marked(n) for n in range(self.articles)}
        requests = [json.loads(line) for line in self.log.read_text().splitlines()]
        answers = Counter(article for _, article, _, when, status in requests if status == 200 and when)
        for_finished = sum(r[1] in self._finished_at(r[2]) for r in requests)
        with closing(sqlite3.connect(self.store)) as db:
            stored = [
                row[0] for row in db.execute("SELECT substr(record ->> '$.article.body', 1, 8) FROM records")
            ]
            twice_done = db.execute(
                "SELECT count(*) FROM"
                " (SELECT key FROM attempts WHERE outcome = 'done' GROUP BY key HAVING count(*) > 1)"
            ).fetchone()[0]
            # An attempt is "lost" when its process died with it: what it was answered never came to the disk.
            in_flight = dict(
                db.execute(
                    """SELECT CAST(substr(record ->> '$.article.body', 3, 5) AS INTEGER), count(*)
                    FROM attempts JOIN records USING (key) WHERE outcome = 'lost' GROUP BY 1"""
                ).fetchall()
            )
            left = db.execute("SELECT count(*) FROM claims").fetchone()[0]
        reported = [json.loads(path.read_text())[1] for path in self.output.parent.glob("out.*")]
        return {
            "lost": len(wanted - set(stored)) + sum(len(wanted - set(texts)) for texts in reported),
            "doubled": len(stored)
            - len(set(stored))
            + twice_done
            + sum(len(t) - len(set(t)) for t in reported),
            "requests for finished articles": for_finished,
            "answers in flight at a kill": sum(answers.values()) - len(answers),
            "answers paid twice otherwise": sum(
                max(0, n - 1 - in_flight.get(a, 0)) for a, n in answers.items()
            ),
            "claims left": left,
        }

    def _finished_at(self, moment: float) -> set[int]:
        finished: set[int] = set()
        for started, done in self.finished_before:
            if started <= moment:
                finished = done
        return finished


def bench(kills: int, articles: int, seed: int, faults: float) -> dict[str, float]:
    dice = random.Random(seed)
    total: Counter[str] = Counter()
    done = rounds = 0
    started = time.time()
    while done < kills:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            log = folder / "log"
            command = [
                sys.executable,
                "-m",
                "tests.faultlab",
                str(log),
                "--latency",
                "0.03",
                "--faults",
                str(faults),
            ]
            lab = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            try:
                assert lab.stdout is not None
                url = f"http://127.0.0.1:{int(lab.stdout.readline())}/v1"
                one = Round(folder, url, log, articles, 2 if rounds % 3 == 2 else 1, dice)
                one.play(kills - done)
                total.update(one.verdict())
            finally:
                lab.kill()
                lab.wait()
            done += one.kills
            rounds += 1
    return {"kills": done, "rounds": rounds, "seconds": round(time.time() - started), **total}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.05)
    options = parser.parse_args()
    import summarizer.model.client  # noqa: F401 - loaded before the forks

    result = bench(options.kills, options.articles, options.seed, options.faults)
    print(json.dumps(result))
    sys.exit(
        any(
            result[name]
            for name in (
                "lost",
                "doubled",
                "requests for finished articles",
                "answers paid twice otherwise",
                "claims left",
            )
        )
    )


if __name__ == "__main__":
    main()
