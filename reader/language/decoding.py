"""From the scores of tags to spans: the best sequence in which a span is begun before it goes on (Viterbi)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reader.language.encoder import Scores
from reader.language.pieces import Window


@dataclass(frozen=True, slots=True)
class Found:
    """A span of words with the number of its kind and how sure its words are, from 0 to 1."""

    first: int
    last: int
    kind: int
    sure: float


def spans(scores: Scores, cut: list[Window]) -> list[Found]:
    """The spans of one head. ``scores`` is words × (1 + 2·kinds): outside, then begin and continue of each kind.

    Windows are decoded by themselves: the scores of two windows know nothing of each other.
    """
    found: list[Found] = []
    for window in cut:
        part = scores[window.first : window.last]
        if (part[:, 0] > -0.01).all():  # nothing here: most windows of rare heads
            continue
        found += _spans(part, best_path(part), window.first)
    return found


def best_path(scores: Scores) -> list[int]:
    """The most probable tags of which each "continue" follows "begin" or "continue" of its own kind."""
    length, tags = scores.shape
    kinds = (tags - 1) // 2
    begins, goes_on = np.arange(kinds) * 2 + 1, np.arange(kinds) * 2 + 2
    back = np.zeros((length, tags), dtype=np.int32)
    best = scores[0].astype(np.float64).copy()
    best[goes_on] = -np.inf
    for i in range(1, length):
        top = int(best.argmax())
        fresh = best[top]
        now = np.empty(tags)
        back[i] = top
        now[0] = fresh
        now[begins] = fresh
        from_begin = best[begins] >= best[goes_on]
        now[goes_on] = np.where(from_begin, best[begins], best[goes_on])
        back[i, goes_on] = np.where(from_begin, begins, goes_on)
        best = now + scores[i]
    path = [int(best.argmax())]
    for i in range(length - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def _spans(scores: Scores, path: list[int], shift: int) -> list[Found]:
    found: list[Found] = []
    i = 0
    while i < len(path):
        if path[i] == 0:
            i += 1
            continue
        kind = (path[i] - 1) // 2
        end = i + 1
        while end < len(path) and path[end] == 2 * kind + 2:
            end += 1
        sure = float(np.exp(np.mean([scores[k, path[k]] for k in range(i, end)])))
        found.append(Found(i + shift, end + shift, kind, sure))
        i = end
    return found
