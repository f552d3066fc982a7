"""The made-up articles of the benchmarks."""

from __future__ import annotations

from pathlib import Path

from benchmarks.articles import article, write


def test_a_number_always_gives_the_same_article() -> None:
    assert article(7) == article(7) != article(8)


def test_an_article_is_about_as_long_as_asked() -> None:
    assert 1000 <= len(article(1, words=1000).split()) <= 1120


def test_articles_are_written_one_a_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "stories", 3)
    assert [file.name for file in sorted(folder.iterdir())] == [f"story-0000{n}.txt" for n in range(3)]
    assert len({file.read_text("utf-8") for file in folder.iterdir()}) == 3
