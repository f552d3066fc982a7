"""From arguments to an exit code. The command line's barrier against our own mistakes is here."""

from __future__ import annotations

import io
import logging
import sys
from argparse import Namespace
from collections.abc import Callable

from reader.cli.output import Output
from reader.core.reasons import Reason, Trouble


def run(asked: Namespace) -> int:
    """Does a verb and returns the exit code: 0 done, 1 some of it failed, 2 it could not be started."""
    return guarded(asked, _verb)


def guarded(asked: Namespace, verb: Callable[[Namespace, Output], int]) -> int:
    """Does a verb behind the barrier: whatever happens is told in one line and an exit code."""
    out = Output(asked.json)
    for stream in (sys.stdout, sys.stderr):
        # A name that is no text must not stop a report of five hundred files. Its escapes are those of JSON as well.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = verb(asked, out)
        out.flush()
        return code
    except Trouble as trouble:
        out.trouble(trouble.reason)
        return 2
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 1
    except Exception as error:  # barrier: the command line
        logging.getLogger("dateline.cli").exception("the verb %s failed", asked.verb)
        out.trouble(Reason("own-mistake", (f"{type(error).__name__}: {error}",)))
        return 2


def _verb(asked: Namespace, out: Output) -> int:
    """What the verbs need is imported with them: a fifth of a second that reading one small file has not to spend."""
    if asked.verb == "group":
        from reader.cli import grouping

        return grouping.group(asked, out)
    if asked.verb in ("read", "analyze"):
        from reader.cli import reading

        return reading.read(asked, out) if asked.verb == "read" else reading.analyze(asked, out)
    from reader.cli.with_library import do

    return do(asked, out)
