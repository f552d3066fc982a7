"""The names of the library, as a query asks for them."""

from __future__ import annotations

from reader.core.kinds import Kind
from reader.core.names import name_key
from reader.core.query_names import nearest_names
from reader.core.query_parser import IsName
from reader.index import Names
from reader.services.library import Library
from reader.store import entities

KINDS: dict[str, tuple[Kind, ...]] = {
    "person": (Kind.PERSON,),
    "org": (Kind.ORGANIZATION,),
    "place": (Kind.PLACE, Kind.FACILITY),
    "speaker": (),
    "about": (),
    "entity": (),
}
"""Which kinds of entities a field means; of those without any, all."""

MOST_NAMES = 2_000
"""Names that are compared with an unknown one."""


def names_of(library: Library) -> Names:
    """Looks a name up for the index: (field, name as typed) gives ids of entities."""
    db = library.store.db
    return lambda field, name: entities.named(db, name, KINDS.get(field, ())) if is_text(name) else ()


def is_text(typed: str) -> bool:
    """Whether a store can be asked for it: half of a character that was pasted is no text."""
    return not any("\ud800" <= letter <= "\udfff" for letter in typed)


def is_known(library: Library) -> IsName:
    """Whether the library knows a name; without it a name ends with its first word."""
    names = names_of(library)
    return lambda field, name: bool(names(field, name))


def nearest(library: Library, name: str, kinds: tuple[Kind, ...] = ()) -> tuple[str, ...]:
    """The names of the library that are most like an unknown one, best first: some word begins as one of its words."""
    db = library.store.db
    begins = dict.fromkeys(word[:2] for word in name_key(name).split() if is_text(word))
    ids = dict.fromkeys(id for start in begins for id in entities.beginning(db, start, kinds))
    called = entities.called(db, tuple(ids)[:MOST_NAMES]).values()
    return nearest_names(name, dict.fromkeys(known for known, _ in called))
