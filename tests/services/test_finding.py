import itertools

from hypothesis import given
from hypothesis import strategies as st

from reader.services.searching import find_in_text


def found(text: str, words: str) -> list[str]:
    return [span.of(text) for span in find_in_text(text, words)]


def test_case_and_accents_do_not_matter() -> None:
    assert found("Café, CAFE, cafe", "café") == ["Café", "CAFE", "cafe"]
    assert found("Café, CAFE, cafe", "CAFE") == ["Café", "CAFE", "cafe"]


def test_letters_that_grow_when_folded_keep_their_offsets() -> None:
    assert found("Straße und STRASSE", "strasse") == ["Straße", "STRASSE"]


def test_nothing_is_found_by_nothing() -> None:
    assert find_in_text("text", "") == ()


@given(st.text(max_size=80), st.text(min_size=1, max_size=4))
def test_places_lie_in_the_text_and_do_not_overlap(text: str, words: str) -> None:
    spans = find_in_text(text, words)
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.start < b.start for a, b in itertools.pairwise(spans))
