import pytest

from reader import language
from reader.core.article import Article, ArticleId
from reader.core.changes import Sign
from reader.core.reasons import Trouble
from reader.core.sameness import Relation
from reader.services import annotating, comparing, grouping
from reader.services.library import Library
from reader.store import articles, runs
from tests.builders import article
from tests.retold import STORY, told


def add(library: Library, *made: Article) -> list[ArticleId]:
    """Stores articles as an import does."""
    for one in made:
        with library.store.writing() as db:
            articles.add(db, one, articles.pack(b"x"), runs.add(db))
            grouping.take_in(library.store, one)
    return [one.id for one in made]


def test_two_versions_are_compared_with_what_the_annotator_found(library: Library) -> None:
    older, newer = add(library, told(), told(*STORY[:2], STORY[2].replace("crew", "boat"), *STORY[3:]))
    found = comparing.compare(library, older, newer)
    assert (found.older.id, found.newer.id) == (older, newer)
    assert [change.sign for change in found.changed.sentences] == [Sign.CHANGED]
    list(annotating.annotate_pending(library, language.load("rules")))
    found = comparing.compare(library, older, newer)
    (change,) = found.changed.quotations
    assert change.newer is not None and change.newer.speaker is not None
    assert [mark.of(found.newer.text) for mark in change.newer.marks] == ["boat"]
    assert change.newer.speaker.name == "Henrike Solvang"


def test_versions_come_before_copies(library: Library) -> None:
    first, second, copy, _ = add(
        library,
        told(path="/1"),
        told(*STORY[:6], path="/1"),
        told(*STORY[:5], path="/2", publication="Meresund Courier", headline="Boats out"),
        article("Nothing of that.", path="/3"),
    )
    found = comparing.comparables(library, first)
    assert [(one.row.id, one.version, one.relation) for one in found] == [
        (first, 1, None),
        (second, 2, None),
        (copy, 0, Relation.ELSEWHERE),
    ]


def test_an_article_that_is_not_there_is_named(library: Library) -> None:
    (only,) = add(library, told())
    with pytest.raises(Trouble) as caught:
        comparing.compare(library, only, ArticleId("nothing"))
    assert caught.value.reason.args == ("nothing",)
