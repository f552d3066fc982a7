"""Stories that only the scripts of a page hold."""

from __future__ import annotations

import json

from reader.core.kinds import BlockRole
from reader.ingest.html.carried import carried_clues, carried_lines
from reader.ingest.markup import parse_html

PARAGRAPHS = [
    "The Lux, the oldest cinema on the coast, opened its doors again on Thursday after eleven years of silence.",
    "A society of 600 members paid for the roof, the seats and a projector that came from an old ship.",
    "The first evening showed a film that was made in the harbor in 1931, with music by the town band.",
    "The society hopes for 30,000 guests in the first year, its chairman said before the lights went out.",
]
STORY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
LINES = tuple((BlockRole.BODY, words) for words in PARAGRAPHS)


def script(data: object) -> str:
    return f"<body><div id=root></div><script>window.__STATE__ = {json.dumps(data)};</script></body>"


def test_story_is_found_in_the_data_of_a_script() -> None:
    page = script({"related": [{"body": "<p>Fog</p>"}], "article": {"title": "Old cinema", "body": STORY}})
    assert carried_lines(parse_html(page)) == LINES


def test_data_within_strings_of_data_is_opened() -> None:
    inner = json.dumps({"a": 1, "b": 2, "c": 3, "article": {"html": STORY}})
    outer = json.dumps({"x": 1, "y": 2, "z": 3, "state": inner})
    assert carried_lines(parse_html(script({"push": outer}))) == LINES


def test_longest_story_is_meant() -> None:
    short = "".join(f"<p>{words}</p>" for words in reversed(PARAGRAPHS))
    assert (
        carried_lines(parse_html(script([short, STORY + "<p>It was a good evening, they all said.</p>"])))[:4] == LINES
    )


def test_scripts_without_a_story_give_nothing() -> None:
    code = "<script>" + "var a = 'b'; if (a < b) { run(\"" + "x" * 500 + '"); }</script>'
    assert carried_lines(parse_html(f"<body>{code}</body>")) == ()
    assert carried_lines(parse_html("<body><p>Crews voted.</p></body>")) == ()


def test_time_of_the_story_is_read_from_the_data() -> None:
    clues = carried_clues(parse_html(script({"deployDt": "2026.03.03 18:30", "filler": "x" * 300})))
    assert [clue.value.iso for clue in clues.moments] == ["2026-03-03T18:30"]
    assert carried_clues(parse_html(script({"filler": "x" * 300}))).moments == ()
