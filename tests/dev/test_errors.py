"""What the error browser shows of an annotator's mistakes, and that it counts them as the scorer does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dev_tools import errors, score
from dev_tools.errors_compare import Error, Piece, compare, scorer
from dev_tools.errors_page import page, runs, stretches

TEXT = (
    "Harbor master Ida Lund opened the Salt Gate on Monday.\n\n"
    "“We begin at dawn,” Lund said. Vester Bank agreed, she said, to lend the money."
)


def at(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def mention(words: str, kind: str, thing: Any = None, form: str = "name", nth: int = 0) -> dict[str, Any]:
    start, end = at(words, nth)
    ids = {"ids": [thing]} if isinstance(thing, str) else {"entity": thing}
    return {"start": start, "end": end, "kind": kind, "form": form, **ids}


DIRECT, INDIRECT = at("“We begin at dawn,”"), at("Vester Bank agreed, she said, to lend the money")
GOLD: dict[str, Any] = {
    "id": "salt-gate",
    "text": TEXT,
    "mentions": [
        mention("Ida Lund", "person", "lund"),
        mention("Lund", "person", "lund", nth=1),
        mention("Salt Gate", "facility", "gate"),
        mention("Vester Bank", "organization", "bank"),
        mention("Monday", "date", "-"),
        mention("she", "person", "lund", "pronoun"),
        mention("Harbor master", "role", "lund"),
    ],
    "attributions": [
        {"content": [DIRECT], "cue": [at("said")], "speaker": [at("Lund", 1)], "speaker_ids": ["lund"]},
        {"content": [INDIRECT], "cue": [at("said", 1)], "speaker": [at("she")], "speaker_ids": ["lund"]},
    ],
}


def found(**changed: Any) -> dict[str, Any]:
    """An answer without a mistake, but for what is changed."""
    whole = {
        "mentions": [
            mention("Ida Lund", "person", 1),
            mention("Lund", "person", 1, nth=1),
            mention("Salt Gate", "facility", 2),
            mention("Vester Bank", "organization", 3),
            mention("Monday", "date"),
            mention("she", "person", 1, "pronoun"),
        ],
        "entities": [{"id": 1, "name": "Ida Lund"}, {"id": 2, "name": "Salt Gate"}, {"id": 3, "name": "Vester Bank"}],
        "roles": [{"start": 0, "end": 13, "entity": 1}],
        "quotations": [
            quotation(DIRECT, at("said"), at("Lund", 1), 1),
            quotation(INDIRECT, at("said", 1), at("she"), 1),
        ],
    }
    return {**whole, **changed}


def quotation(content: tuple[int, int], cue: Any, speaker: Any, *who: int) -> dict[str, Any]:
    return {
        "content": [content],
        "cue": cue,
        "speaker": speaker,
        "speakers": [*who],
        "confidence": 0.75,
        "why": "Near.",
    }


def errors_of(answer: dict[str, Any]) -> list[Error]:
    return compare([GOLD], {"salt-gate": answer})


def sorts(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(error.sort, error.kind) for error in errors_of(answer)]


def test_a_right_answer_has_no_errors() -> None:
    assert sorts(found()) == []


def test_a_name_with_wrong_edges_or_kind_is_one_error_and_not_two() -> None:
    names = [m for m in found()["mentions"] if m["kind"] not in ("facility", "organization")]
    wrong = [mention("the Salt Gate", "facility", 2), mention("Vester Bank", "place", 3)]
    kinds_that_exist = {**GOLD, "mentions": [*GOLD["mentions"], mention("dawn", "place", "dawn")]}
    told = compare([kinds_that_exist], {"salt-gate": found(mentions=names + wrong)})
    assert [(e.sort, e.kind) for e in told] == [
        ("name with other edges", "facility"),
        ("name missed", "place"),
        ("name of another kind", "organization"),
    ]
    assert told[2].note == "organization, found as place"


def test_missed_and_invented_mentions_of_every_layer() -> None:
    mentions = [mention("money", "organization", 3), mention("the money", "person", None, "nominal")]
    told = sorted(sorts(found(mentions=mentions, roles=[])))
    assert [one for one in told if "speaker" not in one[0]] == [
        ("name invented", "organization"),
        *[("name missed", kind) for kind in ("date", "facility", "organization", "person", "person")],
        ("nominal invented", "person"),
        ("pronoun missed", "person"),
        ("role missed", "role"),
    ]


def test_a_kind_that_the_gold_never_uses_is_no_error() -> None:
    assert sorts(found(mentions=[*found()["mentions"], mention("dawn", "work", 7)])) == []


def test_a_missed_attribution_takes_its_cue_and_speaker_along() -> None:
    assert sorted(sorts(found(quotations=found()["quotations"][:1]))) == [
        ("attribution missed", "indirect"),
        ("cue missed with its content", "indirect"),
        ("speaker missed with its content", "indirect"),
    ]


def test_an_invented_attribution_and_ragged_edges() -> None:
    direct = quotation(at("“We begin at"), at("said"), at("Lund", 1), 1)
    invented = quotation(at("opened the Salt Gate"), None, None)
    told = sorted(errors_of(found(quotations=[direct, found()["quotations"][1], invented])), key=lambda e: e.sort)
    assert [e.sort for e in told] == ["attribution invented", "content with other edges"]
    assert told[1].note == "69% of the letters agree"


def test_another_cue_is_told_with_both_cues() -> None:
    direct = quotation(DIRECT, at("opened"), at("Lund", 1), 1)
    (error,) = errors_of(found(quotations=[direct, found()["quotations"][1]]))
    assert error.sort == "another cue"
    cues = {p.layer: TEXT[p.start : p.end] for p in error.pieces if p.part == "cue"}
    assert cues == {"gold": "said", "found": "opened"}


def test_a_wrong_speaker_is_named_with_confidence_and_reason() -> None:
    direct = quotation(DIRECT, at("said"), at("Lund", 1), 3)
    (error,) = errors_of(found(quotations=[direct, found()["quotations"][1]]))
    assert (error.sort, error.kind, error.confidence, error.why) == ("wrong speaker", "direct", 0.75, "Near.")
    assert error.note == "it is lund, found: Vester Bank"


def test_a_speaker_left_open_is_another_sort_than_a_wrong_one() -> None:
    direct = quotation(DIRECT, at("said"), at("Lund", 1))
    assert sorts(found(quotations=[direct, found()["quotations"][1]])) == [("speaker left open", "direct")]


def test_the_errors_are_as_many_as_the_scorer_counts() -> None:
    """What is missed and invented by the scorer's figures, on an answer with a mistake of every sort."""
    names = [m for m in found()["mentions"] if m["kind"] != "date"] + [mention("the Salt Gate", "facility", 2)]
    ragged = quotation(INDIRECT, at("agreed"), at("Vester Bank"), 3)
    answer = found(mentions=names, quotations=[ragged, quotation(at("opened the Salt Gate"), at("opened"), None)])
    figures = scorer.score([GOLD], {"salt-gate": answer})
    told = [sort for sort, _ in sorts(answer)]

    def missed(figure: dict[str, Any]) -> tuple[int, int]:
        right = round(figure["r"] * figure["gold"] / 100)
        return figure["gold"] - right, figure["found"] - right

    def shown(what: str) -> tuple[int, int]:
        mine = [sort for sort in told if sort.removeprefix("another ").startswith(what) and "left open" not in sort]
        return sum("invented" not in sort for sort in mine), sum("missed" not in sort for sort in mine)

    assert shown("name") == missed(figures["names"]["ALL"]) == (1, 1)
    assert shown("attribution") == missed(figures["all attributions, overlap"]) == (1, 1)
    assert shown("cue") == missed(figures["cue, exact"]) == (2, 2)
    assert shown("speaker") == missed(figures["speaker span, exact"]) == (2, 1)
    assert told.count("wrong speaker") == round(figures["wrong speakers per 100 attributions"] * 2 / 100) == 1


