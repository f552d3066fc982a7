"""Fits the weights of confidence on annotated articles and finishes the model's folder.

    python -m training.calibrate ANNOTATED_FOLDER MODEL_FOLDER

ANNOTATED_FOLDER is the development part. A quotation is right when its letters are those of an annotated one (half of
both, at least) and, where that one has a named speaker, it names no other. Writes the weights, the name and the files'
digests to model.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from reader.language.encoder import Encoder
from reader.language.model import FILES
from reader.language.trained import TrainedAnnotator
from reader.language.words import load_words
from training.measure_confidence import ids_of_chains, is_right, letters

_PENALTY, _STEPS, _RATE = 0.02, 4000, 0.05
"""Of the fit: the weight of the squares of the weights, and steps down the slope of this length."""


def judged(annotator: TrainedAnnotator, article: dict[str, Any]) -> list[tuple[dict[str, float], bool]]:
    """For each quotation that is found its signals and whether it is right."""
    text = article["text"]
    found, seen = annotator.weighed(text)
    ids = ids_of_chains(found, article)
    golds = [
        (letters(text, a["content"]), {i for i in a["speaker_ids"] if not i.startswith("x_")})
        for a in article["attributions"]
    ]
    rows = []
    for signals, quotation in zip(seen, found.quotations, strict=True):
        rows.append((signals, is_right(quotation, ids, golds, text)))
    return rows


def fit(rows: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """The weights of a logistic function, by gradient descent with a small penalty on large ones."""
    names = sorted({name for signals, _ in rows for name in signals})
    table = np.array([[signals.get(name, 0.0) for name in names] for signals, _ in rows])
    right = np.array([float(r) for _, r in rows])
    weights = np.zeros(len(names))
    for _ in range(_STEPS):
        chances = 1 / (1 + np.exp(-table @ weights))
        weights -= _RATE * (table.T @ (chances - right) / len(right) + _PENALTY * weights)
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotated", type=Path)
    parser.add_argument("model", type=Path)
    given = parser.parse_args()
    settings = json.loads((given.model / "model.json").read_text(encoding="utf-8"))
    encoder = Encoder.load(given.model, tuple(settings["nobody"]))
    annotator = TrainedAnnotator(load_words(), encoder, {}, "in training")
    articles = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(given.annotated.glob("*.json"))]
    rows = [row for article in articles for row in judged(annotator, article)]
    settings["confidence"] = fit(rows)
    settings["files"] = {file: hashlib.sha256((given.model / file).read_bytes()).hexdigest() for file in FILES}
    settings["name"] = f"english-{settings['files']['encoder.onnx'][:6]}"  # another encoder never has this one's name
    (given.model / "model.json").write_text(json.dumps(settings, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(rows)} quotations, {sum(right for _, right in rows)} right")


if __name__ == "__main__":
    main()
