"""The verb ``search``: its help, and how it points at what is wrong with a query."""

import sys

import pytest

from reader.cli.language import SEARCHES, WRITTEN, in_short
from reader.cli.pointing import WIDEST, pointed
from reader.core.query_fields import FIELDS
from reader.core.query_parser import parse
from tests.cli.conftest import Run


def picture(typed: str) -> list[str]:
    error = parse(typed).error
    assert error is not None
    return pointed(typed, error).splitlines()


def test_the_help_shows_the_language(run: Run) -> None:
    ran = run("plain", "search", "--help")
    assert ran.code == 0
    assert all(written in ran.out and finds in ran.out for written, finds in WRITTEN)
    assert max(map(len, in_short().splitlines())) <= 110


@pytest.mark.parametrize("written", [written for written, _ in WRITTEN])
def test_what_the_help_shows_is_read_without_a_word(written: str) -> None:
    parsed = parse(written)
    assert (parsed.error, parsed.notes) == (None, ())


def test_the_help_names_every_field() -> None:
    assert [field for field in FIELDS if f"{field}:" not in in_short()] == []
    assert all(line.startswith("dateline search ") for line, _ in SEARCHES)


def test_an_error_is_one_line_that_names_the_character(run: Run, full: dict[str, str]) -> None:
    ran = run("plain", "search", "cod", "speeker:Marenko")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'dateline: No field "speeker". Did you mean speaker? (at character 5 of the query)\n'


def test_scripts_get_the_place_of_an_error_in_code_points(run: Run, full: dict[str, str]) -> None:
    ran = run("search", "東京 é kind:plaec")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    (row,) = ran.rows
    assert row["error"] == {
        "code": "no-such-value",
        "reason": '"kind:" knows no "plaec". Did you mean kind:place?',
        "start": 10,
        "end": 15,
    }


def test_a_terminal_shows_a_caret(run: Run, full: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert run("plain", "search", "cod is:unred").err.splitlines()[-3:] == [
        "  cod is:unred",
        "         ^^^^^",
        "  Try: cod is:unread",
    ]


def test_a_caret_stands_under_its_character_whatever_stands_before_it() -> None:
    assert picture("東京 a\u0301 date:2024-13")[:2] == ["  東京 a\u0301 date:2024-13", "              ^^^^^^^"]
    assert picture("cod\tis:lost")[:2] == ["  cod is:lost", "         ^^^^"]


def test_of_a_long_query_the_part_around_the_error_is_shown() -> None:
    line, caret, *_ = picture("herring " * 60 + "is:lost" + " cod" * 60)
    assert len(line) <= WIDEST + 4
    assert line[caret.index("^") : caret.rindex("^") + 1] == "lost"


def test_what_is_too_large_is_pointed_at_without_a_word_of_it() -> None:
    assert picture("cod " * 501)[1].endswith("^")


def test_facets_are_counted_when_asked_for(run: Run, full: dict[str, str]) -> None:
    assert run("search", "harbor").rows[-1]["facets"] == {}
    last = run("search", "harbor", "--facets").rows[-1]
    speakers = {row["name"]: row["count"] for row in last["facets"]["speaker"]}
    assert speakers["Ilse Marenko"] == 1 and speakers["Henrike Solvang"] == 1
    for row in last["facets"]["speaker"]:
        assert run("search", "harbor", f'speaker:"{row["value"]}"').rows[-1]["total"] == row["count"]
    assert "Ilse Marenko 1" in run("plain", "search", "harbor", "--facets").out


def test_a_search_that_found_nothing_says_what_would_find_something(run: Run, full: dict[str, str]) -> None:
    (last,) = run("search", "hering", "boats").rows
    assert last["instead"][0] == {"query": "herring boats", "count": 1, "reason": "Spelled as in this library"}
    assert "herring boats would find 1." in run("plain", "search", "hering", "boats").err
