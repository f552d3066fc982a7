import datetime as dt
from pathlib import Path

import pytest

from reader.core.article import Article, ArticleId
from reader.core.sameness import Relation
from reader.core.steps import Changes, Imported, Progress
from reader.services import browsing, grouping, importing, marking
from reader.services.grouping import group_missing
from reader.services.grouping_files import group_paths
from reader.services.library import Library
from reader.store import articles, groups, runs, sketches
from tests import stories
from tests.retold import ELSE, HEADLINE, STORY, told

TODAY = dt.date(2024, 6, 1)
PLAIN = f"{HEADLINE}\n\nTOLVIK, March 12 (CLP) -- " + "\n\n".join(STORY)
"""The story as a file."""
OTHER = "Meresund to sell its fish market\n\nMERESUND, March 13 (CLP) -- " + "\n\n".join(ELSE)


def add(library: Library, made: Article, run: int = 1) -> ArticleId:
    """Stores an article as an import does."""
    with library.store.writing() as db:
        number = runs.add(db) if not runs.exists(db, run) else run
        articles.add(db, made, articles.pack(b"x"), number)
        grouping.take_in(library.store, made)
    return made.id


def together(library: Library, id: ArticleId) -> dict[ArticleId, Relation | None]:
    return {member.id: member.relation for member in groups.members(library.store.db, id)}


def test_articles_join_the_group_of_their_story_as_they_come_in(library: Library) -> None:
    first = add(library, told(path="/1"))
    add(library, told(*ELSE, headline="Meresund sells its market", path="/2"))
    fixed = add(library, told(STORY[0].replace("forty", "fourteen"), *STORY[1:], flags=("correction",), path="/3"))
    printed = add(library, told(*STORY[:5], publication="Meresund Courier", headline="Boats out again", path="/4"))
    assert together(library, first) == {
        first: None,
        fixed: Relation.CORRECTION,
        printed: Relation.ELSEWHERE,
    }


def test_lists_learn_the_groups_of_all_and_the_members_of_some(library: Library) -> None:
    first, alone = add(library, told(path="/1")), add(library, told(*ELSE, headline="A market", path="/2"))
    second = add(library, told(*STORY[:6], path="/3"))
    numbers = grouping.group_numbers(library)
    assert (set(numbers), len(set(numbers.values()))) == ({first, second}, 1)
    found = grouping.groups_of(library, [first, alone])
    assert set(found) == {first}
    assert {member.id for member in found[first].members} == {first, second}
    assert found[first].number == numbers[second]


def test_a_row_of_a_list_says_what_else_tells_its_story(library: Library) -> None:
    first, alone = add(library, told(path="/1")), add(library, told(*ELSE, headline="A market", path="/2"))
    fixed = add(library, told(STORY[0].replace("forty", "fourteen"), *STORY[1:], flags=("correction",), path="/3"))
    second = add(library, told(*STORY[:6], path="/4"))
    marking.mark(library, (fixed,), read=True)
    rows = {row.id: row for row in browsing.story_rows(library, (alone, first, fixed, second))}
    assert [(row.others, row.others_unread, row.revised) for row in rows.values()] == [
        (0, 0, False), (2, 1, True), (2, 2, True), (2, 1, True),
    ]  # fmt: skip
    assert rows[first].tellings == 3


def test_an_older_article_may_come_in_later(library: Library) -> None:
    update = add(library, told(STORY[0], ELSE[1], *STORY[1:], day="2024-03-13", path="/1"))
    first = add(library, told(path="/2"))
    assert together(library, first) == {update: Relation.UPDATE, first: None}


def test_a_rewritten_wire_story_is_found_by_agency_place_and_day(library: Library) -> None:
    first = add(library, told(headline="Tolvik breakwater opens to herring boats", path="/1"))
    later = told(
        STORY[2], ELSE[0], ELSE[1], ELSE[3], ELSE[4],
        headline="UPDATE 1-Herring boats pass Tolvik breakwater", day="2024-03-13", flags=("update",), path="/2",
    )  # fmt: skip
    assert together(library, add(library, later)) == {later.id: Relation.UPDATE, first: None}


