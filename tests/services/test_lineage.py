"""Importing again: what is known, what is newer, and what only stands in the same place."""

import datetime as dt
import json
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Imported, Known, Step, Updated
from reader.services import browsing, importing, marking
from reader.services.giving_back import give_back
from reader.services.library import Library

TODAY = dt.date(2026, 6, 1)
FERRY = (
    "The ferry ran aground off the north pier on Tuesday, and its forty passengers walked ashore over the sand. Two "
    "tugs pulled at her until midnight, and the captain served soup to those who had stayed on board with their dogs."
)
CRANES = (
    "The council bought two cranes for the new basin on Monday after a debate of six hours about their colour. They "
    "come from a yard in the south that went out of business last year and sold whatever stood upright in its halls."
)
HERRING = (
    "Herring fetched a third less at the morning auction, traders in the fish hall said over their empty crates. "
    "Buyers from three counties had stayed at home because the mountain road was closed by snow and ice since Sunday."
)


def take_in(library: Library, *paths: Path) -> list[Step]:
    steps = list(importing.import_paths(library, [str(path) for path in paths], TODAY))
    return [step for step in steps if isinstance(step, Imported | Updated | Known)]


def kinds(steps: list[Step]) -> list[str]:
    return [type(step).__name__ for step in steps]


def headlines(library: Library) -> set[str]:
    ids = [entry.id for entry in browsing.article_ids(library)]
    return {row.headline for row in browsing.article_rows(library, ids)}


def story(folder: Path, name: str, headline: str, body: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"{headline}\n\n{body}\n", encoding="utf-8")
    return folder / name


def rows(folder: Path, *stories: tuple[str, str], **more: str) -> Path:
    lines = [json.dumps({"title": title, "text": text, **more}) for title, text in stories]
    (folder / "dump.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder / "dump.jsonl"


def test_another_story_saved_under_the_same_name_is_another_story(library: Library, tmp_path: Path) -> None:
    take_in(library, story(tmp_path, "down.txt", "Ferry aground", FERRY))
    assert kinds(take_in(library, story(tmp_path, "down.txt", "Council buys cranes", CRANES))) == ["Imported"]
    assert headlines(library) == {"Ferry aground", "Council buys cranes"}


def test_a_new_first_row_moves_no_story_and_no_mark(library: Library, tmp_path: Path) -> None:
    (first, _) = take_in(library, rows(tmp_path, ("Ferry", FERRY), ("Cranes", CRANES)))
    assert isinstance(first, Imported)
    marking.mark(library, [first.id], starred=True)
    steps = take_in(library, rows(tmp_path, ("Herring", HERRING), ("Ferry", FERRY), ("Cranes", CRANES)))
    assert sorted(kinds(steps)) == ["Imported", "Known", "Known"]
    starred = [e.id for e in browsing.article_ids(library, browsing.ListFilter.STARRED)]
    assert starred == [first.id]


def test_stories_of_one_file_with_one_address_stay_apart(library: Library, tmp_path: Path) -> None:
    path = rows(tmp_path, ("Ferry", FERRY), ("Cranes", CRANES), ("Herring", HERRING), url="https://coast.example/")
    assert kinds(take_in(library, path)) == ["Imported"] * 3
    assert kinds(take_in(library, path)) == ["Known"] * 3
    assert len(headlines(library)) == 3


def page(folder: Path, name: str, body: str, address: str) -> Path:
    head = f'<meta charset="utf-8"><title>Ferry aground</title><link rel="canonical" href="{address}">'
    paragraphs = "".join(f"<p>{part}.</p>" for part in body.rstrip(".").split(". "))
    text = f"<article><h1>Ferry aground</h1>{paragraphs}</article>"
    (folder / name).write_text(f"<!doctype html><html><head>{head}</head><body>{text}</body></html>", encoding="utf-8")
    return folder / name


def test_a_bookmark_never_hides_its_article_and_gives_way_to_it(library: Library, tmp_path: Path) -> None:
    address = "https://coast.example/ferry"
    (tmp_path / "list.csv").write_text(f"title,url\nRead this,{address}\nAnd this,https://coast.example/other\n")
    assert kinds(take_in(library, tmp_path / "list.csv")) == ["Imported", "Imported"]
    assert kinds(take_in(library, page(tmp_path, "ferry.html", f"{FERRY} {CRANES}", address))) == ["Updated"]
    (tmp_path / "later.csv").write_text(f"title,url\nAgain,{address}\nMore,https://coast.example/more\n")
    assert kinds(take_in(library, tmp_path / "later.csv")) == ["Known", "Imported"]
    assert "Ferry aground" in headlines(library)


def test_a_teaser_never_hides_its_article(library: Library, tmp_path: Path) -> None:
    address = "https://coast.example/ferry"
    (full,) = take_in(library, page(tmp_path, "ferry.html", f"{FERRY} {CRANES}", address))
    (tmp_path / "feed.xml").write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Coast</title><item><title>Ferry aground</title>'
        f"<link>{address}</link><description>{FERRY.split('.')[0]}.</description></item></channel></rss>"
    )
    (again,) = take_in(library, tmp_path / "feed.xml")
    assert isinstance(full, Imported) and isinstance(again, Known)
    assert again.id == full.id


def test_a_file_that_is_as_it_was_again_shows_what_it_says(library: Library, tmp_path: Path) -> None:
    (first,) = take_in(library, story(tmp_path, "a.txt", "Ferry aground", FERRY))
    (second,) = take_in(library, story(tmp_path, "a.txt", "Ferry aground", FERRY.replace("forty", "fifty")))
    assert isinstance(first, Imported) and isinstance(second, Updated)
    marking.mark(library, [second.id], starred=True)
    (third,) = take_in(library, story(tmp_path, "a.txt", "Ferry aground", FERRY))
    assert isinstance(third, Updated) and (third.id, third.older) == (first.id, second.id)
    (entry,) = browsing.article_ids(library, browsing.ListFilter.STARRED)
    assert entry.id == first.id
    assert kinds(take_in(library, tmp_path / "a.txt")) == ["Known"]


def test_the_same_bytes_are_known_also_when_lines_were_learned_since(library: Library, tmp_path: Path) -> None:
    paths = [
        story(
            tmp_path, f"{n}.txt", f"By Ilse Dahl | Coastline Press\n\n{body.split()[1]}", f"{body}\n\nNobody was hurt"
        )
        for n, body in enumerate((FERRY, CRANES, HERRING))
    ]
    assert kinds(take_in(library, *paths)) == ["Imported"] * 3
    assert kinds(take_in(library, *paths)) == ["Known"] * 3


def test_a_given_back_line_stays_when_the_file_is_imported_again(library: Library, tmp_path: Path) -> None:
    path = story(tmp_path, "a.txt", "Ferry aground", f"{FERRY}\n\nAdvertisement\n\n{CRANES}")
    (first,) = take_in(library, path)
    assert isinstance(first, Imported)
    done = give_back(library, first.id, 0)
    (again,) = take_in(library, path)
    assert isinstance(again, Known) and again.id == done.id
    with pytest.raises(Trouble):
        give_back(library, first.id, 0)
