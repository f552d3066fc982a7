"""The worker: the same program as a child, for window and command line alike. The one file that starts processes."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Step
from reader.services.lines import ImportJob, Job, PendingJob, RebuildJob, job_line, step_in

FLAG = "--worker"
"""The one argument that makes the program a worker."""


def command() -> list[str]:
    """How the worker is started, from Python or from a frozen program."""
    return [sys.executable, FLAG] if getattr(sys, "frozen", False) else [sys.executable, "-m", "reader", FLAG]


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
        # A child of a windowed program must not open a console of its own.
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        return subprocess.Popen(
            command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1, creationflags=flags
        )

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


__all__ = ["ImportJob", "Job", "PendingJob", "RebuildJob", "Worker", "command"]
