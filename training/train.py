"""Trains the encoder.

    python -m training.train DATA WEIGHTS OUT [--epochs N] [--open N] [--seconds S]

DATA is the folder of language data (``annotated/train``, ``open``), WEIGHTS that of all-MiniLM-L6-v2 (config.json,
model.safetensors, vocab.txt). OUT receives ``encoder.pt`` after every epoch. Nothing of the development part is read.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reader.language.features import CHANNELS
from reader.language.heads import HEADS, POINTERS, WIDTH
from reader.language.pieces import END, MASK, Pieces
from reader.language.words import Words, load_words
from training.corpora import STORIES, annotated, invented, labelled_bank, open_sets
from training.encoder import Encoder, pretrained, trained
from training.examples import UNKNOWN, Example, examples

BUDGET = 2600
"""Pieces in a batch, padding included."""
HEADS_FASTER = 5
WARM_UP, WARM_AGAIN = 0.08, 0.02
"""The share of the training in which the rate goes up: from the start, and from an encoder that was trained before."""
POINTING = {
    "cue-speaker": 0.2,
    "content-cue": 0.2,
    "content-speaker": 0.15,
    "pronoun": 0.3,
    "nominal": 0.3,
    "spoken": 0.2,
}
WEIGHTS = {"name": 1.0, "role": 0.5, "nominal": 0.8, "pronoun": 0.4, "cue": 0.5, "speaker": 0.6, "content": 0.8}
DEAF, DEAF_CHANNEL, MASKED = 0.1, 0.08, 0.05
"""How often a window is trained without all the guesses, without one channel of them, and a piece without letters."""


def country_words(words: Words) -> dict[str, str]:
    """Names of countries and their peoples, for the repair of sets that mix them."""
    found = {name: "place" for country in words.countries for name in country.names}
    for country in words.countries:
        for adjective in country.adjectives:
            found.setdefault(adjective, "group")
            found.setdefault(adjective + "s", "group")
    return found


def batches(pool: list[Example], draw: random.Random) -> Iterator[list[Example]]:
    """Batches of windows of about one length, in random order."""
    order = sorted(pool, key=lambda e: len(e.pieces) + draw.random() * 24)
    found: list[list[Example]] = []
    batch: list[Example] = []
    for one in order:
        if batch and len(one.pieces) * (len(batch) + 1) > BUDGET:
            found.append(batch)
            batch = []
        batch.append(one)
    found.append(batch)
    draw.shuffle(found)
    yield from found


def tensors(batch: list[Example], draw: np.random.Generator) -> tuple[Tensor, Tensor, Tensor]:
    """Pieces, features and firsts of a batch, with what is to be left out left out."""
    length, words = max(len(e.pieces) for e in batch), max(len(e.firsts) for e in batch)
    pieces = np.zeros((len(batch), length), dtype=np.int64)
    features = np.zeros((len(batch), len(CHANNELS), length), dtype=np.int64)
    firsts = np.zeros((len(batch), words), dtype=np.int64)
    for n, one in enumerate(batch):
        pieces[n, : len(one.pieces)] = one.pieces
        features[n, :, : len(one.pieces)] = one.features
        firsts[n, : len(one.firsts)] = one.firsts
        if draw.random() < DEAF:
            features[n, 2:] = 0
        for channel in range(2, len(CHANNELS)):
            if draw.random() < DEAF_CHANNEL:
                features[n, channel] = 0
        hidden = draw.random(length) < MASKED * draw.random() * 2
        pieces[n][hidden & (pieces[n] > END)] = MASK
    return torch.from_numpy(pieces), torch.from_numpy(features), torch.from_numpy(firsts)


def tag_loss(scores: Tensor, batch: list[Example]) -> Tensor:
    """The sum over all heads, by word known."""
    words = scores.shape[1]
    total, at = scores.new_zeros(()), 0
    for head, size in HEADS.items():
        want = np.full((len(batch), words), UNKNOWN, dtype=np.int64)
        for n, one in enumerate(batch):
            want[n, : len(one.firsts)] = one.tags[head]
        target = torch.from_numpy(want).view(-1)
        known = int((target != UNKNOWN).sum())
        if known:
            part = functional.cross_entropy(
                scores[..., at : at + size].reshape(-1, size), target, ignore_index=UNKNOWN, reduction="sum"
            )
            total = total + WEIGHTS[head] * part / known
        at += size
    return total


def pointer_loss(vectors: Tensor, nobody: Tensor, batch: list[Example]) -> Tensor:
    """How far the pointers are from what belongs together; several right answers share their probability.

    So do the several people that "they" or "the two" means.
    """
    sums = {name: vectors.new_zeros(()) for name in POINTERS}
    counts = dict.fromkeys(POINTERS, 0)
    for n, one in enumerate(batch):
        for name, queries, keys, right in _questions(one):
            if not queries:
                continue
            k = POINTERS.index(name)
            asking = vectors[n, queries, k * WIDTH : (k + 1) * WIDTH]
            shift = (len(POINTERS) + k) * WIDTH
            answering = vectors[n, keys, shift : shift + WIDTH]
            scores = asking @ answering.T * WIDTH**-0.5
            scores = torch.cat([nobody[k].expand(len(queries), 1), scores], 1)
            allowed = torch.from_numpy(right >= 0)
            wanted = torch.from_numpy(right == 1)
            scores = scores.masked_fill(~allowed, -1e4)
            gain = torch.logsumexp(scores.masked_fill(~wanted, -1e4), 1) - torch.logsumexp(scores, 1)
            sums[name] = sums[name] - gain.sum()
            counts[name] += len(queries)
    return sum(
        (POINTING[name] * sums[name] / counts[name] for name in POINTERS if counts[name]), start=vectors.new_zeros(())
    )


def _questions(one: Example) -> Iterator[tuple[str, list[int], list[int], np.ndarray]]:
    """(pointer, asking words, answering words, table: -1 not allowed, 0 wrong, 1 right; its first column is nobody)."""
    cues = sorted({c for c, _ in one.cues})
    speakers = sorted({s for _, s in one.cues if s >= 0} | {s for _, _, s in one.contents if s >= 0})
    yield "cue-speaker", [c for c, _ in one.cues], speakers, _one_right([s for _, s in one.cues], speakers)
    begins = [c for c, _, _ in one.contents]
    yield "content-cue", begins, cues, _one_right([c for _, c, _ in one.contents], cues)
    yield "content-speaker", begins, speakers, _one_right([s for _, _, s in one.contents], speakers)
    keys = [first for first, _, _ in one.referents]
    for kind, name in enumerate(("pronoun", "nominal", "spoken")):
        asked, rows = [], []
        for _, at, meant in (asker for asker in one.askers if asker[0] == kind):
            row = np.array([0, *(_answers(one, kind, at, meant, referent) for referent in one.referents)])
            present = {thing for (_, _, thing), right in zip(one.referents, row[1:], strict=True) if right == 1}
            if len(meant) > 1 and len(present) < len(meant):
                continue  # some of them are not in this window: nothing can be learned of the others
            row[0] = int(not present)
            asked.append(at)
            rows.append(row)
        yield name, asked, keys, np.array(rows, dtype=np.int64).reshape(len(rows), 1 + len(keys))


def _answers(one: Example, kind: int, at: int, meant: tuple[int, ...], referent: tuple[int, int, int]) -> int:
    """Whether a mention answers what is asked: 1 or 0, and -1 for what may not answer at all."""
    first, last, thing = referent
    own = kind < 2 and first <= at <= last
    later = kind < 2 and first > at and not _is_name(one, first)
    return -1 if own or later else int(thing in meant)


def _is_name(one: Example, at: int) -> bool:
    return one.tags["name"][at] > 0


def _one_right(wanted: list[int], keys: list[int]) -> np.ndarray:
    table = np.zeros((len(wanted), 1 + len(keys)), dtype=np.int64)
    for row, want in enumerate(wanted):
        table[row, 1 + keys.index(want) if want >= 0 else 0] = 1
    return table


def optimizer(encoder: Encoder, rate: float) -> torch.optim.AdamW:
    fresh = ("tags.", "pointers.", "nobody", "channels.")
    old = [p for name, p in encoder.named_parameters() if not name.startswith(fresh)]
    new = [p for name, p in encoder.named_parameters() if name.startswith(fresh)]
    return torch.optim.AdamW(
        [{"params": old, "scale": 1}, {"params": new, "scale": HEADS_FASTER}], lr=rate, weight_decay=0.01, fused=True
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the data lies and how long to train. ``seconds`` of 0 sets no limit; ``rate`` is the highest rate."""

    data: Path
    weights: Path
    out: Path
    stories: Path
    resume: Path | None
    rate: float
    epochs: int
    open_count: int
    parts: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Pool:
    """Windows of one origin. An epoch takes one of ``parts`` of them, the next epoch the next."""

    windows: list[Example]
    parts: int

    def of(self, epoch: int) -> list[Example]:
        """The windows of an epoch, counted from 0."""
        return self.windows[epoch % self.parts :: self.parts]


