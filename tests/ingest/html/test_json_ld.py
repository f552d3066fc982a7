"""JSON-LD as pages write it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reader.ingest.html.clues import Clues, Where
from reader.ingest.html.json_ld import clues_of_json
from reader.ingest.markup import parse_html

STORY: dict[str, Any] = {"@type": "NewsArticle", "headline": "Crews strike", "datePublished": "2026-03-03T18:30:00Z"}


def clues(*blocks: Any, headlines: tuple[str, ...] = ()) -> Clues:
    texts = [block if isinstance(block, str) else json.dumps(block) for block in blocks]
    scripts = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return clues_of_json(parse_html(f"<html><head>{scripts}</head><body></body></html>"), headlines)


def values(found: tuple[Any, ...]) -> list[Any]:
    return [clue.value for clue in found]


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Ilse Dahl", ["Ilse Dahl"]),
        (["Ilse Dahl", "Tomas Ardell"], ["Ilse Dahl", "Tomas Ardell"]),
        ({"@type": "Person", "name": "Ilse Dahl"}, ["Ilse Dahl"]),
        ([{"@type": "Person", "name": "Ilse Dahl"}, {"@type": "Person", "name": "Tomas Ardell"}], None),
        ({"@type": "Person", "name": ["Ilse Dahl", "Tomas Ardell"]}, ["Ilse Dahl", "Tomas Ardell"]),
        ({"@type": "Organization", "name": "Coastline Press"}, []),
        ({"@type": ["Person"], "name": "Ilse &amp; Dahl"}, ["Ilse & Dahl"]),
    ],
)
def test_authors_in_their_forms(author: Any, people: list[str] | None) -> None:
    found = values(clues({**STORY, "author": author}).people)
    assert found == (["Ilse Dahl", "Tomas Ardell"] if people is None else people)


def test_nodes_of_a_graph_are_joined_by_their_ids() -> None:
    graph = [
        {**STORY, "author": {"@id": "#p"}, "publisher": {"@id": "#o"}, "image": {"@id": "#i"}},
        {"@type": "Person", "@id": "#p", "name": "Ilse Dahl"},
        {"@type": "Organization", "@id": "#o", "name": "Coastline Press"},
        {"@type": "ImageObject", "@id": "#i", "caption": "Boats in the old basin."},
    ]
    found = clues({"@context": "https://schema.org", "@graph": graph})
    assert values(found.people) == ["Ilse Dahl"]
    assert values(found.publications)[0] == "Coastline Press"
    assert values(found.captions) == ["Boats in the old basin."]
    assert [(c.where, c.name, c.value.iso) for c in found.moments] == [
        (Where.JSON_LD, "datePublished", "2026-03-03T18:30+00:00")
    ]


def test_lists_of_other_stories_are_none_of_ours() -> None:
    listed = {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another story"}]}
    assert values(clues(listed, STORY).headlines) == ["Crews strike"]


def test_story_that_bears_the_headline_of_the_page_is_meant() -> None:
    other = {"@type": "NewsArticle", "headline": "Another story", "datePublished": "2020-01-01"}
    assert values(clues(other, STORY, headlines=("Crews strike",)).headlines) == ["Crews strike"]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(STORY)[:-1] + ",}",
        "<!--" + json.dumps(STORY) + "-->",
        "//<![CDATA[\n" + json.dumps(STORY) + "\n//]]>",
        json.dumps(STORY) + ";",
        json.dumps(STORY).replace('"', "&quot;"),
        json.dumps({"@type": "WebSite"}) + json.dumps(STORY),
        '{"@type":"NewsArticle","headline":"Crews strike","about":"a "no"","datePublished":"2026-03-03T18:30Z"}',
        json.dumps({**STORY, "description": "two\nlines"}).replace("\\n", "\n"),
    ],
)
def test_broken_json_is_read_as_far_as_it_can_be(text: str) -> None:
    found = clues(text)
    assert values(found.headlines) == ["Crews strike"]
    assert [c.value.iso for c in found.moments] == ["2026-03-03T18:30+00:00"]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "null", "12", '"x"', "{", "", '{"@type":7,"author":[[[]]]}', "[[],[]]"]
)
def test_what_is_no_story_says_nothing(text: str) -> None:
    assert clues(text) == Clues()


def test_when_it_was_changed_comes_last() -> None:
    found = clues({"@type": "NewsArticle", "dateModified": "2026-03-05", "datePublished": "2026-03-03"})
    assert [c.name for c in found.moments] == ["datePublished", "dateModified"]
