import shutil
from pathlib import Path

from reader.store.lane import lane
from tests import stories
from tests.cli.conftest import Run


def test_list_shows_the_newest_first(run: Run, full: dict[str, str]) -> None:
    rows = run("list").rows
    assert [row["id"] for row in rows] == [full["sound"], full["storm"]]
    assert set(rows[0]) == {"id", "headline", "publication", "published", "read", "starred", "tags"}
    assert len(run("list", "--limit", "1").rows) == 1


def test_show_gives_one_text_and_spans_into_it(run: Run, full: dict[str, str]) -> None:
    (shown,) = run("show", full["sound"]).rows
    roles = {b["role"]: shown["text"][b["start"] : b["end"]] for b in shown["blocks"]}
    assert roles["headline"] == shown["headline"] == "Ministers meet over the Grey Sound"
    assert roles["dateline"].startswith("TOLVIK")
    assert shown["dateline"]["agency"] == "CLP"
    assert shown["published"].endswith("-03-12")
    assert "Tuesday" in shown["published_why"]


def test_show_writes_the_original(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    run("show", full["sound"], "--original", str(tmp_path / "copy"))
    assert (tmp_path / "copy").read_bytes() == (tmp_path / "in" / "sound.txt").read_bytes()


def test_an_unknown_id_is_one_line_and_two(run: Run, full: dict[str, str]) -> None:
    ran = run("show", "nothing")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_marks_are_kept(run: Run, full: dict[str, str]) -> None:
    assert run("mark", full["sound"], "--read", "--star", "--tag", "herring").rows == [
        {"id": full["sound"], "read": True, "starred": True, "tags": ["herring"]}
    ]
    assert [row["id"] for row in run("list", "--unread").rows] == [full["storm"]]
    assert [row["id"] for row in run("list", "--starred", "--unread").rows] == []
    assert [row["id"] for row in run("list", "--tag", "herring").rows] == [full["sound"]]
    run("mark", full["sound"], "--unread", "--unstar", "--untag", "herring")
    assert len(run("list", "--unread").rows) == 2


def test_an_entity_leads_to_its_mentions(run: Run, full: dict[str, str]) -> None:
    people = run("entities", "--kind", "person").rows
    marenko = next(row for row in people if row["name"] == "Ilse Marenko")
    by_id, by_name = run("mentions", str(marenko["id"])).rows, run("mentions", "Marenko").rows
    assert by_id == by_name
    (shown,) = run("show", full["sound"]).rows
    words = {shown["text"][row["start"] : row["end"]] for row in by_id if row["article"] == full["sound"]}
    assert words >= {"Ilse Marenko", "Marenko"}
    assert all(shown["text"][row["start"] : row["end"]] in row["sentence"] for row in by_id)


def test_an_unknown_name_is_two(run: Run, full: dict[str, str]) -> None:
    assert run("mentions", "Nobody Known").code == 2


def test_quotations_are_found_by_speaker(run: Run, full: dict[str, str]) -> None:
    (row,) = run("quotes", "--speaker", "Ilse Marenko").rows
    assert row["kind"] == "direct"
    assert row["cue"] == "said"
    assert [speaker["name"] for speaker in row["speakers"]] == ["Ilse Marenko"]
    assert "closed sea" in row["content"]
    assert len(run("quotes", "--article", full["storm"]).rows) >= 1


def test_search_ends_with_how_it_was_understood(run: Run, full: dict[str, str]) -> None:
    *hits, last = run("search", "herring").rows
    assert [hit["id"] for hit in hits] == [full["sound"]]
    assert (last["total"], last["understood"]) == (1, "herring")
    snippet = hits[0]["snippets"][0]
    (shown,) = run("show", full["sound"]).rows
    assert shown["text"][snippet["at"] :].startswith(snippet["text"])
    assert [snippet["text"][s:e].casefold() for s, e in snippet["marks"]] == ["herring"]


def test_what_was_never_indexed_is_pending_and_nothing_is_made(run: Run, tmp_path: Path) -> None:
    run("import", "--no-wait", stories.write(tmp_path, "a.txt", stories.SOUND))
    for target in ("articles", "quotations", "entities"):
        ran = run("search", "--in", target, "herring")
        assert (ran.code, ran.err, ran.rows[-1]["total"], ran.rows[-1]["pending"]) == (0, "", 0, 1)
    assert "1 article is pending" in run("plain", "search", "herring").err
    assert not (tmp_path / "library" / "index").exists()


def test_while_another_process_is_at_work_a_search_answers_with_what_there_is(
    run: Run, full: dict[str, str], tmp_path: Path
) -> None:
    with lane(tmp_path / "library"):
        ran = run("search", "herring")
        assert (ran.code, ran.err, ran.rows[-1]["total"], ran.rows[-1]["pending"]) == (0, "", 1, 0)
        shutil.rmtree(tmp_path / "library" / "index")
        ran = run("search", "herring")
        assert (ran.code, ran.err, ran.rows[-1]["total"], ran.rows[-1]["pending"]) == (0, "", 0, 2)
    ran = run("search", "herring")
    assert (ran.code, ran.err.count("\n"), ran.rows[-1]["total"], ran.rows[-1]["pending"]) == (0, 1, 1, 0)
    assert "made anew" in ran.err


def test_how_a_query_was_read_is_told(run: Run, full: dict[str, str]) -> None:
    (note,) = run("search", "the herring").rows[-1]["notes"]
    assert note["code"] == "common-word"
    ran = run("plain", "search", "the herring)")
    assert note["reason"] in ran.err and "closing parenthesis" in ran.err
    assert run("search", "herring").rows[-1]["notes"] == []


def test_a_phrase_a_speaker_and_nothing(run: Run, full: dict[str, str]) -> None:
    total = lambda *words: run("search", *words).rows[-1]["total"]  # noqa: E731
    assert total('"closed sea"') == 1
    assert total('"sea closed"') == 0
    assert total("speaker:Solvang") == 1
    assert total("speaker:Solvang herring") == 0
    assert "Nothing has" in run("plain", "search", "hering").err


def test_one_quotation_must_answer_the_whole_query(run: Run, full: dict[str, str]) -> None:
    assert run("search", "--in", "quotations", "speaker:Marenko sea").rows[-1]["total"] == 1
    assert run("search", "--in", "quotations", "speaker:Marenko boats").rows[-1]["total"] == 0


def test_a_wrong_field_is_two_and_named(run: Run, full: dict[str, str]) -> None:
    ran = run("search", "speeker:Marenko")
    assert ran.code == 2
    assert "speaker" in ran.err


def test_explain_says_why(run: Run, full: dict[str, str]) -> None:
    (thing,) = run("explain", full["sound"]).rows
    assert all(quotation["why"]["reason"] for quotation in thing["quotations"])
    assert "headline" in run("plain", "explain", full["sound"]).out