def pools(plan: Plan) -> list[Pool]:
    """What an epoch takes: all annotated articles, one of ``plan.parts`` parts of stories and bank, some open sets.

    The articles are those whose likes are to be read; the others are there for what is rare in them.
    """
    words, pieces = load_words(), Pieces.load(plan.weights / "vocab.txt")
    bank = plan.data / "open" / "gmb" / "ner_dataset.csv"
    sets = [
        (annotated(plan.data / "annotated" / "train"), 1),
        (invented(plan.stories), plan.parts),
        (labelled_bank(bank) if bank.is_file() else [], plan.parts),
        (open_sets(plan.data / "open", country_words(words), plan.open_count * plan.epochs, 1), plan.epochs),
    ]
    found = [Pool([e for sample in samples for e in examples(sample, words, pieces)], parts) for samples, parts in sets]
    for pool in found:
        random.Random(1).shuffle(pool.windows)
    return found


def train(plan: Plan) -> None:
    """Trains and writes ``encoder.pt`` after every epoch. Ends the program when the loss is no number any more."""
    torch.manual_seed(1)
    draw, noise = random.Random(1), np.random.default_rng(1)
    taken = pools(plan)
    encoder = trained(plan.weights, plan.resume) if plan.resume else pretrained(plan.weights)
    tuner = optimizer(encoder, plan.rate)
    warm_up = WARM_AGAIN if plan.resume else WARM_UP
    clock = time.monotonic()
    plan.out.mkdir(parents=True, exist_ok=True)
    print("windows:", ", ".join(f"{len(pool.windows)} in {pool.parts}" for pool in taken), flush=True)
    for epoch in range(plan.epochs):
        encoder.train()
        todo = list(batches([window for pool in taken for window in pool.of(epoch)], draw))
        losses: list[float] = []
        done = 0.0
        for step, batch in enumerate(todo):
            done = (epoch + step / len(todo)) / plan.epochs
            if plan.seconds:  # a slow machine comes to its end with the rate brought down in time
                done = max(done, min(1.0, (time.monotonic() - clock) / plan.seconds))
            for group in tuner.param_groups:
                group["lr"] = rate_at(done, warm_up) * plan.rate * group["scale"]
            scores, vectors = encoder(*tensors(batch, noise))
            loss = tag_loss(scores, batch) + pointer_loss(vectors, encoder.nobody, batch)
            tuner.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            tuner.step()
            losses.append(loss.item())
            if step % 20 == 0:
                latest = sum(losses[-20:]) / len(losses[-20:])
                spent = time.monotonic() - clock
                print(f"epoch {epoch + 1} step {step}/{len(todo)} loss {latest:.3f} {spent:.0f} s", flush=True)
            if done >= 1:
                break
        if not math.isfinite(losses[-1]):
            raise SystemExit("the loss is no number any more")
        torch.save(encoder.state_dict(), plan.out / "encoder.pt")
        if done >= 1:
            break


def rate_at(done: float, warm_up: float) -> float:
    """The share of the highest rate after a share of the training: up during the warm-up, then down to nothing."""
    return done / warm_up if done < warm_up else (1 - done) / (1 - warm_up)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--open", type=int, default=3000, help="sentences of the open sets in an epoch")
    parser.add_argument("--stories", type=Path, default=STORIES)
    parser.add_argument("--rate", type=float, default=3e-4, help="the highest learning rate")
    parser.add_argument("--resume", type=Path, help="an encoder.pt to go on from")
    parser.add_argument("--parts", type=int, default=2, help="of how many parts of stories and bank an epoch takes one")
    parser.add_argument("--seconds", type=float, default=0, help="end after this time at the latest")
    given = parser.parse_args()
    train(
        Plan(
            given.data,
            given.weights,
            given.out,
            given.stories,
            given.resume,
            given.rate,
            given.epochs,
            given.open,
            given.parts,
            given.seconds,
        )
    )


if __name__ == "__main__":
    main()
