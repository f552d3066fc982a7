import datetime as dt
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.original import Found, Hints, Original
from reader.ingest.reading import read

ORDER = ("first", "second", "third")
BODY = "The ferry ran aground off the north pier on Tuesday, and its passengers walked ashore over the sand."


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ValueError("x"), "own-mistake"),
        (RecursionError(), "own-mistake"),
        (MemoryError(), "too-much-memory"),
        (Trouble("damaged", "f"), "damaged"),
    ],
)
def test_what_came_before_a_mistake_is_kept(error: BaseException, code: str, caplog: pytest.LogCaptureFixture) -> None:
    def steps() -> Iterator[str]:
        yield "good"
        raise error

    with caplog.at_level(logging.CRITICAL, "dateline.ingest"):
        good, failed = guarded(Original("f", b"", "7"), steps())
    assert good == "good"
    assert isinstance(failed, Failed) and (failed.reason.code, failed.member) == (code, "7")


@pytest.mark.parametrize("module", ["tables", "feeds"])
def test_a_mistake_in_one_entry_does_not_lose_the_others(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from reader.ingest.feeds import entries as feeds
    from reader.ingest.tables import entries as tables

    place, name = (tables, "make_from_lines") if module == "tables" else (feeds, "make_story")
    real = getattr(place, name)

    def trips(lines: object, facts: object, *rest: object) -> object:
        if "second" in getattr(facts, "headline", ""):
            raise RecursionError
        return real(lines, facts, *rest)

    monkeypatch.setattr(place, name, trips)
    items = [
        {"id": n, "title": f"The {n} ferry runs aground", "content_text": BODY} for n in ("first", "second", "third")
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Coastline", "items": items}
    rows = [{"headline": item["title"], "body": BODY, "id": item["id"]} for item in items]
    file = tmp_path / "a.json"
    file.write_text(json.dumps(feed if module == "feeds" else rows), encoding="utf-8")
    with caplog.at_level(logging.CRITICAL, "dateline.ingest"):
        found = list(read(file, Hints(dt.date(2026, 6, 1))))
    assert [type(each) for each in found] == [Found, Failed, Found]
