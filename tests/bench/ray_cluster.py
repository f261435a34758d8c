"""A run on a real local Ray cluster of two nodes, one of them killed in mid-run: `python -m
tests.bench.ray_cluster`.

Needs the extra `ray`. Afterwards: no article lost, none doubled, and a second run that asks nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import ray
from ray.cluster_utils import Cluster as LocalCluster

from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.pipeline import Settings
from summarizer.run.ray_engine import Cluster, run_on_ray
from summarizer.run.store import open_store
from summarizer.run.types import RecordReady, RunOptions
from summarizer.run.work import PipelineWork
from tests.runkit import marked, pages, paragraphs


def one_run(url: str, store: Path, articles: int) -> tuple[dict, list[str]]:
    endpoint, settings = (
        Endpoint(url, "lab", "sk-lab-0123456789", "remote"),
        Settings(strategy="one-call", repair=0),
    )
    texts: list[str] = []

    def keep(event: object) -> None:
        if isinstance(event, RecordReady):
            texts.append(json.loads(event.json)["article"]["body"][:8])

    async def go() -> dict:
        summary = await run_on_ray(
            pages(articles),
            store=open_store(store),
            endpoint=endpoint,
            work=PipelineWork(ModelClient(endpoint), settings),
            settings=settings,
            cluster=Cluster(actors=2, concurrency=8),
            options=RunOptions(command="ray bench"),
            on_event=keep,
            split=paragraphs,
        )
        return summary.as_dict()

    return asyncio.run(go()), texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--kill", choices=["node", "none"], default="node")
    options = parser.parse_args()
    root = str(Path(__file__).parents[2])
    os.environ["PYTHONPATH"] = os.pathsep.join([root, os.environ.get("PYTHONPATH", "")])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder
        log = Path(folder) / "log"
        command = [sys.executable, "-m", "tests.faultlab", str(log), "--latency", "0.2", "--faults", "0.02"]
        lab = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        cluster = LocalCluster(initialize_head=True, head_node_args={"num_cpus": 1})
        try:
            second = cluster.add_node(num_cpus=1)
            ray.init(address=cluster.address, log_to_driver=False)
            cluster.wait_for_nodes()
            url = f"http://127.0.0.1:{int(lab.stdout.readline())}/v1"

            def kill() -> None:
                while not log.exists() or len(log.read_text().splitlines()) < options.articles // 4:
                    time.sleep(0.1)
                cluster.remove_node(second, allow_graceful=False)

            if options.kill == "node":
                threading.Thread(target=kill, daemon=True).start()
            started = time.time()
            summary, texts = one_run(url, Path(folder) / "runs.db", options.articles)
            took = time.time() - started
            asked = Counter(
                json.loads(line)[1] for line in log.read_text().splitlines() if json.loads(line)[4] == 200
            )
            before = len(log.read_text().splitlines())
            again, _ = one_run(url, Path(folder) / "runs.db", options.articles)
            wanted = {marked(n) for n in range(options.articles)}
            result = {
                "articles": options.articles,
                "nodes at the end": sum(node["Alive"] for node in ray.nodes()),
                "seconds": round(took, 1),
                "lost": len(wanted - set(texts))
                + summary["articles"]["skipped"]
                + summary["articles"]["failed"],
                "doubled": len(texts) - len(set(texts)),
                "answers asked again after the kill": sum(asked.values()) - len(asked),
                "requests of a second run": len(log.read_text().splitlines()) - before,
                "reused by a second run": again["reused"],
                "reasons": summary["reasons"],
            }
            print(json.dumps(result))
        finally:
            ray.shutdown()
            cluster.shutdown()
            lab.kill()
    sys.exit(bool(result["lost"] or result["doubled"] or result["requests of a second run"]))


if __name__ == "__main__":
    main()
