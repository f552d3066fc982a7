from collections.abc import Callable

import pytest

from reader.core.annotations import Annotations, Chain, Mention, Quotation, Role
from reader.core.article import Article
from reader.core.identity import text_digest
from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.store import articles, entities, machine, mentions, queues, runs
from reader.store.opening import Store
from tests.builders import article, span


def annotated(text: str, annotator: str = "test-1") -> Annotations:
    """Marenko by name and pronoun, her role, and what she said of Vasmark."""
    return Annotations(
        text_digest(text),
        annotator,
        (
            Mention(span(text, "Ilse Marenko"), Kind.PERSON, Form.NAME, (1,)),
            Mention(span(text, "Vasmark"), Kind.PLACE, Form.NAME, (2,)),
            Mention(span(text, "she"), Kind.PERSON, Form.PRONOUN, (1,)),
        ),
        (Chain(1, "Ilse Marenko", Kind.PERSON), Chain(2, "Vasmark", Kind.PLACE)),
        (Role(span(text, "Minister"), 1),),
        (
            Quotation(
                QuotationKind.DIRECT,
                (span(text, "“Vasmark agrees,”"),),
                span(text, "said"),
                span(text, "she"),
                (1,),
                0.9,
                Reason("unexplained"),
            ),
        ),
    )


Put = Callable[..., Article]


@pytest.fixture
def put(store: Store) -> Put:
    def put(path: str, day: str = "2024-03-12") -> Article:
        made = article("Minister Ilse Marenko came. “Vasmark agrees,” she said.", path=path, day=day, headline=path)
        with store.writing() as db:
            articles.add(db, made, articles.pack(b"x"), runs.add(db))
            row = articles.find_row(db, made.id)
            assert row is not None
            ids = {
                1: entities.get_id(db, "person|ilse marenko", "Ilse Marenko", Kind.PERSON),
                2: entities.get_id(db, "place|vasmark", "Vasmark", Kind.PLACE),
            }
            machine.replace(db, row, made.text, annotated(made.text), ids)
            queues.annotated(db, row)
        return made

    return put


def marenko(store: Store) -> int:
    return entities.named(store.db, "ilse marenko")[0]


def test_annotations_come_back_as_they_went_in(store: Store, put: Put) -> None:
    made = put("/a")
    row = articles.find_row(store.db, made.id)
    assert row is not None
    assert machine.find(store.db, row) == annotated(made.text)


def test_annotating_anew_replaces_all_and_keeps_the_ids(store: Store, put: Put) -> None:
    made, before = put("/a"), marenko(store)
    row = articles.find_row(store.db, made.id)
    assert row is not None
    with store.writing() as db:
        id = entities.get_id(db, "person|ilse marenko", "Ilse Marenko", Kind.PERSON)
        machine.replace(db, row, made.text, annotated(made.text, "test-2"), {1: id})
    assert (id, marenko(store)) == (before, before)
    (found,) = entities.rows(store.db, [before])
    assert (found.mentions, found.articles) == (2, 1)


def test_an_entity_knows_its_names_roles_and_counts(store: Store, put: Put) -> None:
    put("/a", "2024-03-12")
    put("/b", "2023-10-04")
    (found,) = entities.rows(store.db, [marenko(store)])
    assert (found.name, found.aliases, found.roles) == ("Ilse Marenko", ("Ilse Marenko",), ("Minister",))
    assert (found.mentions, found.articles, found.first, found.last) == (4, 2, "2023-10-04", "2024-03-12")


def test_mentions_come_newest_first_but_for_the_article_asked_for(store: Store, put: Put) -> None:
    old, new = put("/old", "2023-10-04"), put("/new", "2024-03-12")
    order = lambda first: [place.id for place, _, _ in mentions.of_entity(store.db, marenko(store), first, None)]  # noqa: E731
    assert order(None) == [new.id, new.id, old.id, old.id]
    assert order(old.id) == [old.id, old.id, new.id, new.id]


def test_quotations_are_found_by_speaker_and_by_what_they_are_about(store: Store, put: Put) -> None:
    put("/a")
    place = entities.named(store.db, "Vasmark", (Kind.PLACE,))[0]
    ((_, said),) = mentions.quotations(store.db, speaker=marenko(store))
    assert (said.speakers[0].name, said.role) == ("Ilse Marenko", "Minister")
    assert len(list(mentions.quotations(store.db, about=place))) == 1
    assert list(mentions.quotations(store.db, about=marenko(store))) == []
    assert list(mentions.quotations(store.db, unknown_speaker=True)) == []


def test_an_older_version_leaves_the_counts(store: Store, put: Put) -> None:
    put("/a")
    newer = article("She left.", path="/a", headline="/a")
    with store.writing() as db:
        articles.add(db, newer, articles.pack(b"y"), runs.add(db))
    assert entities.rows(store.db, [1]) == ()


def test_the_page_of_an_older_version_still_knows_its_names(store: Store, put: Put) -> None:
    old = put("/a")
    with store.writing() as db:
        articles.add(db, article("She left.", path="/a"), articles.pack(b"y"), runs.add(db))
    assert {found.name for found in entities.rows(store.db, article=articles.find_row(store.db, old.id))} == {
        "Ilse Marenko",
        "Vasmark",
    }


def test_removing_an_article_removes_what_the_machine_believed(store: Store, put: Put) -> None:
    made = put("/a")
    row = articles.find_row(store.db, made.id)
    assert row is not None
    with store.writing() as db:
        articles.remove(db, row)
    for table in ("annotation", "mention", "mention_chain", "chain", "role", "quotation", "quotation_speaker", "alias"):
        assert store.db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_ids_of_entities_are_never_given_again(store: Store) -> None:
    with store.writing() as db:
        first = entities.get_id(db, "person|a b", "A B", Kind.PERSON)
        db.execute("DELETE FROM entity")
        assert entities.get_id(db, "person|a b", "A B", Kind.PERSON) > first


def test_an_empty_span_of_a_quotation_is_none(store: Store) -> None:
    assert machine.span_in(None, None) is None
    assert machine.span_in(1, 2) == Span(1, 2)
