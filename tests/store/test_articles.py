from dataclasses import replace

import pytest

from reader.core.article import Article, ArticleId, Dateline, Published, Removal
from reader.core.reasons import Reason
from reader.store import articles, marks, queues, runs
from reader.store.lineage import Added
from reader.store.opening import Store
from tests.builders import article


def add(store: Store, made: Article, data: bytes = b"the original") -> Added:
    with store.writing() as db:
        return articles.add(db, made, articles.pack(data), runs.add(db))


def headlines(store: Store) -> list[str]:
    ids = [entry.id for entry in articles.entries(store.db)]
    return [row.headline for row in articles.rows(store.db, ids)]


def test_an_article_comes_back_as_it_went_in(store: Store) -> None:
    made = article("Crews waited 🐟 on Saturday.", "Nobody spoke.")
    made = replace(
        made,
        removals=(Removal("RELATED Storm", Reason("related-link"), 20),),
        byline=("Jonna Weil",),
        dateline=Dateline("MERESUND", "CLP", "March 12"),
        published=Published(made.published.date, inferred=True, why=Reason("year-from-weekday", ("a", "b"))),  # type: ignore[union-attr]
        flags=("correction",),
    )
    add(store, made)
    assert articles.find(store.db, made.id) == made


def test_the_original_is_kept_byte_for_byte_and_once(store: Store) -> None:
    first = article("One.")
    add(store, first, b"\x00raw\xff")
    add(store, replace(first, id=ArticleId("f" * 16)), b"\x00raw\xff")
    assert articles.original(store.db, first.id) == b"\x00raw\xff"
    assert store.db.execute("SELECT count(*) FROM original").fetchone() == (1,)


def test_the_same_article_is_known(store: Store) -> None:
    made = article("One.")
    assert not add(store, made).known
    assert add(store, made).known
    assert articles.counts(store.db).articles == 1


def test_the_same_path_with_another_text_is_a_newer_version_with_the_marks(store: Store) -> None:
    old, new = article("One."), article("One, corrected.")
    add(store, old)
    row = articles.find_row(store.db, old.id)
    assert row is not None
    with store.writing() as db:
        marks.replace(db, row, read=True, starred=True)
        marks.add_tag(db, row, "herring")
    assert add(store, new).older == old.id
    (shown,) = articles.rows(store.db, [new.id])
    assert (shown.read, shown.starred, shown.tags, shown.versions) == (True, True, ("herring",), 2)
    assert [entry.id for entry in articles.entries(store.db)] == [new.id]
    assert articles.versions(store.db, old.id) == (old.id, new.id)


def test_the_same_address_makes_versions_over_different_files(store: Store) -> None:
    address = "https://coastline.example/sound"
    add(store, article("One.", path="/a.txt", url=address))
    assert add(store, article("Two.", path="/b.txt", url=address)).older is not None


def test_two_files_without_an_address_are_two_stories(store: Store) -> None:
    add(store, article("One.", path="/a.txt"))
    assert add(store, article("Two.", path="/b.txt")).older is None
    assert articles.counts(store.db).articles == 2


def test_the_newest_day_stands_first_and_undated_ones_last(store: Store) -> None:
    for n, day in enumerate(("2024-03-01", "", "2024-03-09")):
        add(store, article("Words.", headline=day or "undated", day=day, path=f"/{n}"))
    assert headlines(store) == ["2024-03-09", "2024-03-01", "undated"]


def test_unread_starred_and_tagged_articles_are_told_apart(store: Store) -> None:
    one, two = article("One.", path="/1"), article("Two.", path="/2")
    add(store, one)
    add(store, two)
    row = articles.find_row(store.db, one.id)
    assert row is not None
    with store.writing() as db:
        marks.replace(db, row, read=True, starred=True)
        marks.add_tag(db, row, "herring")
    ids = lambda **which: [e.id for e in articles.entries(store.db, **which)]  # noqa: E731
    assert ids(unread=True) == [two.id]
    assert ids(starred=True) == [one.id]
    assert ids(tag="herring") == [one.id]
    assert articles.counts(store.db).unread == 1


def test_taking_a_run_back_gives_the_older_version_its_place_again(store: Store) -> None:
    old, new = article("One."), article("Two.")
    add(store, old)
    with store.writing() as db:
        run = runs.add(db)
        articles.add(db, new, articles.pack(b"x"), run)
    with store.writing() as db:
        assert runs.undo(db, run) == (new.id,)
    assert [entry.id for entry in articles.entries(store.db)] == [old.id]
    assert articles.original(store.db, new.id) is None
    assert not runs.exists(store.db, run)


def test_the_readers_marks_go_back_with_it(store: Store) -> None:
    old, new = article("One."), article("Two.")
    add(store, old)
    with store.writing() as db:
        run = runs.add(db)
        articles.add(db, new, articles.pack(b"x"), run)
        row = articles.find_row(db, new.id)
        assert row is not None
        marks.replace(db, row, read=True, starred=None)
        marks.add_tag(db, row, "later")
    with store.writing() as db:
        runs.undo(db, run)
    (shown,) = articles.rows(store.db, [old.id])
    assert (shown.read, shown.tags) == (True, ("later",))


@pytest.mark.parametrize("times", [1, 3])
def test_a_change_while_a_chunk_is_written_stays_in_the_queue(store: Store, times: int) -> None:
    made = article("One.")
    add(store, made)
    store.db.execute("DELETE FROM annotate_queue")
    for _ in range(times):
        chunk = queues.to_index(store.db, 10)
        with store.writing() as db:
            queues.index(db, [made.id])
        with store.writing() as db:
            queues.indexed(db, chunk)
    assert [id for id, _ in queues.to_index(store.db, 10)] == [made.id]


def test_an_article_that_waits_for_the_annotator_is_indexed_later(store: Store) -> None:
    add(store, article("One."))
    assert queues.to_index(store.db, 10) == ()
    with store.writing() as db:
        queues.annotated(db, queues.to_annotate(db, 1)[0])
    assert len(queues.to_index(store.db, 10)) == 1
