"""Entities by what is written: all that bear a name, and those of which some word begins so."""

from reader.core.kinds import Kind
from reader.store import entities
from reader.store.opening import Store


def test_a_name_leads_to_every_entity_that_is_written_so_once(store: Store) -> None:
    store.db.execute("PRAGMA foreign_keys = OFF")
    with store.writing() as db:
        minister = entities.get_id(db, "person|ilse marenko", "Ilse Marenko", Kind.PERSON)
        yard = entities.get_id(db, "organization|marenko boatyard", "Marenko Boatyard", Kind.ORGANIZATION)
        for article in range(1, 40):
            for entity in (minister, yard)[: 1 + article % 2]:
                db.execute("INSERT INTO alias VALUES (?, ?, 'Marenko', 'marenko')", (entity, article))
    assert entities.named(store.db, "MARENKO") == (minister, yard)
    assert entities.named(store.db, "Marenko", [Kind.ORGANIZATION]) == (yard,)
    assert entities.named(store.db, "Ilse Marenko") == (minister,)
    assert entities.named(store.db, "Mar") == ()


def test_any_word_of_a_name_may_be_begun_but_not_the_article_to_which_it_belongs(store: Store) -> None:
    with store.writing() as db:
        full = entities.get_id(db, "person|ilse marenko", "Ilse Marenko", Kind.PERSON)
        short = entities.get_id(db, "person|ardell|4df1087104ccf9f9", "Ardell", Kind.PERSON)
        place = entities.get_id(db, "place|maresholm", "Maresholm", Kind.PLACE)
    assert set(entities.beginning(store.db, "mare")) == {full, place}
    assert entities.beginning(store.db, "mare", [Kind.PLACE]) == (place,)
    assert entities.beginning(store.db, "ard") == (short,)
    assert entities.beginning(store.db, "4d") == ()
    assert entities.beginning(store.db, "arenko") == ()
