"""Tests of the lanes: newest question wins, changes keep their order, trouble and mistakes stay apart."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

import pytest
from pytestqt.qtbot import QtBot

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Progress, Step
from reader.gui.jobs import Jobs

if TYPE_CHECKING:
    from reader.services.library import Library

WAIT = 5000


class FakeLibrary:
    """Knows which thread opened it."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.closed_in = 0

    def close(self) -> None:
        self.closed_in = threading.get_ident()


@pytest.fixture
def libraries() -> list[FakeLibrary]:
    return []


@pytest.fixture
def jobs(qtbot: QtBot, libraries: list[FakeLibrary]) -> Iterator[Jobs]:
    def open_library() -> Library:
        libraries.append(FakeLibrary())
        return cast("Library", libraries[-1])

    made = Jobs(open_library)
    yield made
    made.close()


def same_thread(library: Library) -> bool:
    return cast(Any, library).thread == threading.get_ident()


def test_a_question_is_answered_in_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[tuple[bool, int]] = []
    jobs.ask("list", same_thread, lambda same: heard.append((same, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT)
    assert heard == [(True, threading.get_ident())]


def test_only_the_newest_question_of_a_topic_is_answered(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[int] = []
    gate = threading.Event()

    def slowly(number: int) -> Callable[[Library], int]:
        return lambda _library: number if gate.wait(5) else -1

    for number in range(20):
        jobs.ask("search", slowly(number), heard.append)
    gate.set()
    jobs.ask("other", lambda _: "end", lambda _: heard.append(100))
    qtbot.waitUntil(lambda: 100 in heard and 19 in heard, timeout=WAIT)
    assert sorted(heard) == [19, 100]


def test_a_slow_question_does_not_hold_up_another_topic(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[str] = []
    gate = threading.Event()
    jobs.ask("search", lambda _: gate.wait(5), lambda _: heard.append("search"))
    jobs.ask("reading", lambda _: "article", heard.append)
    qtbot.waitUntil(lambda: heard == ["article"], timeout=WAIT)
    gate.set()
    qtbot.waitUntil(lambda: heard == ["article", "search"], timeout=WAIT)


def test_a_forgotten_question_is_not_answered(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[str] = []
    jobs.ask("search", lambda _: "old", heard.append)
    jobs.forget("search")
    jobs.ask("other", lambda _: "new", heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT)
    assert heard == ["new"]


def test_questions_without_a_topic_are_all_answered(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[int] = []
    for number in range(10):
        jobs.ask("", lambda _, number=number: number, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 10, timeout=WAIT)
    assert sorted(heard) == list(range(10))


def test_changes_are_done_in_order_and_all_of_them(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[int] = []
    for number in range(30):
        jobs.change(lambda _, number=number: done.append(number))
    jobs.change(lambda _: "last", lambda _: done.append(-1))
    qtbot.waitUntil(lambda: -1 in done, timeout=WAIT)
    assert done == [*range(30), -1]


def test_closing_finishes_the_changes_and_closes_each_library_in_its_own_thread(
    qtbot: QtBot, jobs: Jobs, libraries: list[FakeLibrary]
) -> None:
    done: list[int] = []
    for number in range(5):
        jobs.change(lambda _, number=number: done.append(number))
    jobs.close()
    assert done == list(range(5))
    assert libraries and all(library.closed_in == library.thread for library in libraries)


def test_trouble_goes_to_whoever_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[Reason] = []

    def question(_library: Library) -> None:
        raise Trouble("no-such-article", "ab")

    jobs.ask("reading", question, lambda _: None, heard.append)
    qtbot.waitUntil(lambda: bool(heard), timeout=WAIT)
    assert heard == [Reason("no-such-article", ("ab",))]


def test_trouble_that_nobody_wants_is_told_to_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    def change(_library: Library) -> None:
        raise Trouble("busy")

    with qtbot.waitSignal(jobs.refused, timeout=WAIT) as told:
        jobs.change(change)
    assert told.args == [Reason("busy")]


@pytest.mark.logs_errors
def test_a_mistake_is_written_down_once_and_the_lane_goes_on(
    qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[str] = []
    with qtbot.waitSignal(jobs.failed, timeout=WAIT) as told:
        jobs.change(lambda _: 1 // 0)
    jobs.change(lambda _: "still here", heard.append)
    qtbot.waitUntil(lambda: heard == ["still here"], timeout=WAIT)
    assert told.args == ["ZeroDivisionError: integer division or modulo by zero"]
    assert len(caplog.records) == 1


def test_a_library_that_cannot_be_opened_is_tried_again_with_the_next_question(qtbot: QtBot) -> None:
    tries: list[int] = []

    def open_library() -> Library:
        tries.append(1)
        if len(tries) == 1:
            raise Trouble("busy")
        return cast("Library", FakeLibrary())

    jobs = Jobs(open_library)
    heard: list[object] = []
    jobs.change(lambda _: "first", heard.append, heard.append)
    jobs.change(lambda _: "second", heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=WAIT)
    jobs.close()
    assert heard == [Reason("busy"), "second"]


def steps_to(number: int, trouble: str = "") -> Callable[[], Iterator[Step]]:
    def run() -> Iterator[Step]:
        for done in range(number):
            yield Progress("import", done, number)
        if trouble:
            raise Trouble(trouble)

    return run


def test_steps_of_a_run_come_in_order_and_then_its_end(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[Step] = []
    ended: list[Reason | None] = []
    jobs.listen(steps_to(2000), heard.extend, ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert [step.done for step in heard if isinstance(step, Progress)] == list(range(2000))
    assert ended == [None]


def test_a_run_that_breaks_off_says_why(qtbot: QtBot, jobs: Jobs) -> None:
    heard: list[Step] = []
    ended: list[Reason | None] = []
    jobs.listen(steps_to(3, "disk-full"), heard.extend, ended.append)
    qtbot.waitUntil(lambda: bool(ended), timeout=WAIT)
    assert len(heard) == 3
    assert ended == [Reason("disk-full")]
