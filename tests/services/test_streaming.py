"""Annotating in children, with real ones and with made-up ones that die."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from reader.core.reasons import Reason, Trouble
from reader.services import streaming
from reader.services.line_up import ROOM, Answer
from reader.services.streaming import WORTH_A_CHILD, annotate_lines

Started = list[subprocess.Popen[bytes]]

ODD = """
import json, os, sys
def say(thing): print(json.dumps(thing), flush=True)
say({"step": "done"})
for line in sys.stdin:
    for text in json.loads(line):
        if text == "die": os._exit(9)
        if text == "half": sys.stdout.write('{"lan'); sys.stdout.flush(); os._exit(9)
        mistake = {"step": "trouble", "reason": {"code": "own-mistake", "args": ["x"]}}
        say(mistake if text == "mistake" else {"was": text})
    say({"step": "done"})
"""
"""A child that does what its texts say."""


def lines(*texts: str) -> bytes:
    return b"".join(json.dumps({"id": n, "text": text}).encode() + b"\n" for n, text in enumerate(texts, 1))


def answered(source: bytes, most: int = 2) -> list[Answer]:
    with contextlib.closing(annotate_lines(io.BytesIO(source), most)) as answers:
        return list(answers)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    """Real children, each noted when it starts."""
    yield from _noted(streaming.start_annotator, monkeypatch)


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    """Children that do what their texts say, each noted when it starts."""
    yield from _noted(lambda: _child(ODD), monkeypatch)


def _child(program: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _noted(start: Callable[[], subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch) -> Iterator[Started]:
    made: Started = []

    def noting() -> subprocess.Popen[bytes]:
        made.append(start())
        return made[-1]

    monkeypatch.setattr(streaming, "start_annotator", noting)
    yield made
    assert [child.pid for child in made if child.poll() is None] == []


def test_little_input_is_the_work_of_one_child(started: Started) -> None:
    found = answered(lines("Ilse Marenko said so.", "Crews wait."))
    assert [answer.id for answer in found] == [1, 2]
    assert len(started) == 1
    assert isinstance(found[0].found, str)
    assert json.loads(found[0].found)["entities"][0]["name"] == "Ilse Marenko"


def test_much_input_is_shared_and_comes_back_in_order(started: Started) -> None:
    texts = [f"Crew {n} waits, Ilse Marenko said. " * (1 + n % 7 * 20) for n in range(120)]
    found = answered(lines(*texts))
    assert [answer.id for answer in found] == list(range(1, 121))
    assert all(isinstance(answer.found, str) for answer in found)
    assert len(started) == 2


def test_one_long_text_is_the_work_of_one_child(odd: Started) -> None:
    assert len(answered(lines("x" * 2 * WORTH_A_CHILD))) == 1
    assert len(odd) == 1


def test_nothing_asked_starts_no_child(odd: Started) -> None:
    assert answered(b"") == []
    assert answered(b"{") == [Answer(None, Reason("not-json", ("1",)))]
    assert odd == []


def test_no_more_is_read_than_there_is_room_for(odd: Started) -> None:
    class Endless(io.RawIOBase):
        given = 0
        line = lines("x" * 1000)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[: len(self.line)] = self.line
            self.given += len(self.line)
            return len(self.line)

    source = Endless()
    with contextlib.closing(annotate_lines(io.BufferedReader(source), 2)) as answers:
        assert len(list(itertools.islice(answers, 3000))) == 3000
    assert source.given < 3000 * len(source.line) + 1.1 * ROOM


def test_a_text_whose_child_dies_is_told_and_the_others_are_answered(odd: Started) -> None:
    found = answered(lines("one", "die", "three", "half", "five"))
    assert [answer.id for answer in found] == [1, 2, 3, 4, 5]
    assert [answer.found for answer in found] == [
        '{"was": "one"}',
        Reason("annotator-died", ("2",)),
        '{"was": "three"}',
        Reason("annotator-died", ("4",)),
        '{"was": "five"}',
    ]
    assert len(odd) == 3


def test_a_mistake_of_ours_with_one_text_stops_no_other(odd: Started) -> None:
    found = answered(lines("mistake", "two"))
    assert [answer.found for answer in found] == [Reason("own-mistake", ("x",)), '{"was": "two"}']
    assert len(odd) == 1


def test_a_child_that_is_killed_while_it_rests_is_replaced(odd: Started) -> None:
    read, write = _pipe()
    with read, write, contextlib.closing(annotate_lines(read, 2)) as answers:
        write.write(lines("one"))
        assert next(answers) == Answer(1, '{"was": "one"}')
        odd[0].kill()
        odd[0].wait()
        write.write(lines("two"))
        assert next(answers) == Answer(1, '{"was": "two"}')


def test_a_line_is_answered_before_the_next_one_comes(odd: Started) -> None:
    read, write = _pipe()
    with read, write, contextlib.closing(annotate_lines(read, 2)) as answers:
        for n in range(20):
            write.write(lines(f"text {n}"))
            assert next(answers) == Answer(1, json.dumps({"was": f"text {n}"}))
    assert len(odd) == 1


def _pipe() -> tuple[io.BufferedReader, io.FileIO]:
    read, write = os.pipe()
    return open(read, "rb"), open(write, "wb", buffering=0)  # noqa: PTH123 - descriptors


@pytest.mark.parametrize(
    ("program", "code"),
    [
        ("raise SystemExit(3)", "no-annotator"),
        ("""print('{"step": "trouble", "reason": {"code": "disk-full", "args": []}}')""", "disk-full"),
    ],
)
def test_children_that_cannot_begin_are_trouble(program: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "start_annotator", lambda: _child(program))
    with pytest.raises(Trouble) as caught:
        answered(lines("one"))
    assert caught.value.reason.code == code


def test_where_no_process_can_be_started_it_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> subprocess.Popen[bytes]:
        raise OSError(11, "no more processes")

    monkeypatch.setattr(streaming, "start_annotator", start)
    with pytest.raises(Trouble) as caught:
        answered(lines("one"))
    assert caught.value.reason.code == "no-annotator"