def test_taking_an_import_back_takes_its_articles_out_of_their_groups(library: Library) -> None:
    first, run = add(library, told(path="/1")), 2
    second = add(library, told(*STORY[:6], path="/2"), run)
    assert set(together(library, first)) == {first, second}
    assert importing.undo(library, run) == (second,)
    assert together(library, first) == {}
    assert library.store.db.execute("SELECT count(*) FROM sketch").fetchone() == (1,)


def test_importing_groups_in_the_same_transaction_and_tells_whose_group_changed(
    library: Library, tmp_path: Path
) -> None:
    first = next(step for step in take_in(library, tmp_path, "a.txt", PLAIN) if isinstance(step, Imported))
    steps = take_in(library, tmp_path, "b.txt", PLAIN.replace("forty", "fourteen"))
    second = next(step for step in steps if isinstance(step, Imported))
    assert set(together(library, first.id)) == {first.id, second.id}
    (changes,) = [step for step in steps if isinstance(step, Changes)]
    assert set(changes.articles) == {first.id, second.id}


def take_in(library: Library, folder: Path, name: str, text: str) -> list[object]:
    return list(importing.import_paths(library, [stories.write(folder, name, text)], TODAY))


def test_a_library_of_an_older_program_is_grouped_in_the_background(library: Library) -> None:
    made = [told(path="/1"), told(*ELSE, path="/2", headline="Meresund sells its market"), told(*STORY[:6], path="/3")]
    with library.store.writing() as db:
        run = runs.add(db)
        for one in made:
            articles.add(db, one, articles.pack(b"x"), run)
    assert together(library, made[0].id) == {}
    changed = {id for step in group_missing(library) if isinstance(step, Changes) for id in step.articles}
    assert changed == set(together(library, made[0].id)) == {made[0].id, made[2].id}
    assert sketches.missing(library.store.db) == ()
    assert list(group_missing(library)) == []


def test_grouping_that_was_cut_goes_on(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "BATCH_SECONDS", 0.0)
    with library.store.writing() as db:
        run = runs.add(db)
        for n in range(4):
            articles.add(db, told(*STORY[: 7 - n], path=f"/{n}"), articles.pack(b"x"), run)
    waiting = sketches.missing(library.store.db)
    steps = group_missing(library)
    assert next(steps) == Progress("group", 0, 4)
    assert next(step for step in steps if isinstance(step, Progress)) == Progress("group", 1, 4)
    steps.close()
    left = sketches.missing(library.store.db)
    assert 0 < len(left) < len(waiting)
    assert list(group_missing(library))[-1] == Progress("group", 3, 3)
    assert sketches.missing(library.store.db) == ()
    assert len(together(library, told(*STORY, path="/0").id)) == 4


# Files


def test_files_of_one_story_are_named_as_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    stories.write(tmp_path / "in", "a.txt", PLAIN)
    stories.write(tmp_path / "in", "b.txt", OTHER)
    whole = stories.write(tmp_path, "c.txt", PLAIN.replace("forty", "fourteen"))
    found = group_paths(["./in/a.txt", "in//b.txt", whole], TODAY)
    assert found.groups == (("./in/a.txt", whole),)
    assert found.failures == ()


def test_files_of_a_folder_have_its_name_before_theirs(tmp_path: Path) -> None:
    first = stories.write(tmp_path / "in", "a.txt", PLAIN)
    second = stories.write(tmp_path / "in", "b.txt", PLAIN)
    assert group_paths([str(tmp_path / "in")], TODAY).groups == ((first, second),)


def test_a_file_with_two_stories_is_in_the_group_of_each(tmp_path: Path) -> None:
    both = stories.write(tmp_path, "both.txt", f"{PLAIN}\n\n----------------------------------------\n\n{OTHER}")
    first, second = stories.write(tmp_path, "a.txt", PLAIN), stories.write(tmp_path, "b.txt", OTHER)
    assert group_paths([both, first, second], TODAY).groups == ((both, first), (both, second))


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    first, second = stories.write(tmp_path, "a.txt", PLAIN), stories.write(tmp_path, "b.txt", PLAIN)
    found = group_paths([first, str(tmp_path / "nothing"), second], TODAY)
    assert found.groups == ((first, second),)
    assert [failure.reason.code for failure in found.failures] == ["missing"]
