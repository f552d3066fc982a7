"""Tables of which nobody could tell which column is which: shown, and taken in with what the reader says."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.core.lessons import TableRoles
from reader.core.reasons import Trouble
from reader.core.steps import Failed, Imported
from reader.services import tables
from reader.services.importing import import_paths
from reader.services.learning import remember_table
from reader.services.library import Library

TODAY = dt.date(2026, 3, 1)
COLUMNS = ("Nr", "Alpha", "Beta", "Delta")
BODY = "The Grey Sound was closed to all crews on Wednesday after two patrol boats met in fog."
ROWS = (
    ("1", "Sound closed until further notice", "04/10/2023", BODY),
    ("2", "Crews stay in harbor, council says", "05/10/2023", "Some 340 boats lay in harbor on Thursday morning."),
)
CHOSEN = TableRoles(COLUMNS, ("", "headline", "published", "body"), day_first=False)


def written(rows: Sequence[Sequence[str]] = (COLUMNS, *ROWS)) -> str:
    return "".join(";".join(row) + "\n" for row in rows)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "clippings.csv"
    file.write_text(written(), "utf-8")
    return file


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    file = tmp_path / "wire.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("notes.txt", "Nothing here.")
        packed.writestr("old/clippings.csv", written())
    return file


def test_the_columns_are_shown_with_what_is_believed_of_them(table: Path) -> None:
    view = tables.preview(str(table), today=TODAY)
    assert view.columns == COLUMNS and view.rows == ROWS
    assert (view.count, view.without_headline, view.letters) == (2, 0, "UTF-8")
    assert view.roles.roles == ("", "headline", "published", "body")
    assert view.unclear_date == "04/10/2023"
    assert view.first is not None and not view.first.is_bookmark


def test_the_first_row_is_shown_as_it_will_be(table: Path) -> None:
    first = tables.preview(str(table), roles=CHOSEN, today=TODAY).first
    assert first == tables.FirstRow(ROWS[0][1], BODY, "", "2023-04-10", is_bookmark=False)


def test_a_table_in_an_archive_is_shown_too(archive: Path) -> None:
    assert tables.preview(str(archive), "old/clippings.csv", today=TODAY).rows == ROWS


def test_what_is_not_there_or_no_table_is_told(archive: Path, tmp_path: Path) -> None:
    for path, member, code in (
        (archive, "new.csv", "missing"),
        (archive, "notes.txt", "no-article"),
        (tmp_path / "gone.csv", "", "missing"),
    ):
        with pytest.raises(Trouble) as told:
            tables.preview(str(path), member, today=TODAY)
        assert told.value.reason.code == code


def test_roles_for_this_once_take_the_file_in_and_are_forgotten(library: Library, archive: Path) -> None:
    steps = list(import_paths(library, [str(archive)], TODAY, tables=(CHOSEN,)))
    assert len([step for step in steps if isinstance(step, Imported)]) >= 2
    again = [step for step in import_paths(library, [str(archive)], TODAY) if isinstance(step, Failed)]
    assert [step.reason.code for step in again if step.member == "old/clippings.csv"] == ["which-column"]


def test_remembered_roles_hold_for_every_file_with_these_columns(library: Library, table: Path) -> None:
    remember_table(library, CHOSEN)
    other = table.with_name("more.csv")
    other.write_text(written((COLUMNS, ("3", "First ice off Maresholm", "11/02/2023", BODY))), "utf-8")
    assert [type(step) for step in import_paths(library, [str(other)], TODAY)].count(Imported) == 1


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_fields_of_json_are_columns_too(library: Library, tmp_path: Path, suffix: str) -> None:
    entries = [{"a1": f"{row[1]}, part {row[0]}", "b2": row[2], "c3": {"x": row[3]}} for row in ROWS]
    file = tmp_path / f"dump.{suffix}"
    file.write_text(json.dumps(entries) if suffix == "json" else "\n".join(map(json.dumps, entries)), "utf-8")
    view = tables.preview(str(file), today=TODAY)
    assert view.columns == ("a1", "b2", "c3.x") and view.count == 2
    chosen = TableRoles(view.columns, ("headline", "published", "body"))
    steps = list(import_paths(library, [str(file)], TODAY, tables=(chosen,)))
    assert [type(step) for step in steps].count(Imported) == 2


def test_a_table_in_an_archive_in_an_archive_is_found(archive: Path) -> None:
    outer = archive.with_name("outer.zip")
    with zipfile.ZipFile(outer, "w") as packed:
        packed.write(archive, "in/wire.zip")
    assert tables.preview(str(outer), "in/wire.zip/old/clippings.csv", today=TODAY).columns == COLUMNS


def test_a_table_of_more_columns_than_anybody_looks_at_is_shown_in_part(tmp_path: Path) -> None:
    file = tmp_path / "wide.csv"
    file.write_text(";".join(f"x{n}" for n in range(600)) + "\n" + ";".join("y" * 600) + "\n", "utf-8")
    view = tables.preview(str(file), today=TODAY)
    assert len(view.columns) == len(view.roles.roles) == len(view.rows[0]) == 500
