"""The correction that an error or a note proposes, written into the query."""

import random

import pytest

from reader.core.query import Note
from reader.core.query_mending import mended
from reader.core.query_parser import parse
from tests.core.test_query_parser import PIECES


def first(typed: str) -> Note:
    parsed = parse(typed)
    return parsed.error or parsed.notes[0]


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("cod speeker:Ardell", "cod speaker:Ardell"),
        ("Speeker:(Ardell) cod", "speaker:(Ardell) cod"),
        ("cod is:unred eel", "cod is:unread eel"),
        ("is:read", "is:-unread"),
        ("kind:(person, plaec)", "kind:(person, place)"),
        ("lang:german", "lang:de"),
        ('last:"2  weeks" cod', "last:2w cod"),
        ("date:2024-03..2023 cod", "date:2023..2024-03 cod"),
        ("date:2024/3/1", "date:2024-03-01"),
        ("-person:Lee Jong-sup, resigns", '-person:"Lee Jong-sup" resigns'),
        ('"cod eel"~ fish', '"cod eel"~5 fish'),
        ("cod or eel", "cod OR eel"),
        ("cod ‘closed sea’", 'cod "closed sea"'),
        ("Speaker :Marenko", "speaker:Marenko"),
        ("not cod", "NOT cod"),
        ("Not cod", "NOT cod"),
        ("cod Or eel", "cod OR eel"),
        ("cod || eel", "cod OR eel"),
        ("cod !eel", "cod -eel"),
        ('date:"2024-03-01 .. 2024-03-09"', 'date:"2024-03-01..2024-03-09"'),
        ("Subject:cod", "headline:cod"),
        ("fish from us", 'fish from "us"'),
        ("cod *", ""),
        ("the cod", ""),
    ],
)
def test_a_proposal_is_written_into_the_query(typed: str, better: str) -> None:
    note = first(typed)
    if typed == "fish from us":
        note = parse(typed).notes[-1]
    assert mended(typed, note) == better


def test_a_mended_query_no_longer_has_the_fault() -> None:
    chance = random.Random(5)
    mends = 0
    values = ["is:unred", "kind:plaec", "last:week", "date:2023-2024", "lang:german", "speeker:b", "us", "cod or eel"]
    for _ in range(5_000):
        typed = " ".join(chance.choice([*PIECES, *values]) for _ in range(chance.randint(1, 6)))
        for note in (said := parse(typed)).notes + ((said.error,) if said.error else ()):
            if better := mended(typed, note):
                mends += 1
                again = parse(better)
                assert note not in (*again.notes, again.error), typed
    assert mends > 1_000
