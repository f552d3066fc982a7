"""Originals that the library keeps are read anew, and articles that differ become newer versions of themselves."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from reader.core.article import Article, ArticleId
from reader.core.steps import Failed, Imported, Known, Progress, Step, Updated
from reader.services import browsing, importing, marking, reporting
from reader.services.browsing import ListFilter
from reader.services.giving_back import give_back, take_away
from reader.services.importing_again import import_again
from reader.services.learning import set_rule
from reader.services.library import Library

TODAY = dt.date(2026, 6, 1)
STORY = """Ferry runs aground

By Ilse Dahl | Coastline Press

MERESUND, March 3 (CLP) -- The ferry ran aground off the north pier on Tuesday, and its passengers walked ashore.

RELATED Council buys two cranes

“Nobody was hurt,” said Pieter Okonski, who leads the crew of the ferry.

The tide table hangs at the harbour office all week.

© 2026 Coastline Press. All rights reserved.
"""
LINE = "The tide table hangs at the harbour office all week."
ENTRIES = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Coastline Press</title><language>en</language>{}</channel></rss>"""
ENTRY = """<item><title>Ferry {0} runs aground</title><guid isPermaLink="false">f{0}</guid>
<pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Ferry number {0} ran aground off the
north pier on Tuesday, and its passengers walked ashore.</p><p>Nobody was hurt, the crew said.</p>]]></content:encoded>
</item>"""

Again = Callable[..., list[Step]]


@pytest.fixture
def again(library: Library) -> Again:
    return lambda *paths, ids=(): list(import_again(library, TODAY, paths, ids))


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def take(library: Library, *paths: str) -> list[ArticleId]:
    return [step.id for step in importing.import_paths(library, paths, TODAY) if isinstance(step, Imported)]


def only(steps: Iterable[Step], *kinds: type[Step]) -> list[Step]:
    return [step for step in steps if isinstance(step, kinds or (Imported, Known, Updated, Failed))]


def newest(library: Library) -> list[Article]:
    return [browsing.reading(library, e.id).article for e in browsing.article_ids(library, ListFilter.ALL, "")]


def test_what_reads_as_before_is_unchanged(library: Library, tmp_path: Path, again: Again) -> None:
    (id,) = take(library, write(tmp_path, "a.txt", STORY))
    (step,) = only(again())
    assert isinstance(step, Known) and step.id == id


def test_entries_of_a_feed_keep_what_the_feed_told(library: Library, tmp_path: Path, again: Again) -> None:
    take(library, write(tmp_path, "a.xml", ENTRIES.format(ENTRY.format(1) + ENTRY.format(2))))
    before = newest(library)
    assert [type(step) for step in only(again())] == [Known, Known]
    assert newest(library) == before and before[0].publication == "Coastline Press"


def test_a_new_lesson_makes_a_version_that_keeps_marks_and_tags(library: Library, tmp_path: Path, again: Again) -> None:
    (id,) = take(library, write(tmp_path, "a.txt", STORY))
    marking.mark(library, [id], read=True, starred=True, tag="sea", untag="")
    set_rule(library, "Coastline Press", LINE, keep=False)
    (step,) = only(again())
    assert isinstance(step, Updated) and step.older == id
    (now,) = newest(library)
    assert LINE not in now.text and LINE in [removal.text for removal in now.removals]
    (row,) = browsing.article_rows(library, [now.id])
    assert (row.read, row.starred, row.tags, row.versions) == (True, True, ("sea",), 2)
    assert [type(step) for step in only(again())] == [Known]


def test_a_file_that_is_gone_is_read_from_what_the_library_keeps(
    library: Library, tmp_path: Path, again: Again
) -> None:
    take(library, write(tmp_path, "a.txt", STORY))
    (tmp_path / "a.txt").unlink()
    set_rule(library, "Coastline Press", LINE, keep=False)
    assert [type(step) for step in only(again())] == [Updated]


def test_lines_given_back_and_taken_away_stay_so(library: Library, tmp_path: Path, again: Again) -> None:
    (id,) = take(library, write(tmp_path, "a.txt", STORY))
    article = browsing.reading(library, id).article
    number = next(n for n, removal in enumerate(article.removals) if "Council" in removal.text)
    given = give_back(library, id, number)
    article = browsing.reading(library, given.id).article
    taken = take_away(library, given.id, article.text.index("“Nobody"))
    set_rule(
        library,
        "Coastline Press",
        "“Nobody was hurt,” said Pieter Okonski, who leads the crew of the ferry.",
        keep=None,
    )
    assert [type(step) for step in only(again())] == [Known]
    set_rule(library, "Coastline Press", LINE, keep=False)
    (step,) = only(again())
    assert isinstance(step, Updated) and step.older == taken.id
    (now,) = newest(library)
    assert "Council buys two cranes" in now.text
    assert LINE not in now.text and "Nobody was hurt" not in now.text


