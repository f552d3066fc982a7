"""What is to be taken out of a watched folder, and when: a decision over what was seen, apart from looking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

QUIET = 2.0
"""Seconds for which neither size nor time of a file may change before it is taken in: until then it is growing."""

_PARTIAL = (".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp", ".temp", ".swp", ".!ut", "~")
"""Names under which browsers and editors write what is not whole yet; they rename it when it is."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A file as it lay there when somebody looked."""

    path: str
    size: int
    """Bytes."""
    time: int
    """Of its last change, in ns since 1970."""


@dataclass(frozen=True, slots=True)
class Growing:
    """A new or changed file that is waited for."""

    sight: Sight
    since: float
    """Seconds of a clock that only goes forward, when it was first seen like this."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do after a look."""

    ready: tuple[Sight, ...]
    """To be taken in, in the order in which they were seen."""
    growing: Mapping[str, Growing]
    """To be looked at again, by their paths."""


def decide(sights: Iterable[Sight], growing: Mapping[str, Growing], now: float) -> Decision:
    """Which of the new and changed files are whole, and which still grow, at a moment of the clock of ``growing``.

    An empty file has only been begun; it is waited for as long as it is empty.
    """
    ready: list[Sight] = []
    waiting: dict[str, Growing] = {}
    for sight in sights:
        before = growing.get(sight.path)
        if before is None or before.sight != sight:
            waiting[sight.path] = Growing(sight, now)
        elif sight.size and now - before.since >= QUIET:
            ready.append(sight)
        else:
            waiting[sight.path] = before
    return Decision(tuple(ready), waiting)


def is_whole_name(path: str) -> bool:
    """Whether the name of a file is none of those that programs give to what they are still writing."""
    name = path.replace("\\", "/").rpartition("/")[2].lower()
    return not (name.startswith((".", "~$")) or name.endswith(_PARTIAL))
