from collections.abc import Iterator

import pytest

from reader.core.article import Article, ArticleId
from reader.core.sameness import Relation
from reader.core.sketches import Sketch
from reader.core.tellings import telling
from reader.store import articles, groups, runs, sketches
from reader.store.opening import Store
from tests.builders import article
from tests.retold import told


@pytest.fixture
def rows(store: Store) -> Iterator[list[int]]:
    """Five articles of five stories, of five days."""
    yield [
        add(store, article("Words.", headline=f"Story {n}", path=f"/{n}", day=f"2024-03-0{n + 1}")) for n in range(5)
    ]


def add(store: Store, made: Article) -> int:
    with store.writing() as db:
        articles.add(db, made, articles.pack(b"x"), runs.add(db))
        row = articles.find_row(db, made.id)
    assert row is not None
    return row


def relate(store: Store, *pairs: tuple[int, int], kind: Relation = Relation.COPY) -> None:
    with store.writing() as db:
        for newer, older in pairs:
            groups.relate(db, newer, older, kind)


def parts(store: Store) -> set[frozenset[str]]:
    """The groups, each as the headlines of its members."""
    numbers = groups.numbers(store.db)
    found = {number: groups.of(store.db, [id])[id].members for id, number in numbers.items()}
    assert len(numbers) == sum(map(len, found.values()))
    return {frozenset(member.headline[-1] for member in members) for members in found.values()}


def remove(store: Store, row: int) -> None:
    with store.writing() as db:
        articles.remove(db, row)
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_related_articles_are_a_group_newest_first(store: Store, rows: list[int]) -> None:
    relate(store, (rows[1], rows[0]), (rows[2], rows[1]))
    first = articles.row_id(store.db, rows[0])
    members = groups.members(store.db, first)
    assert [member.headline for member in members] == ["Story 2", "Story 1", "Story 0"]
    assert [member.relation for member in members] == [Relation.COPY, Relation.COPY, None]
    assert groups.of(store.db, [first])[first].newest == articles.row_id(store.db, rows[2])
    assert members[0].publication == "Coastline Press"
    assert members[0].published == "2024-03-03"


def test_an_article_alone_has_no_group(store: Store, rows: list[int]) -> None:
    alone = articles.row_id(store.db, rows[4])
    assert groups.members(store.db, alone) == ()
    assert groups.of(store.db, [alone, ArticleId("nothing")]) == {}
    assert groups.numbers(store.db) == {}


def test_two_groups_grow_together(store: Store, rows: list[int]) -> None:
    relate(store, (rows[1], rows[0]), (rows[3], rows[2]))
    assert parts(store) == {frozenset("01"), frozenset("23")}
    relate(store, (rows[2], rows[1]))
    assert parts(store) == {frozenset("0123")}


def test_the_weightiest_of_many_relations_is_told(store: Store, rows: list[int]) -> None:
    relate(store, (rows[2], rows[0]), kind=Relation.ELSEWHERE)
    relate(store, (rows[2], rows[1]), kind=Relation.CORRECTION)
    newest = groups.members(store.db, articles.row_id(store.db, rows[0]))[0]
    assert newest.relation is Relation.CORRECTION


@pytest.mark.parametrize(
    ("pairs", "gone", "left"),
    [
        ([(1, 0)], 0, []),
        ([(1, 0)], 1, []),
        ([(1, 0), (2, 1)], 1, []),
        ([(1, 0), (2, 1)], 0, ["12"]),
        ([(1, 0), (2, 1), (2, 0)], 0, ["12"]),
        ([(1, 0), (2, 1), (3, 2), (4, 3)], 2, ["01", "34"]),
        ([(2, 0), (2, 1), (3, 2), (4, 2), (4, 3)], 2, ["34"]),
        ([(1, 0), (2, 0), (2, 1), (3, 0), (3, 2), (4, 3)], 0, ["1234"]),
    ],
)
def test_a_group_comes_apart_where_what_joined_it_goes(
    store: Store, rows: list[int], pairs: list[tuple[int, int]], gone: int, left: list[str]
) -> None:
    relate(store, *((rows[newer], rows[older]) for newer, older in pairs))
    remove(store, rows[gone])
    assert parts(store) == set(map(frozenset, left))


