"""Windows with right tags."""

from __future__ import annotations

import pytest

from reader.language.heads import MENTION_KINDS, NAME_KINDS
from reader.language.pieces import Pieces
from reader.language.words import load_words
from training.corpora import Sample
from training.examples import UNKNOWN, Example, examples
from training.markup import read_story

STORY = (
    '<s1|{r:ann_lee|Minister} {p:ann_lee|Ann Lee}> <c1|said> <q1|{p^ann_lee|she} agreed>. <q2@ann_lee|"Soon.">\n'
    "{p~ann_lee|The minister} left {l:ardell|Ardell}."
)


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    file = tmp_path_factory.mktemp("pieces") / "vocab.txt"
    letters = [chr(c) for c in range(33, 127)]
    file.write_text("\n".join(["[PAD]", "[UNK]", *letters, *(f"##{c}" for c in letters)]) + "\n", "utf-8")
    return Pieces.load(file)


def only(sample: Sample, pieces: Pieces) -> Example:
    (found,) = examples(sample, load_words(), pieces)
    return found


def story(knows: frozenset[str] | None = None) -> Sample:
    article = read_story("a", STORY)
    parts = (article["id"], article["text"], article["mentions"], article["attributions"])
    return Sample(*parts) if knows is None else Sample(*parts, knows)


def test_tags_say_where_spans_begin_and_go_on(pieces: Pieces) -> None:
    one = only(story(), pieces)
    person = 1 + 2 * NAME_KINDS.index("person")
    assert one.tags["role"][:4] == [1, 0, 0, 0]
    assert one.tags["name"][:4] == [0, person, person + 1, 0]
    assert one.tags["speaker"][:4] == [1, 2, 2, 0]
    assert one.tags["cue"][3] == 1
    nominal = 1 + 2 * MENTION_KINDS.index("person")
    assert one.tags["nominal"][-5:] == [nominal, nominal + 1, 0, 0, 0]
    assert one.tags["pronoun"][4] == 1


def test_pointers_say_what_belongs_together(pieces: Pieces) -> None:
    one = only(story(), pieces)
    assert one.cues == [(3, 0)]
    assert one.contents == [(4, 3, 0), (7, -1, -1)]
    numbers = {at: number for at, _, number in one.referents}
    assert {meant for kind, _, meant in one.askers if kind < 2} == {(numbers[1],)}
    assert [meant for kind, _, meant in one.askers if kind == 2] == [(numbers[1],), (numbers[1],)]


def test_they_mean_several_at_once(pieces: Pieces) -> None:
    article = read_story(
        "a", "{p:ann|Ann Lee} and {p:joe|Joe Ray} left. <q1|{p^ann+joe|They} smiled>, <s1|a man> <c1|said>."
    )
    one = only(Sample(article["id"], article["text"], article["mentions"], article["attributions"]), pieces)
    numbers = {at: number for at, _, number in one.referents}
    assert set(numbers) == {0, 3}
    assert one.askers == [(0, 7, (numbers[0], numbers[3])), (2, 7, ())]


def test_what_a_corpus_does_not_know_is_unknown(pieces: Pieces) -> None:
    one = only(story(frozenset(("names",))), pieces)
    assert set(one.tags["cue"]) - {1} <= {UNKNOWN}
    assert UNKNOWN not in one.tags["name"]
    assert one.cues == []
