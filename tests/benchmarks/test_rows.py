"""The rows that benchmarks report. No test measures time."""

from __future__ import annotations

from benchmarks import machine
from benchmarks.rows import Row, table


def test_a_row_has_the_seven_keys_that_scripts_read() -> None:
    row = Row("start", 0.9, "s", 0.6, "at most 0.35 s more", True).as_json()
    assert list(row) == ["name", "value", "unit", "peer", "ratio", "aim", "met"]
    assert row == {
        "name": "start",
        "value": 0.9,
        "unit": "s",
        "peer": 0.6,
        "ratio": 1.5,
        "aim": "at most 0.35 s more",
        "met": True,
    }


def test_a_row_without_peer_and_aim_leaves_them_empty() -> None:
    row = Row("import", 50.0, "articles/s").as_json()
    assert (row["peer"], row["ratio"], row["aim"], row["met"]) == (None, None, None, None)


def test_a_missed_aim_is_seen_in_the_table() -> None:
    assert "NOT MET" in table([Row("gap", 80.0, "ms", aim="50 ms", met=False)])


def test_the_machine_is_told_in_one_line() -> None:
    assert "PySide6" in machine.line()
    assert "\n" not in machine.line()
