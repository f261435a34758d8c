"""A GGUF model of a few kilobytes with random weights: it talks nonsense, but llama.cpp really runs it."""

from __future__ import annotations

import random
import struct
from pathlib import Path
from typing import Any

_WIDTH, _FEED, _CONTEXT, _ALIGN = 32, 64, 512, 32
_UINT32, _FLOAT32, _STRING, _ARRAY, _INT32 = 4, 6, 8, 9, 5
_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: "


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def _value(kind: int, value: Any) -> bytes:
    if kind == _STRING:
        return _text(value)
    return struct.pack({_UINT32: "<I", _FLOAT32: "<f", _INT32: "<i"}[kind], value)


def _entry(key: str, kind: int, value: Any) -> bytes:
    if isinstance(value, list):
        items = b"".join(_value(kind, item) for item in value)
        return _text(key) + struct.pack("<IIQ", _ARRAY, kind, len(value)) + items
    return _text(key) + struct.pack("<I", kind) + _value(kind, value)


def write_tiny_gguf(path: Path) -> Path:
    """Write the model to `path` and return it."""
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256))]
    entries = [
        _entry("general.architecture", _STRING, "llama"),
        _entry("llama.context_length", _UINT32, _CONTEXT),
        _entry("llama.embedding_length", _UINT32, _WIDTH),
        _entry("llama.block_count", _UINT32, 1),
        _entry("llama.feed_forward_length", _UINT32, _FEED),
        _entry("llama.attention.head_count", _UINT32, 2),
        _entry("llama.attention.layer_norm_rms_epsilon", _FLOAT32, 1e-5),
        _entry("tokenizer.ggml.model", _STRING, "llama"),
        _entry("tokenizer.ggml.tokens", _STRING, tokens),
        _entry("tokenizer.ggml.scores", _FLOAT32, [0.0] * len(tokens)),
        _entry("tokenizer.ggml.token_type", _INT32, [2, 3, 3] + [6] * 256),
        _entry("tokenizer.ggml.bos_token_id", _UINT32, 1),
        _entry("tokenizer.ggml.eos_token_id", _UINT32, 2),
        _entry("tokenizer.chat_template", _STRING, _TEMPLATE),
    ]
    square, up, down = (_WIDTH, _WIDTH), (_WIDTH, _FEED), (_FEED, _WIDTH)
    shapes = {"token_embd.weight": (_WIDTH, len(tokens)), "output_norm.weight": (_WIDTH,)}
    shapes |= {f"blk.0.attn_{name}.weight": square for name in ("q", "k", "v", "output")}
    shapes |= {"blk.0.attn_norm.weight": (_WIDTH,), "blk.0.ffn_norm.weight": (_WIDTH,)}
    shapes |= {"blk.0.ffn_gate.weight": up, "blk.0.ffn_up.weight": up, "blk.0.ffn_down.weight": down}
    dice, infos, data = random.Random(7), b"", b""
    for name, shape in shapes.items():
        count = shape[0] * (shape[1] if len(shape) > 1 else 1)
        infos += _text(name) + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape)
        infos += struct.pack("<IQ", 0, len(data))
        data += struct.pack(f"<{count}f", *(dice.gauss(0, 0.3) for _ in range(count)))
        data += b"\0" * (-len(data) % _ALIGN)
    head = b"GGUF" + struct.pack("<IQQ", 3, len(shapes), len(entries)) + b"".join(entries) + infos
    path.write_bytes(head + b"\0" * (-len(head) % _ALIGN) + data)
    return path
