"""Names of people as bylines print them."""

from __future__ import annotations

import pytest

from reader.ingest.plain.names import is_name, is_role_line, names_in, names_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Maja Lind and Per Hallberg", ("Maja Lind", "Per Hallberg")),
        ("Maja Lind, Per Hallberg and Edda Krog", ("Maja Lind", "Per Hallberg", "Edda Krog")),
        ("Maja Lind Transport correspondent", ("Maja Lind",)),
        ("Maja Lind, Senior political editor", ("Maja Lind",)),
        ("MAJA LINDSTAFF WRITER", ("Maja Lind",)),
        ("Maja Lind (Auberg, correspondance)", ("Maja Lind",)),
        ("Maja Lind @majalind", ("Maja Lind",)),
        ("Maja Lind in Tolvik", ("Maja Lind",)),
        ("Anna Groß und Per Lind", ("Anna Groß", "Per Lind")),
        ("Claire Vasseur avec AFP", ("Claire Vasseur",)),
        ("김하늘 기자", ("김하늘",)),
        ("牛镛、岳弘彬", ("牛镛", "岳弘彬")),
        ("The harbor at night", ()),
        ("Le Figaro", ()),
    ],
)
def test_names_are_read(words: str, names: tuple[str, ...]) -> None:
    assert names_of(words) == names


def test_names_stand_between_strokes_too() -> None:
    assert names_in("Maja Lind | Per Hallberg; Edda Krog") == ("Maja Lind", "Per Hallberg", "Edda Krog")


@pytest.mark.parametrize(
    "words", ["World News", "New York", "Today's Paper", "Die Brücke", "Read More", "Lind", "maja lind"]
)
def test_what_is_written_like_a_name_need_be_none(words: str) -> None:
    assert not is_name(words)


@pytest.mark.parametrize("words", ["Journalist", "Health correspondent", "Reporter", "Senior editor, Coastline Press"])
def test_line_may_say_only_what_an_author_is(words: str) -> None:
    assert is_role_line(words)


def test_sentence_about_an_editor_is_no_role() -> None:
    assert not is_role_line("The editor of the paper picked a book.")
