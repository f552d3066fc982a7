"""From text to the words of the index."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.index import analysis
from reader.index.analysis import Tokens, words


def terms(text: str) -> list[str]:
    return [word.term for word in words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("U.S", "US"),
        ("the U.S.'s", "the US’s"),
        ("U.S.A.", "USA"),
        ("O'Brien", "O’Brien"),
        ("Marenko's", "Marenko"),
        ("café", "CAFE"),
        ("cafe\u0301", "café"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Håkonsøy", "hakonsoy"),
        ("1,200,000", "1200000"),
        ("vote", "voting"),
        ("İstanbul", "istanbul"),
        ("long-term", "long term"),
        ("the end.", "the end"),
    ],
)
def test_these_are_the_same(one: str, other: str) -> None:
    assert terms(one) == terms(other)


@pytest.mark.parametrize(
    ("one", "other"), [("US", "us"), ("WHO", "who"), ("IT", "it"), ("1,200", "1.200"), ("で", "て")]
)
def test_these_are_kept_apart(one: str, other: str) -> None:
    assert terms(one) != terms(other)


def test_common_words_are_kept_for_phrases() -> None:
    assert terms("to be or not to be") == ["to", "be", "or", "not", "to", "be"]


def test_each_chinese_or_japanese_sign_is_a_word() -> None:
    assert len(terms("東京で会議")) == 5


def test_offsets_count_code_points_of_the_text_as_it_is() -> None:
    text = "😀 İ. said: the U.S.’s café 東"
    assert [text[w.start : w.end] for w in words(text)] == ["İ", "said", "the", "U.S.’s", "café", "東"]


def test_the_word_as_written_is_kept_beside_its_stem() -> None:
    assert [(w.term, w.plain) for w in words("Voting Café")] == [("vote", "voting"), ("cafe", "cafe")]


@given(st.text())
def test_words_stand_in_order_in_any_text(text: str) -> None:
    found = list(words(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(w.term and 0 <= w.start < w.end <= len(text) for w in found)


@given(st.text(alphabet="aé'’.,1 -U.S.\u0301ßم\u0640日_\n", max_size=60) | st.text(max_size=60))
def test_tokens_stand_where_the_words_stand(text: str) -> None:
    tokens = Tokens(text)
    told = [(*pair, tokens.start(n), tokens.end(n)) for n, pair in enumerate(tokens.words)]
    assert told == list(words(text))


@given(st.text(alphabet="abAB'’., \n-_1é\u0301\u093f日U", max_size=40))
def test_words_of_plain_letters_are_found_as_all_others_are(text: str) -> None:
    quick, rest = analysis._WORD.pattern.split("|", 1)
    assert quick.startswith("[a-zA-Z]")
    assert analysis._WORD.findall(text) == re.findall(rest, text)
