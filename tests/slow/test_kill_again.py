"""kill -9 at random moments of ``import --again``: no version is lost or made twice, and the next run goes on."""

from __future__ import annotations

import os
import random
import shutil
import time
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.articles import article
from benchmarks.mixed import feed, page
from reader.core.article import ArticleId
from reader.services import browsing, reporting
from reader.services.learning import set_rule
from reader.services.library import open_library
from reader.store import articles
from tests.slow.conftest import Verb
from tests.slow.test_kill import import_killed_after

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="has no kill -9")]
KILLS, COUNT = 50, 72
LINE = "The tide table hangs at the harbour office all week."


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of 72 articles of three sorts of files, each with a line that a newer rule takes away."""
    folder = tmp_path_factory.mktemp("made-up")
    stories, library = folder / "stories", folder / "library"
    stories.mkdir()
    texts = [_with_line(article(number)) for number in range(COUNT)]
    for number, text in enumerate(texts[:24]):
        (stories / f"{number:03d}.txt").write_text(text, "utf-8")
    (stories / "feed.rss").write_text(feed(texts[24:48]), "utf-8")
    with zipfile.ZipFile(stories / "pages.zip", "w") as archive:
        for number, text in enumerate(texts[48:]):
            archive.writestr(f"{number:03d}.html", page(text))
    assert len(import_killed_after(None, library, stories)) == COUNT
    with open_library(library) as opened:
        for publication in {each.publication for each in _newest(library)}:
            set_rule(opened, publication, LINE, keep=False)
    return library


def _with_line(text: str) -> str:
    headline, byline, date, lede, *others = text.strip().split("\n\n")
    return "\n\n".join((headline, byline, date, lede, LINE, *others)) + "\n"


@pytest.fixture(scope="module")
def whole_run(taken_in: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that it takes when nobody disturbs it."""
    library = tmp_path_factory.mktemp("undisturbed") / "library"
    shutil.copytree(taken_in, library)
    since = time.monotonic()
    _again_killed_after(None, library)
    seconds = time.monotonic() - since
    assert not any(LINE in each.text for each in _newest(library))
    return seconds


def _again_killed_after(seconds: float | None, library: Path) -> set[str]:
    return import_killed_after(seconds, library, "--again", "--no-wait", statuses=("updated",))


def _newest(library: Path) -> list[articles.Article]:
    with open_library(library) as opened:
        return [browsing.reading(opened, entry.id).article for entry in browsing.article_ids(opened)]


@pytest.mark.parametrize("number", range(KILLS))
def test_no_version_is_lost_or_doubled_and_the_next_run_goes_on(
    number: int, taken_in: Path, whole_run: float, tmp_path: Path, verb: Verb
) -> None:
    library = tmp_path / "library"
    shutil.copytree(taken_in, library)
    reported = _again_killed_after(random.Random(number).uniform(0, whole_run), library)
    made = {each.id for each in _newest(library) if LINE not in each.text}
    assert reported <= made
    with open_library(library) as opened:
        run, *_ = reporting.runs(opened)
        assert {line.article for line in reporting.lines(opened, run.id) if run.again} == made
    code, rows, said = verb(library, "import", "--again", "--no-wait")
    assert (code, Counter(row["status"] for row in rows)) == (
        0,
        Counter({"known": len(made), "updated": COUNT - len(made)}),
    ), said
    newest = _newest(library)
    assert len(newest) == COUNT and not any(LINE in each.text for each in newest)
    with open_library(library) as opened:
        assert {len(articles.versions(opened.store.db, ArticleId(each.id))) for each in newest} == {2}
    _, checks, _ = verb(library, "check")
    assert [c for c in checks if c["check"] in ("database", "originals", "texts") and not c["ok"]] == []
