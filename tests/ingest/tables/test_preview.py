"""The question which column is which."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from reader.core.lessons import TableRoles
from reader.core.reasons import Trouble
from reader.ingest import table_preview

TODAY = dt.date(2026, 6, 1)
BODY = "The crews stay in port until the council has counted."


def csv_file(folder: Path, text: str) -> Path:
    path = folder / "clippings.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_is_shown_with_what_is_believed_of_it(tmp_path: Path) -> None:
    rows = "".join(f"Sound closed {n},04.10.2023,{BODY},{n}\n" for n in range(1, 9))
    found = table_preview(csv_file(tmp_path, "Titel,Wann,Inhalt,Nr\n" + rows), today=TODAY)
    assert found.columns == ("Titel", "Wann", "Inhalt", "Nr")
    assert found.rows[0] == ("Sound closed 1", "04.10.2023", BODY, "1")
    assert len(found.rows) == 5
    assert found.roles.roles == ("headline", "published", "body", "")
    assert found.sureness == (1, 1, 1, 0)
    assert (found.count, found.without_headline, found.letters) == (8, 0, "UTF-8")
    assert found.first is not None
    assert found.first.headline == "Sound closed 1"


def test_other_roles_make_another_first_article(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"xq,zz\nHarbor opens,{BODY}\n,{BODY}\n")
    assert table_preview(path, today=TODAY).first is None
    found = table_preview(path, TableRoles(("xq", "zz"), ("headline", "body")), today=TODAY)
    assert found.first is not None
    assert found.first.headline == "Harbor opens"
    assert (found.count, found.without_headline) == (2, 1)


def test_a_date_that_can_be_read_in_two_ways_is_named(tmp_path: Path) -> None:
    path = csv_file(tmp_path, f"title,date,text\nHarbor,1/2/2021,{BODY}\n")
    assert table_preview(path, today=TODAY).unclear_date == "1/2/2021"
    clear = csv_file(tmp_path, f"title,date,text\nHarbor,1/2/2021,{BODY}\nB,13/2/2021,{BODY}\n")
    assert table_preview(clear, today=TODAY).unclear_date == ""


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_fields_of_json_are_columns(tmp_path: Path, suffix: str) -> None:
    entries = [{"xq": "Harbor opens", "zz": {"inner": BODY}}, {"xq": "Second", "more": ["a", "b"]}]
    path = tmp_path / f"a.{suffix}"
    path.write_text(json.dumps(entries) if suffix == "json" else "\n".join(map(json.dumps, entries)), "utf-8")
    found = table_preview(path, today=TODAY)
    assert found.columns == ("xq", "zz.inner", "more")
    assert found.rows == (("Harbor opens", BODY, ""), ("Second", "", "a, b"))
    assert found.count == 2


def test_what_is_no_table_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The crews stay in port.", encoding="utf-8")
    with pytest.raises(Trouble):
        table_preview(path, today=TODAY)
