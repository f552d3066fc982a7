"""Names of several articles in one library: who is one, who is two, whatever the order in which they come."""

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader.core.annotations import Annotations, Chain, Mention
from reader.core.article import Article, Block
from reader.core.identity import text_digest
from reader.core.kinds import Form, Kind
from reader.core.rows import EntityRow
from reader.core.spans import Span
from reader.services import browsing, linking
from reader.services.annotating import annotate_pending, annotate_stale
from reader.services.library import Library, open_library
from reader.store import articles, machine, opening, queues, runs
from tests import builders

PERSON, ORGANIZATION, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE
Names = dict[str, tuple[Kind, str]]


@dataclass(frozen=True)
class Lister:
    """Finds the names that it is given; those with one kind and title are one chain."""

    names: Names = field(default_factory=dict)
    name: str = "lister-1"

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        chains: dict[tuple[Kind, str], int] = {}
        mentions: list[Mention] = []
        for name in sorted(self.names, key=len, reverse=True):
            start = text.find(name)
            while start >= 0:
                found = Span(start, start + len(name))
                if not any(m.span.contains(found) for m in mentions):
                    chain = chains.setdefault(self.names[name], len(chains))
                    mentions.append(Mention(found, self.names[name][0], Form.NAME, (chain,)))
                start = text.find(name, start + 1)
        return Annotations(
            text_digest(text),
            self.name,
            tuple(sorted(mentions, key=lambda m: m.span.start)),
            tuple(Chain(id, title, kind) for (kind, title), id in chains.items()),
        )


def people(*names: str) -> Names:
    return {name: (PERSON, name) for name in names}


COUNCIL: Names = {"Grey Sound Council": (ORGANIZATION, "Grey Sound Council")}
SPELT: Names = COUNCIL | {"GSC": (ORGANIZATION, "Grey Sound Council")}
CLUB: Names = dict.fromkeys(("Green Swan Club", "GSC"), (ORGANIZATION, "Green Swan Club"))
LONE: Names = {"GSC": (ORGANIZATION, "GSC")}


def add(library: Library, text: str, names: Names) -> Article:
    """Takes an article in, and annotates it."""
    made = builders.article(text, headline=text, path=f"/{text}")
    with library.store.writing() as db:
        articles.add(db, made, articles.pack(b"x"), runs.add(db))
    list(annotate_pending(library, Lister(names)))
    return made


def ids(library: Library, article: Article) -> list[int]:
    """Which entities an article mentions, in the order of its chains."""
    row = articles.find_row(library.store.db, article.id)
    assert row is not None
    return list(machine.links(library.store.db, row).values())


def shown(library: Library) -> set[EntityRow]:
    return set(browsing.entities(library))


def without_ids(library: Library) -> set[tuple[str, int, int, frozenset[str]]]:
    return {(row.name, row.mentions, row.articles, frozenset(row.aliases)) for row in shown(library)}


Story = tuple[str, Names]


@contextmanager
def library_of(folder: Path, stories: tuple[Story, ...]) -> Iterator[tuple[Library, list[list[int]]]]:
    """A library that took in the stories in this order, and the entities that each mentions."""
    with open_library(folder) as library:
        made = [add(library, text, names) for text, names in stories]
        yield library, [ids(library, article) for article in made]


def in_all_orders(folder: Path, stories: list[Story]) -> list[set[tuple[str, int, int, frozenset[str]]]]:
    """What a library shows after it took in the stories, once for each order."""
    results = []
    for n, order in enumerate(itertools.permutations(stories)):
        with library_of(folder / str(n), order) as (library, _):
            results.append(without_ids(library))
    return results


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Marenko", "ILSE MARENKO"),
        ("Lee Jong-sup", "LEE JONG SUP"),
        ("Celal Erdağ", "Celal Erdag"),
        ("Aldo F. Reim", "Aldo Reim"),
        ("Aldo “Big” Reim", "Aldo Reim"),
    ],
)
def test_two_ways_to_write_one_person(tmp_path: Path, one: str, other: str) -> None:
    orders = in_all_orders(tmp_path, [(f"{one} came.", people(one)), (f"And {other} left.", people(other))])
    assert all(len(found) == 1 for found in orders)
    assert orders[0] == orders[1]


@pytest.mark.parametrize("name", ["U.S.", "US", "United States", "America"])
def test_a_country_is_one_however_it_is_written(library: Library, name: str) -> None:
    first = add(library, "The U.S. agreed.", {"U.S.": (PLACE, "U.S.")})
    second = add(library, f"From {name} came more.", {name: (PLACE, name)})
    assert ids(library, first) == ids(library, second)


