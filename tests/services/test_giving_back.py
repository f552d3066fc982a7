"""A line that cleaning took away is given back."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.steps import Imported, Known
from reader.services import browsing, importing, marking, reporting
from reader.services.giving_back import give_back, take_away, undo_rules
from reader.services.learning import rule_of
from reader.services.library import Library

TODAY = dt.date(2026, 6, 1)
STORY = """Ferry runs aground

By Ilse Dahl | Coastline Press

The pier in the storm. Photo by Ada Holm/CLP | License Photo

The pier in the storm. Photo by Ada Holm/CLP

MERESUND, March 3 (CLP) -- The ferry ran aground off the north pier on Tuesday, and its passengers walked ashore.

RELATED Council buys two cranes

“Nobody was hurt,” said Pieter Okonski, who leads the crew of the ferry.

© 2026 Coastline Press. All rights reserved.
"""


@pytest.fixture
def article(library: Library, tmp_path: Path) -> Article:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (done,) = (s for s in importing.import_paths(library, [str(tmp_path / "a.txt")], TODAY) if isinstance(s, Imported))
    return browsing.reading(library, done.id).article


def number(article: Article, words: str) -> int:
    (found,) = (n for n, removal in enumerate(article.removals) if words in removal.text)
    return found


def test_a_given_back_line_stands_where_it_stood(library: Library, article: Article) -> None:
    done = give_back(library, article.id, number(article, "Council buys"))
    new = browsing.reading(library, done.id).article
    before, after = "walked ashore.\n\n", "\n\n“Nobody was hurt"
    assert f"{before}RELATED Council buys two cranes{after}" in new.text
    assert [r.text for r in new.removals] == [r.text for r in article.removals if "Council" not in r.text]
    assert len(new.blocks) == len(article.blocks) + 1
    for block in article.blocks:
        assert (block.role, block.span.of(article.text)) in [(b.role, b.span.of(new.text)) for b in new.blocks]


@pytest.mark.parametrize("words", ["License", "Council", "All rights"])
def test_every_removal_can_be_given_back_and_the_others_stay_in_their_places(
    library: Library, article: Article, words: str
) -> None:
    done = give_back(library, article.id, number(article, words))
    new = browsing.reading(library, done.id).article
    assert words in new.text
    for removal in new.removals:
        (old,) = (r for r in article.removals if (r.text, r.reason) == (removal.text, removal.reason))
        assert (
            new.text[removal.at :].lstrip()[:20] == article.text[old.at :].lstrip()[:20]
            or words in new.text[removal.at :]
        )


def test_a_repeated_caption_comes_back_as_a_caption(library: Library, article: Article) -> None:
    (repeated,) = (n for n, r in enumerate(article.removals) if r.reason.code == "repeated-caption")
    new = browsing.reading(library, give_back(library, article.id, repeated).id).article
    assert len(new.texts(BlockRole.CAPTION)) == len(article.texts(BlockRole.CAPTION)) + 1


def test_the_new_version_keeps_marks_and_is_undone_like_an_import(library: Library, article: Article) -> None:
    marking.mark(library, [article.id], starred=True, tag="harbor")
    done = give_back(library, article.id, 0)
    reading = browsing.reading(library, done.id)
    assert reading.versions == (article.id, done.id)
    (row,) = browsing.article_rows(library, [done.id])
    assert row.starred and row.tags == ("harbor",)
    importing.undo(library, done.run)
    assert [entry.id for entry in browsing.article_ids(library)] == [article.id]


def test_the_same_file_again_is_known_and_the_given_back_line_stays(
    library: Library, article: Article, tmp_path: Path
) -> None:
    done = give_back(library, article.id, 0)
    steps = list(importing.import_paths(library, [str(tmp_path / "a.txt")], TODAY))
    assert [type(step) for step in steps if isinstance(step, Imported | Known)] == [Known]
    assert [entry.id for entry in browsing.article_ids(library)] == [done.id]


def test_giving_back_is_no_import_in_the_reports(library: Library, article: Article) -> None:
    before = reporting.runs(library)
    give_back(library, article.id, 0)
    assert reporting.runs(library) == before and len(before) == 1


def test_what_cannot_be_given_back_is_told(library: Library, article: Article) -> None:
    for id, which, code in ((article.id, 99, "no-such-removal"), ("0" * 16, 0, "no-such-article")):
        with pytest.raises(Trouble) as caught:
            give_back(library, id, which)  # type: ignore[arg-type]
        assert caught.value.reason.code == code
    give_back(library, article.id, 0)
    with pytest.raises(Trouble) as caught:
        give_back(library, article.id, 1)
    assert caught.value.reason.code == "older-version"


def test_a_line_that_is_always_kept_comes_in_with_the_next_story(
    library: Library, article: Article, tmp_path: Path
) -> None:
    done = give_back(library, article.id, number(article, "Council buys"), always=True)
    assert done.version == 2 and [rule.keep for rule in done.before] == [None]
    (tmp_path / "b.txt").write_text(STORY.replace("aground", "ashore").replace("Tuesday", "Monday"), encoding="utf-8")
    steps = importing.import_paths(library, [str(tmp_path / "b.txt")], TODAY)
    (other,) = (step.id for step in steps if isinstance(step, Imported))
    assert "RELATED Council buys two cranes" in browsing.reading(library, other).article.text
    undo_rules(library, done.before)
    assert rule_of(library, "Coastline Press", "RELATED Council buys two cranes") is None


def test_each_line_of_a_removal_of_several_is_kept_from_then_on(library: Library, tmp_path: Path) -> None:
    def taken(name: str, text: str) -> Article:
        (tmp_path / name).write_text(text, encoding="utf-8")
        steps = importing.import_paths(library, [str(tmp_path / name)], TODAY)
        (id,) = (step.id for step in steps if isinstance(step, Imported))
        return browsing.reading(library, id).article

    boxes = "RELATED Council buys two cranes\n\nRELATED The port's new master"
    first = STORY.replace("RELATED Council buys two cranes", boxes)
    long = first.replace("© 2026", "\n\n".join(f"Read more: part {n}" for n in range(1_100)) + "\n\n© 2026")
    article = taken("a.txt", long)
    joined = number(article, "Council buys")
    assert article.removals[joined].text == boxes.replace("\n\n", "\n")
    done = give_back(library, article.id, joined, always=True)
    assert [(rule.line, rule.keep) for rule in done.before] == [(line, None) for line in boxes.split("\n\n")]
    next_one = taken("b.txt", first.replace("aground", "ashore").replace("Tuesday", "Monday"))
    assert "Council buys" in next_one.text and "The port's new master" in next_one.text
    undo_rules(library, done.before)
    assert rule_of(library, "Coastline Press", "RELATED The port's new master") is None


def test_a_line_is_taken_away_at_once_and_from_the_next_story(
    library: Library, article: Article, tmp_path: Path
) -> None:
    at = article.text.index("“Nobody was hurt")
    done = take_away(library, article.id, at + 5)
    new = browsing.reading(library, done.id)
    assert new.versions == (article.id, done.id) and "Nobody was hurt" not in new.article.text
    assert [r.reason.code for r in new.article.removals if "Nobody" in r.text] == ["reader-rule"]
    (tmp_path / "b.txt").write_text(STORY.replace("aground", "ashore").replace("Tuesday", "Monday"), encoding="utf-8")
    steps = importing.import_paths(library, [str(tmp_path / "b.txt")], TODAY)
    (other,) = (step.id for step in steps if isinstance(step, Imported))
    assert "Nobody was hurt" not in browsing.reading(library, other).article.text
    importing.undo(library, done.run)
    undo_rules(library, done.before)
    assert [entry.id for entry in browsing.article_ids(library)][-1:] == [article.id]


def test_a_caption_goes_with_its_credit(library: Library, article: Article) -> None:
    done = take_away(library, article.id, article.text.index("The pier in the storm"))
    new = browsing.reading(library, done.id).article
    assert "pier in the storm" not in new.text and "Ada Holm" not in new.text


def test_headlines_stay_and_no_version_is_made_twice(library: Library, article: Article) -> None:
    def refused(act: Callable[[], object]) -> str:
        with pytest.raises(Trouble) as caught:
            act()
        return caught.value.reason.code

    assert refused(lambda: take_away(library, article.id, 0)) == "no-such-line"
    back = give_back(library, article.id, number(article, "Council buys"))
    at = browsing.reading(library, back.id).article.text.index("RELATED Council")
    assert refused(lambda: take_away(library, back.id, at)) == "known-version"
    assert rule_of(library, "Coastline Press", "RELATED Council buys two cranes") is None
