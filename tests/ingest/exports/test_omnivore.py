"""Omnivore's export, whose texts lie beside the list of its entries."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile

from reader.core.kinds import BlockRole
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original

BODY = "The Grey Sound was closed to all crews on Wednesday, the harbor master said. Nobody may sail before noon."


def entry(slug: str, **more: str) -> dict[str, str]:
    fields = {"id": f"id-{slug}", "slug": slug, "title": f"On {slug}", "author": "Ann Leffe", "state": "Active"}
    return {**fields, "url": f"https://example.org/{slug}", "publishedAt": "2024-05-03T09:30:00.000Z", **more}


def articles(members: dict[str, bytes]) -> list[Found]:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    steps = read_original(Original("a.zip", file.getvalue()), Hints(dt.date(2026, 6, 1)))
    return [step for step in steps if isinstance(step, Found)]


def page(words: str) -> bytes:
    return f'<DIV class="page" id="readability-page-1"><p>{words}</p><p>They went home.</p></DIV>'.encode()


def test_the_saved_text_is_the_article_of_its_entry() -> None:
    listed = json.dumps([entry("tides"), entry("gulls")]).encode()
    first, second = articles({"content/tides.html": page(BODY), "metadata_0_to_19.json": listed})
    assert first.article.headline == "On tides"
    assert first.article.byline == ("Ann Leffe",)
    assert first.article.texts(BlockRole.BODY) == (BODY, "They went home.")
    assert first.article.origin.url == "https://example.org/tides"
    assert "bookmark" in second.article.flags


def test_a_saved_text_that_no_entry_names_is_read_by_itself() -> None:
    listed = json.dumps([entry("tides")]).encode()
    found = articles({"metadata_0_to_19.json": listed, "content/other.html": page(BODY * 3)})
    assert [one.article.origin.member for one in found] == ["metadata_0_to_19.json/id-tides", "content/other.html"]


def test_a_list_that_is_broken_loses_no_text() -> None:
    found = articles({"x/metadata_0_to_19.json": b'[{"slug": "tides"', "x/content/tides.html": page(BODY * 3)})
    assert BODY in found[-1].article.text
