import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from reader import language
from reader.core.annotations import Annotations
from reader.core.article import ArticleId, Block
from reader.core.identity import text_digest
from reader.core.steps import Changes, Progress
from reader.services import annotating, browsing, importing, marking, working
from reader.services.annotating import annotate_pending, annotate_stale
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.lines import Job, PendingJob
from reader.services.searching import search
from reader.store import articles, queues, runs
from tests import stories
from tests.builders import article


class Defeated:
    """An annotator that one story defeats."""

    name = "defeated-1"

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        if "breakwater" in text:
            raise ZeroDivisionError
        return Annotations("", self.name)


@pytest.mark.logs_errors
def test_a_story_that_defeats_the_annotator_does_not_hold_up_the_others(library: Library, tmp_path: Path) -> None:
    paths = [stories.write(tmp_path, "a.txt", stories.SOUND), stories.write(tmp_path, "b.txt", stories.STORM)]
    list(importing.import_paths(library, paths, dt.date(2024, 6, 1)))
    list(annotate_pending(library, Defeated()))
    readings = [browsing.reading(library, entry.id) for entry in browsing.article_ids(library)]
    assert [reading.annotations is not None for reading in readings] == [True, True]


@dataclass
class Counting:
    """An annotator that finds nothing, and remembers what it read; it may be killed at one headline."""

    name: str
    read: list[str] = field(default_factory=list)
    dies_at: str = ""

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        headline = text.split("\n", 1)[0]
        if headline == self.dies_at:
            raise Killed
        self.read.append(headline)
        return Annotations(text_digest(text), self.name)


class Killed(BaseException):
    """Ends the work where it stands."""


def put(library: Library, *headlines: str) -> dict[str, ArticleId]:
    """Takes articles in, in this order, without annotating them."""
    made = {headline: article(headline=headline, path=f"/{headline}") for headline in headlines}
    with library.store.writing() as db:
        for one in made.values():
            articles.add(db, one, articles.pack(b"x"), runs.add(db))
    return {headline: one.id for headline, one in made.items()}


def read(library: Library, *ids: ArticleId) -> None:
    for id in ids:
        marking.mark(library, [id], read=True)


def stale(library: Library, annotator: str) -> int:
    return queues.count_stale(library.store.db, annotator)


def test_what_was_read_last_is_annotated_anew_first_then_the_newest(library: Library) -> None:
    ids = put(library, "a", "b", "c", "d", "e")
    list(annotate_pending(library, Counting("old-1")))
    read(library, ids["b"], ids["d"], ids["b"], ids["a"])
    marking.mark(library, [ids["d"]], read=False)
    new = Counting("new-1")
    list(annotate_stale(library, new))
    assert new.read == ["a", "b", "d", "e", "c"]
    assert stale(library, "new-1") == 0


def test_an_older_version_is_annotated_anew_after_all_others(library: Library) -> None:
    ids = put(library, "a", "b")
    list(annotate_pending(library, Counting("old-1")))
    read(library, ids["b"])
    with library.store.writing() as db:
        articles.add(db, article("More.", headline="b", path="/b"), articles.pack(b"y"), runs.add(db))
    list(annotate_pending(library, Counting("old-1")))
    new = Counting("new-1")
    list(annotate_stale(library, new))
    # The newer version has the marks of the older one.
    assert new.read == ["b", "a", "b"]


def test_what_the_reader_reads_meanwhile_comes_next(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "STALE_CHUNK", 1)
    ids = put(library, "a", "b", "c")
    list(annotate_pending(library, Counting("old-1")))
    new = Counting("new-1")
    steps = annotate_stale(library, new)
    next(steps)
    read(library, ids["a"])
    list(steps)
    assert new.read == ["c", "a", "b"]


def test_stale_articles_that_were_cut_short_go_on_next_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annotating, "BATCH", 1)
    put(library, "a", "b", "c")
    list(annotate_pending(library, Counting("old-1")))
    with pytest.raises(Killed):
        list(annotate_stale(library, Counting("new-1", dies_at="b")))
    assert stale(library, "new-1") == 2
    again = Counting("new-1")
    list(annotate_stale(library, again))
    assert again.read == ["b", "a"]


def test_new_articles_are_annotated_before_stale_ones_and_are_no_stale_ones(library: Library) -> None:
    put(library, "a", "b")
    list(annotate_pending(library, Counting("old-1")))
    put(library, "c")
    new = Counting("new-1")
    list(annotate_pending(library, new))
    assert (new.read, stale(library, "new-1")) == (["c"], 2)


def test_stale_articles_are_pending_but_found(library: Library) -> None:
    put(library, "a", "b")
    list(annotate_pending(library, Counting("old-1")))
    list(index_pending(library))
    assert browsing.counts(library).pending == 2
    page = search(library, "a OR b")
    assert (page.total, page.pending) == (2, 0)
    list(annotate_stale(library, Counting(language.name_of())))
    assert browsing.counts(library).pending == 0


def test_how_far_the_stale_ones_are_is_told_and_the_index_follows(library: Library) -> None:
    put(library, "a", "b", "c")
    list(annotate_pending(library, Counting("old-1")))
    list(index_pending(library))
    steps = list(annotate_stale(library, Counting("new-1")))
    assert [step for step in steps if isinstance(step, Progress)] == [Progress("annotate", 3, 3)]
    assert any(isinstance(step, Changes) and step.index for step in steps)
    assert queues.waiting(library.store.db) == (0, 0)


def test_an_annotator_without_a_name_makes_nothing_stale(library: Library) -> None:
    put(library, "a")
    list(annotate_pending(library, Counting("old-1")))
    assert stale(library, "") == 0
    assert stale(library, "old-1") == 0


@dataclass
class Misnamed:
    """An annotator whose annotations bear another name than its own."""

    by: Counting
    name: str = "new-2"

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        return self.by.annotate(text, blocks)


def test_an_annotator_that_signs_with_another_name_is_not_asked_for_ever(library: Library) -> None:
    put(library, "a")
    list(annotate_pending(library, Counting("old-1")))
    by = Counting("new-1")
    list(annotate_stale(library, Misnamed(by)))
    assert by.read == ["a"]


def work(library: Library, job: Job, monkeypatch: pytest.MonkeyPatch, annotator: Counting) -> None:
    monkeypatch.setattr(language, "load", lambda: annotator)
    list(working.work(library.folder, job))


def test_only_a_job_that_asks_for_it_takes_the_stale_ones(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    put(library, "a")
    list(annotate_pending(library, Counting("old-1")))
    put(library, "b")
    first, second = Counting("new-1"), Counting("new-1")
    work(library, PendingJob(), monkeypatch, first)
    work(library, PendingJob(stale=True), monkeypatch, second)
    assert (first.read, second.read) == (["b"], ["a"])


def test_of_a_text_without_measure_the_first_whole_paragraphs_are_annotated(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(annotating, "MOST", 60)
    made = article(
        "The mayor spoke first.\n\nThen the harbor master spoke.\n\nNobody else.", headline="Two speak", path="/x"
    )
    with library.store.writing() as db:
        articles.add(db, made, articles.pack(b"x"), runs.add(db))
    given: list[str] = []

    class Listening(Counting):
        def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
            given.append(text)
            assert all(block.span.end <= len(text) for block in blocks)
            return Annotations(text_digest(text), self.name)

    list(annotate_pending(library, Listening("new-1")))
    (part,) = given
    assert made.text.startswith(part) and part.endswith(".") and len(part) <= 60
    found = browsing.reading(library, made.id).annotations
    assert found is not None and found.digest == text_digest(made.text)
