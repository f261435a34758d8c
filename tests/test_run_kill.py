"""Runs killed at random instants; the bench does it a thousand times."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")
def test_thirty_kills_lose_nothing_double_nothing_and_ask_nothing_twice():
    command = [sys.executable, "-m", "tests.bench.kill", "--kills", "30", "--articles", "40", "--seed", "7"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr[-2000:]
    result = json.loads(run.stdout)
    assert result["kills"] == 30
    assert result["lost"] == result["doubled"] == result["requests for finished articles"] == 0