def test_a_page_escapes_what_it_shows_and_needs_nothing_else() -> None:
    article = {"id": "<b>", "text": "Ann <script>alert(1)</script> Lee sang.", "mentions": [mention_of("Ann <script>")]}
    whole = page("Errors", compare([article], {}), {"<b>": article["text"]})
    assert '<span class="gold-mention">Ann &lt;script&gt;</span>' in whole
    assert "alert(1)</script>" not in whole
    assert "http" not in whole


def mention_of(words: str) -> dict[str, Any]:
    return {"start": 0, "end": len(words), "kind": "person"}


def test_a_page_shows_both_layers_in_the_sentence_and_in_words() -> None:
    direct = quotation(DIRECT, at("opened"), at("Lund", 1), 1)
    whole = page("Errors", errors_of(found(quotations=[direct, found()["quotations"][1]])), {"salt-gate": TEXT})
    assert '<span class="gold-speaker found-speaker">Lund</span> <span class="gold-cue">said</span>' in whole
    assert 'Harbor master Ida Lund <span class="found-cue">opened</span>' in whole
    assert '<article data-sort="another cue" data-kind="direct">' in whole
    assert "confidence 0.75 · Near." in whole


def test_stretches_are_sentences_and_runs_cover_them_without_a_gap() -> None:
    pieces = (Piece("gold", "cue", *at("opened")), Piece("found", "content", *at("lend the money")))
    first, second = stretches(TEXT, pieces)
    assert first.of(TEXT) == "Harbor master Ida Lund opened the Salt Gate on Monday."
    assert second.of(TEXT).startswith("Vester Bank agreed")
    assert [run.of(TEXT) for run in runs(second, pieces)] == [
        "Vester Bank agreed, she said, to ",
        "lend the money",
        ".",
    ]


def test_the_command_prints_and_writes_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, file = tmp_path / "gold.jsonl", tmp_path / "new" / "page.html"
    data.write_text(json.dumps(GOLD) + "\n", "utf-8")
    code = score.main(["language", str(data), "--errors", "1", "--page", str(file), "--model", "rules"])
    assert code == 0
    assert "salt-gate | indirect | gold she + said + Vester Bank" in capsys.readouterr().out
    assert "Ida Lund" in file.read_text("utf-8")


def test_a_page_is_never_written_into_the_repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = errors.ROOT / "docs" / "page.html"
    assert errors.main(tmp_path, ["--page", str(file)]) == 2
    assert "lies in the repository" in capsys.readouterr().err
    assert not file.exists()


def test_a_folder_without_gold_and_a_missing_model_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert errors.main(tmp_path, ["--errors", "1"]) == 2
    assert "no gold articles" in capsys.readouterr().err
    (tmp_path / "one.json").write_text(json.dumps(GOLD), "utf-8")
    assert errors.main(tmp_path, ["--errors", "1", "--model", str(tmp_path / "none")]) == 2
    assert "No names or speakers are found" in capsys.readouterr().err
