"""The page of the guide about searching says what is true: every example is read as it says."""

import re
from pathlib import Path

import pytest

from reader.core.query_fields import FIELDS, OTHER_NAMES, VALUES
from reader.core.query_parser import parse
from reader.core.query_values import value
from reader.core.wording import sentence

PAGE = (Path(__file__).parents[2] / "docs/guide/search.md").read_text("utf-8")
_BEFORE, _, _UNDERSTOOD = PAGE.partition("## How it was understood")
_UNDERSTOOD, _, _AFTER = _UNDERSTOOD.partition("## ")
_ROW = re.compile(r"^\| (`.+?) \| (.+) \|$", re.MULTILINE)
_EXAMPLE = re.compile(r"`([^`]+)`")
SAID = _ROW.findall(_UNDERSTOOD)
PLAIN = [typed for cell, _ in _ROW.findall(_BEFORE + _AFTER) for typed in _EXAMPLE.findall(cell)]


@pytest.mark.parametrize("typed", PLAIN)
def test_an_example_is_read_without_a_word(typed: str) -> None:
    parsed = parse(typed)
    assert parsed.query is not None
    assert (parsed.error, parsed.notes) == (None, ())


@pytest.mark.parametrize(("cell", "says"), SAID)
def test_the_program_says_what_the_page_says(cell: str, says: str) -> None:
    parsed = parse(cell.strip("`"))
    said = [parsed.error] if parsed.error else parsed.notes
    assert says in [sentence(note.reason) for note in said]


def test_the_page_has_all_its_examples() -> None:
    assert len(PLAIN) > 60
    assert len(SAID) == 13


@pytest.mark.parametrize("name", [*FIELDS, *OTHER_NAMES])
def test_every_field_has_an_example(name: str) -> None:
    assert f"`{name}:" in PAGE


def test_what_may_stand_after_a_field_is_told() -> None:
    for field, known in VALUES.items():
        assert [word for word in known if word not in PAGE] == []
        assert all(value(field, word) for word in known)


@pytest.mark.parametrize("typed", _EXAMPLE.findall(re.sub(r"^\|.*\|$", "", PAGE, flags=re.MULTILINE)))
def test_an_example_between_the_lines_is_no_error_either(typed: str) -> None:
    assert typed.startswith("dateline ") or typed.rstrip(":") in (*FIELDS, *OTHER_NAMES) or not parse(typed).error
