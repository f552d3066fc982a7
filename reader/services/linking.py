"""From the chains of one article to the entities of the library."""

from __future__ import annotations

from collections.abc import Mapping

from reader.core.annotations import Annotations, Chain
from reader.core.article import ArticleId
from reader.core.kinds import Kind
from reader.core.names import name_key
from reader.store import entities
from reader.store.opening import Store


def key_of(chain: Chain, article: ArticleId) -> str:
    """Chains with the same key are the same entity.

    People are merged across articles by their full name only: a surname by itself stays with its article, since two
    stories may mean two people.
    """
    key = name_key(chain.name)
    alone = chain.kind is Kind.PERSON and " " not in key
    return f"{chain.kind}|{key}|{article}" if alone else f"{chain.kind}|{key}"


def link(store: Store, article: ArticleId, found: Annotations) -> Mapping[int, int]:
    """From chain ids to entity ids; entities that the library does not have yet are made. Inside a transaction."""
    return {
        chain.id: entities.get_id(store.db, key_of(chain, article), chain.name, chain.kind)
        for chain in found.chains
        if chain.kind.names_an_entity and name_key(chain.name)
    }
