"""Which texts are handed out, and when an answer is given."""

from __future__ import annotations

import json

from reader.core.reasons import Reason
from reader.services.line_up import BATCH, ROOM, Answer, LineUp


def line(id: object, text: str = "A boat.") -> bytes:
    return json.dumps({"id": id, "text": text}).encode()


def lined_up(*lines: bytes) -> LineUp:
    made = LineUp()
    for one in lines:
        made.add(one)
    return made


def test_answers_wait_for_those_before_them() -> None:
    line_up = lined_up(line("a"), line("b"), line("c"))
    first, second, third = line_up.take()
    line_up.answer(third, "3")
    line_up.answer(second, "2")
    assert list(line_up.finished()) == []
    line_up.answer(first, "1")
    assert list(line_up.finished()) == [Answer("a", "1"), Answer("b", "2"), Answer("c", "3")]
    assert line_up.is_empty


def test_a_wrong_line_is_answered_in_its_turn_and_handed_to_nobody() -> None:
    line_up = lined_up(line("a"), b"{", b'{"id": "c"}')
    (one,) = line_up.take()
    assert list(line_up.finished()) == []
    line_up.answer(one, "1")
    assert list(line_up.finished()) == [
        Answer("a", "1"),
        Answer(None, Reason("not-json", ("2",))),
        Answer("c", Reason("not-json", ("3",))),
    ]


def test_short_texts_are_handed_out_together_and_a_long_one_alone() -> None:
    line_up = lined_up(line(1), line(2), line(3, "x" * 2 * BATCH), line(4))
    assert [[one.id for one in line_up.take()] for _ in range(4)] == [[1, 2], [3], [4], []]


def test_what_is_put_back_is_next_again() -> None:
    line_up = lined_up(line(1), line(2), line(3, "x" * 2 * BATCH))
    batch = line_up.take()
    line_up.answer(batch[0], "1")
    line_up.put_back(batch[1:])
    assert [one.id for one in line_up.take()] == [2]


def test_there_is_no_room_until_enough_is_answered() -> None:
    line_up = lined_up(line(1, "x" * ROOM), line(2))
    (one,) = line_up.take()
    (two,) = line_up.take()
    line_up.answer(two, "2")
    assert list(line_up.finished()) == []
    assert not line_up.has_room
    line_up.answer(one, "1")
    assert len(list(line_up.finished())) == 2
    assert line_up.has_room


def test_empty_lines_fill_the_room_as_well() -> None:
    line_up = lined_up(line(0), *[b""] * (ROOM // 100))
    assert not line_up.has_room
