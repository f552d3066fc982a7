"""Finding the files that tell one story, without a library."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.core.sameness import relation
from reader.core.steps import Failed
from reader.core.tellings import Telling, keys, sought, telling
from reader.services.analyzing import read_paths

PER_KEY = 64
"""With how many of the articles that have a key in common each is compared: those that came last."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which of some files tell one story, and which could not be read."""

    groups: tuple[tuple[str, ...], ...]
    """Paths as they were given; each group has two or more. A file that holds many stories may be in many groups."""
    failures: tuple[Failed, ...]


def group_paths(paths: Iterable[str], today: dt.date) -> Grouped:
    """Finds the files that are copies, updates or corrections of one story; nothing is stored."""
    tellings: list[tuple[str, Telling]] = []
    failures: list[Failed] = []
    # A file is called as it was given; within a folder that was given, as it was found.
    names = {str(Path(path)): path for path in paths}
    for found in read_paths(tuple(names.values()), today):
        name = names.get(found.path, found.path)
        tellings += ((name, telling(article)) for article in found.articles)
        failures += found.failures
    together = _joined([told for _, told in tellings])
    named = (dict.fromkeys(tellings[n][0] for n in part) for part in together)
    return Grouped(tuple(dict.fromkeys(tuple(names) for names in named if len(names) > 1)), tuple(failures))


def _joined(tellings: Sequence[Telling]) -> tuple[tuple[int, ...], ...]:
    """The numbers of the articles that tell one story, as groups of one or more, in order."""
    leader = list(range(len(tellings)))
    holders: dict[int, list[int]] = defaultdict(list)
    for n, told in enumerate(tellings):
        near = {m for key in sought(told) for m in holders[key][-PER_KEY:]}
        for m in sorted(near):
            if _first(leader, m) != _first(leader, n) and relation(told, tellings[m]):
                leader[max(_first(leader, n), _first(leader, m))] = min(_first(leader, n), _first(leader, m))
        for key in keys(told):
            holders[key].append(n)
    parts: dict[int, list[int]] = defaultdict(list)
    for n in range(len(leader)):
        parts[_first(leader, n)].append(n)
    return tuple(map(tuple, parts.values()))


def _first(leader: list[int], n: int) -> int:
    while leader[n] != n:
        n = leader[n]
    return n
