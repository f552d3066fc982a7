"""Reading one file: the gate, then the parser of its format, then what an archive holds, one member after another."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.formats import OTHER_PACKINGS, format_of
from reader.ingest.gate import Unpacked, admit, limit_of_total, reason_of, reason_of_mistake
from reader.ingest.original import DEEPEST, Feed, Found, Hints, Original, Parsed, Passed, Read
from reader.ingest.parsers import parser_of

# What a page among thousands of a crawl may be without being a loss.
_NO_LOSS = frozenset({"no-article", "no-text-in-pdf", "binary", "unsupported", "empty", "damaged-html", "damaged"})


def read(path: Path, hints: Hints) -> Iterator[Read]:
    """The articles and feeds of one file, and a ``Failed`` for whatever could not be read; never nothing at all.

    Never raises for what a file holds: one bad entry or member does not lose the good ones.
    """
    admitted = admit(path)
    if isinstance(admitted, Reason):
        yield Failed(str(path), admitted)
    else:
        yield from read_original(admitted, hints)


def read_original(original: Original, hints: Hints, unpacked: Unpacked | None = None) -> Iterator[Read]:
    """What is in bytes that passed the gate; never nothing at all, and no more than ``Passed`` where they are optional.

    ``unpacked`` counts what comes out of one file, whatever lies in whatever; it is made for the outermost one.
    """
    nothing = True
    try:
        unpacked = unpacked or Unpacked(limit_of_total(original))
        for found in _parsed(original, hints):
            if isinstance(found, Original) and not unpacked.take(len(found.data)):
                raise Trouble("bomb", _name(original))
            for step in read_original(found, hints, unpacked) if isinstance(found, Original) else (found,):
                nothing = nothing and isinstance(step, Passed)
                yield step
    except Trouble as trouble:
        yield from _failed(original, trouble.reason)
        return
    except MemoryError:
        yield from _failed(original, Reason("too-much-memory", (_name(original),)))
        return
    except Exception as error:  # barrier: one member
        # Bytes in memory cannot be missing: then it is a file of ours, or of a library, that is not where it should be.
        if isinstance(error, OSError) and original.file is not None:
            yield from _failed(original, reason_of(error, Path(original.path)))
            return
        logging.getLogger("dateline.ingest").exception("a file or a member of one could not be read")
        yield from _failed(original, reason_of_mistake(error))
        return
    if nothing:
        yield from _failed(original, Reason("no-article", (_name(original),)))


def member_of(original: Original, member: str, hints: Hints, unpacked: Unpacked | None = None) -> Original | None:
    """What lies in an archive under a name, "/" between archives that lie in one another; None where nothing does.

    Raises Trouble and OSError where the archive cannot be read so far.
    """
    unpacked = unpacked or Unpacked(limit_of_total(original))
    for found in _parsed(original, hints):
        if not isinstance(found, Original):
            continue
        if not unpacked.take(len(found.data)):
            raise Trouble("bomb", _name(original))
        if found.member == member:
            return found
        inside = f"{found.member}/"
        if member.startswith(inside) and (inner := member_of(found, member, hints, unpacked)) is not None:
            return inner
    return None


def _failed(original: Original, reason: Reason) -> Iterator[Failed | Passed]:
    is_loss = not (original.optional and reason.code in _NO_LOSS)
    yield Failed(original.path, reason, member=original.member) if is_loss else Passed()


def _parsed(original: Original, hints: Hints) -> Parsed:
    if original.depth > DEEPEST:
        raise Trouble("too-deep", _name(original))
    name = format_of(original)
    from reader.ingest.guessed import may_be_text, or_text

    if may_be_text(original, name):
        return or_text(_late(name, original, hints), original, hints)
    return _by_format(name, original, hints)


def _late(name: str, original: Original, hints: Hints) -> Parsed:
    yield from _by_format(name, original, hints)


def _by_format(name: str, original: Original, hints: Hints) -> Parsed:
    found = parser_of(name, original, hints)
    if found is None:
        raise Trouble("other-packing" if name in OTHER_PACKINGS else "unsupported", _name(original), name)
    return found


def _name(original: Original) -> str:
    return f"{original.path}/{original.member}" if original.member else original.path


__all__ = ["Feed", "Found", "Hints", "Passed", "member_of", "read", "read_original"]
