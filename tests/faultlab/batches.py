"""The Batch API as published, in memory: files, batches, their states, and what goes wrong with them."""

from __future__ import annotations

import json
import re
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from tests.faultlab.answers import answer

USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


@dataclass(slots=True)
class BatchFaults:
    """What goes wrong. Numbers are of batches in the order they were created, words stand in a request's
    body.
    """

    expire_after: dict[int, int] = field(default_factory=dict)  # batch: so many answers, then it expires
    drop_lines: dict[int, int] = field(default_factory=dict)  # batch: every so-manieth answer is in no file
    refuse: dict[int, tuple[str, str]] = field(
        default_factory=dict
    )  # batch: code and message of a failed validation
    lose_answer: set[int] = field(default_factory=set)  # batches made whose creation is answered with 500
    status_of: dict[str, list[int]] = field(default_factory=dict)  # word: statuses, one each time it is asked
    garbage: bool = False  # a line that is no JSON in each output file
    looks: int = 2  # a batch ends at the so-manieth look at it


class BatchLab:
    """An `Extra` for the fault lab. `asked` counts how often each custom id was really answered (and
    charged).
    """

    def __init__(self, faults: BatchFaults | None = None) -> None:
        self.faults = faults or BatchFaults()
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, dict[str, Any]] = {}
        self.charged: dict[str, int] = {}
        self.looks: dict[str, int] = {}
        self.uploads = 0
        self._lock = threading.Lock()

    def answer(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, bytes] | None:
        path, _, query = path.partition("?")
        if not path.startswith(("/v1/files", "/v1/batches")):
            return None
        with self._lock:
            if method == "POST" and path == "/v1/files":
                return self._upload(headers, body)
            if match := re.fullmatch("/v1/files/([^/]+)/content", path):
                return 200, self.files[match[1]]
            if path == "/v1/batches":
                return self._create(json.loads(body)) if method == "POST" else self._list(query)
            name = path.split("/")[3]
            if path.endswith("/cancel"):
                self._end(self.batches[name], "cancelled", 1)
            else:
                self._look(self.batches[name])
            return 200, json.dumps(self.batches[name]).encode()

    def _upload(self, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        boundary = headers["content-type"].partition("boundary=")[2].encode()
        parts = [part.partition(b"\r\n\r\n") for part in body.split(b"--" + boundary)[1:-1]]
        (content,) = [data.removesuffix(b"\r\n") for head, _, data in parts if b"filename=" in head]
        self.uploads += 1
        name = f"file-{self.uploads}"
        self.files[name] = content
        reply = {
            "id": name,
            "object": "file",
            "bytes": len(content),
            "created_at": int(time.time()),
            "purpose": "batch",
        }
        return 200, json.dumps(reply | {"filename": "requests.jsonl", "status": "processed"}).encode()

    def _create(self, wanted: dict[str, Any]) -> tuple[int, bytes]:
        number = len(self.batches)
        lines = [
            json.loads(line) for line in self.files[wanted["input_file_id"]].decode().split("\n") if line
        ]
        ids = [line["custom_id"] for line in lines]
        assert len(ids) == len(set(ids)) <= 50_000
        assert all(line["method"] == "POST" and line["url"] == wanted["endpoint"] for line in lines)
        batch = {
            "id": f"batch_{number}", "object": "batch", "endpoint": wanted["endpoint"], "errors": None,
            "input_file_id": wanted["input_file_id"], "completion_window": wanted["completion_window"],
            "status": "validating", "output_file_id": None, "error_file_id": None,
            "created_at": int(time.time()),
            "metadata": wanted.get("metadata"),
            "request_counts": {"total": len(ids), "completed": 0, "failed": 0},
        }  # fmt: skip
        self.batches[batch["id"]] = batch
        if number in self.faults.refuse:
            code, message = self.faults.refuse[number]
            batch["status"] = "failed"
            batch["errors"] = {
                "object": "list",
                "data": [{"code": code, "message": message, "line": None, "param": None}],
            }
        if number in self.faults.lose_answer:
            return 500, b'{"error": {"message": "the answer got lost"}}'
        return 200, json.dumps(batch).encode()

    def _list(self, query: str) -> tuple[int, bytes]:
        newest = list(self.batches.values())[::-1]
        after = re.search("after=([^&]+)", query)
        if after:
            names = [batch["id"] for batch in newest]
            newest = newest[names.index(after[1]) + 1 :]
        page = newest[:2]  # a small page, so that paging is needed
        more = len(newest) > len(page)
        return 200, json.dumps({"object": "list", "data": page, "has_more": more}).encode()

    def _look(self, batch: dict[str, Any]) -> None:
        if batch["status"] not in {"validating", "in_progress"}:
            return
        self.looks[batch["id"]] = self.looks.get(batch["id"], 0) + 1
        batch["status"] = "in_progress"
        if self.looks[batch["id"]] >= self.faults.looks:
            most = self.faults.expire_after.get(int(batch["id"].split("_")[1]))
            self._end(batch, "completed" if most is None else "expired", most)

    def _end(self, batch: dict[str, Any], status: str, most: int | None) -> None:
        number = int(batch["id"].split("_")[1])
        requests = [
            json.loads(line) for line in self.files[batch["input_file_id"]].decode().split("\n") if line
        ]
        output, errors = [], []
        for index, request in enumerate(requests):
            drop = self.faults.drop_lines.get(number)
            if drop and index % drop == 0:
                continue
            if most is not None and index >= most:
                if status == "expired":
                    errors.append(
                        _error(
                            request, "batch_expired", "This request could not be executed before the window."
                        )
                    )
                continue
            code = next(
                (
                    s.pop(0)
                    for w, s in self.faults.status_of.items()
                    if s and w in json.dumps(request, ensure_ascii=False)
                ),
                200,
            )
            if code == 200:
                self.charged[request["custom_id"]] = self.charged.get(request["custom_id"], 0) + 1
                output.append(_result(request, 200, _completion(request["body"])))
            else:
                errors.append(
                    _result(request, code, {"error": {"message": "it broke", "code": None, "type": "error"}})
                )
        output.reverse()  # answers come in no order
        lines = [json.dumps(line, ensure_ascii=False) for line in output]
        if self.faults.garbage:
            lines.insert(1, '{"custom_id": "cut off in the mid')
        batch["status"] = status
        batch["request_counts"] |= {"completed": len(output), "failed": len(errors)}
        for kind, text in (("output", "\n".join(lines)), ("error", "\n".join(map(json.dumps, errors)))):
            if text:
                name = f"file-{kind}-{number}"
                self.files[name] = (text + "\n").encode()
                batch[f"{kind}_file_id"] = name


def _completion(body: dict[str, Any]) -> dict[str, Any]:
    # U+2028 ends a line for some readers; it doesn't end one of these files.
    message = {
        "role": "assistant",
        "content": answer(body).replace("研究", "研\u2028究") if "U+2028" in str(body) else answer(body),
    }
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    return {
        "id": "chatcmpl-b",
        "object": "chat.completion",
        "created": 1,
        "model": "lab",
        "choices": [choice],
        "usage": USAGE,
    }


def _result(request: dict[str, Any], status: int, body: dict[str, Any]) -> dict[str, Any]:
    response = {"status_code": status, "request_id": "req_1", "body": body}
    return {"id": "batch_req_1", "custom_id": request["custom_id"], "response": response, "error": None}


def _error(request: dict[str, Any], code: str, message: str) -> dict[str, Any]:
    return {
        "id": "batch_req_1",
        "custom_id": request["custom_id"],
        "response": None,
        "error": {"code": code, "message": message},
    }
