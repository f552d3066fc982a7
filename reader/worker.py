"""The processes behind window and command line. They talk in lines, and may be killed at any line."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import logging
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.services.lines import done_line, job_in, step_line, trouble_line
from reader.services.reading_lines import Again, Ended, TableQuestion, answer_line, asked_in

if TYPE_CHECKING:
    from reader.ingest import Hints
    from reader.language import Annotator

MEMORY = 2 << 30
"""Bytes of address space of a child that reads; the largest page that the gate lets in takes a fifth of it."""


def main() -> int:
    """Works on libraries until standard input ends: a job a line comes in, a step a line goes out."""
    steps = _begin()
    for line in sys.stdin:
        _do(line, steps)
    return 0


def annotate() -> int:
    """Annotates until standard input ends: a list of texts a line comes in, an answer a line goes out for each text.

    A done line follows when all of a list are answered, and comes first when the annotator is loaded.
    """
    from reader.language import load  # here, since children that read need no annotator

    steps = _begin()
    try:
        by = load()
    except Trouble as trouble:
        _say(trouble_line(trouble.reason), steps)
        return 1
    except Exception as error:  # barrier: the worker
        logging.getLogger("dateline.worker").exception("the annotator could not be loaded")
        _say(trouble_line(_reason(error)), steps)
        return 1
    _say(done_line(), steps)
    for line in sys.stdin:
        for text in json.loads(line):
            _say(_annotated(by, text), steps)
        _say(done_line(), steps)
    return 0


def read() -> int:
    """Reads until standard input ends: hints, a path or an original a line comes in, the answers about each go out."""
    from reader.ingest import Hints

    steps = _begin()
    _limit_memory()
    hints = Hints(dt.date.min)
    for line in sys.stdin:
        asked = asked_in(line)
        if isinstance(asked, Hints):
            hints = asked
        elif isinstance(asked, TableQuestion):
            _show_table(asked, steps)
        else:
            _read(asked, hints, steps)
    return 0


def _read(asked: str | Again, hints: Hints, steps: TextIO) -> None:
    from reader import ingest

    path = asked.origin.path if isinstance(asked, Again) else asked
    try:
        read = ingest.read_kept(asked.kept(), hints) if isinstance(asked, Again) else ingest.read(Path(path), hints)
        for found in read:
            _say(answer_line(found), steps)
    except Trouble as trouble:
        _say(answer_line(Failed(path, trouble.reason)), steps)
    except MemoryError:
        _say(answer_line(Failed(path, Reason("too-much-memory", (path,)))), steps)
    except Exception as error:  # barrier: one file
        logging.getLogger("dateline.worker").exception("a file could not be read")
        _say(answer_line(Failed(path, _reason(error))), steps)
    _say(answer_line(Ended()), steps)


def _show_table(question: TableQuestion, steps: TextIO) -> None:
    from reader.services.tables import answer

    try:
        _say(answer(question), steps)
    except Trouble as trouble:
        _say(trouble_line(trouble.reason), steps)
    except MemoryError:
        _say(trouble_line(Reason("too-much-memory", (question.path,))), steps)
    except Exception as error:  # barrier: one file
        logging.getLogger("dateline.worker").exception("a table could not be shown")
        _say(trouble_line(_reason(error)), steps)


def _limit_memory() -> None:
    """A file that unpacks to more than any honest one ends in a MemoryError, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def _begin() -> TextIO:
    """Gets the streams ready and returns the one for steps."""
    # Ctrl+C reaches every process of a terminal; the parent decides what to do about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Parsers of strange files print; only steps may reach standard output.
    steps, sys.stdout = sys.stdout, sys.stderr
    for stream in (sys.stdin, steps):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    return steps


def _annotated(by: Annotator, text: str) -> str:
    from reader.cli.shapes import annotated
    from reader.language.english import language_of

    try:
        return json.dumps({"language": language_of(text), **annotated(text, by.annotate(text, ()))})
    except Exception as error:  # barrier: one text
        logging.getLogger("dateline.worker").exception("a text could not be annotated")
        return trouble_line(_reason(error))


def _do(line: str, steps: TextIO) -> None:
    from reader.services.working import work  # here, since children that only annotate need no library

    try:
        folder, job = job_in(line)
        for step in work(Path(folder), job):
            _say(step_line(step), steps)
        _say(done_line(), steps)
    except Trouble as trouble:
        _say(trouble_line(trouble.reason), steps)
    except Exception as error:  # barrier: the worker
        logging.getLogger("dateline.worker").exception("a job failed")
        _say(trouble_line(_reason(error)), steps)


def _reason(error: Exception) -> Reason:
    full = isinstance(error, OSError) and error.errno == 28
    return Reason("disk-full") if full else Reason("own-mistake", (f"{type(error).__name__}: {error}",))


def _say(line: str, steps: TextIO) -> None:
    try:
        steps.write(line + "\n")
        steps.flush()
    except BrokenPipeError:  # the parent is gone
        raise SystemExit(0) from None
