"""A hundred thousand queries that nobody would type: valid ones, mutated, with signs from all of Unicode.

Whatever the language gives for one, a tree, a note, an error or a proposal, can be used, and none takes long.
"""

import random
import time

import pytest

from reader.core.query import Parsed
from reader.core.query_accepting import with_field, with_value
from reader.core.query_fields import FIELDS
from reader.core.query_json import as_typed, from_json, to_json
from reader.core.query_mending import mended
from reader.core.query_parser import parse, understood
from reader.core.query_relaxing import relaxations
from reader.core.query_sentence import as_sentence
from reader.core.query_typing import fields_like, readings, values_like
from reader.core.query_writing import briefly
from reader.core.wording import sentence

VALID = [
    'herring "closed sea"~5 -cannery',
    "(cod OR eel) NOT (fish OR gale)",
    'speaker:"Ilse Marenko" quote:(limit OR accord) date:2024-03-01..2024-03-15',
    "person:Lee Jong-sup resigns last:7d",
    "headline:(storm, gale) publication:Coastline,Tolvik -is:unread",
    "kind:(person, direct) has:unknown-speaker lang:en,de",
    'tag:"deep sea",proj* cue:warned about:Vasmark',
    "her* h*ring hering~ *ing title:U.S.",
    "date:>=2024-02 date:<2025 is:starred OR is:duplicate",
    '“curly marks” „low“ org:"A" place:Tolvik byline:Weil',
    "東京 OR 서울 القاهرة -日本",
]
SIGNS = "()\"“”„«»:-,.*~~^<>|&!?'’…\\/[]{}#@%+= \t\n\u2029\u00a0\u200b\u0301\u0130\ufeff\x00ſKßǅ🐟"


def mutated(chance: random.Random) -> str:
    """A valid query with pieces taken away, doubled, exchanged, or strange signs put in."""
    text = list(" ".join(chance.sample(VALID, chance.randint(1, 2))))
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(text) + 1), chance.randint(1, 6)
        match chance.randrange(6):
            case 0:
                del text[at : at + length]
            case 1:
                text[at:at] = text[at : at + length] * chance.randint(1, 3)
            case 2:
                text[at:at] = chance.choice(SIGNS) * chance.choice([1, 1, 2, 30])
            case 3:
                text[at:at] = chr(chance.choice([chance.randrange(0x250), chance.randrange(0x110000)]))
            case 4:
                text[at:at] = chance.choice(FIELDS) + ":"
            case _:
                text[at:at] = chance.choice([" AND ", " OR ", " NOT ", " or ", "..", "~5", " -", ", ", '"'])
    return "".join(text)


def holds_for(typed: str, chance: random.Random) -> None:
    """Everything that the window and the command line do with a query holds for this one."""
    parsed = parse(
        typed, typing=chance.random() < 0.3, is_name=chance.choice([None, lambda _, name: len(name) % 2 == 0])
    )
    hold_notes(typed, parsed)
    if parsed.query is not None:
        assert parse(understood(parsed.query)).query == parsed.query
        assert parse(briefly(parsed.query)).query == parsed.query
        assert from_json(to_json(parsed.query)) == parsed.query
        assert as_typed(to_json(parsed.query)) == understood(parsed.query)
        assert as_sentence(parsed.query) and as_sentence(parsed.query, "quotations")
        if chance.random() < 0.05:
            assert all(parse(one.typed).query == one.query for one in relaxations(parsed.query))
    for one in readings(typed, chance.randint(0, len(typed))):
        assert with_value(typed, one, "Ilse Marenko").text.startswith(typed[: one.span.start])
        assert with_field(typed, one, "speaker").text.endswith(typed[one.span.end :])
        fields_like(one.text)
        values_like(one.field, one.text)


def hold_notes(typed: str, parsed: Parsed) -> None:
    assert parsed.query is None or parsed.error is None
    for note in (*parsed.notes, *filter(None, [parsed.error])):
        assert sentence(note.reason)
        assert 0 <= note.span.start <= note.span.end <= len(typed)
        mended(typed, note)


@pytest.mark.parametrize("seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 50))])
def test_everything_holds_for_mutated_queries(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(2_000):
        typed = mutated(chance)
        try:
            holds_for(typed, chance)
        except Exception as error:
            raise AssertionError(f"{typed!r} (seed {seed})") from error


@pytest.mark.slow
def test_no_mutated_query_takes_long() -> None:
    chance = random.Random(99)
    worst = 0.0
    for _ in range(20_000):
        typed = mutated(chance) * chance.choice([1, 1, 1, 100])
        since = time.process_time()
        parse(typed)
        worst = max(worst, time.process_time() - since)
    assert worst < 0.2
