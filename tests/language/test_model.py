"""The model's files: a whole model annotates; anything else is one clear trouble, never another annotator."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import language
from reader.core.reasons import Reason, Trouble
from reader.core.wording import sentence
from tests import tiny_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_model.write(tmp_path / "model")


def trouble(folder: Path) -> Reason:
    with pytest.raises(Trouble) as caught:
        language.load(str(folder))
    return caught.value.reason


def test_a_whole_model_annotates_under_its_own_name(folder: Path) -> None:
    annotator = language.load(str(folder))
    found = annotator.annotate("Crews wait\n\nHerring boats stayed in harbor.", ())
    assert annotator.name == found.annotator == f"tiny-1+{language.RULES}"


def test_a_model_is_chosen_from_outside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_MODEL", str(folder))
    assert language.load().name.startswith("tiny-1+")
    monkeypatch.setenv("DATELINE_MODEL", "rules")
    assert language.load().name.startswith("rules-")


def test_the_name_is_known_before_the_model_is_loaded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert language.name_of("rules") == language.load("rules").name
    monkeypatch.setenv("DATELINE_MODEL", str(folder))
    assert language.name_of() == language.load().name
    (folder / "model.json").write_text("[]", "utf-8")
    assert language.name_of() == ""
    (folder / "model.json").unlink()
    assert language.name_of() == ""


@pytest.mark.parametrize("name", ["model.json", "encoder.onnx", "vocab.txt"])
def test_a_file_that_is_missing_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert trouble(folder) == Reason("model-missing", (str(folder / name),))


def test_a_folder_that_is_missing_is_named(folder: Path) -> None:
    assert trouble(folder / "model.json" / "x").code == "model-missing"
    assert trouble(folder.parent / "elsewhere").code == "model-missing"


def cut_short(data: bytes) -> bytes:
    return data[: len(data) // 2]


def nothing(data: bytes) -> bytes:
    return b""


def one_bit(data: bytes) -> bytes:
    return data[:-9] + bytes([data[-9] ^ 1]) + data[-8:]


@pytest.mark.parametrize("harm", [cut_short, nothing, one_bit])
@pytest.mark.parametrize("name", ["encoder.onnx", "vocab.txt"])
def test_a_damaged_file_is_named(folder: Path, name: str, harm: Callable[[bytes], bytes]) -> None:
    file = folder / name
    file.write_bytes(harm(file.read_bytes()))
    assert trouble(folder) == Reason("model-damaged", (str(file),))


def test_a_list_of_pieces_with_other_line_ends_is_damaged(folder: Path) -> None:
    file = folder / "vocab.txt"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert trouble(folder) == Reason("model-damaged", (str(file),))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "\udcff",
        "[]",
        "null",
        "7",
        '{"name": "tiny-1"}',
        '{"name": "tiny-1", "files": [], "nobody": [], "confidence": {}}',
        '{"name": "tiny-1", "files": {"encoder.onnx": "00"}, "nobody": [], "confidence": {}}',
        "[" * 100_000,
    ],
)
def test_a_card_that_is_none_is_damaged(folder: Path, text: str) -> None:
    card = folder / "model.json"
    card.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert trouble(folder) == Reason("model-damaged", (str(card),))


@pytest.mark.parametrize(
    ("key", "value"),
    [("nobody", 7), ("nobody", ["many"]), ("confidence", []), ("confidence", {"always": None}), ("files", None)],
)
def test_a_card_with_something_else_in_it_is_damaged(folder: Path, key: str, value: object) -> None:
    card = folder / "model.json"
    card.write_text(json.dumps({**json.loads(card.read_text("utf-8")), key: value}), "utf-8")
    assert trouble(folder) == Reason("model-damaged", (str(card),))


def test_whole_files_that_are_no_model_are_refused(folder: Path) -> None:
    (folder / "encoder.onnx").write_bytes(b"something else altogether")
    tiny_model.sign(folder)
    assert trouble(folder).code == "model-unusable"


def test_a_list_of_pieces_that_is_none_is_refused(folder: Path) -> None:
    (folder / "vocab.txt").write_text("one\none\n", "utf-8")
    tiny_model.sign(folder)
    assert trouble(folder).code == "model-unusable"


@pytest.mark.parametrize("other", [{"channels": 3}, {"tags": 5}])
def test_the_model_of_another_version_is_refused(folder: Path, other: dict[str, int]) -> None:
    tiny_model.write(folder, **other)
    assert trouble(folder).code == "model-unusable"


def test_a_card_for_other_pointers_is_refused(folder: Path) -> None:
    card = folder / "model.json"
    card.write_text(json.dumps({**json.loads(card.read_text("utf-8")), "nobody": [0.5]}), "utf-8")
    assert trouble(folder).code == "model-unusable"


@pytest.mark.parametrize("library", ["onnxruntime", "numpy"])
def test_a_library_that_does_not_load_is_trouble_with_the_model(folder: Path, tmp_path: Path, library: str) -> None:
    (tmp_path / f"{library}.py").write_text('raise ImportError("DLL load failed")', "utf-8")
    code, words = tried(folder, tmp_path).splitlines()
    assert code == "model-unusable"
    assert "failed" in words


def test_reports_to_the_maker_are_off_before_anything_is_opened(folder: Path, tmp_path: Path) -> None:
    fake = """
        import os
        done = [os.environ.get("ORT_DISABLE_TELEMETRY")]
        def disable_telemetry_events(): done.append("events off")
        class SessionOptions:
            def add_session_config_entry(self, *entry): pass
        def InferenceSession(*args, **kwargs): raise ValueError(" ".join(done))
    """
    (tmp_path / "onnxruntime.py").write_text("\n".join(line[8:] for line in fake.splitlines()), "utf-8")
    assert tried(folder, tmp_path).splitlines() == ["model-unusable", "1 events off"]


def tried(folder: Path, first: Path) -> str:
    """What loading a model says in a new process that finds modules in ``first`` before all others."""
    code = """
from reader import language
from reader.core.reasons import Trouble
import sys
try:
    language.load(sys.argv[1])
except Trouble as trouble:
    print(trouble.reason.code, *trouble.reason.args, sep="\\n")
"""
    places = os.pathsep.join([str(first), os.environ["PYTHONPATH"]])
    environment = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    asked = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(
        asked, env={**environment, "PYTHONPATH": places}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("code", ["model-missing", "model-damaged", "model-unreadable", "model-unusable"])
def test_every_trouble_says_what_happened_and_what_to_do(code: str) -> None:
    words = sentence(Reason(code, ("/opt/dateline/encoder.onnx", "input error")))
    assert words.startswith("No names or speakers are found: ")
    assert "until then articles can be read and searched" in words