def test_a_story_that_left_a_group_can_be_in_another(store: Store, rows: list[int]) -> None:
    relate(store, (rows[1], rows[0]), (rows[2], rows[0]), (rows[2], rows[1]))
    with store.writing() as db:
        groups.clear(db, rows[0])
    relate(store, (rows[3], rows[0]))
    assert parts(store) == {frozenset("12"), frozenset("03")}


def test_all_versions_of_an_article_are_in_its_group_and_the_newest_is_shown(store: Store, rows: list[int]) -> None:
    relate(store, (rows[1], rows[0]))
    newer = article("Words, again.", headline="Story 1", path="/1", day="2024-03-02")
    row = add(store, newer)
    shown = groups.members(store.db, articles.row_id(store.db, rows[0]))
    assert [member.id for member in shown] == [newer.id, articles.row_id(store.db, rows[0])]
    assert groups.members(store.db, articles.row_id(store.db, rows[1])) == shown
    remove(store, row)
    assert [member.headline for member in groups.members(store.db, articles.row_id(store.db, rows[0]))] == [
        "Story 1",
        "Story 0",
    ]


def test_versions_of_one_story_are_no_group(store: Store, rows: list[int]) -> None:
    row = add(store, article("Words, again.", headline="Story 0", path="/0", day="2024-03-01"))
    relate(store, (row, rows[0]), kind=Relation.UPDATE)
    assert parts(store) == set()


# Sketches


def keep(store: Store, row: int, sketch: Sketch, *others: int) -> None:
    with store.writing() as db:
        sketches.replace(db, row, sketch, others)


def test_a_sketch_comes_back_as_it_went_in(store: Store, rows: list[int]) -> None:
    made = telling(told()).sketch
    keep(store, rows[0], made, 5 << 32)
    assert sketches.find(store.db, rows[0]) == (made, "Story 0")
    assert sketches.find(store.db, rows[1]) is None


def test_candidates_are_those_with_most_keys_in_common_then_the_newest(store: Store, rows: list[int]) -> None:
    keep(store, rows[0], Sketch(9, 3, (1, 2, 3)), 5 << 32)
    keep(store, rows[1], Sketch(9, 3, (3, 4, 7)))
    keep(store, rows[2], Sketch(9, 1, (9,)), 5 << 32)
    assert sketches.candidates(store.db, rows[0], (1, 2, 3)) == (rows[1],)
    assert sketches.candidates(store.db, rows[3], (2, 3, 5 << 32)) == (rows[0], rows[2], rows[1])
    assert sketches.candidates(store.db, rows[3], (100,)) == ()


def test_of_hundreds_that_share_a_key_the_newest_are_looked_at(store: Store, rows: list[int]) -> None:
    with store.writing() as db:
        db.executemany("INSERT INTO sketch_key VALUES (7, ?)", ((1000 + n,) for n in range(300)))
    found = sketches.candidates(store.db, rows[0], (7,))
    assert found == tuple(range(1299, 1299 - sketches.PER_KEY, -1))


def test_a_new_sketch_replaces_the_old_one_with_its_keys(store: Store, rows: list[int]) -> None:
    keep(store, rows[0], Sketch(9, 2, (1, 2)), 5 << 32)
    keep(store, rows[0], Sketch(9, 2, (2, 3)))
    assert store.db.execute("SELECT key FROM sketch_key ORDER BY key").fetchall() == [(2,), (3,)]


def test_an_article_that_goes_leaves_no_keys(store: Store, rows: list[int]) -> None:
    keep(store, rows[0], telling(told()).sketch, 5 << 32)
    remove(store, rows[0])
    assert store.db.execute("SELECT count(*) FROM sketch_key").fetchone() == (0,)


def test_sketches_of_an_older_rule_are_missing(store: Store, rows: list[int]) -> None:
    for row in rows[1:]:
        keep(store, row, Sketch(9, 1, (1,)))
    assert sketches.missing(store.db) == (rows[0],)
    with store.writing() as db:
        db.execute("UPDATE sketch SET rule = rule - 1 WHERE article >= ?", (rows[3],))
    assert sketches.missing(store.db) == (rows[0], rows[3], rows[4])
    assert sketches.missing(store.db, 2) == (rows[0], rows[3])
