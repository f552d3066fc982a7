"""The encoder in PyTorch: MiniLM's six layers, told of shapes and of the rules' guesses, with the heads of ``HEADS``.

``Encoder.forward`` takes pieces (batch × pieces), features (batch × channels × pieces) and firsts (batch × words), and
gives the tags' scores (batch × words × tags, the heads side by side) and the pointers' vectors
(batch × words × 2·pointers·width: asking vectors, then answering ones).
"""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reader.language.features import SIZES
from reader.language.heads import HEADS, POINTERS, WIDTH


def drop(x: Tensor, share: float, training: bool) -> Tensor:
    """Dropout with one mask for all pieces of a window: as good here as one for each, and five times as fast."""
    if not training:
        return x
    return x * functional.dropout(x.new_ones(x.shape[0], 1, x.shape[2]), share)


class Layer(nn.Module):
    """One layer of BERT."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2)
        if mask is not None:
            scores = scores * (width // self.heads) ** -0.5 + mask
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm(x + drop(self.out(seen), self.dropout, self.training))
        return self.last_norm(x + drop(self.down(functional.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    """See the head of this file."""

    def __init__(
        self, words: int, width: int, layers: int, heads: int, inner: int, positions: int, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(words, width)
        self.positions = nn.Embedding(positions, width)
        self.channels = nn.ModuleList(nn.Embedding(size, width) for size in SIZES)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = dropout
        self.alone = False
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.tags = nn.Linear(width, sum(HEADS.values()))
        self.pointers = nn.Linear(width, 2 * len(POINTERS) * WIDTH)
        self.nobody = nn.Parameter(torch.zeros(len(POINTERS)))
        for channel in self.channels:
            nn.init.normal_(channel.weight, std=0.01)

    def forward(self, pieces: Tensor, features: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        length = pieces.shape[1]
        x = self.words(pieces) + self.positions.weight[:length]
        for n, channel in enumerate(self.channels):
            x = x + channel(features[:, n])
        x = drop(self.norm(x), self.dropout, self.training)
        mask = None if self.alone else (pieces == 0).float()[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        x = x.gather(1, firsts[:, :, None].expand(-1, -1, x.shape[2]))
        return self.tags(drop(x, self.dropout, self.training)), self.pointers(x)


def trained(folder: Path, checkpoint: Path) -> Encoder:
    """The encoder of an ``encoder.pt``, which may be narrower inside than the BERT in ``folder`` it began as."""
    state = torch.load(checkpoint)
    encoder = pretrained(folder)
    for n, layer in enumerate(encoder.layers):
        inner, width = state[f"layers.{n}.up.weight"].shape
        layer.up, layer.down = nn.Linear(width, inner), nn.Linear(inner, width)
    encoder.load_state_dict(state)
    return encoder


def read_alone(encoder: Encoder) -> None:
    """Makes an encoder ready for one window at a time: nothing to mask, and the scale of attention inside its weights.

    Saves a sixteenth of the time; the answers are the same. Cannot be undone.
    """
    encoder.alone = True
    with torch.no_grad():
        for layer in encoder.layers:
            width = layer.qkv.in_features
            scale = (width // layer.heads) ** -0.5
            layer.qkv.weight[:width] *= scale
            layer.qkv.bias[:width] *= scale


def pretrained(folder: Path) -> Encoder:
    """The encoder with the weights of a BERT in ``folder`` (config.json, model.safetensors); heads are new."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    encoder = Encoder(
        config["vocab_size"], config["hidden_size"], config["num_hidden_layers"],
        config["num_attention_heads"], config["intermediate_size"], config["max_position_embeddings"],
    )  # fmt: skip
    have = {key.removeprefix("bert."): value for key, value in load_file(str(folder / "model.safetensors")).items()}
    state = encoder.state_dict()
    state["words.weight"] = have["embeddings.word_embeddings.weight"]
    state["positions.weight"] = (
        have["embeddings.position_embeddings.weight"] + have["embeddings.token_type_embeddings.weight"][0]
    )
    _copy(state, "norm", have, "embeddings.LayerNorm")
    for n in range(config["num_hidden_layers"]):
        old, new = f"encoder.layer.{n}.", f"layers.{n}."
        for part in ("weight", "bias"):
            state[f"{new}qkv.{part}"] = torch.cat(
                [have[f"{old}attention.self.{x}.{part}"] for x in ("query", "key", "value")]
            )
        _copy(state, new + "out", have, old + "attention.output.dense")
        _copy(state, new + "norm", have, old + "attention.output.LayerNorm")
        _copy(state, new + "up", have, old + "intermediate.dense")
        _copy(state, new + "down", have, old + "output.dense")
        _copy(state, new + "last_norm", have, old + "output.LayerNorm")
    encoder.load_state_dict(state)
    return encoder


def _copy(state: dict[str, Tensor], new: str, have: dict[str, Tensor], old: str) -> None:
    for part in ("weight", "bias"):
        state[f"{new}.{part}"] = have[f"{old}.{part}"]
