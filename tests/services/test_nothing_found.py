"""A search that found nothing says which part killed it, and offers queries that find something."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader import language
from reader.core.search import Page
from reader.core.wording import sentence
from reader.index import Bounds, Stopped
from reader.services import importing, nothing_found
from reader.services.annotating import annotate_pending
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.searching import search
from tests import stories

TODAY = dt.date(2024, 3, 14)


@pytest.fixture
def full(library: Library, tmp_path: Path) -> Library:
    paths = [
        stories.write(tmp_path / name, f"{name}.txt", text)
        for name, text in {"sound": stories.SOUND, "storm": stories.STORM}.items()
    ]
    list(importing.import_paths(library, paths, TODAY))
    list(annotate_pending(library, language.load()))
    list(index_pending(library))
    return library


def killers(page: Page) -> list[str]:
    return [word.word for word in page.words if word.killed]


def proposed(page: Page) -> dict[str, int]:
    return {typed: count for _, typed, count in page.relaxations}


def test_the_word_that_no_article_has_killed_it(full: Library) -> None:
    page = search(full, "hering boats")
    assert killers(page) == ["hering"]
    assert [(word.word, word.count, word.instead) for word in page.words] == [
        ("hering", 0, "herring"),
        ("boats", 2, ""),
    ]


def test_words_that_never_meet_killed_it_together(full: Library) -> None:
    page = search(full, "herring breakwater")
    assert killers(page) == ["herring", "breakwater"]
    assert proposed(page)["herring OR breakwater"] == 2


def test_an_exclusion_may_have_killed_it(full: Library) -> None:
    page = search(full, "breakwater -harbor")
    assert "NOT harbor" in killers(page)
    assert proposed(page)["breakwater"] == 1


def test_the_spelling_of_the_library_is_proposed_first_for_the_whole_query(full: Library) -> None:
    page = search(full, 'hering speaker:"Ilse Marenco"')
    assert page.mended == 'herring speaker:"Ilse Marenko"'
    reason, typed, count = page.relaxations[0]
    assert (sentence(reason), typed, count) == ("Spelled as in this library", page.mended, 1)


def test_what_is_proposed_finds_as_many_as_it_tells(full: Library) -> None:
    for typed in ("hering boats", "herring breakwater", '"boats herring"', "herring date:2023", "headline:harbour"):
        page = search(full, typed)
        assert page.total == 0 and page.relaxations
        for _, instead, count in page.relaxations:
            assert search(full, instead).total == count > 0


def test_a_query_that_finds_no_more_than_the_better_spelling_is_not_proposed(full: Library) -> None:
    page = search(full, "hering boats")
    counts = [count for _, _, count in page.relaxations]
    assert len(counts) > 1 and all(count > counts[0] for count in counts[1:])


def test_a_fields_word_is_spelled_as_that_field_has_it(full: Library) -> None:
    (word,) = search(full, "headline:brekwater").words
    assert (word.instead, word.instead_count) == ("breakwater", 1)
    (word,) = search(full, "headline:hering").words
    assert word.instead == ""


def test_a_query_that_finds_something_has_no_advice(full: Library) -> None:
    page = search(full, "herring")
    assert page.total and not page.words and not page.relaxations and not page.mended


def test_what_nothing_is_like_leaves_no_way_out(full: Library) -> None:
    page = search(full, "zzqqkk")
    assert killers(page) == ["zzqqkk"]
    assert page.relaxations == () and page.mended == ""


def test_advice_is_not_waited_for_when_nobody_waits(full: Library) -> None:
    with pytest.raises(Stopped):
        search(full, "hering boats", bounds=Bounds(is_stopped=lambda: True))


def test_when_time_is_up_what_was_not_counted_is_not_proposed(full: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nothing_found, "LONGEST", -1.0)
    page = search(full, "herring breakwater")
    assert page.relaxations == () and killers(page) == ["herring", "breakwater"]
