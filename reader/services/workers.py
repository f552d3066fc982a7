"""The worker: the same program as a child, for window and command line alike. The one file that starts processes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Step
from reader.services.lines import ImportJob, Job, PendingJob, RebuildJob, UndoJob, job_line, step_in

FLAG = "--worker"
"""The one argument that makes the program a worker."""
ANNOTATOR = "--annotator"
"""The one argument that makes it a child that annotates, without a library."""

READER = "--reader"
"""The one argument that makes it a child that reads files, without a library."""


def command(*arguments: str) -> list[str]:
    """How this program is started again, from Python or frozen; a folder ``reader`` where we stand is not ours."""
    frozen = getattr(sys, "frozen", False)
    return [sys.executable, *arguments] if frozen else [sys.executable, "-P", "-m", "reader", *arguments]


def environment() -> dict[str, str]:
    """The child's environment: from a checkout it must find our package wherever it is started."""
    home = Path(__file__).resolve().parents[2]
    if getattr(sys, "frozen", False) or home.name == "site-packages":
        return dict(os.environ)
    paths = [str(home), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def open_another(library: Path, paths: Sequence[Path]) -> None:
    """Opens another window, on another library, that lives on by itself; ``paths`` are imported into it first."""
    asked = command("--library", str(library), "open", *map(str, paths))
    quiet: Any = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    subprocess.Popen(asked, env=environment(), start_new_session=True, **quiet)


def start_annotator() -> subprocess.Popen[bytes]:
    """A child that annotates texts: ``worker.annotate`` says what goes in and out. Raises OSError."""
    return _child(ANNOTATOR)


def start_reader() -> subprocess.Popen[bytes]:
    """A child that reads files: ``worker.read`` says what goes in and out. Raises OSError."""
    return _child(READER)


def _child(flag: str, **how: Any) -> subprocess.Popen[Any]:
    # A child of a windowed program must not open a console of its own.
    how["creationflags"] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(command(flag), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment(), **how)


class Worker:
    """A child process that does jobs one after the other. ``stop`` may be called from any thread."""

    def __init__(self, library: Path) -> None:
        self._library = library.absolute()
        self._child: subprocess.Popen[str] | None = None
        self._stopped = False

    @property
    def pid(self) -> int | None:
        """The number of the child process while there is one."""
        return self._child.pid if self._child else None

    def run(self, job: Job) -> Iterator[Step]:
        """Does a job; a step a line. Ends quietly when stopped; raises Trouble for what the worker cannot do."""
        self._stopped = False
        child = self._child = self._child or self._start()
        assert child.stdin is not None and child.stdout is not None
        try:
            child.stdin.write(job_line(str(self._library), job) + "\n")
            child.stdin.flush()
            for line in child.stdout:
                step = step_in(line)
                if step is None:
                    return
                if isinstance(step, Reason):
                    raise Trouble(step.code, *step.args)
                yield step
        except OSError as error:
            if not self._stopped:
                raise Trouble("worker-died") from error
        finally:
            self._forget_dead()
        if not self._stopped:
            raise Trouble("worker-died")

    def _start(self) -> subprocess.Popen[str]:
        return _child(FLAG, encoding="utf-8", bufsize=1)

    def _forget_dead(self) -> None:
        child = self._child
        if child is not None and (self._stopped or child.poll() is not None):
            self._child = None
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with contextlib.suppress(OSError):  # words that the dead child did not take
                    if pipe:
                        pipe.close()

    def stop(self) -> None:
        """Kills the child at once; what it reported is kept, and the queue says what is left."""
        self._stopped = True
        if child := self._child:
            child.kill()

    def close(self) -> None:
        """Lets the child end; to be called when no job runs."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin:
            child.stdin.close()
        try:
            child.wait(timeout=2)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdout:
            child.stdout.close()


__all__ = ["ImportJob", "Job", "PendingJob", "RebuildJob", "UndoJob", "Worker", "command", "start_annotator"]
