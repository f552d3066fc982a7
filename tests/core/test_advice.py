from itertools import takewhile

import pytest

from reader.core.advice import ADVICE, in_short, what_to_do
from reader.core.reasons import Reason
from reader.core.wording import WORDING

FAILURES = tuple(takewhile(lambda code: code != "busy", WORDING))
"""Wording lists the failures of a file first."""


@pytest.mark.parametrize("code", FAILURES)
def test_every_failure_of_a_file_says_in_few_words_what_it_is_and_what_to_do(code: str) -> None:
    reason = Reason(code, ("in/a. file.txt", "SQLite", "x"))
    short, todo = in_short(reason), what_to_do(reason)
    assert short and todo
    assert "a. file" not in short and "{" not in short + todo
    assert not short.endswith(".") and not todo.endswith(".")
    assert len(short) <= 60


def test_no_advice_is_kept_for_what_never_fails() -> None:
    assert set(ADVICE) <= set(FAILURES)


def test_the_second_argument_says_more() -> None:
    assert in_short(Reason("unsupported", ("backup.bin", "SQLite"))) == "SQLite, not an article"
    assert in_short(Reason("too-large", ("a.txt", "50"))) == "Larger than 50 MB"


def test_what_has_no_advice_says_what_its_sentence_says() -> None:
    reason = Reason("bad-copy", ("a. copy",))
    assert in_short(reason) == "Not a whole copy of a library"
    assert what_to_do(reason) == "Nothing was changed"
    assert what_to_do(Reason("unexplained")) == ""
