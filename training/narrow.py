"""Makes a trained encoder narrower inside, and thereby faster: the least useful inner units of each layer are dropped.

    python -m training.narrow DATA WEIGHTS ENCODER.pt OUT.pt [--inner 1152]

How useful a unit is: how much the loss would change without it, to the first order (its value times the loss's slope
in it, summed over the words of some hundred windows; Molchanov et al. 2017, "Pruning convolutional neural networks for
resource efficient inference"). What is left has to be trained some epochs more (``training.train --resume OUT.pt``).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from reader.language.pieces import Pieces
from reader.language.words import load_words
from training.corpora import annotated
from training.encoder import Encoder, trained
from training.examples import Example, examples
from training.train import batches, pointer_loss, tag_loss, tensors

BATCHES = 60


def usefulness(encoder: Encoder, pool: list[Example]) -> list[Tensor]:
    """For each layer how useful each of its inner units is."""
    seen: list[Tensor] = []

    def keep(_: nn.Module, given: tuple[Tensor, ...]) -> None:
        given[0].retain_grad()
        seen.append(given[0])

    hooks = [layer.down.register_forward_pre_hook(keep) for layer in encoder.layers]
    totals = [torch.zeros(layer.down.in_features) for layer in encoder.layers]
    noise = np.random.default_rng(1)
    encoder.eval()
    for batch in list(batches(pool, random.Random(1)))[:BATCHES]:
        seen.clear()
        scores, vectors = encoder(*tensors(batch, noise))
        (tag_loss(scores, batch) + pointer_loss(vectors, encoder.nobody, batch)).backward()
        for total, inner in zip(totals, seen, strict=True):
            assert inner.grad is not None
            total += (inner * inner.grad).detach().abs().sum((0, 1))
    for hook in hooks:
        hook.remove()
    return totals


def narrow(encoder: Encoder, useful: list[Tensor], inner: int) -> None:
    """Keeps the ``inner`` most useful units of each layer, in their order."""
    for layer, values in zip(encoder.layers, useful, strict=True):
        kept = values.topk(inner).indices.sort().values
        up, down = nn.Linear(layer.up.in_features, inner), nn.Linear(inner, layer.down.out_features)
        with torch.no_grad():
            up.weight.copy_(layer.up.weight[kept])
            up.bias.copy_(layer.up.bias[kept])
            down.weight.copy_(layer.down.weight[:, kept])
            down.bias.copy_(layer.down.bias)
        layer.up, layer.down = up, down


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--inner", type=int, default=1152, help="inner units of each layer that are kept")
    given = parser.parse_args()
    words, pieces = load_words(), Pieces.load(given.weights / "vocab.txt")
    pool = [e for sample in annotated(given.data / "annotated" / "train") for e in examples(sample, words, pieces)]
    encoder = trained(given.weights, given.checkpoint)
    useful = usefulness(encoder, pool)
    narrow(encoder, useful, given.inner)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), given.out)
    shares = [float(v.topk(given.inner).values.sum() / v.sum()) for v in useful]
    print("kept of the usefulness, by layer:", " ".join(f"{share:.3f}" for share in shares))


if __name__ == "__main__":
    main()
