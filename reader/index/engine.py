"""A sealed state of the index, opened: for our executor, and for Whoosh's own searcher."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.index import seal
from reader.index.codec import OurCodec, OurSegment, schema
from reader.index.executor import Executor
from reader.index.quiet import EmptyReader, MultiReader, SegmentReader
from reader.index.segments import Segment
from reader.index.views import Kept, View


class Engine:
    """The segments that are open, and what searches made of them; both go on to serve in the next state."""

    def __init__(self) -> None:
        self._segments: dict[str, Segment] = {}
        self._kept = Kept()

    def open(self, folder: Path, state: seal.Seal) -> Executor:
        """A search of a state. Segments never change, so those of the state before are used again.

        Raises OSError, IndexDamaged.
        """
        old = self._segments
        self._segments = {file.name: old.get(file.name) or Segment(folder / file.name) for file in state.files}
        self._kept.forget(old.keys() - self._segments.keys())
        # Files that are gone are let go of as soon as the last search that reads them has ended.
        return Executor(
            [View(file.name, self._segments[file.name], frozenset(file.deleted), self._kept) for file in state.files]
        )

    def close(self) -> None:
        """Lets go of all files."""
        self._kept.clear()
        for segment in self._segments.values():
            segment.close()
        self._segments.clear()


def whoosh_reader(folder: Path, state: seal.Seal) -> Any:
    """The same state for Whoosh's searcher, which finds the same with the same scores and takes longer.

    Nothing of an older reader is used: forks of Whoosh give segments twice then. Raises OSError, IndexDamaged.
    """
    ours = schema()
    readers = [
        SegmentReader(
            None, ours, OurSegment(file.name, Segment(folder / file.name), frozenset(file.deleted)), codec=OurCodec()
        )
        for file in state.files
    ]
    if not readers:
        return EmptyReader(ours)
    return readers[0] if len(readers) == 1 else MultiReader(readers, state.generation)