def test_a_surname_alone_is_somebody_of_its_article_only(library: Library) -> None:
    full = add(library, "Ilse Marenko came.", people("Ilse Marenko"))
    lone = [add(library, f"{day}, Marenko left.", people("Marenko")) for day in ("Monday", "Friday")]
    assert len({id for article in (full, *lone) for id in ids(library, article)}) == 3


def test_a_name_is_another_thing_when_its_kind_is_another(library: Library) -> None:
    person = add(library, "Tolvik Reim came.", people("Tolvik Reim"))
    place = add(library, "Boats reached Tolvik Reim.", {"Tolvik Reim": (PLACE, "Tolvik Reim")})
    assert ids(library, person) != ids(library, place)


def test_two_middle_initials_are_two_people_and_the_name_without_is_neither(tmp_path: Path) -> None:
    stories: list[Story] = [
        ("Aldo F. Reim came.", people("Aldo F. Reim")),
        ("Aldo Q. Reim left.", people("Aldo Q. Reim")),
        ("Aldo Reim said so. Aldo Reim agreed.", people("Aldo Reim")),
    ]
    expected = {
        ("Aldo F. Reim", 2, 1, frozenset(("Aldo F. Reim",))),
        ("Aldo Q. Reim", 2, 1, frozenset(("Aldo Q. Reim",))),
        ("Aldo Reim", 4, 1, frozenset(("Aldo Reim",))),
    }
    assert all(found == expected for found in in_all_orders(tmp_path, stories))


def test_an_acronym_that_one_article_sets_in_brackets_is_known_in_all(tmp_path: Path) -> None:
    stories: list[Story] = [
        ("Grey Sound Council (GSC) met.", SPELT),
        ("The GSC met.", LONE),
        ("The Grey Sound Council agreed.", COUNCIL),
    ]
    expected = {("Grey Sound Council", 8, 3, frozenset(("Grey Sound Council", "GSC")))}
    assert all(found == expected for found in in_all_orders(tmp_path, stories))


def test_an_acronym_of_two_bodies_is_neither(tmp_path: Path) -> None:
    stories: list[Story] = [
        ("Grey Sound Council (GSC) met.", SPELT),
        ("Green Swan Club (GSC) met.", CLUB),
        ("The GSC met.", LONE),
    ]
    expected = {
        ("Grey Sound Council", 4, 1, frozenset(("Grey Sound Council", "GSC"))),
        ("Green Swan Club", 4, 1, frozenset(("Green Swan Club", "GSC"))),
        ("GSC", 2, 1, frozenset(("GSC",))),
    }
    assert all(found == expected for found in in_all_orders(tmp_path, stories))


def test_the_older_id_survives_and_the_other_is_never_given_again(library: Library) -> None:
    lone, full = add(library, "The GSC met.", LONE), add(library, "The Grey Sound Council met.", COUNCIL)
    (older,), (newer,) = ids(library, lone), ids(library, full)
    assert older < newer
    add(library, "Grey Sound Council (GSC) agreed.", SPELT)
    assert ids(library, lone) == ids(library, full) == [older]
    assert {row.id for row in shown(library)} == {older}
    assert (
        min(ids(library, add(library, "Tolvik Mills opened.", {"Tolvik Mills": (ORGANIZATION, "Tolvik Mills")})))
        > newer
    )


def test_articles_that_are_linked_anew_are_told_to_window_and_index(library: Library) -> None:
    lone, full = add(library, "The GSC met.", LONE), add(library, "The Grey Sound Council met.", COUNCIL)
    with library.store.writing() as db:
        queues.indexed(db, queues.to_index(db, -1))
        made = builders.article("Grey Sound Council (GSC) agreed.")
        articles.add(db, made, articles.pack(b"x"), runs.add(db))
    changed = {id for step in annotate_pending(library, Lister(SPELT)) for id in getattr(step, "articles", ())}
    assert changed == {full.id, made.id}
    assert {id for id, _ in queues.to_index(library.store.db, -1)} == changed
    assert ids(library, lone) == ids(library, made)


def test_what_no_article_says_any_more_comes_apart(library: Library) -> None:
    lone = add(library, "The GSC met.", LONE)
    spelt = add(library, "Grey Sound Council (GSC) agreed.", SPELT)
    assert ids(library, lone) == ids(library, spelt)
    list(annotate_stale(library, Lister(COUNCIL | LONE, name="lister-2")))
    assert set(without_ids(library)) == {
        ("Grey Sound Council", 2, 1, frozenset(("Grey Sound Council",))),
        ("GSC", 4, 2, frozenset(("GSC",))),
    }


# Libraries that the first rule linked

