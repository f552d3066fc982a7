"""Evens out what goes into the encoder's products before they are cut to 8 bits.

A few of the 384 values of a word are ten times as large as the others, and one scale serves them all: the others keep
three of eight bits. Dividing such values by a constant and multiplying the weights that meet them by the same changes
nothing but the precision (Xiao et al. 2023, "SmoothQuant"). Only values above twice the median are divided: evening out
all of them was worse.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

import torch
from torch import Tensor, nn

from training.encoder import Encoder
from training.examples import Example

PARTS = ("qkv", "out", "up", "down")
CAP = 2.0
"""How far above the median of all values of a word the largest may be."""


class Evened(nn.Module):
    """A linear layer whose input is divided by one constant for each value, and whose weights make up for it."""

    def __init__(self, linear: nn.Linear, largest: Tensor) -> None:
        super().__init__()
        scale = (largest / (CAP * largest.median())).clamp(min=1)
        self.inverse = nn.Parameter(1 / scale)
        self.linear = nn.Linear(linear.in_features, linear.out_features)
        with torch.no_grad():
            self.linear.weight.copy_(linear.weight * scale)
            self.linear.bias.copy_(linear.bias)

    def forward(self, x: Tensor) -> Tensor:
        return self.linear(x * self.inverse)


def even_out(encoder: Encoder, some: list[Example]) -> None:
    """Puts ``Evened`` in the place of each product of each layer, by the largest values that some windows give.

    To be done behind ``read_alone``, which changes the weights.
    """
    largest: dict[tuple[int, str], Tensor] = {}

    def watch(key: tuple[int, str]) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
        def keep(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            now = given[0].detach().abs().flatten(0, 1).amax(0)
            largest[key] = torch.maximum(largest[key], now) if key in largest else now

        return keep

    hooks = [
        getattr(layer, part).register_forward_pre_hook(watch((n, part)))
        for (n, layer), part in itertools.product(enumerate(encoder.layers), PARTS)
    ]
    with torch.no_grad():
        for one in some:
            encoder(torch.tensor([one.pieces]), torch.from_numpy(one.features[None]), torch.tensor([one.firsts]))
    for hook in hooks:
        hook.remove()
    for (n, part), values in largest.items():
        layer = encoder.layers[n]
        setattr(layer, part, Evened(getattr(layer, part), values))
