"""The log of what went wrong, and the hook that writes down a mistake of ours before the program ends."""

from __future__ import annotations

import datetime as dt
import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

import reader

LARGEST = 1_000_000
"""Bytes after which a log is put aside at the next start; a running program stops writing at four times as many."""
KEPT = 5
"""How many old logs and how many reports of crashes are kept."""
LINE = "%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"


class _Bounded(logging.FileHandler):
    """A file that a loop of errors cannot fill the disk with. What cannot be written is left unwritten."""

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self.stream is None or self.stream.tell() < 4 * LARGEST:
                super().emit(record)
        except OSError:  # the file cannot even be opened
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name that logging calls
        """Keeps silent: what went wrong is told where it happened, and standard error is for that one line."""


class _Spoken(logging.StreamHandler[TextIO]):
    """Standard error, for the topics that were asked for."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name that logging calls
        """Keeps silent: there is no other place to complain at."""


def set_up(folder: Path, topics: Iterable[str] = (), name: str = "dateline") -> None:
    """Writes warnings and errors to ``folder/NAME.log``, and all that the topics say to standard error as well.

    A topic is the name of a logger below "dateline" ("jobs", "worker"). A folder that cannot be written is no reason
    not to start.
    """
    root = logging.getLogger("dateline")
    root.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make_room(folder, name)
        _add(root, _Bounded(folder / f"{name}.log", encoding="utf-8", errors="backslashreplace", delay=True))
    except OSError:
        _add(root, logging.NullHandler())
    for topic in topics:
        logger = logging.getLogger(f"dateline.{topic}")
        logger.setLevel(logging.DEBUG)
        _add(logger, _Spoken())


def catch_crashes(folder: Path, tell: Callable[[Path], None] | None = None) -> None:
    """Writes every exception that nobody caught, in any thread, to a report in ``folder``; then ``tell`` gets its path.

    A crash below Python (a fault in a C library) leaves its stack in ``folder/fault.txt``.
    """

    def caught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        report = write_report(folder, "".join(traceback.format_exception(kind, error, trace)))
        logging.getLogger("dateline").error("a mistake of ours (%s), see %s", kind.__name__, report)
        if report and tell:
            tell(report)

    sys.excepthook = caught
    threading.excepthook = lambda args: caught(args.exc_type, args.exc_value, args.exc_traceback)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((folder / "fault.txt").open("a", encoding="utf-8"))
    except OSError:
        faulthandler.enable()


def write_report(folder: Path, trace: str) -> Path | None:
    """Writes the report of one mistake and returns its path, or None where it cannot be written."""
    now = dt.datetime.now()
    file = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    facts = (
        f"Dateline {reader.__version__}, Python {platform.python_version()}, {platform.platform()}, {now.isoformat()}"
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{facts}\n\n{trace}", encoding="utf-8", errors="backslashreplace")
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return file


def _add(logger: logging.Logger, handler: logging.Handler) -> None:
    handler.setFormatter(logging.Formatter(LINE))
    logger.addHandler(handler)


def _make_room(folder: Path, name: str) -> None:
    """Puts a large log aside as NAME.1.log, the one before as NAME.2.log and so on."""
    log = folder / f"{name}.log"
    if not log.exists() or log.stat().st_size < LARGEST:
        return
    for number in range(KEPT - 1, 0, -1):
        older = folder / f"{name}.{number}.log"
        if older.exists():
            older.replace(folder / f"{name}.{number + 1}.log")
    log.replace(folder / f"{name}.1.log")
