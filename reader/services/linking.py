"""From the chains of one article to the entities of the library. ``core.linking`` thinks; here it is written down.

The reader's corrections have their place in ``link``, between the machine's links and what is stored: they are
replayed over ``links`` each time an article is linked, so no rule below has to know of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reader.core.annotations import Annotations, Chain
from reader.core.article import Article, ArticleId
from reader.core.kinds import Kind
from reader.core.linking import Known, Naming, better_name, components, full_of, key_of, namings, quieter, shorts_of
from reader.core.names import name_key
from reader.language.countries import load_countries, load_same
from reader.store import articles, entities, links, queues
from reader.store.opening import Store

RULE = "2"
"""To be raised with every change of ``core.linking.key_of``: a library whose keys follow another rule comes over."""
KEYS_AT_ONCE = 500
"""Articles whose chains get their keys in one transaction."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What an article's chains lead to."""

    links: Mapping[int, int]
    """From chain ids to entity ids."""
    keys: Mapping[int, str]
    elsewhere: tuple[int, ...]
    """Rows of articles whose chains lead elsewhere now, by what this one says about short names."""


def load_known() -> Known:
    """Names that every reader knows to be one: of countries, states and a few bodies. Reads two small files."""
    same = {name_key(short): name_key(full) for full, shorts in load_same() for short in shorts}
    places = {name_key(name): name_key(country.name) for country in load_countries() for name in country.spellings}
    return {**{(True, k): v for k, v in (same | places).items()}, **{(False, k): v for k, v in same.items()}}


def link(store: Store, row: int, article: Article, found: Annotations, known: Known) -> Linked:
    """Links the chains of an article; entities that the library does not have yet are made. Inside a transaction."""
    named = namings(found, article.text, article.id, known)
    chains = {chain.id: chain for chain in found.chains}
    shorts = [(short, naming.key) for naming in named.values() for short in naming.shorts]
    doubtful = links.shorts_of(store.db, row) | {short for short, _ in shorts}
    links.replace_shorts(store.db, row, shorts)
    # Full names first, so that a short one finds the entity of its full one.
    for id, naming in sorted(named.items(), key=lambda item: item[1].key in doubtful):
        _ensure(store, naming, chains[id])
    elsewhere = [moved for short in sorted(doubtful) for moved in _settle(store, short)]
    ids = {id: entities.get_id(store.db, naming.key, chains[id].name, chains[id].kind) for id, naming in named.items()}
    # Here the reader's corrections will be replayed over ``ids``.
    return Linked(ids, {id: naming.key for id, naming in named.items()}, tuple(dict.fromkeys(elsewhere)))


def _ensure(store: Store, naming: Naming, chain: Chain) -> None:
    """Lets a key lead to an entity: the one it has, that of a name which is the same for sure, or a new one."""
    entity = entities.find_id(store.db, naming.key)
    if entity is not None:
        entities.rename(store.db, entity, quieter(entities.name_of(store.db, entity), chain.name))
        return
    same = [_full(store, naming.key), *(short for short in naming.shorts if _full(store, short) == naming.key)]
    there = [id for key in same if key and (id := entities.find_id(store.db, key)) is not None]
    if there:
        entities.rename(
            store.db, min(there), better_name(chain.kind, entities.name_of(store.db, min(there)), chain.name)
        )
        entities.lead(store.db, naming.key, min(there))
    else:
        entities.lead(store.db, naming.key, entities.add(store.db, chain.name, chain.kind))


def _full(store: Store, short: str) -> str | None:
    return full_of(links.claimants(store.db, short))


def _settle(store: Store, short: str) -> tuple[int, ...]:
    """Joins a short name with the full one; parts what nothing holds together any more.

    Returns the rows of articles that are linked anew.
    """
    full = _full(store, short)
    rows: list[int] = []
    own, other = entities.find_id(store.db, short), entities.find_id(store.db, full) if full else None
    if own is not None and other is not None and own != other:
        names = entities.name_of(store.db, own), entities.name_of(store.db, other)
        kept, moved = links.merge(store.db, own, other)
        entities.rename(store.db, kept, better_name(_kind(short), *names))
        rows += moved
    for key in (short, *links.claimants(store.db, short)):
        entity = entities.find_id(store.db, key)
        rows += _part(store, entity) if entity is not None else ()
    return tuple(rows)


def _part(store: Store, entity: int) -> tuple[int, ...]:
    """Parts the keys of an entity that do not belong together; the id stays with those that are written most."""
    written = links.keys_of(store.db, entity)
    groups = components(written, {key: _full(store, key) for key in written})
    if len(groups) == 1:
        return ()
    kept, *leaving = sorted(groups, key=lambda group: -sum(written[key] for key in group))
    rows: list[int] = []
    for group in leaving:
        if name := links.written_as(store.db, max(group, key=len)):
            rows += links.part(store.db, sorted(group), *name)
        else:
            links.forget(store.db, group)
    if name := links.written_as(store.db, max(kept, key=len)):
        entities.rename(store.db, entity, name[0])
    return tuple(rows)


def _kind(key: str) -> Kind:
    return Kind(key.partition("|")[0])


def come_over(store: Store, known: Known) -> tuple[int, ...]:
    """Writes the keys of a library anew when another rule made them. To be called in the lane.

    No id is lost: entities that are one by the new rule keep the older id. Returns the rows of articles that are
    linked anew. What an older library cannot tell (acronyms in brackets) follows as articles are annotated anew.
    """
    if links.rule(store.db) == RULE:
        return ()
    while True:
        with store.writing() as db:
            if not links.write_keys(db, KEYS_AT_ONCE):
                break
    # Thinking comes before the transaction, for which the window may have to wait.
    all_keys = links.all_keys(store.db)
    new = {old: _rekeyed(old, name, kind, first, known) for _, old, name, kind, first in all_keys}
    plain = {
        new[old]: short for _, old, name, kind, _ in all_keys for short in shorts_of(Chain(0, name, kind), new[old])
    }
    rows: list[int] = []
    with store.writing() as db:
        for id, old, *_ in all_keys:
            if new[old] != old and entities.find_id(db, old) == id:
                rows += links.rekey(db, old, new[old])
        for full, short in plain.items():
            links.add_short(db, short, full)
        rows += [row for short in sorted(set(plain.values())) for row in _settle(store, short)]
        links.set_rule(db, RULE)
        queues.index(db, [articles.row_id(db, row) for row in dict.fromkeys(rows)])
    return tuple(dict.fromkeys(rows))


def _rekeyed(old: str, name: str, kind: Kind, first: str, known: Known) -> str:
    """The key by the present rule. A surname keeps the article of its key; one that was shared gets its first."""
    scope = old.split("|")[2] if old.count("|") == 2 else first
    return key_of(Chain(0, name, kind), ArticleId(scope), known)
