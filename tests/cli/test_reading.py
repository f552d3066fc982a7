import io
import json
import sys
from pathlib import Path

import pytest

from tests import stories
from tests.cli.conftest import Run


def test_read_stores_nothing_and_gives_the_body_alone(run: Run, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND + "\nRELATED Storm damages breakwater\n")
    ran = run("read", path)
    (row,) = ran.rows
    (article,) = row["articles"]
    assert article["headline"] not in article["text"]
    assert article["dateline"]["place"] == "TOLVIK"
    assert [r["text"] for r in article["removed"]] == article["related"] == ["RELATED Storm damages breakwater"]
    assert not (tmp_path / "library").exists()


def test_a_file_that_cannot_be_read_is_one(run: Run, tmp_path: Path) -> None:
    ran = run("read", str(tmp_path / "nothing"))
    assert ran.code == 1
    assert ran.rows[0]["errors"][0]["code"] == "missing"


def test_analyze_raw_counts_offsets_of_the_file_itself(run: Run, tmp_path: Path) -> None:
    text = "Caf\u00e9 owner Ilse Marenko\u00a0said \U0001f41f:\r\n\u201cWe wait,\u201d Marenko said.\r\n"
    path = tmp_path / "raw.txt"
    path.write_bytes(text.encode())
    (row,) = run("analyze", "--raw", str(path)).rows
    words = {text[m["start"] : m["end"]] for m in row["mentions"]}
    assert "Marenko" in words
    assert "text" not in row
    (quotation,) = [q for q in row["quotations"] if q["kind"] == "direct"]
    assert [text[s:e] for s, e in quotation["content"]] == ["\u201cWe wait,\u201d"]


def test_lines_come_back_in_order_and_a_wrong_one_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps({"id": n, "text": f"Ilse Marenko said boat {n} left."}) for n in (1, 2)]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join([lines[0], "{", lines[1]]).encode())))
    ran = run("analyze", "--jsonl")
    assert [row["id"] for row in ran.rows] == [1, 2]
    assert ran.code == 1
    assert "Line 2" in ran.err
