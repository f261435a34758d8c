"""Answers that fit whatever schema a request asks for; the lab tests transport and accounts, not what a
model knows.
"""

from __future__ import annotations

import json
from typing import Any


def answer(body: dict[str, Any]) -> str:
    """Return the text of an answer: an instance of the request's JSON Schema, or plain words."""
    schema = body.get("response_format", {}).get("json_schema", {}).get("schema")
    if schema is None and body.get("tools"):
        schema = body["tools"][0]["function"]["parameters"]
    return (
        "市政府研究有关工作。" if schema is None else json.dumps(instance(schema, schema), ensure_ascii=False)
    )


def instance(schema: dict[str, Any], root: dict[str, Any]) -> Any:
    """Return a smallest instance of a schema, as far as our own schemas go."""
    if "$ref" in schema:
        return instance(_resolve(schema["$ref"], root), root)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for several in ("anyOf", "oneOf", "allOf"):
        if several in schema:
            return instance(schema[several][0], root)
    kind = schema.get("type", "object")
    if kind == "object":
        wanted = schema.get("required") or []
        return {
            name: instance(part, root)
            for name, part in schema.get("properties", {}).items()
            if name in wanted
        }
    if kind == "array":
        return [instance(schema["items"], root) for _ in range(schema.get("minItems", 0))]
    if kind == "string":
        return "研究工作"[: schema.get("maxLength", 4)]
    if kind in {"integer", "number"}:
        return schema.get("minimum", 0)
    return False if kind == "boolean" else None


def _resolve(ref: str, root: dict[str, Any]) -> dict[str, Any]:
    node: Any = root
    for part in ref.removeprefix("#/").split("/"):
        node = node[part]
    return node
