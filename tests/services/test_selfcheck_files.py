"""The files of the self-check: each holds the same story in another format."""

import datetime as dt
from pathlib import Path

import pytest

from reader.services import selfcheck
from reader.services.analyzing import read_paths
from reader.services.selfcheck_files import WORDS, files


def test_every_file_gives_its_story(tmp_path: Path) -> None:
    for name, data in files().items():
        (tmp_path / name).write_bytes(data)
    read = list(read_paths((str(tmp_path),), dt.date(2026, 6, 1)))
    assert len(read) == len(files()) > 7
    for one in read:
        (article,) = one.articles
        assert (one.failures, article.headline) == ((), "Bridge"), one.path
        assert WORDS in " ".join(article.text.split()), one.path


@pytest.mark.logs_errors
def test_a_format_that_cannot_be_read_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        selfcheck, "files", lambda: {"a.pdf": b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj"}
    )
    assert not selfcheck._every_format()
