"""Searching a library: what is found, in which order, and what is told while the index is behind."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest

from reader import language
from reader.core.article import Article, ArticleId, Published
from reader.core.reasons import Trouble
from reader.core.search import Page
from reader.index import IndexDamaged
from reader.services import importing
from reader.services.annotating import annotate_pending
from reader.services.indexing import document, index_pending, rebuild
from reader.services.library import Library
from reader.services.searching import search
from reader.store import queues
from tests import stories

TODAY = dt.date(2024, 6, 1)


def take_in(library: Library, folder: Path, **texts: str) -> None:
    """Stores stories, without annotating or indexing them."""
    paths = [stories.write(folder / "in", f"{name}.txt", text) for name, text in texts.items()]
    list(importing.import_paths(library, paths, TODAY))


def finish(library: Library) -> None:
    list(annotate_pending(library, language.load()))
    list(index_pending(library))


@pytest.fixture
def full(library: Library, tmp_path: Path) -> Library:
    """A library with two stories, ready to be searched."""
    take_in(library, tmp_path, sound=stories.SOUND, storm=stories.STORM)
    finish(library)
    return library


def heads(page: Page) -> list[str]:
    """The first word of each hit's headline."""
    return [hit.row.headline.split()[0] for hit in page.hits if hit.row]


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not list open files")
@pytest.mark.parametrize("let_go", [Library.forget_index, Library.close, Library.new_index])
def test_a_library_that_lets_go_of_its_index_holds_none_of_its_files(full: Library, let_go: object) -> None:
    def mapped() -> bool:
        return str(full.folder / "index") in Path("/proc/self/maps").read_text()

    assert search(full, "herring").total == 1
    held = full.index()
    assert mapped() and held
    let_go(full)  # type: ignore[operator]
    assert not mapped()


def test_the_index_learns_the_minute_but_not_the_offset() -> None:
    def when(*published: object) -> str:
        article = Article(ArticleId("1" * 16), "Boats leave", (), published=Published(*published))  # type: ignore[arg-type]
        return document(article, None, {}).published

    day = dt.date(2024, 3, 9)
    assert when(day, dt.time(14, 18), 60) == "2024-03-09T14:18"
    assert when(day) == "2024-03-09"


HARBOR = """Harbor of Karelund closes

KARELUND, March 9 (CLP) -- The harbor master Henrike Solvang closed the harbor of Karelund on Saturday.

"The herring are gone," Solvang said.

"Ilse Marenko promised us boats," Solvang said.

Engineers from Vasmark looked at the wall. "Nobody asked about the wall," the engineers said.
"""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("herring", ["The herring are gone"]),
        ("herring NOT date:2024-05", ["The herring are gone"]),
        ("herring date:2024-05", []),
        ("herring -publication:zzz", ["The herring are gone"]),
        ("byline:nobody OR herring", ["The herring are gone"]),
        ("herring -wall", ["The herring are gone"]),
        ("speaker:Solvang -herring headline:harbor", ["Ilse Marenko promised us boats"]),
        ("headline:harbor -speaker:Solvang", ["Nobody asked about the wall"]),
        ('about:"Ilse Marenko"', ["Ilse Marenko promised us boats"]),
        ('headline:harbor -about:"Ilse Marenko" speaker:Solvang', ["The herring are gone"]),
        ("quote:(herring OR boats) headline:harbor", ["The herring are gone", "Ilse Marenko promised us boats"]),
        ("quote:(wall -herring)", ["Nobody asked about the wall"]),
        ("headline:ministers", ["Nobody can live from a closed sea", "a joint inspection would begin"]),
        ("has:unknown-speaker", []),
    ],
)
def test_a_quotation_answers_by_itself(library: Library, tmp_path: Path, typed: str, said: list[str]) -> None:
    take_in(library, tmp_path, sound=stories.SOUND, harbor=HARBOR)
    finish(library)
    page = search(library, typed, target="quotations")
    assert [row.content.strip('",.') for row, _ in page.quotations] == said
    assert page.total == len(said)


def test_quotations_are_sorted_by_the_time_of_their_articles(full: Library) -> None:
    def days(sort: str) -> list[str]:
        page = search(full, "has:quote", target="quotations", sort=sort)
        return list(dict.fromkeys(row.published[8:10] for row, _ in page.quotations))

    assert days("newest") == ["12", "02"]
    assert days("oldest") == ["02", "12"]


def test_a_library_without_stories_has_nothing(library: Library) -> None:
    page = search(library, "herring")
    assert (page.understood, page.total, page.pending) == ("herring", 0, 0)


def test_stories_that_were_never_indexed_are_pending(library: Library, tmp_path: Path) -> None:
    take_in(library, tmp_path, sound=stories.SOUND, storm=stories.STORM)
    page = search(library, "herring")
    assert (page.total, page.pending) == (0, 2)


@pytest.mark.parametrize("target", ["articles", "quotations"])
@pytest.mark.parametrize("typed", ["herring", "hering", "herring -publication:zzz"])
def test_an_index_that_is_damaged_while_it_is_open_is_not_ready(full: Library, target: str, typed: str) -> None:
    search(full, "herring")
    for file in (full.folder / "index").iterdir():
        file.unlink()
    with pytest.raises(Trouble) as caught:
        search(full, typed, target=target)
    assert caught.value.reason.code == "index-unready"
    page = search(full, typed, target=target, without_index=True)
    assert (page.total, page.pending) == (0, 2)
    list(rebuild(full))
    assert search(full, "herring").total == 1


@pytest.mark.parametrize("ask", ["nearest", "count", "search", "replace"])
def test_no_damage_of_the_index_leaves_the_services(full: Library, monkeypatch: pytest.MonkeyPatch, ask: str) -> None:
    def damaged(*_: object, **__: object) -> None:
        raise IndexDamaged("a file went away")

    monkeypatch.setattr(f"reader.index.Index.{ask}", damaged)
    with full.store.writing() as db:
        queues.all_to_index(db)
    with suppress(Trouble):
        search(full, "hering")
        list(index_pending(full))


def test_a_name_without_marks_is_read_as_far_as_the_library_knows_it(full: Library) -> None:
    page = search(full, "speaker:Ilse Marenko")
    assert (page.understood, page.total) == ('speaker:"Ilse Marenko"', 1)
    assert [note.code for note in page.notes] == ["joined-name"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ins*tion", 1), ("inspeciton~", 1), ('"closed live"~2', 1), ('"closed live"~1', 0), ("*zzz", 0)],
)
def test_loose_words_are_asked_of_quotations_too(full: Library, typed: str, found: int) -> None:
    assert search(full, typed, target="quotations").total == found


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("speaker:Solvangg", "Henrike Solvang"),
        ('speaker:"Ilse Marenco"', "Ilse Marenko"),
        ('person:"Henrike Solvan"', "Henrike Solvang"),
        ("org:Marenco", ""),
        ("speaker:zzqqkk", ""),
    ],
)
def test_for_a_name_that_fits_nobody_the_nearest_one_is_proposed(full: Library, typed: str, instead: str) -> None:
    (word,) = search(full, typed).words
    assert (word.count, word.instead, word.instead_count) == (0, instead, 1 if instead else 0)
