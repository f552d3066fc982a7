"""Many texts, a line each, annotated by several children at once. Answers come in order while texts still come."""

from __future__ import annotations

import contextlib
import json
import os
from collections import deque
from collections.abc import Generator
from typing import BinaryIO

from reader.core.reasons import Reason, Trouble
from reader.services.line_up import Answer, Asked, LineUp
from reader.services.lines import done_line, step_in
from reader.services.pipes import LineReader, ready
from reader.services.workers import start_annotator

MOST = 4
"""Children at once; each holds the annotator in memory."""
WORTH_A_CHILD = 60_000
"""Characters that wait before another child is started: about a second's work, as long as its start takes."""


def annotate_lines(source: BinaryIO, most: int | None = None) -> Generator[Answer, None, None]:
    """Answers each line of ``source``, in order, as soon as it is its turn.

    What is taken in and not yet answered is bounded (``line_up.ROOM``); a consumer that rests lets all rest. A text
    whose child dies is answered with a reason, and the others go on. Close the generator to end the children.
    Raises Trouble("cannot-read"), Trouble("no-annotator") or the annotator's own.
    """
    incoming, line_up, team = LineReader(source, "standard input"), LineUp(), _Team(most or min(MOST, cores()))
    try:
        while True:
            team.hand_out(line_up)
            yield from line_up.finished()
            if incoming.ended and line_up.is_empty:
                return
            hears = not incoming.ended and line_up.has_room
            for reader in ready([*team.readers, incoming] if hears else team.readers):
                if reader is incoming:
                    _take_in(incoming, line_up)
                else:
                    team.hear(reader, line_up)
    finally:
        team.end()


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _take_in(incoming: LineReader, line_up: LineUp) -> None:
    for line in incoming.read():
        line_up.add(line)
    if incoming.ended and (rest := incoming.rest()):
        line_up.add(rest)


class _Child:
    """A child with the texts that it works on. It is idle when it has said that it is done; loading is work too."""

    def __init__(self) -> None:
        process = self._process = start_annotator()
        assert process.stdin is not None and process.stdout is not None
        self._input = process.stdin
        self.reader = LineReader(process.stdout, "the annotator")  # type: ignore[arg-type]
        self.works_on: deque[Asked] = deque()
        self.idle = self.loaded = False

    def give(self, batch: list[Asked]) -> None:
        """Hands texts to an idle child. It reads them all before it answers, so neither waits for the other."""
        self.works_on.extend(batch)
        self.idle = False
        with contextlib.suppress(OSError):  # a dead child is noticed where its answers end
            self._input.write(json.dumps([one.text for one in batch]).encode() + b"\n")
            self._input.flush()

    def end(self) -> None:
        """Ends the child whatever it does; it has nothing to save."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._input, self.reader.stream):
            with contextlib.suppress(OSError):  # words that the dead child did not take
                pipe.close()


class _Team:
    """The children: one, and more while much waits."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._children: list[_Child] = []

    @property
    def readers(self) -> list[LineReader]:
        return [child.reader for child in self._children]

    def hand_out(self, line_up: LineUp) -> None:
        """Gives idle children something to do, and starts one where that is worth it."""
        for child in self._children:
            if child.idle and (batch := line_up.take()):
                child.give(batch)
        much = len(self._children) < self._most and line_up.behind_next >= WORTH_A_CHILD
        if line_up.waits and (much or not self._children):
            self._start()

    def _start(self) -> None:
        try:
            self._children.append(_Child())
        except OSError as error:
            self._make_do(error)

    def _make_do(self, error: OSError | None = None) -> None:
        """No further child can be had: those that are there go on alone."""
        self._most = len(self._children)
        if not self._children:
            raise Trouble("no-annotator") from error

    def hear(self, reader: LineReader, line_up: LineUp) -> None:
        """Takes what a child has said; raises Trouble when it cannot load the annotator."""
        child = next(child for child in self._children if child.reader is reader)
        for line in reader.read():
            said = line.decode()
            if said == done_line():
                child.idle = child.loaded = True
                continue
            trouble = step_in(said) if said.startswith('{"step"') else None
            reason = trouble if isinstance(trouble, Reason) else None
            if reason and not child.loaded:
                raise Trouble(reason.code, *reason.args)
            line_up.answer(child.works_on.popleft(), reason or said)
        if reader.ended:
            self._bury(child, line_up)

    def _bury(self, child: _Child, line_up: LineUp) -> None:
        """A child has died: the text that it worked on may be why, and is not tried again; the others are."""
        self._children.remove(child)
        child.end()
        if child.works_on:
            one = child.works_on.popleft()
            line_up.answer(one, Reason("annotator-died", (str(one.number),)))
            line_up.put_back(child.works_on)
        if not child.loaded:
            self._make_do()

    def end(self) -> None:
        """Ends all children."""
        for child in self._children:
            child.end()
