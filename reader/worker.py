"""The worker process: a job a line on standard input, a step a line on its output. It may be killed at any line."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path
from typing import TextIO

from reader.core.reasons import Reason, Trouble
from reader.services.lines import done_line, job_in, step_line, trouble_line
from reader.services.working import work


def main() -> int:
    """Works until standard input ends."""
    # Ctrl+C reaches every process of a terminal; the parent decides what to do about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Parsers of strange files print; only steps may reach standard output.
    steps, sys.stdout = sys.stdout, sys.stderr
    for stream in (sys.stdin, steps):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in sys.stdin:
        _do(line, steps)
    return 0


def _do(line: str, steps: TextIO) -> None:
    try:
        folder, job = job_in(line)
        for step in work(Path(folder), job):
            _say(step_line(step), steps)
        _say(done_line(), steps)
    except Trouble as trouble:
        _say(trouble_line(trouble.reason), steps)
    except BrokenPipeError:
        raise SystemExit(0) from None
    except Exception as error:  # barrier: the worker
        logging.getLogger("dateline.worker").exception("a job failed")
        _say(trouble_line(_reason(error)), steps)


def _reason(error: Exception) -> Reason:
    full = isinstance(error, OSError) and error.errno == 28
    return Reason("disk-full") if full else Reason("own-mistake", (f"{type(error).__name__}: {error}",))


def _say(line: str, steps: TextIO) -> None:
    steps.write(line + "\n")
    steps.flush()
