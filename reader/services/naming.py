"""The names of the library, as a query asks for them."""

from __future__ import annotations

from reader.core.kinds import Kind
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


def names_of(library: Library) -> Names:
    """Looks a name up for the index: (field, name as typed) gives ids of entities."""
    return lambda field, name: entities.named(library.store.db, name, KINDS.get(field, ()))


def is_known(library: Library) -> IsName:
    """Whether the library knows a name; without it a name ends with its first word."""
    names = names_of(library)
    return lambda field, name: bool(names(field, name))
