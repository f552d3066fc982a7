"""From the scores of tags to spans: the best sequence in which a span is begun before it goes on (Viterbi)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from reader.language.encoder import Scores
from reader.language.pieces import Window

_QUIET = math.log(0.985)
"""A word that is outside with this logarithm of a probability parts the words around it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A span of words with the number of its kind and how sure its words are, from 0 to 1."""

    first: int
    last: int
    kind: int
    sure: float


def spans(scores: Scores, cut: list[Window], outside: float = 0.0) -> list[Found]:
    """The spans of one head. ``scores`` is words × (1 + 2·kinds): outside, then begin and continue of each kind.

    Windows are decoded by themselves: the scores of two windows know nothing of each other. ``outside`` is added to the
    score of being outside: above 0 fewer spans are found, and surer ones.
    """
    if outside:
        scores = scores.copy()
        scores[:, 0] += outside
    found: list[Found] = []
    loud = (scores[:, 0] < _QUIET).nonzero()[0]
    edges = {window.first for window in cut}
    for first, last in stretches(loud.tolist(), edges):
        rows = scores[first:last].tolist()
        path = best_path(rows)
        found += _spans(rows, path, first)
    return found


def stretches(loud: list[int], edges: set[int]) -> list[tuple[int, int]]:
    """Runs of neighbours among words in order, parted at the edges of windows."""
    found: list[tuple[int, int]] = []
    for i in loud:
        if found and found[-1][1] == i and i not in edges:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def best_path(rows: list[list[float]]) -> list[int]:
    """The most probable tags of which each "continue" follows "begin" or "continue" of its own kind."""
    if len(rows) == 1:  # half of all stretches
        row = rows[0]
        return [max(range(len(row)), key=lambda tag: row[tag] if tag % 2 or not tag else -math.inf)]
    kinds = range((len(rows[0]) - 1) // 2)
    best = list(rows[0])
    for kind in kinds:
        best[2 * kind + 2] = -math.inf
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(range(len(best)), key=best.__getitem__)
        from_here = [top] * len(best)
        fresh = best[top]
        now = [fresh + score for score in row]
        for kind in kinds:
            begin, goes_on = best[2 * kind + 1], best[2 * kind + 2]
            now[2 * kind + 2] = row[2 * kind + 2] + (begin if begin >= goes_on else goes_on)
            from_here[2 * kind + 2] = 2 * kind + 1 if begin >= goes_on else 2 * kind + 2
        best = now
        back.append(from_here)
    path = [max(range(len(best)), key=best.__getitem__)]
    for from_here in reversed(back):
        path.append(from_here[path[-1]])
    return path[::-1]


def _spans(rows: list[list[float]], path: list[int], shift: int) -> list[Found]:
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
        sure = math.exp(sum(rows[k][path[k]] for k in range(i, end)) / (end - i))
        found.append(Found(i + shift, end + shift, kind, sure))
        i = end
    return found
