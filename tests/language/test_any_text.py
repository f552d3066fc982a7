"""What holds of every text, however strange, with every annotator."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.annotations import Annotations
from reader.core.identity import text_digest
from reader.core.kinds import Form, QuotationKind
from reader.core.spans import Span
from reader.language import Annotator
from reader.language.marks import MARKS, find_passages
from reader.language.tokens import tokenize

WORDS = (
    "Ilse Marenko|Ann|Lee|said|says|told|called for|according to|that|the|president|The two ministers|he|she|they|and"
    "|who|of|for|Ministry of|Corp.|U.S.|Jan. 31|$5 million|76%|Mr.|Asked whether|KESTHOLM|I|my|'s|’s|-|@x|R-Ky.|1,1,1"
    "|\"|“|”|„|«|»|'|’|,|.|?|!|:|;|--|—|(|)|...|\n|\r\n|\n\n|\u2028|\u00a0|\t| |e\u0301|👩‍👩‍👧"
    "|مرحبا|中文|\0|\ud800|İ|ǅ|ß"
).split("|")
LINES = (
    '"We go," Ann Lee said, "now."|“We stay,” he added.|“The boats stay.|said Mayor Bo Ray.|Bo Ray: "No"|And from Ann:'
    '|Ann Lee and Bo Ray said that the U.S. port was shut.|Lee said “no” and that “nobody|”|“|"|"“"”"||\u2029'
    "|The minister’s office told Reuters on Jan. 31 that he was ill, according to Lee.|— Commissioner X"
).split("|")
TALK = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)
PARAGRAPHS = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)
BARE_MARKS = st.text(alphabet="\"“”„«»‟＂'‘’ \n,.—", max_size=80)
HUGE_WORDS = st.lists(
    st.builds(lambda letter, times: letter * times, st.sampled_from('aZ9é中"“-.’I'), st.integers(1, 400)), max_size=4
).map(" ".join)
TEXTS = st.one_of(TALK, GLUED, PARAGRAPHS, BARE_MARKS, HUGE_WORDS, st.text(max_size=300))
EXTREME = {
    "nothing": "",
    "a space": " ",
    "a letter": "a",
    "lines alone": "\n" * 5_000,
    "10,000 letters": "a" * 10_000,
    "10,000 capitals": "A" * 10_000,
    "10,000 letters, then speech": "a" * 10_000 + '\n\n"We go," Ann Lee said.',
    "10,000 signs of Chinese": "中" * 10_000,
    "10,000 opening marks": "“" * 10_000,
    "10,000 straight marks": '"' * 10_000,
    "marks in turn": "“”" * 3_000,
    "marks and spaces": '" ' * 3_000,
    "stops": "." * 10_000,
    "hyphens between letters": "a-" * 5_000,
    "accents without a letter": "\u0301" * 5_000,
    "one long sentence": "Ann Lee and Bo Ray said that he said that " * 250,
    "one long quotation": "“We go on and on " * 500,
    "many short lines": 'Ann Lee said "no."\n' * 500,
    "many quotations in a line": '"We go on," "and on." ' * 1_500,
    "İ for I": '"We go," said Ann Lee. "We stay," Bo Ray said, as İ',
    "a name as long as a page": "Ann Lee " * 1_500,
    "words glued to a name": 'A0?"two"l000A"GaN',
}


def spans_of(found: Annotations) -> dict[str, list[Span]]:
    """The spans of each layer."""
    return {
        "mentions": [m.span for m in found.mentions],
        "roles": [r.span for r in found.roles],
        "contents": [piece for q in found.quotations for piece in q.content],
        "cues": [q.cue for q in found.quotations if q.cue],
        "speakers": [q.speaker for q in found.quotations if q.speaker],
    }


def crossing(spans: list[Span]) -> list[tuple[Span, Span]]:
    """Pairs of spans of which each has letters of the other and some of its own."""
    found, open_ = [], []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        while open_ and open_[-1].end <= span.start:
            open_.pop()
        if open_ and open_[-1].end < span.end:
            found.append((open_[-1], span))
        open_.append(span)
    return found


def letters_of(text: str) -> tuple[bytearray, bytearray]:
    """For each place of a text whether a letter or figure stands there, and whether inside double marks."""
    tokens = tokenize(text)
    marked = bytearray(len(text))
    for passage in find_passages(tokens):
        first, last = passage.inner()
        if last > first:
            start, end = tokens.starts[first], tokens.ends[last - 1]
            marked[start:end] = b"\1" * (end - start)
    return bytearray(c.isalnum() for c in text), marked


def kind_by_marks(content: tuple[Span, ...], letters: bytearray, marked: bytearray) -> QuotationKind:
    """Direct where every letter or figure stands inside double marks, mixed where some do."""
    found = {marked[i] for piece in content for i in range(piece.start, piece.end) if letters[i]}
    if found == {1}:
        return QuotationKind.DIRECT
    return QuotationKind.MIXED if 1 in found else QuotationKind.INDIRECT


def check(text: str, found: Annotations) -> None:
    """The promises of an annotator."""
    assert found.digest == text_digest(text)
    for layer, spans in spans_of(found).items():
        assert all(0 <= span.start < span.end <= len(text) for span in spans), layer
        assert crossing(spans) == [], layer
    order = [(m.span.start, -m.span.end) for m in found.mentions]
    assert order == sorted(order)
    chains = {chain.id for chain in found.chains}
    assert len(chains) == len(found.chains)
    used = {c for m in found.mentions for c in m.chains} | {r.chain for r in found.roles}
    used |= {c for q in found.quotations for c in q.speakers}
    assert used <= chains
    assert {c for m in found.mentions if m.form is Form.NAME for c in m.chains} == chains
    assert all(m.kind.names_an_entity or not m.chains for m in found.mentions)
    letters, marked = letters_of(text)
    for quotation in found.quotations:
        assert quotation.content
        assert all(a.end <= b.start for a, b in pairwise(quotation.content))
        assert 0 <= quotation.confidence <= 1
        assert quotation.kind is kind_by_marks(quotation.content, letters, marked)


@settings(max_examples=60)
@given(text=TEXTS)
def test_no_text_is_too_strange(by: Annotator, text: str) -> None:
    check(text, by.annotate(text, ()))


@pytest.mark.parametrize("name", EXTREME)
def test_no_text_is_too_extreme(by: Annotator, name: str) -> None:
    check(EXTREME[name], by.annotate(EXTREME[name], ()))


@settings(max_examples=30)
@given(text=TEXTS.map(lambda text: "".join(c for c in text if c not in MARKS)))
def test_without_marks_nothing_is_direct(by: Annotator, text: str) -> None:
    assert {q.kind for q in by.annotate(text, ()).quotations} <= {QuotationKind.INDIRECT}


@settings(max_examples=30)
@given(text=TEXTS, between=PARAGRAPHS)
def test_the_same_text_gives_the_same_annotations_whatever_was_read_between(
    by: Annotator, text: str, between: str
) -> None:
    found = by.annotate(text, ())
    by.annotate(between, ())
    assert by.annotate(text, ()) == found


def test_spans_that_cross_are_told() -> None:
    assert crossing([Span(0, 5), Span(0, 2), Span(2, 5), Span(7, 9)]) == []
    assert crossing([Span(0, 5), Span(3, 7)]) == [(Span(0, 5), Span(3, 7))]
    assert crossing([Span(0, 9), Span(1, 3), Span(2, 5)]) == [(Span(1, 3), Span(2, 5))]


@pytest.mark.parametrize(
    ("content", "kind"),
    [('"We go," "now"', "direct"), ("we “go” now", "mixed"), ("we go", "indirect"), ("«We go»", "direct")],
)
def test_the_kind_is_told_by_the_marks(content: str, kind: str) -> None:
    text = f"She said {content}."
    assert kind_by_marks((Span(9, len(text) - 1),), *letters_of(text)) == kind
