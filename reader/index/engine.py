"""A sealed state of the index as Whoosh reads it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.index import seal
from reader.index.codec import OurCodec, OurSegment, schema
from reader.index.quiet import EmptyReader, MultiReader, SegmentReader
from reader.index.segments import Segment


def reader(folder: Path, state: seal.Seal, opened: dict[str, Segment]) -> Any:
    """A reader of a state. ``opened`` holds the segments of the state before, which never change; it gets the new ones.

    Nothing else of an older reader is used: forks of Whoosh give segments twice then. Raises OSError, IndexDamaged.
    """
    known = {file.name: opened.get(file.name) or Segment(folder / file.name) for file in state.files}
    opened.clear()
    opened |= known
    ours = schema()
    readers = [
        SegmentReader(None, ours, OurSegment(file.name, known[file.name], frozenset(file.deleted)), codec=OurCodec())
        for file in state.files
    ]
    if not readers:
        return EmptyReader(ours)
    return readers[0] if len(readers) == 1 else MultiReader(readers, state.generation)
