"""Saved web pages."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.steps import Failed
from reader.ingest.html import page
from reader.ingest.original import Hints, Original
from tests.ingest.taken import taken

TODAY = dt.date(2026, 6, 1)
PARAGRAPHS = [
    "MERESUND, March 3 (CLP) -- Harbor crews voted Tuesday to stay in port until the Grey Sound is open again for all.",
    "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the old basin.",
    "“We will not sail for half a catch,” said Pieter Okonski, who leads the union of the deep-sea crews of the coast.",
]
HEAD = """<title>Harbor crews vote to strike | Coastline Press</title>
<meta property="og:title" content="Harbor crews vote to strike">
<meta property="og:site_name" content="Coastline Press">
<meta property="article:published_time" content="2026-03-03T18:30:00+01:00">
<meta name="author" content="Ilse Dahl">
<link rel="canonical" href="https://coastline.example/2026/03/03/strike?utm_source=x">"""


def a_page(body: str, head: str = HEAD) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>'
        f"<nav><a href='/'>Home</a> <a href='/n'>News</a></nav><article><h1>Harbor crews vote to strike</h1>{body}"
        "</article><footer>© 2026 Coastline Press</footer></body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def saved(tmp_path: Path, text: str, name: str = "strike.html") -> Article:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (found,) = taken(tmp_path / name, today=TODAY)
    assert isinstance(found, Article)
    return found


def test_page_gives_its_fields_and_body(tmp_path: Path) -> None:
    found = saved(tmp_path, a_page(paragraphs(*PARAGRAPHS)))
    assert found.headline == "Harbor crews vote to strike"
    assert found.byline == ("Ilse Dahl",)
    assert found.publication == "Coastline Press"
    assert found.origin.url == "https://coastline.example/2026/03/03/strike"
    assert found.published is not None
    assert (found.published.date.isoformat(), found.published.inferred) == ("2026-03-03", False)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS
    assert found.texts(BlockRole.DATELINE) == ("MERESUND, March 3 (CLP) --",)
    assert found.text.startswith("Harbor crews vote to strike\n\nIlse Dahl\n\nMERESUND")
    assert found.language == "en"


def test_page_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    found = saved(tmp_path, a_page(paragraphs(*PARAGRAPHS)), name="strike.txt")
    assert "<p>" not in found.text
    assert found.headline == "Harbor crews vote to strike"


def test_links_within_the_body_are_removed_with_their_reason(tmp_path: Path) -> None:
    body = paragraphs(PARAGRAPHS[0], "RELATED: Herring catch falls for second year", *PARAGRAPHS[1:])
    found = saved(tmp_path, a_page(body))
    assert [(r.text, r.reason.code) for r in found.removals if 0 < r.at < len(found.text)] == [
        ("RELATED: Herring catch falls for second year", "related-link")
    ]
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_mark_up_gives_subheads_and_lists_their_roles(tmp_path: Path) -> None:
    body = f"{paragraphs(*PARAGRAPHS)}<h2>What comes next</h2>{paragraphs(PARAGRAPHS[1] + ' It said so twice.')}"
    body += "<ul><li>Talks in Kestholm on Friday</li><li>A vote in Tolvik on Sunday</li></ul>"
    found = saved(tmp_path, a_page(body))
    assert found.texts(BlockRole.SUBHEAD) == ("What comes next",)
    assert len(found.texts(BlockRole.LIST)) == 2


def test_declared_old_encoding_is_read(tmp_path: Path) -> None:
    text = a_page(paragraphs(*PARAGRAPHS)).replace('charset="utf-8"', 'charset="windows-1252"')
    (tmp_path / "old.html").write_bytes(text.encode("cp1252"))
    (found,) = taken(tmp_path / "old.html", today=TODAY)
    assert isinstance(found, Article)
    assert "“We will not sail" in found.text


def test_script_and_style_are_no_text(tmp_path: Path) -> None:
    found = saved(tmp_path, a_page("<script>alert('x')</script><style>p{}</style>" + paragraphs(*PARAGRAPHS)))
    assert "alert" not in found.text
    assert "p{}" not in found.text


def test_markup_in_the_title_stays_text(tmp_path: Path) -> None:
    head = "<title>&lt;img src=x onerror=alert(1)&gt; Crews strike</title>"
    text = a_page(paragraphs(*PARAGRAPHS), head).replace("<h1>Harbor crews vote to strike</h1>", "")
    assert "onerror=alert(1)" in saved(tmp_path, text).text


def test_tag_with_thousands_of_attributes_costs_no_time(tmp_path: Path) -> None:
    many = " ".join(f"a{n}=1" for n in range(60_000))
    found = saved(tmp_path, a_page(f"<p {many}>{PARAGRAPHS[0]}</p>{paragraphs(*PARAGRAPHS[1:])}"))
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_page_without_words_holds_no_article(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text("<html><body><script>x()</script></body></html>")
    (found,) = taken(tmp_path / "empty.html", today=TODAY)
    assert isinstance(found, Failed)
    assert found.reason.code == "no-article"


def test_page_that_breaks_trafilatura_is_read_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise RecursionError

    monkeypatch.setattr(page.trafilatura, "bare_extraction", fail)
    found = saved(tmp_path, a_page(paragraphs(*PARAGRAPHS)))
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_each_field_can_say_where_it_was_found() -> None:
    html = a_page(paragraphs(*PARAGRAPHS))
    told = page.told_by(html, Original("a.html", html.encode()), Hints(TODAY))
    assert told.where("published") == "meta article:published_time"
    assert told.where("byline") == "meta author"
    assert told.where("publication") == "meta og:site_name"
    assert told.where("url") == "meta canonical"
    assert told.where("headline") == "meta og:title"
