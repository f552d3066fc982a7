"""Messages as they went over the wire: header and closing lines go with a reason, the story is what is left."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.formats import format_of
from reader.ingest.original import Found, Hints, Original
from reader.ingest.wire.transmission import read_transmission

ANPA = """\x16\x16\x01W2607\x1f_region
r i\x13\x11 BC-VA--Ferry-Storm   1stLd-Writethru   01-30 0320
\x02^BC-VA--Ferry-Storm, 1st Ld-Writethru,320<
^Ferry sails again
after the storm<
^AP Photo PE101, PE102<
^Eds: Adds quotes in 4th paragraph. With AP Photos.<
^By ILSE MARENKO and TOMAS ARDELL=
^Associated Press=
\t   PORT ELDER, Vasmark (AP) _ The ferry left Port Elder at noon, three
days after a storm tore away its landing stage, and carried forty lorries.

\t   ``We sang all the way,'' said the mate, Pieter Okonski.

\x03AP-NY-01-30-26 0912EST<
\x04
"""
PRINTED = """
vas0123 4 i 120  dpa 0042

Transport/storm/
EXTRA
Ferry sails again after the storm,
the harbor master says =

By Ilse Marenko, dpa =

Port Elder (dpa) - The ferry left Port Elder at noon, three days after a
storm tore away its landing stage, and carried forty lorries over.

The mate said that everybody on board had been singing all the way.

# Notebook

