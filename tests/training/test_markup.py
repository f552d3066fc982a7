"""Annotated stories: from markup to spans."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.markup import MarkupError, main, read_story, stories

STORY = (
    "<s1|{r:ann_lee|{l:marenko|Marenko} minister} {p:ann_lee|Ann Lee}> <c1|said> {t:-|Tuesday}"
    ' <q1|"{p^ann_lee|I} agree,">'
    " and <q2@ann_lee|{p~ann_lee+bo_kent|the two} would meet>."
)


def texts(article: dict, key: str) -> list[str]:
    return [article["text"][m["start"] : m["end"]] for m in article["mentions"] if m["form"] == key]


def test_the_text_is_what_is_left_without_markup() -> None:
    article = read_story("a", STORY)
    assert article["text"] == 'Marenko minister Ann Lee said Tuesday "I agree," and the two would meet.'


def test_mentions_have_kind_form_and_ids() -> None:
    article = read_story("a", STORY)
    assert texts(article, "pronoun") == ["I"]
    assert texts(article, "nominal") == ["the two"]
    assert [m["ids"] for m in article["mentions"] if m["form"] == "nominal"] == [["ann_lee", "bo_kent"]]
    assert [m["kind"] for m in article["mentions"]] == ["role", "place", "person", "date", "person", "person"]


def test_the_speaker_is_the_person_in_the_phrase_or_the_id() -> None:
    first, second = read_story("a", STORY)["attributions"]
    assert (first["speaker_ids"], second["speaker_ids"]) == (["ann_lee"], ["ann_lee"])
    assert (len(first["cue"]), second["cue"], second["speaker"]) == (1, [], [])


@pytest.mark.parametrize(
    ("marked", "says"),
    [
        ("{p:a|Ann", "never closed"),
        ("Ann}", "stray"),
        ("{p:a| Ann}", "space at an edge"),
        ("<s1|Ann> <c1|said>", "no content"),
        ("{x:a|Ann}", "stray"),
    ],
)
def test_broken_markup_is_refused(marked: str, says: str) -> None:
    with pytest.raises(MarkupError, match=says):
        read_story("a", marked)


def test_a_file_holds_several_stories(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    file.write_text("# a note\nOne {p:a|Ann}.\n=====\nTwo.\n", "utf-8")
    assert [(name, text) for name, text in stories(file)] == [("some-1", "One {p:a|Ann}."), ("some-2", "Two.")]


def test_the_check_finds_a_changed_letter(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    marked, plain = tmp_path / "m.txt", tmp_path / "p.txt"
    marked.write_text("One {p:a|Ann}.\n", "utf-8")
    plain.write_text("One Anne.\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["markup", str(marked), "--against", str(plain)])
    assert main() == 1
    assert "1 mistakes" in capsys.readouterr().out


def test_the_projects_own_stories_are_sound() -> None:
    folder = Path(__file__).parents[2] / "training" / "stories"
    files = sorted(folder.glob("*.txt"))
    assert files
    for file in files:
        for name, marked in stories(file):
            assert read_story(name, marked)["text"]
