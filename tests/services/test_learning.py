"""Lines that a publication repeats, and what the reader decides about lines."""

import datetime as dt
from pathlib import Path

from reader.core.article import Article
from reader.core.lessons import TableRoles
from reader.core.steps import Imported
from reader.services import browsing, importing, learning
from reader.services.library import Library

TODAY = dt.date(2026, 6, 1)
PROMISE = "Our harbor reporters answer letters every Friday at noon"
BODIES = (
    (
        "Ferry runs aground",
        "The ferry ran aground off the north pier on Tuesday, and its forty passengers walked ashore over the sand. "
        "Two tugs pulled at her until midnight, and the captain served soup to those who had stayed on board.",
    ),
    (
        "Council buys cranes",
        "The council bought two cranes for the new basin on Monday after a debate of six hours about their colour. "
        "They come from a yard in the south that went out of business last year and sold whatever stood upright.",
    ),
    (
        "Herring price falls",
        "Herring fetched a third less at the morning auction, traders in the fish hall said over empty crates. "
        "Buyers from three counties had stayed at home because the mountain road was closed by snow since Sunday.",
    ),
    (
        "Lighthouse painted",
        "The lighthouse got its first coat of paint in twenty years from a crew of volunteers on long ropes. "
        "They used nine hundred litres of white, and one of them painted her initials where only gulls can read them.",
    ),
)


def story(number: int, extra: str = PROMISE, body: int | None = None) -> str:
    headline, words = BODIES[number if body is None else body]
    return f"{headline}\nBy Ilse Dahl | Coastline Press\n\n{words}\n\nIt was story {number} of the week.\n\n{extra}\n"


def take_in(library: Library, folder: Path, name: str, text: str) -> Article:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    (done,) = (s for s in importing.import_paths(library, [str(folder / name)], TODAY) if isinstance(s, Imported))
    return browsing.reading(library, done.id).article


def test_a_line_that_three_stories_of_a_publication_print_goes_from_the_fourth(
    library: Library, tmp_path: Path
) -> None:
    before = [take_in(library, tmp_path / "in", f"{n}.txt", story(n)) for n in range(3)]
    assert all(PROMISE in article.text for article in before)
    fourth = take_in(library, tmp_path / "in", "3.txt", story(3))
    assert fourth.publication == "Coastline Press"
    assert PROMISE not in fourth.text
    assert [(r.text, r.reason.code) for r in fourth.removals] == [(PROMISE, "learned-furniture")]
    assert BODIES[3][1] in fourth.text


def test_a_line_that_the_reader_keeps_stays(library: Library, tmp_path: Path) -> None:
    learning.set_rule(library, "Coastline Press", PROMISE, keep=True)
    found = [take_in(library, tmp_path / "in", f"{n}.txt", story(n)) for n in range(4)]
    assert all(PROMISE in article.text for article in found)
    learning.set_rule(library, "Coastline Press", PROMISE, keep=None)
    assert PROMISE not in take_in(library, tmp_path / "in", "4.txt", story(3).replace("white", "red")).text


def test_a_kept_line_stays_that_a_fixed_rule_would_remove(library: Library, tmp_path: Path) -> None:
    line = "Sign up for the harbor letter"
    assert line not in take_in(library, tmp_path / "in", "a.txt", story(0, line)).text
    learning.set_rule(library, "Coastline Press", line, keep=True)
    assert line in take_in(library, tmp_path / "in", "b.txt", story(1, line)).text


def test_a_line_that_the_reader_never_wants_goes_at_once(library: Library, tmp_path: Path) -> None:
    learning.set_rule(library, "Coastline Press", PROMISE, keep=False)
    found = take_in(library, tmp_path / "in", "a.txt", story(0))
    assert [(r.text, r.reason.code) for r in found.removals] == [(PROMISE, "reader-rule")]


def test_what_an_undone_import_taught_is_forgotten(library: Library, tmp_path: Path) -> None:
    for n in range(3):
        take_in(library, tmp_path / "in", f"{n}.txt", story(n))
    assert learning.lessons(library).furniture["Coastline Press"]
    for run in (1, 2):
        importing.undo(library, run)
    assert learning.lessons(library).furniture == {}


def test_versions_of_one_story_teach_nothing(library: Library, tmp_path: Path) -> None:
    for n in range(4):
        (tmp_path / "a.txt").write_text(story(0).replace("forty", f"{n} dozen"), encoding="utf-8")
        list(importing.import_paths(library, [str(tmp_path / "a.txt")], TODAY))
    assert learning.lessons(library).furniture == {}


def test_tables_are_remembered(library: Library) -> None:
    table = TableRoles(("Kop", "Tekst"), ("headline", "body"), day_first=False)
    learning.remember_table(library, table)
    learning.remember_table(library, table)
    assert learning.lessons(library).tables == (table,)


def test_copies_of_one_story_teach_nothing(library: Library, tmp_path: Path) -> None:
    body = (
        " ".join(words for _, words in BODIES) + " " + " ".join(f"Crew {n} stayed in port all week." for n in range(20))
    )
    for n in range(4):
        text = f"Fleet stays in port\nBy Ilse Dahl | Coastline Press\n\n{body}\n\n{PROMISE}\n"
        (tmp_path / f"copy-{n}.txt").write_text(text, encoding="utf-8")
        list(importing.import_paths(library, [str(tmp_path / f"copy-{n}.txt")], TODAY))
    assert learning.lessons(library).furniture == {}
