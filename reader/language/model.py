"""The trained model as files: checked by their digests, and opened. What is wrong with them is one clear Trouble.

A folder with a model holds ``model.json`` (its name, the SHA-256 of every other file, what the annotator has to know),
``encoder.onnx`` and ``vocab.txt``.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.reasons import Trouble

if TYPE_CHECKING:
    from reader.language.encoder import Encoder

CARD = "model.json"
FILES = ("encoder.onnx", "vocab.txt")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Model:
    """A folder whose files are whole. ``name`` is versioned: annotations carry it."""

    folder: Path
    name: str
    nobody: tuple[float, ...]
    """For each pointer of the encoder the score of pointing at nothing."""
    weights: Mapping[str, float]
    """Of the signals that make a quotation's confidence."""


def check(folder: Path) -> Model:
    """Reads every file of a model once. Raises Trouble: model-missing, model-damaged, model-unreadable."""
    card = folder / CARD
    try:
        told = json.loads(_bytes(card))
        digests = {name: str(told["files"][name]) for name in FILES}
        nobody = tuple(float(score) for score in told["nobody"])
        weights = {str(signal): float(weight) for signal, weight in told["confidence"].items()}
        model = Model(folder, str(told["name"]), nobody, weights)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Trouble("model-damaged", str(card)) from error
    for name, digest in digests.items():
        if _digest(folder / name) != digest:
            raise Trouble("model-damaged", str(folder / name))
    return model


def name_in(folder: Path) -> str:
    """The name of the model in a folder, without looking at its other files; empty when there is none."""
    try:
        return str(json.loads(_bytes(folder / CARD))["name"])
    except (Trouble, ValueError, KeyError, TypeError, RecursionError):
        return ""


def encoder_of(model: Model) -> Encoder:
    """Opens a model that was checked. Raises Trouble("model-unusable") with what the libraries have against it."""
    try:
        _start_runtime()
        from reader.language.encoder import Encoder
        from reader.language.heads import POINTERS

        if len(model.nobody) != len(POINTERS):
            raise ValueError(f"{len(model.nobody)} pointers instead of {len(POINTERS)}")
        encoder = Encoder.load(model.folder, model.nobody)
        _fit(encoder)
    except Exception as error:  # ONNX Runtime's own errors have no other base
        words = str(error).strip().splitlines() or [type(error).__name__]
        raise Trouble("model-unusable", words[0]) from error
    return encoder


def _start_runtime() -> None:
    """Loads ONNX Runtime with every report to its maker switched off."""
    # Must be set before it is loaded; the versions that we ask for cannot send anything but Windows' own traces.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()


def _fit(encoder: Encoder) -> None:
    """Whether the encoder takes and gives what this version of the program gives and takes. Raises ValueError."""
    from reader.language.features import CHANNELS
    from reader.language.heads import HEADS, POINTERS, WIDTH

    channels = {one.name: one.shape[1] for one in encoder.session.get_inputs()}["features"]
    widths = [one.shape[-1] for one in encoder.session.get_outputs()]
    wanted = [sum(HEADS.values()), 2 * len(POINTERS) * WIDTH]
    if channels != len(CHANNELS) or widths != wanted:
        raise ValueError(f"the model is made for another version ({channels}, {widths})")


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise _trouble(file, error) from error


def _digest(file: Path) -> str:
    digest = hashlib.sha256()
    try:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise _trouble(file, error) from error
    return digest.hexdigest()


def _trouble(file: Path, error: OSError) -> Trouble:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Trouble("model-missing", str(file))
    return Trouble("model-unreadable", str(file), error.strerror or "")
