"""The barrier around one entry, row or message: a mistake in one never loses the others of its file."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TypeVar

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.gate import reason_of_mistake
from reader.ingest.original import Original

Step = TypeVar("Step")


def guarded(part: Original, steps: Iterator[Step]) -> Iterator[Step | Failed]:
    """What is read of one part of a file; what keeps the rest of it from being read is a ``Failed`` of its own."""
    try:
        yield from steps
    except Trouble as trouble:
        yield Failed(part.path, trouble.reason, member=part.member)
    except MemoryError:
        yield Failed(part.path, Reason("too-much-memory", (f"{part.path}/{part.member}",)), member=part.member)
    except Exception as error:  # barrier: one entry
        logging.getLogger("dateline.ingest").exception("an entry could not be read")
        yield Failed(part.path, reason_of_mistake(error), member=part.member)