def test_a_run_can_be_undone(library: Library, tmp_path: Path, again: Again) -> None:
    (id,) = take(library, write(tmp_path, "a.txt", STORY))
    set_rule(library, "Coastline Press", LINE, keep=False)
    (step,) = only(again(), Updated)
    assert isinstance(step, Updated)
    importing.undo(library, step.run)
    assert [article.id for article in newest(library)] == [id]


def test_what_says_again_what_an_older_version_said_is_a_version_of_its_own(
    library: Library, tmp_path: Path, again: Again
) -> None:
    take(library, write(tmp_path, "a.txt", STORY))
    (first,) = newest(library)
    set_rule(library, "Coastline Press", LINE, keep=False)
    again()
    set_rule(library, "Coastline Press", LINE, keep=None)
    (step,) = only(again(), Updated)
    assert isinstance(step, Updated)
    (now,) = newest(library)
    assert now.text == first.text and now.id != first.id
    importing.undo(library, step.run)
    assert LINE not in newest(library)[0].text


def test_a_date_that_is_printed_and_was_not_seen_makes_a_version_of_the_same_text(
    library: Library, tmp_path: Path, again: Again
) -> None:
    take(library, write(tmp_path, "a.txt", STORY))
    (before,) = newest(library)
    library.store.db.execute("UPDATE article SET facts = replace(facts, '\"Ilse Dahl\"', '\"I. Dahl\"')")
    (step,) = only(again())
    assert isinstance(step, Updated)
    (now,) = newest(library)
    assert now.text == before.text and now.byline == ("Ilse Dahl",)
    assert [type(step) for step in only(importing.import_paths(library, [str(tmp_path / "a.txt")], TODAY))] == [Known]


def test_only_what_came_from_a_folder_is_read(library: Library, tmp_path: Path, again: Again) -> None:
    (tmp_path / "in").mkdir()
    inside = write(tmp_path / "in", "a.txt", STORY)
    take(library, inside, write(tmp_path, "b.txt", STORY.replace("Ferry", "Barge").replace("north", "south")))
    assert [getattr(step, "path", "") for step in only(again(str(tmp_path / "in")))] == [inside]


def test_a_path_from_which_nothing_came_is_a_failure(library: Library, tmp_path: Path, again: Again) -> None:
    take(library, write(tmp_path, "a.txt", STORY))
    (step,) = only(again(str(tmp_path / "b.txt")))
    assert isinstance(step, Failed) and step.reason.code == "not-in-library"


def test_only_chosen_articles_change(library: Library, tmp_path: Path, again: Again) -> None:
    take(library, write(tmp_path, "a.xml", ENTRIES.format(ENTRY.format(1) + ENTRY.format(2))))
    chosen = newest(library)[0].id
    set_rule(library, "Coastline Press", "Nobody was hurt, the crew said.", keep=False)
    (step,) = only(again(ids=(chosen,)))
    assert isinstance(step, Updated) and step.older == chosen


def test_an_original_that_is_damaged_leaves_its_article_as_it_is(
    library: Library, tmp_path: Path, again: Again
) -> None:
    take(library, write(tmp_path, "a.txt", STORY), write(tmp_path, "b.txt", STORY.replace("Ferry", "Barge")))
    before = newest(library)
    library.store.db.execute(
        "UPDATE original SET packed = x'00' WHERE digest = (SELECT original FROM article WHERE path LIKE '%a.txt')"
    )
    failed, known = only(again())
    assert isinstance(failed, Failed) and failed.reason.code == "damaged" and isinstance(known, Known)
    assert newest(library) == before


def test_the_report_says_unchanged_and_progress_counts_originals(
    library: Library, tmp_path: Path, again: Again
) -> None:
    take(library, write(tmp_path, "a.txt", STORY))
    steps = again()
    assert [(step.done, step.total) for step in steps if isinstance(step, Progress)] == [(0, 1), (1, 1)]
    run = reporting.runs(library)[0]
    file = tmp_path / "report.txt"
    reporting.save(library, run.id, file)
    words = file.read_text(encoding="utf-8")
    assert words.startswith("Read again on ") and "1 original," in words and "Unchanged (1)" in words
