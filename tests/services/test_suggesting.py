"""What is proposed below the search box, and what the query becomes when it is taken."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.core.search import Suggestion
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.marking import mark
from reader.services.saved_searches import remember, save
from reader.services.searching import search
from reader.services.suggesting import suggestions
from reader.store import queues
from tests import stories
from tests.services.test_searching import finish, take_in

TODAY = dt.date(2024, 3, 14)
MAREK = """Marek Harbor opens

TOLVIK, March 9 (CLP) -- The harbor master Marek Lund opened the gate. Henrike Solvang was there with Ilse Marenko.
"""


@pytest.fixture
def full(library: Library, tmp_path: Path) -> Library:
    texts = {"sound": stories.SOUND, "storm": stories.STORM, "marek": MAREK}
    take_in(library, tmp_path, **texts)
    finish(library)
    mark(library, [search(library, "breakwater").hits[0].id], tag="Harbor Watch")
    return library


def at_end(library: Library, typed: str) -> tuple[Suggestion, ...]:
    return suggestions(library, typed, len(typed))


def words(library: Library, typed: str) -> list[str]:
    return [one.words for one in at_end(library, typed)]


def test_names_come_with_kind_and_articles_the_most_frequent_first(full: Library) -> None:
    found = at_end(full, "mare")
    assert (found[0].kind, found[0].words, found[0].detail) == ("entity", "Ilse Marenko", "person · 2 articles")
    assert found[0].entity_kind == "person"
    assert "Marek Lund" in [one.words for one in found]


def test_somebody_who_is_quoted_is_proposed_as_speaker_and_topic(full: Library) -> None:
    by_words = {one.words: one for one in at_end(full, "herring mare")}
    assert by_words["speaker:Ilse Marenko"].text == 'herring speaker:"Ilse Marenko" '
    assert by_words["speaker:Ilse Marenko"].detail == "what Ilse Marenko said · 1 article"
    assert by_words["about:Ilse Marenko"].text == 'herring about:"Ilse Marenko" '
    assert search(full, by_words["speaker:Ilse Marenko"].text).total == 1


def test_what_is_taken_finds_as_many_articles_as_it_told(full: Library) -> None:
    for one in at_end(full, "mare"):
        if one.kind == "entity":
            assert f"· {search(full, one.text).total} article" in one.detail


def test_the_rest_of_the_query_stays_as_it_was_typed(full: Library) -> None:
    typed = "cod  mare OR (eel)"
    found = suggestions(full, typed, len("cod  mare"))[0]
    assert found.text == 'cod  entity:"Ilse Marenko" OR (eel)'
    assert found.text[found.cursor :] == "OR (eel)"


def test_a_name_of_two_words_is_known_while_it_is_typed(full: Library) -> None:
    assert words(full, "ilse mare")[0] == "Ilse Marenko"
    assert at_end(full, "ilse mare")[0].text == 'entity:"Ilse Marenko" '


def test_after_a_field_only_what_it_takes_is_proposed(full: Library) -> None:
    assert words(full, "speaker:mare") == ["Ilse Marenko"]
    assert at_end(full, "speaker:mare")[0].text == 'speaker:"Ilse Marenko" '
    assert "Ilse Marenko" not in words(full, "place:mare")
    assert words(full, "tag:har") == ["Harbor Watch"]
    assert words(full, "is:st") == ["starred"]
    assert words(full, "lang:eng") == ["en"]


def test_publications_are_known_by_any_of_their_words(full: Library) -> None:
    with full.store.writing() as db:
        db.execute("UPDATE article SET publication = 'Coastline Press'")
        queues.all_to_index(db)
    list(index_pending(full))
    (one,) = at_end(full, "publication:pre")
    assert (one.kind, one.words, one.detail) == ("value", "Coastline Press", "3 articles")
    assert search(full, one.text).total == 3


def test_a_fields_name_is_completed(full: Library) -> None:
    assert "speaker:" in words(full, "spe")
    one = next(one for one in at_end(full, "cod s:") if one.words == "speaker:")
    assert (one.kind, one.text, one.cursor) == ("field", "cod speaker:", 12)


@pytest.mark.parametrize(
    "typed", ["", " ", "mare ", "her*", "zzzz", '"', "(((", "4d", "\U0001f41f", "|", "%", "person:\ud800"]
)
def test_nothing_is_proposed_where_nothing_is_meant(full: Library, typed: str) -> None:
    assert at_end(full, typed) == ()


def test_saved_searches_and_earlier_queries_come_last_and_take_the_querys_place(full: Library) -> None:
    save(full, "Patrols of Marenko", "patrols speaker:Marenko")
    for typed in ("marenko herring", "herring marenko", "mare"):
        remember(full, typed)
    found = at_end(full, "mare")
    assert [(one.kind, one.words, one.text) for one in found[-2:]] == [
        ("saved", "Patrols of Marenko", "patrols speaker:Marenko"),
        ("history", "marenko herring", "marenko herring"),
    ]
    assert found[-1].cursor == len("marenko herring")


def test_an_empty_query_proposes_what_was_asked_before(full: Library) -> None:
    remember(full, "herring")
    assert [(one.kind, one.words) for one in at_end(full, "")] == [("history", "herring")]


def test_as_many_as_are_asked_for(full: Library) -> None:
    assert len(suggestions(full, "s", 1, most=2)) <= 2


def test_a_library_without_an_index_proposes_fields_still(library: Library) -> None:
    assert words(library, "spe") == ["speaker:"]
