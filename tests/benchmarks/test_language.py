"""What is compared side by side, and the peer's spans by our guide. No test installs or times anything."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from benchmarks import language, spacy_small
from benchmarks.language import Measured, side_by_side
from benchmarks.spacy_spans import mentions
from reader.core.reasons import Trouble


def ours(text: str, words: str, label: str) -> tuple[str, str] | None:
    start = text.index(words)
    found = mentions(text, [(start, start + len(words), label)])
    return (text[found[0]["start"] : found[0]["end"]], found[0]["kind"]) if found else None


@pytest.mark.parametrize(
    ("words", "label", "wanted"),
    [
        ("President Ida Lund", "PERSON", ("Ida Lund", "person")),
        ("Prime Minister Dr. Lund's", "PERSON", ("Lund", "person")),
        ("the Vester Bank’s", "ORG", ("Vester Bank", "organization")),
        ("Norwegians", "NORP", ("Norwegians", "group")),
        ("the North Sea", "LOC", ("North Sea", "place")),
        ("the Salt Gate", "FAC", ("Salt Gate", "facility")),
        ("the Harbor Act", "LAW", ("Harbor Act", "work")),
        ("about $3 million", "MONEY", ("$3 million", "money")),
        ("18%", "PERCENT", ("18%", "quantity")),
        ("more than 20 miles", "QUANTITY", ("20 miles", "quantity")),
        ("the Sigrun\nPhoto by", "PRODUCT", ("Sigrun", "product")),
        ("President", "PERSON", ("President", "person")),
    ],
)
def test_a_span_of_the_peer_follows_our_guide(words: str, label: str, wanted: tuple[str, str]) -> None:
    assert ours(f"They saw {words} there.", words, label) == wanted


def test_a_sign_that_the_peer_leaves_out_belongs_to_the_money() -> None:
    assert ours("It cost $3 million.", "3 million", "MONEY") == ("$3 million", "money")


@pytest.mark.parametrize(
    "words", ["Tuesday", "Monday night", "last week", "the 1990s", "June 5", "the weekend", "2016"]
)
def test_calendar_expressions_are_dates(words: str) -> None:
    assert ours(f"It happened {words} there.", words, "DATE") == (words, "date")


@pytest.mark.parametrize(
    "words", ["two years", "34 years old", "some six hours", "9 p.m.", "four days", "the holidays"]
)
def test_durations_ages_and_times_of_the_clock_are_no_dates(words: str) -> None:
    assert ours(f"It took {words} there.", words, "DATE") is None


def test_labels_without_a_kind_of_ours_are_left_out() -> None:
    assert ours("They saw seven boats.", "seven", "CARDINAL") is None


def figures(names: float, speaker: float) -> dict[str, Any]:
    return {
        "names": {"ALL": {"f1": names}},
        "all attributions found with the right speaker": {"percent": speaker},
        "wrong speakers per 100 attributions": 100 - speaker,
    }


RULES, TRAINED = Measured(figures(80.0, 60.0), 9000.0), Measured(figures(90.0, 75.0), 5000.0)
PEER = Measured({"names": {"ALL": {"f1": 75.0}}}, 4000.0, {"names alone": 8000.0})


def test_names_stand_beside_the_peer_and_speech_beside_the_rules() -> None:
    rows = {row.name: row for row in side_by_side({"rules": RULES, "trained": TRAINED, "spaCy small": PEER})}
    assert (rows["names, all kinds, F1: trained"].value, rows["names, all kinds, F1: trained"].peer) == (90.0, 75.0)
    assert rows["names, all kinds, F1: rules"].peer == 75.0
    spoken = rows["all attributions, right speaker: trained"]
    assert (spoken.value, spoken.peer) == (75.0, 60.0)
    assert rows["wrong speakers in 100: trained"].ratio == 25 / 40
    assert rows["speed, names alone: spaCy small"].value == 8000.0


def test_the_aim_for_speed_is_met_only_ahead_of_the_peer() -> None:
    def met(pace: float) -> bool | None:
        trained = Measured(figures(90.0, 75.0), pace)
        rows = side_by_side({"rules": RULES, "trained": trained, "spaCy small": PEER})
        return next(row.met for row in rows if row.name == "speed, whole work: trained")

    assert (met(4001.0), met(3999.0)) == (True, False)


def test_without_peer_and_model_the_rules_are_shown_alone() -> None:
    rows = side_by_side({"rules": RULES})
    assert [row.name for row in rows] == [
        "names, all kinds, F1: rules",
        "all attributions, right speaker: rules",
        "wrong speakers in 100: rules",
        "speed, whole work: rules",
    ]
    assert all(row.peer is None and row.met is None for row in rows)


def test_what_cannot_be_measured_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    load = language.language.load

    def only_rules(model: str) -> Any:
        if model != "rules":
            raise Trouble("model-missing", "model.json")
        return load(model)

    def no_network(texts: list[str]) -> Any:
        raise spacy_small.Unavailable("No network.")

    monkeypatch.setattr(language.language, "load", only_rules)
    monkeypatch.setattr(spacy_small, "run", no_network)
    text = "Ida Lund opened the gate on Monday."
    mention = {"start": 0, "end": 8, "kind": "person", "form": "name", "ids": ["lund"]}
    gold = {"id": "gate", "text": text, "mentions": [mention], "attributions": []}
    (tmp_path / "gate.json").write_text(json.dumps(gold), "utf-8")
    rows = language.rows(None, tmp_path)
    told = capsys.readouterr().out
    assert "Without the trained annotator" in told
    assert "Without spaCy small. No network." in told
    assert "1 articles, 7 words" in told
    assert any(row.name == "names, person, F1: rules" and row.value == 100.0 for row in rows)


def test_a_failed_installation_is_said_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "spacy"

    def fail(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        folder.mkdir(exist_ok=True)
        code = int("pip" in command)
        return subprocess.CompletedProcess(command, code, "", "ERROR: No matching distribution found for spacy\n")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(spacy_small.Unavailable, match=r"could not be installed .* No matching distribution"):
        spacy_small.prepare(folder)
    assert not folder.exists()


def test_an_environment_that_is_there_is_used_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[list[str]] = []

    def note(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        made.append(command)
        tmp_path.mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", note)
    first = spacy_small.prepare(tmp_path)
    steps = len(made)
    assert steps == 2
    assert spacy_small.prepare(tmp_path) == first
    assert len(made) == steps
