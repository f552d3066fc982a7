"""Trees of queries for property tests: any that a reader could have typed."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.core.query import All, Any, Field, Near, Not, Phrase, Query, Word, WordForm
from reader.core.query_dates import date_range
from reader.core.query_fields import NAME_FIELDS, TEXT_FIELDS, VALUES

WORDS = st.sampled_from("herring cod eel U.S. café long-term 2024 limits Ardell a:b Lee 東京 O'Brien 3.5".split())
_phrase = st.lists(WORDS, min_size=2, max_size=3).map(" ".join)
LEAVES: st.SearchStrategy[Query] = st.one_of(
    WORDS.map(Word),
    WORDS.map(lambda word: Word(word, WordForm.FUZZY)),
    st.sampled_from([Word("her", WordForm.PREFIX), Word("w*d", WordForm.PATTERN), Word("*ring", WordForm.PATTERN)]),
    _phrase.map(Phrase),
    st.builds(Near, _phrase, st.integers(0, 50)),
)
_names = st.one_of(WORDS.map(Word), _phrase.map(Phrase))
_days = st.sampled_from("2024 2024-02 2024-02-29 2021..2023 ..2023 2024-03-01.. >2024-01 <=2020".split()).map(
    date_range
)


def _lists(leaves: st.SearchStrategy[Query], name: str) -> st.SearchStrategy[Query]:
    several = st.lists(leaves, min_size=2, max_size=3, unique=True).map(lambda parts: Any(tuple(parts)))
    return st.one_of(leaves, several, leaves.map(Not)).map(lambda inner: Field(name, inner))


def _values() -> st.SearchStrategy[Query]:
    known = [_lists(st.sampled_from(words).map(Word), name) for name, words in VALUES.items()]
    tags = st.sampled_from([Word("fish"), Phrase("deep sea"), Word("proj", WordForm.PREFIX), Phrase("a, b")])
    other = {"last": ("7d", "2w", "1y"), "lang": ("en", "pt-br")}
    known += [_lists(st.sampled_from(words).map(Word), name) for name, words in other.items()]
    return st.one_of(*known, _lists(tags, "tag"), _lists(_days, "date"))


FIELDS = st.one_of(
    *(_lists(LEAVES, name) for name in TEXT_FIELDS), *(_lists(_names, name) for name in NAME_FIELDS), _values()
)
TREES: st.SearchStrategy[Query] = st.recursive(
    st.one_of(LEAVES, FIELDS),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=2, max_size=4).map(lambda parts: Any(tuple(parts))),
    ),
    max_leaves=12,
)
