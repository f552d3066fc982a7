"""The one file that starts threads: questions to the library, changes to it, and the steps of the worker.

A lane is a thread with its own ``Library``. Questions run on two lanes, so that a slow search never holds up an
article; changes run on one, in order. Answers come back to the window's thread. What goes wrong in a lane stops here:
trouble that the world sends goes to whoever asked, a mistake of ours is written down once and reported.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Step

if TYPE_CHECKING:  # it brings the search engine along, which the first paint does not wait for
    from reader.services.library import Library

T = TypeVar("T")
Answer = Callable[[Any], None]
Refusal = Callable[[Reason], None]
LOG = logging.getLogger("dateline.jobs")
QUESTION_LANES = 2
PATIENCE = 5.0
"""Seconds that closing waits for a lane that is in the middle of something."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done with a library, and who wants to hear of it. Without a topic nothing replaces it."""

    topic: str
    ticket: int
    work: Callable[[Library], Any]
    answer: Answer | None
    refused: Refusal | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: a value, a reason why there is none, or neither where the mistake was ours."""

    task: Task
    begun: int
    """Which lanes it came from: each time they are begun anew they get another number."""
    value: Any = None
    reason: Reason | None = None
    mistake: str = ""


class Queue:
    """Tasks that wait. A newer question of a topic takes the place of an older one; changes are never replaced."""

    def __init__(self) -> None:
        self._waiting: deque[Task] = deque()
        self._changed = threading.Condition()
        self._closed = False

    def put(self, task: Task) -> None:
        """Adds a task; an older one of the same topic is dropped."""
        with self._changed:
            if task.topic:
                self._waiting = deque(other for other in self._waiting if other.topic != task.topic)
            self._waiting.append(task)
            self._changed.notify()

    def take(self) -> Task | None:
        """The next task, waited for; None when the queue was closed and all that had to be done is done."""
        with self._changed:
            while not self._waiting and not self._closed:
                self._changed.wait()
            return self._waiting.popleft() if self._waiting else None

    def close(self, *, finish: bool) -> None:
        """Ends the queue; with ``finish`` what waits is still handed out."""
        with self._changed:
            self._closed = True
            if not finish:
                self._waiting.clear()
            self._changed.notify_all()


class Jobs(QObject):
    """Everything the window does away from its own thread. Used from the window's thread alone."""

    refused = Signal(object)
    """A ``Reason`` that nobody else wanted to hear."""
    failed = Signal(object)
    """The words of a mistake of ours."""
    _came = Signal(object)
    _stepped = Signal(object)

    def __init__(self, open_library: Callable[[], Library], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_library = open_library
        self._tickets: dict[str, int] = {}
        self._runs: list[Run] = []
        self._came.connect(self._deliver)
        self._stepped.connect(self._deliver_steps)
        self._begun = 0
        self._begin_lanes()
        self._closed = False

    def ask(
        self,
        topic: str,
        question: Callable[[Library], T],
        answer: Callable[[T], None],
        failed: Refusal | None = None,
    ) -> None:
        """Asks a question. The answers of older questions of the same topic are dropped, whenever they come.

        Without a topic every answer is wanted.
        """
        self._questions.put(Task(topic, self._next_ticket(topic), question, answer, failed))

    def forget(self, topic: str) -> None:
        """Nobody wants the answers of a topic any more."""
        self._next_ticket(topic)

    def change(
        self,
        change: Callable[[Library], T],
        answer: Callable[[T], None] | None = None,
        failed: Refusal | None = None,
    ) -> None:
        """Changes the library; changes are done one after the other, in the order in which they were given."""
        self._changes.put(Task("", 0, change, answer, failed))

    def listen(
        self,
        steps: Callable[[], Iterable[Step]],
        took: Callable[[tuple[Step, ...]], None],
        ended: Callable[[Reason | None], None],
    ) -> None:
        """Follows long work: ``took`` gets its steps in handfuls, ``ended`` the reason why it stopped early, if any."""
        run = Run(steps, took, ended, self._stepped.emit)
        self._runs.append(run)
        run.thread.start()

    def close(self) -> None:
        """Finishes the changes, drops the questions and waits for the lanes. Answers are delivered no more."""
        if self._closed:
            return
        self._closed = True
        self._end_lanes()

    def let_go(self) -> None:
        """Closes the library, so that another can be put in its place; it is opened again for the next question.

        Runs have to be stopped before. What was asked for until now is answered no more.
        """
        self._end_lanes()
        self._begin_lanes()

    def _begin_lanes(self) -> None:
        self._begun += 1
        self._questions, self._changes = Queue(), Queue()
        self._lanes = [self._lane(self._questions, f"questions-{n}") for n in range(1, QUESTION_LANES + 1)]
        self._lanes.append(self._lane(self._changes, "changes"))

    def _end_lanes(self) -> None:
        self._questions.close(finish=False)
        self._changes.close(finish=True)
        for thread in (*self._lanes, *(run.thread for run in self._runs)):
            thread.join(PATIENCE)

    # in the window's thread

    def _next_ticket(self, topic: str) -> int:
        if not topic:
            return 0
        self._tickets[topic] = self._tickets.get(topic, 0) + 1
        return self._tickets[topic]

    @Slot(object)
    def _deliver(self, outcome: Outcome) -> None:
        task = outcome.task
        if self._closed or outcome.begun != self._begun or (task.topic and self._tickets[task.topic] != task.ticket):
            return
        if outcome.mistake:
            self.failed.emit(outcome.mistake)
        elif outcome.reason is not None:
            (task.refused or self.refused.emit)(outcome.reason)
        elif task.answer is not None:
            task.answer(outcome.value)

    @Slot(object)
    def _deliver_steps(self, run: Run) -> None:
        taken = run.take()
        if self._closed:
            return
        if taken:
            run.took(taken)
        if run.over and run in self._runs:
            self._runs.remove(run)
            if run.mistake:
                self.failed.emit(run.mistake)
            run.ended(run.reason)

    # in a lane

    def _lane(self, queue: Queue, name: str) -> threading.Thread:
        thread = threading.Thread(target=self._work, args=(queue, self._begun), name=name, daemon=True)
        thread.start()
        return thread

    def _work(self, queue: Queue, begun: int) -> None:
        library: Library | None = None
        while (task := queue.take()) is not None:
            try:
                library = library or self._open_library()
                outcome = Outcome(task, begun, value=task.work(library))
            except Trouble as trouble:
                outcome = Outcome(task, begun, reason=trouble.reason)
            except Exception as mistake:  # the barrier of the job runner: written down once, shown as a report
                LOG.exception("a job failed: %s", task.topic or "change")
                outcome = Outcome(task, begun, mistake=f"{type(mistake).__name__}: {mistake}")
            self._came.emit(outcome)
        if library is not None:
            library.close()


class Run:
    """Long work that is being followed. Its thread fills a basket; the window's thread empties it."""

    def __init__(
        self,
        steps: Callable[[], Iterable[Step]],
        took: Callable[[tuple[Step, ...]], None],
        ended: Callable[[Reason | None], None],
        call: Callable[[Run], None],
    ) -> None:
        self.took = took
        self.ended = ended
        self.over = False
        self.reason: Reason | None = None
        self.mistake = ""
        self.thread = threading.Thread(target=self._follow, args=(steps, call), name="run", daemon=True)
        self._basket: list[Step] = []
        self._lock = threading.Lock()

    def take(self) -> tuple[Step, ...]:
        """The steps that came since the last time."""
        with self._lock:
            taken, self._basket = tuple(self._basket), []
        return taken

    def _follow(self, steps: Callable[[], Iterable[Step]], call: Callable[[Run], None]) -> None:
        try:
            for step in steps():
                with self._lock:
                    self._basket.append(step)
                    first = len(self._basket) == 1
                if first:  # one call for a whole handful
                    call(self)
        except Trouble as trouble:
            self.reason = trouble.reason
        except Exception as mistake:  # the same barrier, for the thread that listens
            LOG.exception("a run failed")
            self.mistake = f"{type(mistake).__name__}: {mistake}"
        self.over = True
        call(self)
