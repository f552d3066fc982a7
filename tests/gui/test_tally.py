"""Tests of counting what an import has done."""

from __future__ import annotations

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.steps import Changes, Failed, Imported, Known, Noted, Progress, Step, Updated
from reader.gui.flows import notes, summary
from reader.gui.importing import words_for
from reader.gui.tally import Tally, with_step

ID = ArticleId("0123456789abcdef")


def counted(*steps: Step, now: float = 0.0) -> Tally:
    tally = Tally()
    for step in steps:
        tally = with_step(tally, step, now)
    return tally


def test_every_outcome_is_counted_apart() -> None:
    failed = Failed("scan.txt", Reason("empty", ("scan.txt",)))
    tally = counted(Imported("a", ID, 1), Imported("b", ID, 1), Known("c", ID, 1), Updated("d", ID, 1, ID), failed)
    assert (tally.imported, tally.known, tally.updated, tally.failed) == (2, 1, 1, 1)
    assert summary(tally) == "Imported 2, updated 1, known 1. 1 failed."


def test_what_did_not_happen_is_not_told() -> None:
    assert summary(counted(Known("c", ID, 1))) == "Known 1."
    assert summary(counted(Changes((ID,)))) == ""


def test_time_left_follows_the_pace_of_the_stage() -> None:
    tally = with_step(Tally(began=100.0), Progress("import", 0, 500), 100.0)
    tally = with_step(tally, Progress("import", 200, 500), 104.0)
    assert tally.seconds_left(104.0) == 6


def test_a_new_stage_begins_its_own_clock() -> None:
    tally = with_step(Tally(), Progress("import", 10, 10), 50.0)
    tally = with_step(tally, Progress("annotate", 0, 10), 60.0)
    assert tally.seconds_left(61.0) is None
    assert with_step(tally, Progress("annotate", 5, 10), 65.0).seconds_left(65.0) == 5


def test_share_of_nothing_is_nothing() -> None:
    assert Tally().share == 0.0


def test_the_status_bar_says_how_far_it_is_and_how_long_it_takes() -> None:
    tally = with_step(Tally(began=100.0), Progress("import", 0, 1500), 100.0)
    assert words_for(tally, 100.0) == "Importing 0 of 1,500"
    tally = with_step(tally, Progress("import", 750, 1500), 107.0)
    assert words_for(tally, 107.0) == "Importing 750 of 1,500, 107 a second, 7 seconds left"
    assert words_for(with_step(tally, Progress("import", 1400, 1500), 112.0), 112.0).endswith(", 1 second left")


def test_a_pace_under_one_a_second_is_not_told() -> None:
    tally = with_step(Tally(began=100.0), Progress("import", 1, 3), 100.0)
    assert words_for(tally, 104.0) == "Importing 1 of 3, 8 seconds left"


def test_the_run_is_known_from_its_first_outcome() -> None:
    assert counted(Progress("import", 0, 2)).run == 0
    assert counted(Failed("a", Reason("empty", ("a",)), 7), Failed("b", Reason("empty", ("b",)))).run == 7


def test_before_the_files_are_counted_it_looks_at_them() -> None:
    assert words_for(Tally(), 0.0) == "Looking at the files"


def test_files_are_looked_at_only_where_some_are_imported() -> None:
    assert words_for(Tally(job="pending"), 0.0) == "Going on with what waits"
    assert words_for(Tally(job="rebuild"), 0.0) == "Making the index anew"


def test_a_stage_that_is_done_gives_way_to_the_next_at_once() -> None:
    assert words_for(counted(Progress("import", 13, 13)), 0.0) == "Finding names"
    assert words_for(counted(Progress("annotate", 13, 13)), 0.0) == "Indexing"
    assert words_for(counted(Progress("index", 13, 13)), 0.0) == "Indexing, 13 of 13"


def test_what_a_run_notes_is_said_once() -> None:
    tally = counted(Noted(Reason("index-rebuilt")), Noted(Reason("index-rebuilt")))
    assert len(notes(tally)) == 1 and "made anew" in notes(tally)[0]


def test_long_work_is_told_in_minutes() -> None:
    tally = with_step(Tally(), Progress("annotate", 0, 1000), 0.0)
    tally = with_step(tally, Progress("annotate", 100, 1000), 60.0)
    assert words_for(tally, 60.0) == "Finding names, 100 of 1,000, 9 minutes left"


def test_finding_copies_tells_how_far_it_has_come() -> None:
    tally = with_step(Tally(began=100.0), Progress("group", 0, 1_500), 100.0)
    assert words_for(tally, 100.0) == "Finding copies, 0 of 1,500"


def test_reading_again_is_no_import() -> None:
    tally = with_step(Tally(again=True, began=100.0), Progress("import", 0, 1_500), 100.0)
    assert words_for(tally, 100.0) == "Reading again 0 of 1,500"
    assert words_for(Tally(again=True), 0.0) == "Looking at the originals"


def test_undoing_says_what_is_undone() -> None:
    assert words_for(Tally(job="undo"), 0.0) == "Undoing the import"
    assert words_for(Tally(job="undo", remade=True), 0.0) == "Undoing the change"