## Internet links
- [Harbor](http://example.org)

dpa im ta

301412 GMT Jan 26
"""


def taken(text: str, path: str = "a.txt") -> list[Article]:
    original = Original(path, text.encode())
    assert format_of(original) == "anpa"
    return [
        found.article for found in read_transmission(original, Hints(dt.date(2026, 2, 1))) if isinstance(found, Found)
    ]


def test_message_of_ap_gives_its_fields() -> None:
    (article,) = taken(ANPA)
    assert article.headline == "Ferry sails again after the storm"
    assert article.byline == ("Ilse Marenko", "Tomas Ardell")
    assert article.publication == "Associated Press"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("PORT ELDER, Vasmark", "AP")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12-05:00"
    assert article.flags == ("update",)


def test_header_and_closing_lines_go_with_a_reason() -> None:
    (article,) = taken(ANPA)
    assert article.texts(BlockRole.BODY) == (
        "PORT ELDER, Vasmark (AP) — The ferry left Port Elder at noon, three days after a storm tore away its landing "
        "stage, and carried forty lorries.",
        "“We sang all the way,” said the mate, Pieter Okonski.",
    )
    reasons = {removal.text: removal.reason.code for removal in article.removals}
    assert reasons["BC-VA--Ferry-Storm, 1st Ld-Writethru,320"] == "wire-header"
    assert reasons["AP Photo PE101, PE102"] == "for-editors"
    assert reasons["AP-NY-01-30-26 0912EST"] == "wire-trailer"


def test_printed_message_gives_its_fields() -> None:
    (article,) = taken(PRINTED)
    assert article.headline == "Ferry sails again after the storm, the harbor master says"
    assert article.byline == ("Ilse Marenko",)
    assert article.publication == "dpa"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("Port Elder", "dpa")
    assert article.published is not None and article.published.iso == "2026-01-30T14:12+00:00"
    assert article.texts(BlockRole.BODY)[0].endswith("carried forty lorries over.")
    gone = {removal.text for removal in article.removals}
    assert {
        "vas0123 4 i 120 dpa 0042",
        "Transport/storm/",
        "EXTRA",
        "# Notebook",
        "dpa im ta",
        "301412 GMT Jan 26",
    } <= gone


def test_several_messages_of_one_file_are_told_apart() -> None:
    found = taken(ANPA + ANPA.replace("Ferry sails", "Boat sails"))
    assert [(article.headline, article.origin.member) for article in found] == [
        ("Ferry sails again after the storm", "1"),
        ("Boat sails again after the storm", "2"),
    ]


def test_message_that_marks_nothing_is_read_as_any_text() -> None:
    text = """\x01AAP0123 4 p 250 Ferry\r\n\x02BC-Ferry-Storm/CORRECTION\r
Ferry sails again after the storm\r
By Ilse Marenko\r
\r
PORT ELDER, Jan. 30 (AAP) -- The ferry left Port Elder at noon with forty lorries on board.\r
\r
The mate said that everybody on board had been singing all the way.\r
NNNN\r
\x03\r\n300912 GMT JAN 26\r\n\x04"""
    (article,) = taken(text)
    assert article.headline == "Ferry sails again after the storm"
    assert article.byline == ("Ilse Marenko",)
    assert article.publication == "AAP"
    assert article.published is not None and article.published.iso == "2026-01-30T09:12+00:00"
    assert article.flags == ("correction",)
    assert "NNNN" not in article.text and "BC-Ferry" not in article.text
    assert {"AAP0123 4 p 250 Ferry", "NNNN", "300912 GMT JAN 26"} <= {removal.text for removal in article.removals}


PARAGRAPH = (
    "The ferry left Port Elder at noon, three days after a storm tore away its landing stage, "
    "and carried forty lorries."
)


@pytest.mark.parametrize(
    "text",
    [
        f"""AP-VA--Ferry, 1st Ld-Writethru/320
Eds: Adds quotes. With AP Photos.
Ferry sails again
By ILSE MARENKO
Associated Press
PORT ELDER, Vasmark (AP) _ {PARAGRAPH}
""",
        """r i  BC-Vasmark-Ferry          01-30 0200
BC-Vasmark-Ferry,1st Ld,190
Ferry sails again
By Ilse Marenko
     PORT ELDER, Vasmark (AP) - The ferry left Port Elder at noon, three days
after a storm tore away its landing stage, and carried forty lorries.
     AP-WF-01-30-26 1412GMT
""",
        """vas0123 3 pol 235  dpa 1146

Vasmark/transport/
(LEAD)
Ferry sails again =
(With photos)
Eds: recasts throughout =

By Ilse Marenko, dpa =

   Port Elder, Vasmark (AP) - The ferry left Port Elder at noon, three days
after a storm tore away its landing stage, and carried forty lorries.

dpa im xxta a3 po
""",
        """\x01AFP0123 4 pol 123 Vasmark-ferry /AFP-AB12\r
\x02Vasmark-ferry-storm 2ndlead\r
\r
   Ferry sails again\r
\r
   by Ilse Marenko\r
\r
   PORT ELDER, Vasmark (AP) - The ferry left Port Elder at noon, three days\r
after a storm tore away its landing stage, and carried forty lorries.\r
   im/ta/po\r
\x03\r
AFP 301412 GMT JAN 26\r
\x04""",
    ],
    ids=["ap", "ap-printed", "dpa", "afp"],
)
def test_habits_of_several_agencies(text: str) -> None:
    (article,) = taken(text)
    assert article.headline == "Ferry sails again"
    assert article.byline == ("Ilse Marenko",)
    assert article.flags == ("update",)
    assert article.dateline is not None and article.dateline.agency == "AP"
    assert article.dateline.place.casefold() == "port elder, vasmark"
    (body,) = article.texts(BlockRole.BODY)
    assert body.endswith(PARAGRAPH)


def test_removals_and_text_hold_every_word() -> None:
    for text in (ANPA, PRINTED):
        (article,) = taken(text)
        kept = article.text + " ".join(removal.text for removal in article.removals)
        for word in (
            "Ferry",
            "lorries",
            "singing" if text is PRINTED else "sang",
            "Notebook" if text is PRINTED else "Eds:",
        ):
            assert word in kept


@pytest.mark.parametrize(
    "text",
    [
        "AM-FM radio stations in Vasmark went off the air on Friday.",
        "BC is a province. Its ferries sail.",
        "^ marks the spot\nwhere the ferry left.",
        "abc1234 is the number of the bus.",
    ],
)
def test_text_with_an_odd_beginning_is_no_message(text: str) -> None:
    assert format_of(Original("a.txt", text.encode())) == "text"


@pytest.mark.parametrize("text", ["\x01\x02\x03\x04", "\x01a\x02^<\n^=\n\x03", "ZCZC\nNNNN"])
def test_message_without_a_story_gives_nothing(text: str) -> None:
    original = Original("a.txt", text.encode())
    assert list(read_transmission(original, Hints(dt.date(2026, 2, 1)))) == []


def test_message_stays_the_same_article_when_another_is_added() -> None:
    boat, van = ANPA.replace("Ferry sails", "Boat sails"), ANPA.replace("Ferry sails", "Van drives")
    two, three = taken(ANPA + boat), taken(ANPA + boat + van)
    assert len(three) == 3
    assert [article.id for article in three[:2]] == [article.id for article in two]
    assert len({article.origin.digest for article in three}) == 3
