"""A list of names against the library: counts by article, spellings, unknown names, and the table as a file."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

import pytest

from reader import language
from reader.core.reasons import Trouble
from reader.core.search import BatchRow
from reader.core.steps import Progress
from reader.services import importing
from reader.services.annotating import annotate_pending
from reader.services.batch_search import MOST_LINES, as_csv, batch, lines_of
from reader.services.browsing import article_ids, find_entities, quotations
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.searching import search
from tests import stories

TODAY = dt.date(2024, 3, 14)
FORMULA = """=SUM of all boats

TOLVIK, March 9 (CLP) -- Ilse Marenko counted nine boats. Boats were counted by Henrike Solvang too.
"""


@pytest.fixture
def full(library: Library, tmp_path: Path) -> Library:
    texts = {"sound": stories.SOUND, "storm": stories.STORM, "formula": FORMULA}
    paths = [stories.write(tmp_path / name, f"{name}.txt", text) for name, text in texts.items()]
    list(importing.import_paths(library, paths, TODAY))
    list(annotate_pending(library, language.load()))
    list(index_pending(library))
    return library


def row(library: Library, line: str, **how: object) -> BatchRow:
    (found,) = (step for step in batch(library, [line], **how) if isinstance(step, BatchRow))  # type: ignore[arg-type]
    return found


def test_a_name_is_counted_by_its_mentions_newest_article_first(full: Library) -> None:
    found = row(full, "Ilse Marenko")
    (entity,) = find_entities(full, "Ilse Marenko")
    assert (found.total, len(found.articles)) == (entity.mentions, 2)
    order = [entry.id for entry in article_ids(full)]
    assert [id for id, _ in found.articles] == sorted((id for id, _ in found.articles), key=order.index)
    assert (found.entity_kind, found.understood, found.unknown) == ("person", "Ilse Marenko", False)


def test_a_name_written_otherwise_is_the_same_and_its_spellings_are_told(full: Library) -> None:
    found = row(full, "marenko")
    assert (found.line, found.understood) == ("marenko", "Ilse Marenko")
    assert dict(found.spellings)["Ilse Marenko"] == 2 and dict(found.spellings)["Marenko"] == 1


def test_quotations_are_counted_when_asked_for(full: Library) -> None:
    (entity,) = find_entities(full, "Henrike Solvang")
    found = row(full, "Henrike Solvang", count=("by",))
    assert found.total == len(quotations(full, speaker=entity.id)) > 0
    assert row(full, "Ilse Marenko", count=("about",)).total == 0
    both = row(full, "Henrike Solvang", count=("mentions", "by"))
    assert both.total == found.total + entity.mentions


def test_a_query_is_counted_by_its_words(full: Library) -> None:
    found = row(full, "boats counted")
    assert found.understood == "boats AND counted"
    assert [count for _, count in found.articles] == [5]
    assert row(full, '"closed sea"').total == 1
    assert len(row(full, "speaker:Marenko").articles) == search(full, "speaker:Marenko").total


def test_only_articles_that_answer_are_looked_at(full: Library) -> None:
    assert len(row(full, "Ilse Marenko").articles) == 2
    assert len(row(full, "Ilse Marenko", within="date:2024-03-12").articles) == 1
    assert len(row(full, "boats").articles) == 3
    assert len(row(full, "boats", within="date:2024-03-12").articles) == 1
    with pytest.raises(Trouble):
        row(full, "boats", within="date:yesterday")


def test_an_unknown_name_stays_in_its_place_with_the_nearest_one(full: Library) -> None:
    found = row(full, "Ilsa Marenco")
    assert found.unknown and not found.total and found.instead == "Ilse Marenko" and found.instead_count == 2
    nowhere = row(full, "Ministry of Ice")
    assert nowhere.unknown and nowhere.instead == ""


def test_a_name_that_nobody_knew_as_one_is_found_by_its_words(full: Library) -> None:
    found = row(full, "Grey Sound")
    assert not found.unknown and found.total >= 1


def test_a_line_that_cannot_be_asked_says_why(full: Library) -> None:
    found = row(full, "date:yesterday")
    assert found.problem and found.total == 0


def test_the_rows_come_in_order_and_tell_how_far_the_work_is(full: Library) -> None:
    steps = list(batch(full, ["boats", "Ilse Marenko"]))
    assert [step.line for step in steps if isinstance(step, BatchRow)] == ["boats", "Ilse Marenko"]
    assert steps[-1] == Progress("batch", 2, 2)


def test_it_ends_when_it_is_stopped(full: Library) -> None:
    asked = iter([False, True])
    steps = list(batch(full, ["Ilse Marenko", "boats"], stop=lambda: next(asked, True)))
    assert [step.line for step in steps if isinstance(step, BatchRow)] == ["Ilse Marenko"]


def test_too_long_a_list_is_cut(library: Library) -> None:
    with pytest.raises(Trouble, match="index-unready"):
        list(batch(library, ["boats"]))
    steps = batch(library, [f"date:{n}x" for n in range(MOST_LINES + 5)])
    assert sum(isinstance(step, BatchRow) for step in steps) == MOST_LINES


def test_a_list_is_taken_line_by_line_each_name_once() -> None:
    assert lines_of("\ufeffIlse Marenko\r\n\n  Tomas   Ardell \nilse marenko\n") == ("Ilse Marenko", "Tomas Ardell")


def test_the_table_is_written_with_a_column_for_each_article(full: Library) -> None:
    lines = ["Ilse Marenko", "Ilsa Marenco", "-eel boats", "date:yesterday"]
    rows = [step for step in batch(full, lines) if isinstance(step, BatchRow)]
    head, *table = csv.reader(io.StringIO(as_csv(full, rows)))
    assert head[:4] == ["Name", "Understood as", "Total", "Remark"]
    days = [cell[:10] for cell in head[4:] if cell.startswith("2024")]
    assert len(days) == 2 and days == sorted(days, reverse=True) and head[4].startswith(days[0])
    assert table[0][:3] == ["Ilse Marenko", "Ilse Marenko", str(rows[0].total)]
    assert sum(int(cell or 0) for cell in table[0][4:]) == rows[0].total
    assert "0" not in table[0][4:]
    assert table[1][3] == "Not in this library. Nearest: Ilse Marenko"
    assert table[2][0] == "'-eel boats"
    assert table[3][3]


def test_no_cell_begins_a_formula(full: Library) -> None:
    full.store.db.execute("UPDATE article SET published = '', publication = ''")
    rows = [step for step in batch(full, ["Henrike Solvang"]) if isinstance(step, BatchRow)]
    head = next(csv.reader(io.StringIO(as_csv(full, rows))))
    assert "'=SUM of all boats" in head
