"""Reading in a child process with limits on time and memory: no file can hold up or bring down the program."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar, cast

from reader import ingest
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.services.pipes import LineReader, ready
from reader.services.reading_lines import Again, Answer, Ended, again_line, answer_in, hints_line, path_line
from reader.services.workers import start_reader

PATIENCE = 45.0
"""Seconds without an answer after which a file is given up. The largest that the gate lets in takes half of it."""
AHEAD = 4
"""Files that the child may know of beside the one it reads: it works while the articles before are stored."""
MOST = 2000
"""Files after which a child makes room for a new one, so that what the libraries keep in memory stays small."""


Given = TypeVar("Given", Path, Again)
"""What is to be read: the path of a file, or an original that the library keeps."""
Answers = Generator[tuple[Given, tuple[Answer, ...], bool], None, None]
"""(what was to be read, answers that have come, whether it is read to its end)."""


def read_guarded(given: Iterable[Given], hints: ingest.Hints, ahead: int = AHEAD) -> Answers[Given]:
    """What files or originals give, in their order, as it comes.

    What one gave before it had to be given up is kept; a ``Failed`` says why it ended. Close the generator to end the
    child. Originals travel whole: with ``ahead`` above 0 the child could wait for us to hear it while we wait for it to
    take one. Raises Trouble("no-reader") when no child can be started.
    """
    child = _Child[Given](hints, ahead)
    waiting = iter(given)
    try:
        while child.take_from(waiting):
            one = child.reads
            answers, ended = child.hear()
            if answers or ended:
                yield one, answers, ended
            if child.is_spent:
                child = child.successor()
    finally:
        child.end()


class _Child(Generic[Given]):
    """A child with what it was told of, the one that it reads first."""

    def __init__(self, hints: ingest.Hints, ahead: int, todo: Iterable[Given] = ()) -> None:
        try:
            process = self._process = start_reader()
        except OSError as error:
            raise Trouble("no-reader") from error
        self._hints, self._ahead, self._given, self._broken = hints, ahead, 0, False
        self._input = cast(BinaryIO, process.stdin)
        self._answers = LineReader(cast(BinaryIO, process.stdout), "the reader")
        self._todo: deque[Given] = deque()
        self._say(hints_line(hints))
        for one in todo:
            self._give(one)

    @property
    def reads(self) -> Given:
        """That of which the answers come next."""
        return self._todo[0]

    @property
    def is_spent(self) -> bool:
        """Whether another child has to take over."""
        return self._broken or (self._given >= MOST and not self._todo)

    def take_from(self, waiting: Iterator[Given]) -> bool:
        """Hands out as much as the child may look ahead; False when nothing is left to wait for."""
        while len(self._todo) <= self._ahead and self._given < MOST:
            one = next(waiting, None)
            if one is None:
                break
            self._give(one)
        return bool(self._todo)

    def hear(self) -> tuple[tuple[Answer, ...], bool]:
        """The answers about the first file that have come by now, and whether it has ended."""
        if not self._answers.kept and not ready([self._answers], PATIENCE):
            return (self._give_up("too-slow"),), True
        answers: list[Answer] = []
        for line in self._answers.take():
            answer = answer_in(line)
            if isinstance(answer, Ended):
                self._todo.popleft()
                return tuple(answers), True
            if not isinstance(answer, ingest.Passed):  # it has said all by coming: the child is not stuck
                answers.append(answer)
        if self._answers.ended:
            return (*answers, self._give_up("reader-died")), True
        return tuple(answers), False

    def successor(self) -> _Child[Given]:
        """A new child that goes on with what this one was told of and had not read."""
        self.end()
        return _Child(self._hints, self._ahead, self._todo)

    def _give_up(self, code: str) -> Failed:
        one = self._todo.popleft()
        path = str(one) if isinstance(one, Path) else one.origin.path
        self._broken = True
        return Failed(path, Reason(code, (path,)))

    def _give(self, one: Given) -> None:
        self._todo.append(one)
        self._given += 1
        self._say(path_line(str(one)) if isinstance(one, Path) else again_line(one))

    def _say(self, line: str) -> None:
        with contextlib.suppress(OSError):  # a dead child is noticed where its answers end
            self._input.write(line.encode("ascii") + b"\n")
            self._input.flush()

    def end(self) -> None:
        """Ends the child whatever it does; it has nothing to save."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._input, self._answers.stream):
            with contextlib.suppress(OSError):  # words that the dead child did not take
                pipe.close()
