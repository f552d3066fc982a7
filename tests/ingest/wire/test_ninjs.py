"""ninjs in the spellings of its versions."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.original import Found, Hints, Original
from reader.ingest.wire.ninjs import is_ninjs, read_ninjs

STORY = "The ferry left Port Elder at noon, three days after a storm tore away its landing stage."
ONE: dict[str, Any] = {
    "uri": "urn:elder:1",
    "type": "text",
    "versioncreated": "2026-01-30T09:12:44+0100",
    "headline": "Ferry sails &amp; sings",
    "byline": "By Ilse Marenko and Tomas Ardell",
    "source": "Elder Wire",
    "language": "en-GB",
    "located": "Port Elder",
    "body_text": "Not this.",
    "body_html": f"<p>{STORY}</p><h2>On board</h2>",
    "associations": {"main": {"type": "picture", "description_text": "The new landing stage."}},
}
THREE: dict[str, Any] = {
    "uri": "https://example.org/ferry",
    "standard": {"name": "ninjs", "version": "3.0"},
    "versionCreated": "2026-01-30T09:12:44+01:00",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry sails & sings"}],
    "by": "Ilse Marenko, Tomas Ardell",
    "infoSources": [{"name": "Elder Wire"}],
    "language": "en",
    "located": "Port Elder",
    "bodies": [
        {"contentType": "text/plain", "value": "Not this."},
        {"contentType": "text/html", "value": f"<p>{STORY}</p><h2>On board</h2>"},
    ],
    "associations": [{"name": "main", "type": "picture", "descriptions": [{"value": "The new landing stage."}]}],
}


def taken(data: dict[str, Any]) -> list[Article]:
    found = read_ninjs(data, Original("a.json", b"{}"), Hints(dt.date(2026, 2, 1)))
    return [one.article for one in found if isinstance(one, Found)]


@pytest.mark.parametrize("data", [ONE, THREE])
def test_item_gives_all_its_fields(data: dict[str, Any]) -> None:
    assert is_ninjs(data)
    (article,) = taken(data)
    assert article.headline == "Ferry sails & sings"
    assert article.byline == ("Ilse Marenko", "Tomas Ardell")
    assert (article.publication, article.language) == ("Elder Wire", "en")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12+01:00"
    assert article.dateline is not None and article.dateline.place == "Port Elder"
    assert article.texts(BlockRole.BODY) == (STORY,)
    assert article.texts(BlockRole.SUBHEAD) == ("On board",)
    assert article.texts(BlockRole.CAPTION) == ("The new landing stage.",)


def test_address_is_one_that_can_be_opened() -> None:
    assert (taken(ONE)[0].origin.url, taken(THREE)[0].origin.url) == ("", "https://example.org/ferry")


def test_printed_dateline_stands_above_the_place_of_making() -> None:
    (article,) = taken(ONE | {"body_html": f"<p>OTHERHAM, Jan. 30 (AP) — {STORY}</p>"})
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("OTHERHAM", "AP")


def test_dateline_as_an_object() -> None:
    given = {"text": "OTHERHAM, Jan 30 EW -", "source": "EW", "located": {"city": "Otherham"}}
    (article,) = taken(ONE | {"dateline": given})
    assert article.dateline is not None and article.dateline.place.casefold() == "otherham"


def test_nitf_inside_is_read() -> None:
    nitf = f"<nitf><body><body.content><p>{STORY}</p></body.content></body></nitf>"
    (article,) = taken(THREE | {"bodies": [{"contentType": "text/vnd.IPTC.NITF", "value": nitf}]})
    assert article.texts(BlockRole.BODY) == (STORY,)


def test_damaged_nitf_gives_way_to_the_plain_form() -> None:
    bodies = [{"role": "nitf", "value": "no mark-up"}, {"contentType": "text/plain", "value": STORY}]
    (article,) = taken(THREE | {"bodies": bodies})
    assert article.texts(BlockRole.BODY) == (STORY,)


def test_picture_gives_its_caption_and_a_flag() -> None:
    (article,) = taken({"type": "picture", "versioncreated": "2026-01-30", "headline": "F", "description_text": STORY})
    assert article.texts(BlockRole.BODY) == (STORY,)
    assert article.flags == ("picture",)


def test_package_gives_its_stories() -> None:
    second = ONE | {"headline": "Boat sails"}
    data = {
        "type": "composite",
        "versioncreated": "2026-01-30",
        "headline": "Day",
        "associations": {"a": ONE, "b": second},
    }
    assert [article.headline for article in taken(data)] == ["Ferry sails & sings", "Boat sails"]


@pytest.mark.parametrize(
    "data",
    [{}, {"type": "text"}, {"type": ["text"], "bodies": []}, {"type": "post", "body_html": "x"}, {"standard": 1}],
)
def test_other_objects_are_no_ninjs(data: dict[str, Any]) -> None:
    assert not is_ninjs(data)


def test_values_of_other_types_are_left_alone() -> None:
    odd = {key: [1] for key in ONE} | {"type": "text", "versioncreated": 5, "headline": "F", "body_html": STORY}
    (article,) = taken(odd)
    assert (article.headline, article.texts(BlockRole.BODY)) == ("F", (STORY,))


def test_story_of_a_package_stays_the_same_article_when_another_is_added() -> None:
    one, two, three = (
        {key: value for key, value in ONE.items() if key != "uri"} | {"headline": f"{thing} sails"}
        for thing in ("Ferry", "Boat", "Raft")
    )
    day = {"type": "composite", "versioncreated": "2026-01-30", "headline": "Day"}
    before = taken({**day, "associations": {"a": one, "b": two}})
    after = taken({**day, "associations": {"a": one, "b": two, "c": three}})
    assert len(after) == 3
    assert [article.id for article in after[:2]] == [article.id for article in before]
