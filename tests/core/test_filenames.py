import os

import pytest

from reader.core.filenames import given, is_text, printable, stored

LATIN = os.fsdecode(b"/in/lat\xe9in.txt")


@pytest.mark.parametrize(
    "path", ["/in/a.txt", "/in/ü.txt", LATIN, '"a".txt', "", 'C:\\in\\\ud83d "a".txt', "/in/\\udce9"]
)
def test_a_path_comes_back_from_the_store(path: str) -> None:
    assert is_text(stored(path))
    assert given(stored(path)) == path


def test_a_name_that_is_text_is_stored_as_it_is() -> None:
    assert stored("/in/ü \U0001f41f.txt") == "/in/ü \U0001f41f.txt"


def test_what_would_break_a_line_is_shown_as_an_escape() -> None:
    assert printable("a\nb\x1b[1m\udce9 ü\u2028") == r"a\nb\x1b[1m\udce9 ü\u2028"
