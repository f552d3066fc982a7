"""A model of a few bytes that finds nothing, written as the real one is: for tests of files, not of names."""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path

from reader.language.features import CHANNELS
from reader.language.heads import HEADS, POINTERS, WIDTH

NAME = "tiny-1"
TAGS = sum(HEADS.values())
_FLOAT, _INT64 = 1, 7
"""ONNX's numbers for types."""


def write(folder: Path, *, channels: int = len(CHANNELS), tags: int = TAGS) -> Path:
    """Writes a whole model to a folder and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "encoder.onnx").write_bytes(_encoder(channels, tags))
    (folder / "vocab.txt").write_text("[PAD]\n[UNK]\nthe\n", "utf-8", newline="\n")
    sign(folder)
    return folder


def sign(folder: Path) -> None:
    """Writes the card with the digests of the files that lie there now."""
    digests = {f: hashlib.sha256((folder / f).read_bytes()).hexdigest() for f in ("encoder.onnx", "vocab.txt")}
    card = {"name": NAME, "files": digests, "nobody": [0.0] * len(POINTERS), "confidence": {}}
    (folder / "model.json").write_text(json.dumps(card), "utf-8")


def _encoder(channels: int, tags: int) -> bytes:
    """Tags and pointers that are all 0: the numbers of the first pieces, times 0, in a row as wide as is wanted."""
    pointers = 2 * len(POINTERS) * WIDTH
    nodes = [
        _node("Cast", ["firsts"], "cast", _attribute("to", _FLOAT)),
        _node("Unsqueeze", ["cast", "axes"], "column"),
        _node("Mul", ["column", "no_tags"], "tags"),
        _node("Mul", ["column", "no_pointers"], "pointers"),
    ]
    constants = [
        _constant("axes", _INT64, [1], struct.pack("<q", 2)),
        _constant("no_tags", _FLOAT, [1, 1, tags], bytes(4 * tags)),
        _constant("no_pointers", _FLOAT, [1, 1, pointers], bytes(4 * pointers)),
    ]
    inputs = [
        _value("pieces", _INT64, [1, "length"]),
        _value("features", _INT64, [1, channels, "length"]),
        _value("firsts", _INT64, [1, "words"]),
    ]
    outputs = [_value("tags", _FLOAT, [1, "words", tags]), _value("pointers", _FLOAT, [1, "words", pointers])]
    graph = b"".join(
        [
            *(_field(1, node) for node in nodes),
            _field(2, b"tiny"),
            *(_field(5, constant) for constant in constants),
            *(_field(11, value) for value in inputs),
            *(_field(12, value) for value in outputs),
        ]
    )
    return _number(1, 8) + _field(7, graph) + _field(8, _number(2, 17))


# protobuf by hand: a library for it is no part of the program's own needs


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _node(kind: str, inputs: list[str], output: str, attribute: bytes = b"") -> bytes:
    named = b"".join(_field(1, name.encode()) for name in inputs)
    return named + _field(2, output.encode()) + _field(4, kind.encode()) + attribute


def _attribute(name: str, value: int) -> bytes:
    return _field(5, _field(1, name.encode()) + _number(3, value) + _number(20, 2))


def _constant(name: str, kind: int, shape: list[int], raw: bytes) -> bytes:
    return b"".join(_number(1, size) for size in shape) + _number(2, kind) + _field(8, name.encode()) + _field(9, raw)


def _value(name: str, kind: int, shape: list[int | str]) -> bytes:
    sizes = (_number(1, size) if isinstance(size, int) else _field(2, size.encode()) for size in shape)
    tensor = _number(1, kind) + _field(2, b"".join(_field(1, size) for size in sizes))
    return _field(1, name.encode()) + _field(2, _field(1, tensor))