Old = tuple[str, str, Kind, tuple[str, ...]]
"""An entity of the first rule: its key, its name, its kind, and the texts that consist of its name."""


@pytest.fixture
def old_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Library, list[Article]]]:
    """Makes a library as the first release wrote it, and opens it as the present one does."""
    opened: list[Library] = []

    def make(*known: Old) -> tuple[Library, list[Article]]:
        made: list[Article] = []
        with monkeypatch.context() as patch:
            patch.setattr(opening, "STEPS", opening.STEPS[:1])
            with closing(opening.open_store(tmp_path / "old").db) as db:
                for entity, (key, name, kind, texts) in enumerate(known, 1):
                    db.execute("INSERT INTO entity VALUES (?, ?, ?, ?)", (entity, key, name, kind))
                    made += [_write_old(db, text, entity, name, kind) for text in texts]
        opened.append(open_library(tmp_path / "old"))
        return opened[0], made

    yield make
    for library in opened:
        library.close()


def _write_old(db: sqlite3.Connection, text: str, entity: int, name: str, kind: Kind) -> Article:
    made = builders.article(headline=text, path=f"/{text}")
    articles.add(db, made, articles.pack(b"x"), runs.add(db))
    row = articles.find_row(db, made.id)
    assert row is not None
    queues.annotated(db, row)
    db.execute("INSERT INTO annotation VALUES (?, ?, 'old-1')", (row, text_digest(made.text)))
    db.execute("INSERT INTO mention VALUES (?, 0, 0, ?, ?, 'name')", (row, len(name), kind))
    db.execute("INSERT INTO chain VALUES (?, 0, ?, ?, ?)", (row, name, kind, entity))
    db.execute("INSERT INTO mention_chain VALUES (?, 0, 0)", (row,))
    db.execute("INSERT INTO entity_article VALUES (?, ?, 1)", (entity, row))
    db.execute("INSERT INTO alias VALUES (?, ?, ?, ?)", (entity, row, name, name.lower()))
    return made


def test_a_library_of_the_first_rule_keeps_its_ids(old_library: Callable[..., tuple[Library, list[Article]]]) -> None:
    library, made = old_library(
        ("person|ilse marenko", "Ilse Marenko", PERSON, ("Ilse Marenko came.", "Ilse Marenko left.")),
        ("organization|tolvik mills corp", "Tolvik Mills Corp.", ORGANIZATION, ("Tolvik Mills Corp. grew.",)),
        ("organization|tolvik mills", "Tolvik Mills", ORGANIZATION, ("Tolvik Mills shrank.",)),
        ("person|aldo reim", "Aldo Reim", PERSON, ("Aldo Reim came.",)),
        ("person|aldo f reim", "Aldo F. Reim", PERSON, ("Aldo F. Reim left.",)),
        ("person|smith jones", "Smith-Jones", PERSON, ("Smith-Jones came.", "Smith-Jones left.")),
    )
    linking.come_over(library.store, linking.load_known())
    assert [ids(library, article) for article in made] == [[1], [1], [2], [2], [4], [4], [6], [6]]
    names = {article.text.rpartition(" ")[0] for article in made}
    list(annotate_stale(library, Lister({n: (ORGANIZATION if "Mills" in n else PERSON, n) for n in names}, "lister-2")))
    after = [ids(library, article) for article in made]
    assert after[:7] == [[1], [1], [2], [2], [4], [4], [6]]
    assert after[7] not in after[:7]
    assert library.store.db.execute("SELECT count(*) FROM entity WHERE id <= 6").fetchone() == (6,)


def test_people_whose_initials_contradict_each_other_keep_their_ids(
    old_library: Callable[..., tuple[Library, list[Article]]],
) -> None:
    names = ("Aldo Reim", "Aldo F. Reim", "Aldo Q. Reim")
    library, made = old_library(*((f"person|{n.lower().replace('.', '')}", n, PERSON, (f"{n} came.",)) for n in names))
    linking.come_over(library.store, linking.load_known())
    list(annotate_stale(library, Lister(people(*names), "lister-2")))
    assert [ids(library, article) for article in made] == [[1], [2], [3]]


def test_coming_over_is_done_once(old_library: Callable[..., tuple[Library, list[Article]]]) -> None:
    library, _ = old_library(
        ("organization|tolvik mills corp", "Tolvik Mills Corp.", ORGANIZATION, ("Tolvik Mills Corp. grew.",)),
        ("organization|tolvik mills", "Tolvik Mills", ORGANIZATION, ("Tolvik Mills shrank.",)),
    )
    assert len(linking.come_over(library.store, linking.load_known())) == 1
    assert linking.come_over(library.store, linking.load_known()) == ()
