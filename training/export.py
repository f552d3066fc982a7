"""Writes a trained encoder as the model that the program loads: ONNX with weights in 8 bits, the vocabulary, settings.

    python -m training.export ENCODER.pt WEIGHTS OUT [--name english-1]

WEIGHTS is the folder of the BERT that it was trained from (config.json, vocab.txt).
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from reader.language.features import CHANNELS
from training.encoder import pretrained, read_alone


def export(checkpoint: Path, weights: Path, out: Path) -> None:
    """Writes encoder.onnx and tokenizer.json to ``out``."""
    encoder = pretrained(weights)
    encoder.load_state_dict(torch.load(checkpoint))
    encoder.eval()
    read_alone(encoder)
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
            op_types_to_quantize=["MatMul", "Gather"],
        )
    shutil.copy(weights / "vocab.txt", out / "vocab.txt")
    nobody = [round(x, 4) for x in encoder.nobody.tolist()]
    (out / "model.json").write_text(json.dumps({"nobody": nobody}), encoding="utf-8")
    config = json.loads((weights / "config.json").read_text(encoding="utf-8"))
    print(json.dumps({"layers": config["num_hidden_layers"], "bytes": (out / "encoder.onnx").stat().st_size}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    export(given.checkpoint, given.weights, given.out)


if __name__ == "__main__":
    main()
