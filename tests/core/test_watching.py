"""What is taken out of a watched folder, and when."""

import pytest

from reader.core.watching import QUIET, Sight, decide, is_whole_name

A, B = Sight("/clips/a.txt", 900, 1), Sight("/clips/b.txt", 400, 1)


def test_a_file_is_taken_in_once_it_has_not_changed_for_two_seconds() -> None:
    first = decide((A,), {}, now=10.0)
    assert first.ready == ()
    assert decide((A,), first.growing, now=10.0 + QUIET - 0.1).ready == ()
    last = decide((A,), first.growing, now=10.0 + QUIET)
    assert last.ready == (A,) and not last.growing


@pytest.mark.parametrize("grown", [Sight(A.path, 1200, 1), Sight(A.path, 900, 2)])
def test_a_file_that_grows_is_waited_for_from_then_on(grown: Sight) -> None:
    waiting = decide((A,), {}, now=0.0).growing
    waiting = decide((grown,), waiting, now=1.9).growing
    assert decide((grown,), waiting, now=2.1).ready == ()
    assert decide((grown,), waiting, now=1.9 + QUIET).ready == (grown,)


def test_one_that_grows_does_not_hold_up_another() -> None:
    waiting = decide((A, B), {}, now=0.0).growing
    taken = decide((A, Sight(B.path, 500, 2)), waiting, now=3.0)
    assert taken.ready == (A,) and set(taken.growing) == {B.path}


def test_an_empty_file_has_only_been_begun() -> None:
    empty = Sight("/clips/c.html", 0, 1)
    waiting = decide((empty,), {}, now=0.0).growing
    assert decide((empty,), waiting, now=60.0).ready == ()


def test_a_file_that_went_away_is_forgotten() -> None:
    assert decide((), decide((A,), {}, now=0.0).growing, now=9.0).growing == {}


@pytest.mark.parametrize(
    "name", ["story.html.part", "Unconfirmed 12.crdownload", "x.TMP", ".hidden.txt", "draft.txt~", "~$paper.docx"]
)
def test_what_is_still_being_written_waits_under_its_own_name(name: str) -> None:
    assert not is_whole_name(f"/clips/{name}")
    assert not is_whole_name(f"C:\\clips\\{name}")


@pytest.mark.parametrize("name", ["story.html", "a.b.txt", "part.txt", "README"])
def test_every_other_name_is_whole(name: str) -> None:
    assert is_whole_name(f"/clips.part/{name}")
