"""Writes a trained encoder as the model that the program loads: ONNX with weights in 8 bits, the vocabulary, settings.

    python -m training.export ENCODER.pt WEIGHTS OUT

WEIGHTS is the folder of the BERT that it was trained from (config.json, vocab.txt).
"""

from __future__ import annotations

import argparse
import itertools
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from reader.language.features import CHANNELS
from reader.language.pieces import Pieces
from reader.language.words import load_words
from training.corpora import STORIES, invented
from training.encoder import read_alone, trained
from training.examples import Example, examples
from training.smoothing import even_out

EVERY = 12
"""Which of the invented stories tell how large the encoder's values become: every twelfth."""


class Rows(nn.Module):
    """A table of vectors in 8 bits with a scale for each row, which is finer than one for them all."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, at: Tensor) -> Tensor:
        return self.rows[at].float() * self.scale[at]


def export(checkpoint: Path, weights: Path, out: Path) -> None:
    """Writes encoder.onnx, vocab.txt and model.json to ``out``."""
    encoder = trained(weights, checkpoint)
    encoder.eval()
    read_alone(encoder)
    even_out(encoder, _some_windows(weights))
    encoder.words = Rows(encoder.words.weight.detach())
    out.mkdir(parents=True, exist_ok=True)
    example = (
        torch.randint(104, 2000, (1, 20)),
        torch.ones(1, len(CHANNELS), 20, dtype=torch.long),
        torch.arange(1, 13).repeat(1, 1),
    )
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            encoder,
            example,
            str(full),
            input_names=["pieces", "features", "firsts"],
            output_names=["tags", "pointers"],
            dynamic_axes={
                "pieces": {1: "length"},
                "features": {2: "length"},
                "firsts": {1: "words"},
                "tags": {1: "words"},
                "pointers": {1: "words"},
            },
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            out / "encoder.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul"],
        )
    shutil.copy(weights / "vocab.txt", out / "vocab.txt")
    nobody = [round(x, 4) for x in encoder.nobody.tolist()]
    (out / "model.json").write_text(json.dumps({"nobody": nobody}), encoding="utf-8")
    config = json.loads((weights / "config.json").read_text(encoding="utf-8"))
    print(json.dumps({"layers": config["num_hidden_layers"], "bytes": (out / "encoder.onnx").stat().st_size}))


def _some_windows(weights: Path) -> list[Example]:
    words, pieces = load_words(), Pieces.load(weights / "vocab.txt")
    return [e for story in itertools.islice(invented(STORIES), 0, None, EVERY) for e in examples(story, words, pieces)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    export(given.checkpoint, given.weights, given.out)


if __name__ == "__main__":
    main()
