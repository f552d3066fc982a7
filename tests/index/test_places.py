import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.core.query_parser import parse
from reader.index import find_hits, snippet

STORY = (
    "Herring accord signed\n\nCrews waited. The herring fleet may land herrings under the accord.\n\n"
    "The U.S. told us so."
)


def hits(typed: str, text: str = STORY) -> list[str]:
    query = parse(typed).query
    return [span.of(text) for span in find_hits(text, query)] if query else []


def test_words_are_found_in_every_form() -> None:
    assert hits("herring") == ["Herring", "herring", "herrings"]


def test_a_phrase_is_one_place() -> None:
    assert hits('"herring fleet"') == ["herring fleet"]


def test_excluded_words_and_entities_are_not_marked() -> None:
    assert hits("crews -accord speaker:Ardell") == ["Crews"]


def test_stop_words_are_marked_only_when_they_are_all() -> None:
    assert hits("the crews") == ["Crews"]
    assert hits("the") == ["The", "the", "The"]


def test_a_word_with_hyphens_is_marked_as_one_word_too() -> None:
    assert hits("e-mail", "An e-mail or Email or mail.") == ["e-mail", "Email"]


def test_a_prefix_marks_words_as_written() -> None:
    assert hits("herr*") == ["Herring", "herring", "herrings"]


def test_us_in_capitals_is_the_country() -> None:
    assert hits("US") == ["U.S."]


def test_offsets_count_code_points() -> None:
    assert hits("café", "🐟🐟 cafe\u0301 Café") == ["cafe\u0301", "Café"]


def test_the_snippet_is_the_passage_with_most_different_words_outside_the_headline() -> None:
    query = parse("herring accord").query
    assert query is not None
    found = snippet(STORY, query)
    assert found is not None
    assert found.text == "The herring fleet may land herrings under the accord."
    assert STORY[found.at :].startswith(found.text)
    assert [mark.of(found.text) for mark in found.marks] == ["herring", "herrings", "accord"]


def test_a_word_of_the_headline_alone_shows_the_headline() -> None:
    query = parse("signed").query
    assert query is not None
    found = snippet(STORY, query)
    assert found is not None and found.text == "Herring accord signed"


def test_there_is_no_snippet_where_nothing_is_found() -> None:
    query = parse("cod").query
    assert query is not None
    assert snippet(STORY, query) is None


@given(st.text(max_size=80), st.text(max_size=20))
def test_places_lie_in_the_text_in_order(text: str, typed: str) -> None:
    query = parse(typed).query
    if query is None:
        return
    spans = find_hits(text, query)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    found = snippet(text, query)
    assert found is None or text[found.at :].startswith(found.text)


def test_a_line_of_megabytes_gives_its_passage_without_delay() -> None:
    query = parse("w*").query
    assert query is not None
    found = snippet("Weighed\n\n" + "word weighs " * 200_000, query)
    assert found is not None
    assert found.text.startswith("word weighs")
