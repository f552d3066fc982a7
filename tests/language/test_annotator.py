"""What holds of every text, however strange."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.annotations import Annotations
from reader.core.identity import text_digest
from reader.core.kinds import Form, QuotationKind
from reader.language import load
from tests.language.lookers import annotator, look

WORDS = (
    "Ilse Marenko|Ann|Lee|said|says|told|called for|according to|that|the|president|The two ministers|he|she|they|and"
    "|who|of|for|Ministry of|Corp.|U.S.|Jan. 31|$5 million|76%|Mr.|Asked whether|KESTHOLM|I|my|'s|’s|-|@x|R-Ky.|1,1,1"
    "|\"|“|”|„|«|»|'|’|,|.|?|!|:|;|--|—|(|)|...|\n|\r\n|\n\n|\u2028|\u00a0|\t| |e\u0301|👩‍👩‍👧"
    "|مرحبا|中文|\0|\ud800|İ|ǅ|ß"
).split("|")
NASTY = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


def check(text: str, found: Annotations) -> None:
    """The promises of the annotator."""
    assert found.digest == text_digest(text)
    chains = {chain.id for chain in found.chains}
    assert len(chains) == len(found.chains)
    spans = [m.span for m in found.mentions] + [r.span for r in found.roles]
    spans += [s for q in found.quotations for s in (*q.content, q.cue, q.speaker) if s is not None]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    order = [(m.span.start, -m.span.end) for m in found.mentions]
    assert order == sorted(order)
    used = {c for m in found.mentions for c in m.chains} | {r.chain for r in found.roles}
    used |= {c for q in found.quotations for c in q.speakers}
    assert used <= chains
    named = {c for m in found.mentions if m.form is Form.NAME for c in m.chains}
    assert named == chains
    assert all(m.kind.names_an_entity or not m.chains for m in found.mentions)
    assert all(list(q.content) == sorted(q.content) for q in found.quotations)


@given(st.one_of(NASTY, GLUED, st.text(max_size=200)))
def test_no_text_is_too_strange(text: str) -> None:
    check(text, annotator().annotate(text, ()))


@given(NASTY)
def test_the_same_text_gives_the_same_annotations(text: str) -> None:
    assert annotator().annotate(text, ()) == annotator().annotate(text, ())


def test_raw_line_ends_and_no_break_spaces_keep_their_offsets() -> None:
    seen = look('Tolvik\r\n\r\n"We\u00a0stay," Ilse\u00a0Marenko said.\r\n')
    assert seen.content("We") == ['"We\u00a0stay,"']
    assert seen.called("Ilse Marenko") == ["Ilse\u00a0Marenko"]


def test_letters_outside_the_first_plane_count_one() -> None:
    seen = look('🐟🐟 "We stay," Ilse Marenko said 🐟.')
    assert seen.content("We") == ['"We stay,"']


def test_kind_follows_from_the_marks() -> None:
    seen = look('"We stay," she said. She said "we" stay. She said we stay put.')
    assert {q.kind for q in seen.found.quotations} == set(QuotationKind)


@pytest.mark.parametrize(
    "unit",
    [
        '"We go," Ann Lee said, "now," ',
        "Ann Lee and Bob Ray said that he said that ",
        "“We go on and on\n\n",
        "President Ann Lee met the president. The company and Acme Corp. ",
        ".!?",
        "1,",
        "“",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    made = annotator()

    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        check(text, made.annotate(text, ()))
        return time.process_time() - start

    small = max(seconds(20_000), 0.02)
    assert seconds(160_000) < 8 * 4 * small


def test_the_name_is_versioned() -> None:
    assert annotator().name == "rules-1"
    assert annotator().annotate("", ()).annotator == "rules-1"


def test_another_model_is_refused() -> None:
    with pytest.raises(ValueError, match="deep"):
        load("deep")


def test_importing_the_door_reads_no_list() -> None:
    code = "import sys, reader.language; print(any(m.startswith('reader.language.') for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"
