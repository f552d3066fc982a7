import datetime as dt
from pathlib import Path

from reader.services import importing
from reader.services.checking import Check, check
from reader.services.library import Library

STORY = "Ferry runs aground\n\nMERESUND, March 3 (CLP) -- " + "\n\n".join(
    f"The ferry ran aground off pier number {n} on Tuesday, and {n} of its passengers walked ashore." for n in range(9)
)


def grouped(library: Library, folder: Path) -> Check:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(STORY + f"\n\nPrinted as {name}, with a sentence of its own.", encoding="utf-8")
    paths = [str(folder / "a.txt"), str(folder / "b.txt")]
    list(importing.import_paths(library, paths, dt.date(2026, 6, 1)))
    assert library.store.db.execute("SELECT count(*) FROM grouped").fetchone() == (2,)
    return groups(library)


def groups(library: Library) -> Check:
    return next(found for found in check(library) if found.check == "groups")


def test_groups_as_they_were_made_are_in_order(library: Library, tmp_path: Path) -> None:
    assert grouped(library, tmp_path).ok


def test_a_group_of_one_is_told(library: Library, tmp_path: Path) -> None:
    grouped(library, tmp_path)
    library.store.db.execute("DELETE FROM grouped WHERE story != head")
    assert not groups(library).ok and "1 groups of one, 1 related and apart" in groups(library).detail


def test_a_member_that_is_gone_is_told(library: Library, tmp_path: Path) -> None:
    grouped(library, tmp_path)
    library.store.db.execute("INSERT INTO grouped VALUES (999, 1)")
    assert not groups(library).ok and "1 members gone" in groups(library).detail


def test_an_article_that_was_not_compared_is_told(library: Library, tmp_path: Path) -> None:
    grouped(library, tmp_path)
    library.store.db.execute("DELETE FROM sketch WHERE article = 1")
    assert not groups(library).ok and "1 pending" in groups(library).detail
