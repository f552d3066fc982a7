"""JSON and JSON Lines to articles, by the shapes that services, browsers and interfaces give them."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.lessons import Lessons, TableRoles
from reader.core.steps import Failed
from reader.ingest import Found, Hints, gate, read
from reader.ingest.original import Original
from reader.ingest.reading import read_original

TODAY = dt.date(2026, 6, 1)
BODY = "The crews stay in port, the union said on Tuesday, until the council has counted the fish."
URL = "https://example.org/a"


def found_in(value: object, path: str = "a.json", lessons: Lessons | None = None) -> list[Found | Failed]:
    text = value if isinstance(value, str) else json.dumps(value)
    hints = Hints(TODAY, lessons or Lessons())
    steps = read_original(Original(path, text.encode("utf-8", "surrogatepass")), hints)
    return [one for one in steps if isinstance(one, (Found, Failed))]


def articles(value: object, path: str = "a.json", lessons: Lessons | None = None) -> list[Article]:
    return [one.article for one in found_in(value, path, lessons) if isinstance(one, Found)]


def iso(article: Article) -> str:
    return article.published.iso if article.published else ""


SHAPES: dict[str, object] = {
    "news interface": {
        "status": "ok",
        "articles": [
            {
                "source": {"id": None, "name": "Coastline Press"},
                "author": "By Ilse Marenko",
                "title": "Crews vote",
                "description": "What they said",
                "url": URL,
                "urlToImage": "https://example.org/i.jpg",
                "publishedAt": "2021-03-05T10:11:12Z",
                "content": BODY + "… [+2431 chars]",
            }
        ],
    },
    "answer with inner fields": {
        "response": {
            "results": [
                {
                    "id": "world/crews",
                    "webTitle": "Crews vote",
                    "webUrl": URL,
                    "webPublicationDate": "2021-03-05T10:11:12Z",
                    "fields": {"byline": "Ilse Marenko in Port Elder", "body": f"<p>{BODY}</p>"},
                    "tags": [{"webTitle": "Ilse Marenko", "webUrl": "https://example.org/ilse"}],
                    "references": {"publication": "Coastline Press"},
                }
            ]
        }
    },
    "weblog interface": [
        {
            "id": 9,
            "date": "2021-03-05T10:11:12+00:00",
            "link": URL,
            "title": {"rendered": "Crews vote"},
            "content": {"rendered": f"<p>{BODY}</p>", "protected": False},
            "author_name": "Ilse Marenko",
            "site_name": "Coastline Press",
        }
    ],
    "linked data": {
        "@type": "NewsArticle",
        "headline": "Crews vote",
        "author": [{"@type": "Person", "name": "Ilse Marenko"}],
        "datePublished": "2021-03-05T10:11:12Z",
        "publisher": {"@type": "Organization", "name": "Coastline Press", "logo": {"url": "https://example.org/l"}},
        "articleBody": BODY,
        "url": URL,
    },
    "search engine": {
        "hits": {
            "hits": [
                {
                    "_id": "1",
                    "_source": {
                        "title": "Crews vote",
                        "text": BODY,
                        "url": URL,
                        "published": "2021-03-05T10:11:12Z",
                        "author": "Ilse Marenko",
                        "publication": "Coastline Press",
                    },
                }
            ]
        }
    },
    "starred items": {
        "id": "user/1/starred",
        "title": "Starred",
        "items": [
            {
                "title": "Crews vote",
                "published": 1614939072,
                "canonical": [{"href": URL}],
                "content": {"content": f"<p>{BODY}</p>"},
                "author": "Ilse Marenko",
                "origin": {"title": "Coastline Press", "htmlUrl": "https://example.org/"},
            }
        ],
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_entry_is_found_in_whatever_stands_around_it(shape: str) -> None:
    (article,) = articles(SHAPES[shape])
    assert article.headline == "Crews vote"
    assert article.byline == ("Ilse Marenko",)
    assert article.publication == "Coastline Press"
    assert article.origin.url == URL
    assert iso(article) == "2021-03-05T10:11+00:00"
    assert article.texts(BlockRole.BODY) == (BODY,)


TABLES: dict[str, object] = {
    "records": [{"title": "A", "url": URL}, {"title": "B", "url": URL}],
    "columns": {"title": {"0": "A", "1": "B"}, "url": {"0": URL, "1": URL}},
    "lists": {"title": ["A", "B"], "url": [URL, URL]},
    "split": {"columns": ["title", "url"], "index": [0, 1], "data": [["A", URL], ["B", URL]]},
    "rows": [["title", "url"], ["A", URL], ["B", URL]],
    "by id": {"71": {"title": "A", "url": URL}, "72": {"title": "B", "url": URL}},
    "two lists": {"unread": [{"title": "A", "url": URL}], "archive": [{"title": "B", "url": URL}]},
    "sessions": {"sessions": [{"tabs": [{"title": "A", "url": URL}]}, {"tabs": [{"title": "B", "url": URL}]}]},
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_may_be_written_in_many_ways(table: str) -> None:
    assert [article.headline for article in articles(TABLES[table])] == ["A", "B"]


def test_the_text_of_a_service_is_read_from_its_html_and_the_day_of_saving_is_no_date() -> None:
    entry = {"id": 4, "title": "Crews vote", "url": URL, "is_archived": True, "created_at": "2016-09-08T11:55:58+0200"}
    (article,) = articles([entry | {"content": f"<h3>Why</h3><p>{BODY}</p>", "language": "en_US"}])
    assert article.texts(BlockRole.SUBHEAD) == ("Why",)
    assert article.published is None
    assert article.language == "en"


def test_a_name_of_a_publication_is_better_than_its_host() -> None:
    (article,) = articles([{"title": "A", "url": URL, "publisher": "www.example.org", "site_name": "Coastline Press"}])
    assert article.publication == "Coastline Press"


def test_what_a_service_writes_in_the_place_of_a_text_is_none() -> None:
    entry = {"title": "Crews vote", "url": URL, "content": "[unable to retrieve full-text content]"}
    assert "bookmark" in articles([entry])[0].flags


def test_a_title_is_written_as_its_page_shows_it() -> None:
    assert articles([{"title": "Crews &amp; <i>council</i>", "url": URL}])[0].headline == "Crews & council"


def test_references_of_managers_have_their_people_and_days() -> None:
    reference = {
        "type": "article-newspaper",
        "title": "Sound closed",
        "author": [{"family": "Weil", "given": "Jörg"}, {"literal": "The Desk"}],
        "container-title": "Coastline Press",
        "issued": {"date-parts": [[2021, 3, 5]]},
        "URL": URL,
        "abstract": "It was closed.",
    }
    article, other = articles([reference, {"type": "webpage", "title": "Without address"}])
    assert article.byline == ("Jörg Weil", "The Desk")
    assert iso(article) == "2021-03-05"
    assert article.texts(BlockRole.BODY) == ("It was closed.",)
    assert other.headline == "Without address"


def test_the_folders_of_a_browser_hold_bookmarks_and_queries_are_none() -> None:
    tree = {
        "type": "text/x-moz-place-container",
        "children": [
            {"title": "Folder", "children": [{"title": "Harbor", "type": "text/x-moz-place", "uri": URL}]},
            {"title": "Recent", "uri": "place:sort=12"},
        ],
    }
    assert [(a.headline, a.origin.url) for a in articles(tree)] == [("Harbor", URL)]
    bar = {"children": [{"type": "url", "name": "Harbor", "url": URL}], "type": "folder"}
    assert [a.headline for a in articles({"roots": {"bookmark_bar": bar}, "version": 1})] == ["Harbor"]


def test_a_story_with_comments_in_one_another_is_no_folder() -> None:
    value = {"id": 1, "type": "story", "title": "Crews vote", "url": URL, "text": BODY, "children": [{"text": "Hear!"}]}
    assert [article.texts(BlockRole.BODY) for article in articles(value)] == [(BODY,)]


def test_an_article_with_a_list_of_others_is_one_article() -> None:
    value = {"title": "Crews vote", "text": BODY, "related": [{"title": "Other", "url": URL}]}
    assert [article.headline for article in articles(value)] == ["Crews vote"]


def test_settings_of_a_program_are_no_article() -> None:
    (failed,) = found_in({"name": "tool", "version": "1", "repository": {"url": "https://example.org/tool"}})
    assert isinstance(failed, Failed)
    assert failed.reason.code == "which-column"


def test_each_entry_has_bytes_of_its_own_from_which_it_is_read_again() -> None:
    first, _ = found_in([{"title": "A", "text": BODY}, {"title": "B", "text": BODY}])
    assert isinstance(first, Found)
    assert [article.headline for article in articles(first.original.decode())] == ["A"]


def test_of_a_file_that_is_cut_off_the_whole_entries_are_read_and_it_is_said() -> None:
    found = found_in('[{"title": "A", "url": "https://example.org/a"}, {"title": "B", "url": "https://exa')
    assert [one.reason.code for one in found if isinstance(one, Failed)] == ["cut-off"]
    assert len(found) == 2


def test_what_is_no_json_is_damaged() -> None:
    (failed,) = found_in('{"title')
    assert isinstance(failed, Failed)
    assert failed.reason.code == "damaged"


def test_json_lines_are_read_past_bad_ones() -> None:
    text = '{"title":"One","text":"Words"}\nno json\n\n{"title":"Two","text":NaN}\n{"a":1}\n{"title":"Cut","te'
    found = found_in(text, "a.jsonl")
    assert [one.article.headline for one in found if isinstance(one, Found)] == ["One", "Two"]
    failed = [(one.reason.code, one.member) for one in found if isinstance(one, Failed)]
    assert failed == [("bad-line", "2"), ("empty-line", "5"), ("bad-line", "6")]


def test_lines_may_have_other_fields_than_those_above() -> None:
    text = f'{{"title":"A","url":"{URL}"}}\n{{"headline":"B","link":"{URL}"}}\n'
    assert [article.headline for article in articles(text, "a.jsonl")] == ["A", "B"]


def test_an_array_over_several_lines_is_read_whatever_its_suffix() -> None:
    text = f'[{{"title":"A","url":"{URL}"}},\n{{"title":"B","url":"{URL}"}}]\n'
    assert [article.headline for article in articles(text, "a.jsonl")] == ["A", "B"]


def test_lone_surrogates_are_left_out() -> None:
    assert articles('[{"title":"Bad \\ud800 title","text":"text \\udfff end"}]')[0].headline == "Bad title"


def test_what_the_reader_chose_for_these_fields_is_done() -> None:
    chosen = TableRoles(("xq", "zz.inner"), ("headline", "body"))
    value = [{"xq": "Crews vote", "zz": {"inner": BODY}}]
    assert [a.headline for a in articles(value, lessons=Lessons(tables=(chosen,)))] == ["Crews vote"]


def test_items_of_an_agency_are_read_by_their_own_reader_in_a_list_too() -> None:
    item = {"type": "text", "versioncreated": "2021-03-05T10:11:12Z", "headline": "Crews vote", "body_text": BODY}
    assert [a.headline for a in articles({"_items": [item, item | {"headline": "Second"}]})] == ["Crews vote", "Second"]


@pytest.mark.parametrize("type_", [[], {}, None, 7])
def test_a_type_of_any_sort_is_no_trouble(type_: object) -> None:
    assert [article.headline for article in articles({"type": type_, "title": "A", "text": BODY})] == ["A"]


@pytest.mark.parametrize("path", ["a.json", "a.jsonl"])
def test_a_date_far_below_decides_how_the_dates_are_read(path: str) -> None:
    entries = [{"title": f"Crews {n}", "date": "1/2/2021", "text": BODY} for n in range(99)]
    entries.append({"title": "Last", "date": "13/2/2021", "text": BODY})
    text = json.dumps(entries) if path == "a.json" else "\n".join(map(json.dumps, entries))
    assert iso(articles(text, path)[0]) == "2021-02-01"


def test_an_array_that_is_larger_than_memory_is_read_entry_by_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "MAX_UNPACKED", 1_000_000)
    path = tmp_path / "dump.json"
    body = "Nobody may sail before noon. " * 40
    entries = [{"id": number, "title": f"Story {number}", "text": body} for number in range(2000)]
    path.write_text(json.dumps(entries, indent=1)[:-400], encoding="utf-8")
    *found, last = read(path, Hints(TODAY))
    assert [one.article.headline for one in found if isinstance(one, Found)] == [f"Story {n}" for n in range(1999)]
    assert isinstance(last, Failed)
    assert last.reason.code == "cut-off"


def test_any_other_json_of_such_a_size_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_UNPACKED", 1_000)
    path = tmp_path / "dump.json"
    path.write_text(json.dumps({"entries": ["x" * 5000]}), encoding="utf-8")
    (failed,) = read(path, Hints(TODAY))
    assert isinstance(failed, Failed)
    assert failed.reason.code == "too-large"
