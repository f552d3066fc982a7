"""Segments merged hold what one segment of the same articles holds."""

import random
from pathlib import Path

import pytest

from reader.index import Document, Index, keys, merging, seal, segments
from reader.index.batch import Batch
from reader.index.merging import Size, due, due_in_idle_time, merge
from reader.index.segments import PREFIXES, Segment
from tests.index.conftest import document

WORDS = "the vote votes voting herring Herrings U.S. us café long-term 東京 fleets fleet".split()


def some_document(id: int) -> Document:
    chance = random.Random(id)
    text = " ".join(chance.choices(WORDS, range(len(WORDS), 0, -1), k=chance.randint(0, 60)))
    quotes = tuple(" ".join(chance.choices(WORDS, k=3)) for _ in range(chance.randint(0, 2)))
    ids = tuple(chance.sample(range(9), chance.randint(0, 4)))
    return document(f"a{id}", text, " ".join(chance.choices(WORDS, k=3)), row=id, quotes=quotes, entities=ids)


def written(path: Path, ids: range) -> Segment:
    batch = Batch()
    for id in ids:
        batch.add(some_document(id))
    batch.write(path)
    return Segment(path)


def contents(segment: Segment) -> dict[object, object]:
    """All that a segment knows, by words instead of by numbers."""
    found: dict[object, object] = {}
    for name in segment.fields:
        field = segment.field(name)
        for number in range(len(field.keys)):
            ids, freqs, places, _ = field.term(number)
            found[name, field.keys[number]] = [
                None if numbers is None else numbers.tolist() for numbers in (ids, freqs, places)
            ]
        for number in range(len(field.written)):
            there = field.documents_with(number).tolist()
            if there:
                found[name, "written", field.written[number]] = there
        found[name, "lengths"] = segment.lengths(name).tolist()
    for name in ("row", "published", "entity_ids/ends", "entity_ids/ids", "speaker_ids/ends"):
        found[name] = segment.array(name).tolist()
    return found


@pytest.mark.parametrize(("at_once", "most_forms"), [(1, 32), (40, 32), (2_000_000, 32), (2_000_000, 2), (1, 2)])
def test_merging_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int, most_forms: int
) -> None:  # fmt: skip
    # Of a stem with more forms than there are bits, the last bit stands for several.
    monkeypatch.setattr(segments, "MOST_FORMS", most_forms)
    monkeypatch.setattr(merging, "MOST_FORMS", most_forms)
    monkeypatch.setattr(merging, "AT_ONCE", at_once)
    monkeypatch.setattr(keys, "AT_ONCE", at_once)
    parts, at = [], 0
    for number, many in enumerate((1, 30, 7, 60)):
        parts.append((written(tmp_path / f"{number}.seg", range(at, at + many)), frozenset[int]()))
        at += many
    assert merge(parts, tmp_path / "merged.seg") == at
    assert contents(Segment(tmp_path / "merged.seg")) == contents(written(tmp_path / "one.seg", range(at)))


@pytest.mark.parametrize("at_once", [1, 40, 2_000_000])
def test_what_is_deleted_is_gone_after_merging(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:  # fmt: skip
    monkeypatch.setattr(merging, "AT_ONCE", at_once)
    first, second = written(tmp_path / "1.seg", range(40)), written(tmp_path / "2.seg", range(40, 60))
    sources = [(first, frozenset(range(30, 40))), (second, frozenset(range(20)))]
    assert merge(sources, tmp_path / "merged.seg") == 30
    assert contents(Segment(tmp_path / "merged.seg")) == contents(written(tmp_path / "one.seg", range(30)))


def test_beginnings_are_listed_for_words_as_written(tmp_path: Path) -> None:
    batch = Batch()
    for text in ("voting", "votes us", "the U.S."):
        batch.add(document("a" + text, text, "Vox"))
    batch.write(tmp_path / "a.seg")
    field = Segment(tmp_path / "a.seg").field("text" + PREFIXES)
    found = {field.keys[n].decode(): field.term(n).ids.tolist() for n in range(len(field.keys))}
    assert found["vot"] == [0, 1]
    assert found["us"] == [1, 2]
    # Headlines count as well.
    assert found["v"] == found["vox"] == [0, 1, 2]


def test_a_full_tier_becomes_one_segment_and_a_commit_rewrites_little() -> None:
    assert due([Size(1, 1)] * 7) == []
    assert due([Size(1, 1)] * 8 + [Size(5000, 5000)]) == [list(range(8))]
    assert due([Size(900, 900)] * 8) == []
    assert due([Size(900, 900)] * 8, limit=8000) == [list(range(8))]
    assert due([Size(50, 50), Size(79, 100)]) == [[1]]


@pytest.mark.parametrize(
    ("alive", "merged"),
    [
        ([9, 1, 8, 2, 7], [0, 1, 2, 3, 4]),
        ([1000, 10, 1, 1], [2, 3]),
        ([1000, 100, 10], None),
        ([1000, 200, 40, 10], [0, 1, 2, 3]),
        ([5], None),
        ([], None),
    ],
)
def test_segments_that_are_no_small_part_of_the_next_are_merged_in_idle_time(
    alive: list[int], merged: list[int] | None
) -> None:
    assert due_in_idle_time([Size(n, n) for n in alive]) == ([merged] if merged else [])


def test_few_segments_are_left_in_idle_time(index: Index, folder: Path) -> None:
    for number in range(7):
        index.replace([document(str(number), "herring")])
    assert index.tidy() and not index.tidy()
    assert len(seal.read(folder, "library-1").files) == 1
    assert len(index.ids()) == 7


def test_tidying_is_given_up_when_somebody_waits(index: Index, folder: Path) -> None:
    for number in range(7):
        index.replace([document(str(number), "herring")])
    before, files = seal.read(folder, "library-1"), sorted(path.name for path in folder.iterdir())
    assert not index.tidy(lambda: True)
    assert seal.read(folder, "library-1") == before
    assert sorted(path.name for path in folder.iterdir()) == files
