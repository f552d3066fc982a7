from pathlib import Path

from reader.core.filenames import printable
from tests import stories
from tests.cli.conftest import Run
from tests.retold import HEADLINE, STORY

PLAIN = f"{HEADLINE}\n\nTOLVIK, March 12 (CLP) -- " + "\n\n".join(STORY)


def test_group_gives_one_object_with_the_paths_as_given(run: Run, tmp_path: Path) -> None:
    first = stories.write(tmp_path, "a.txt", PLAIN)
    second = stories.write(tmp_path, "b.txt", PLAIN.replace("forty", "fourteen"))
    other = stories.write(tmp_path, "c.txt", stories.SOUND)
    ran = run("group", first, other, second)
    assert (ran.code, ran.rows) == (0, [{"groups": [[first, second]]}])
    assert not (tmp_path / "library").exists()


def test_a_missing_file_is_told_and_the_others_are_grouped(run: Run, tmp_path: Path) -> None:
    first, second = stories.write(tmp_path, "a.txt", PLAIN), stories.write(tmp_path, "b.txt", PLAIN)
    ran = run("group", first, str(tmp_path / "nothing"), second)
    assert (ran.code, ran.rows) == (1, [{"groups": [[first, second]]}])
    assert ran.err.count("\n") == 1


def test_people_read_a_path_a_line(run: Run, tmp_path: Path) -> None:
    first, second = stories.write(tmp_path, "a.txt", PLAIN), stories.write(tmp_path, "b.txt", PLAIN)
    assert run("plain", "group", first, second).out == f"{printable(first)}\n{printable(second)}\n"
    assert run("plain", "group", first).out == "No two tell one story.\n"


def test_nothing_to_group_is_a_wrong_request(run: Run) -> None:
    assert run("group").code == 2


def test_show_names_the_copies_and_versions(run: Run, tmp_path: Path) -> None:
    first = stories.write(tmp_path, "a.txt", PLAIN)
    second = stories.write(tmp_path, "b.txt", PLAIN.replace("forty", "fourteen"))
    ids = [row["id"] for row in run("import", first, second).rows]
    stories.write(tmp_path, "a.txt", PLAIN.replace("Eleven", "Twelve"))
    (newer,) = [row["id"] for row in run("import", first).rows]
    (shown,) = run("show", newer).rows
    assert shown["versions"] == [ids[0], newer]
    assert sorted(shown["groups"]) == sorted([*ids, newer])
    (alone,) = run("import", stories.write(tmp_path, "c.txt", stories.SOUND)).rows
    assert run("show", alone["id"]).rows[0]["groups"] == [alone["id"]]
