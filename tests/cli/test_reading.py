import io
import json
import os
import sys
from pathlib import Path

import pytest

from tests import stories
from tests.cli.conftest import Run


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Lets these bytes come on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


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


def test_raw_or_not_an_answer_names_its_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    typed(monkeypatch, stories.SOUND.encode())
    assert [row["id"] for row in run("analyze", "--raw", path, "-").rows] == [path, "-"]


def test_standard_input_is_cleaned_unless_raw(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = stories.SOUND.replace("\n", "\r\n") + "\r\nRELATED Storm damages breakwater\r\n"
    (tmp_path / "a.txt").write_bytes(story.encode())
    typed(monkeypatch, story.encode())
    (cleaned,) = run("analyze", "-").rows
    (of_file,) = run("analyze", str(tmp_path / "a.txt")).rows
    assert {**of_file, "id": "-"} == cleaned
    assert "RELATED" not in cleaned["text"]


def test_raw_standard_input_keeps_its_offsets(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "One line.\r\n\r\nIlse Marenko said.\r\n"
    typed(monkeypatch, text.encode())
    (row,) = run("analyze", "--raw", "-").rows
    assert "Ilse Marenko" in {text[m["start"] : m["end"]] for m in row["mentions"]}


def test_an_input_without_article_is_a_failure_that_names_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b" \n")
    ran = run("analyze", "-")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert '"-"' in ran.err
    assert "import" not in ran.err


@pytest.mark.parametrize("raw", [["--raw"], []])
def test_the_answer_is_utf_8_whatever_the_input_was(run: Run, monkeypatch: pytest.MonkeyPatch, raw: list[str]) -> None:
    typed(monkeypatch, "Café owner Zoë Marenko said no.".encode("cp1252"))
    (row,) = run("analyze", *raw, "-").rows
    assert "Zoë Marenko" in {entity["name"] for entity in row["entities"]}


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are no text")
def test_a_name_that_is_no_text_is_told_in_utf_8(run: Run, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/lat\xe9in.txt")
    Path(odd).write_text(stories.SOUND)
    for words in (["read", odd], ["analyze", odd], ["analyze", "--raw", odd]):
        (row,) = run(*words).rows
        assert odd in (row.get("path"), row.get("id"))
    assert r"lat\udce9in" in run("plain", "read", odd).out


def line(id: object, text: str = "Ilse Marenko said so.") -> bytes:
    return json.dumps({"id": id, "text": text}).encode()


def test_each_line_gets_a_line_in_order_also_a_wrong_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"\n".join([line(1), b"{", b"", line(2), b'{"id": 3}', b"[" * 100_000, b"NaN", line(4)]))
    ran = run("analyze", "--jsonl")
    assert [row["id"] for row in ran.rows] == [1, None, None, 2, 3, None, None, 4]
    assert [number for number, row in enumerate(ran.rows, 1) if "error" in row] == [2, 3, 5, 6, 7]
    assert ran.code == 1
    assert "Line 2" in ran.rows[1]["error"]
    assert "Line 2" in ran.err


def test_an_id_comes_back_as_it_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ids: list[object] = ["\ud800", "é", None, 10**30, [1, {"a": "b"}], True]
    typed(monkeypatch, b"\r\n".join(map(line, ids)) + b"\r\n")
    ran = run("analyze", "--jsonl")
    assert ([row["id"] for row in ran.rows], ran.code) == (ids, 0)


def test_a_number_that_json_does_not_know_is_wrong(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b'{"id": NaN, "text": "a"}\n{"id": 1e999, "text": "a"}\n')
    assert [sorted(row) for row in run("analyze", "--jsonl").rows] == [["error", "id"]] * 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_lines_may_have_a_mark_or_an_old_encoding(run: Run, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    typed(monkeypatch, '{"id": "é", "text": "Zoë Marenko said."}'.encode(encoding))
    (row,) = run("analyze", "--jsonl").rows
    assert (row["id"], row["entities"][0]["name"]) == ("é", "Zoë Marenko")


def test_a_text_with_half_a_character_is_annotated(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, line(1, "\ud83d Ilse Marenko said so."))
    (row,) = run("analyze", "--jsonl").rows
    assert row["entities"][0]["name"] == "Ilse Marenko"


def test_nothing_to_analyze_says_what_to_name(run: Run) -> None:
    ran = run("analyze")
    assert (ran.code, "import" in ran.err) == (2, False)


GERMAN = "Die Fischer warten auf besseres Wetter, und die Mole ist kaputt. „Wir warten“, sagte Ilse Marenko."


def test_what_is_not_english_is_left_alone_and_said_so(run: Run, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "de.txt", GERMAN)
    ran = run("analyze", "--raw", path, stories.write(tmp_path, "en.txt", stories.SOUND))
    german, english = ran.rows
    assert (german["language"], german["mentions"], english["language"]) == ("und", [], "en")
    assert [GERMAN[s:e] for q in german["quotations"] for s, e in q["content"]] == ["„Wir warten“"]
    assert (ran.code, ran.err.count("\n"), path in ran.err) == (0, 1, True)


def test_of_many_lines_it_is_said_once_how_many_are_not_english(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"\n".join([line(1, GERMAN), line(2), line(3, GERMAN)]))
    ran = run("analyze", "--jsonl")
    assert [row["language"] for row in ran.rows] == ["und", "en", "und"]
    assert (ran.code, ran.err.count("\n"), ": 2." in ran.err) == (0, 1, True)


def test_analyze_says_who_is_meant_and_not_only_the_word_for_them(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text('Ilse Marenko came.\n\n"We wait for the boats," she said. "It is a long time."\n', "utf-8")
    spoken = [line for line in run("plain", "analyze", str(path)).out.splitlines() if line.startswith("direct")]
    assert [line.split(":")[0].split()[1:] for line in spoken] == [["Ilse", "Marenko"]] * 2
