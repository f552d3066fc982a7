"""Fields that the store or the annotations answer: tags, marks, copies, days, kinds, languages, reporting words."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import language
from reader.core.query_fields import FIELDS
from reader.services import importing
from reader.services.annotating import annotate_pending
from reader.services.browsing import article_ids
from reader.services.grouping import group_missing
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.marking import mark
from reader.services.searching import search
from tests import stories

TODAY = dt.date(2024, 3, 14)
COPY = stories.SOUND.replace("Ministers meet", "Ministers meet again")
CORRECTED = (
    "CORRECTED-Boats of Karelund\n\nKARELUND, March 9 (CLP) -- The boats of Karelund stayed in port on Saturday.\n"
)
CORRECTED += '\n"We counted nine," said Henrike Solvang.\n\nShe asserted that none was lost.\n'

Heads = Callable[..., set[str]]


@pytest.fixture
def marked(library: Library, tmp_path: Path) -> Library:
    """Four stories: Ministers (twice, starred and read once), Storm (two tags), Boats (a correction)."""
    texts = {"sound": stories.SOUND, "storm": stories.STORM, "copy": COPY, "corrected": CORRECTED}
    paths = [stories.write(tmp_path / name, f"{name}.txt", text) for name, text in texts.items()]
    list(importing.import_paths(library, paths, TODAY))
    list(annotate_pending(library, language.load()))
    list(group_missing(library))
    list(index_pending(library))
    by_head = {hit.row.headline.split()[0]: hit.id for hit in search(library, "march OR boats").hits if hit.row}
    mark(library, [by_head["Storm"]], tag="Harbor Watch")
    mark(library, [by_head["Storm"]], tag="todo")
    mark(library, [by_head["Ministers"]], starred=True, read=True)
    return library


@pytest.fixture
def heads(marked: Library) -> Heads:
    def heads(typed: str) -> set[str]:
        page = search(marked, typed, today=TODAY)
        return {hit.row.headline.split()[0] for hit in page.hits if hit.row}

    return heads


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('tag:"harbor watch"', {"Storm"}),
        ("tag:todo", {"Storm"}),
        ("tag:to*", {"Storm"}),
        ("tag:harbor", set()),
        ("-tag:todo herring", {"Ministers"}),
        ("is:starred", {"Ministers"}),
        ("is:starred storm", set()),
        ("is:correction", {"CORRECTED-Boats"}),
        ("last:3d", {"Ministers"}),
        ("last:2w -last:4d", {"Storm", "CORRECTED-Boats"}),
        ("lang:en storm", {"Storm"}),
        ("lang:de", set()),
        ("kind:person storm", {"Storm"}),
        ("kind:indirect -kind:direct", set()),
        ("cue:asserted", {"CORRECTED-Boats"}),
        ("cue:assert*", {"CORRECTED-Boats"}),
    ],
)
def test_an_article_is_found_by_what_is_known_of_it(heads: Heads, typed: str, found: set[str]) -> None:
    assert heads(typed) == found


def test_marks_are_found_at_once_without_indexing(marked: Library, heads: Heads) -> None:
    everything = len(article_ids(marked))
    assert search(marked, "is:unread").total == everything - 1
    mark(marked, [entry.id for entry in article_ids(marked)], read=True)
    assert search(marked, "is:unread").total == 0
    assert search(marked, "-is:unread").total == everything
    mark(marked, [hit.id for hit in search(marked, "tag:todo").hits], untag="todo")
    assert heads("tag:todo") == set()


def test_of_two_copies_one_is_the_duplicate(marked: Library) -> None:
    assert search(marked, '"grey sound" is:duplicate').total == 1
    assert search(marked, '"grey sound" -is:duplicate').total == 1


@pytest.mark.parametrize(
    ("typed", "found"), [("cue:asserted", 1), ("kind:direct tag:todo", 1), ("is:starred closed", 1), ("kind:direct", 4)]
)
def test_quotations_are_found_by_their_own_cue_and_kind_and_their_articles_marks(
    marked: Library, typed: str, found: int
) -> None:
    assert search(marked, typed, target="quotations", today=TODAY).total == found


def test_every_field_answers_something(marked: Library) -> None:
    values = {"date": "2024", "last": "1w", "lang": "en", "kind": "person", "is": "unread", "has": "quote"}
    for field in FIELDS:
        page = search(marked, f"{field}:{values.get(field, 'boats')}", today=TODAY)
        assert page.whole and page.understood, field
