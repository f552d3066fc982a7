"""The index: where words, phrases and entities stand, derived from the store and made anew when in doubt.

Whoosh itself is loaded when an index is first opened or made, never with the program.
"""

from __future__ import annotations

from reader.index.documents import UNBOUNDED, Answer, Bounds, Document, IndexBusy, IndexDamaged, Names, Stopped
from reader.index.folder import Index
from reader.index.places import find_hits, snippet
from reader.index.written import stands_near

__all__ = [
    "UNBOUNDED", "Answer", "Bounds", "Document", "Index", "IndexBusy", "IndexDamaged", "Names", "Stopped", "find_hits",
    "snippet", "stands_near",
]  # fmt: skip
