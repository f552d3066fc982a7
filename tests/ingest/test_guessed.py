"""A story may begin with the marks of a format: it is a story all the same, and a damaged dump is none."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.steps import Failed
from reader.ingest.formats import format_of_bytes
from reader.ingest.original import Found, Hints, Original
from reader.ingest.reading import read_original

HINTS = Hints(dt.date(2026, 6, 1))
STORY = (
    "\n\nThe council of Kestholm voted on Tuesday to close the harbor road after engineers found cracks in it.\n\n"
    "Residents said that the closing would add half an hour to their way to work, and asked for a ferry.\n"
)


def read(text: str, name: str = "story.txt") -> list[str]:
    """The texts that come out of a file, failures as "! code"."""
    steps = read_original(Original(name, text.encode()), HINTS)
    return [
        step.article.text if isinstance(step, Found) else f"! {step.reason.code}"
        for step in steps
        if isinstance(step, Found | Failed)
    ]


@pytest.mark.parametrize(
    "opening",
    [
        '["We will mend it," the mayor said.]',
        '{"Mend it"} was the slogan.',
        '{"Mend it": that was the slogan.',
        "RIFFS AND ROADS",
        "RIFF WAVE and other songs",
        "ID3 tags are old",
        "OggS is a word",
        "fLaC is another",
        "GIF89a is a third",
        "The ftyp of the harbor",
        "BZhou mends roads",
        "WARC/1.0 is the format of archives",
        "filedesc:// is no address",
        "{\\rtfm, they said",
        "@ilsemarenko{ writes,",
        "TY - NEWS from the harbor",
        "How files begin: with %PDF-1.7, mostly",
        "%PDF-1.7 is how files begin",
        "<rss> is how feeds begin",
        "<?xml> is how others begin",
        "From Kestholm Tue Jan 14 on, nobody may cross",
    ],
)
def test_story_that_begins_like_a_format_is_read_with_its_first_words(opening: str) -> None:
    (text,) = read(opening + STORY)
    assert text.startswith(opening.split(",")[0].strip())
    assert "asked for a ferry" in text


@pytest.mark.parametrize(
    ("name", "dump"),
    [
        (
            "dump.json",
            '[{"title": "Harbor road closes", "text": "The council of Kestholm voted on Tuesday to close the',
        ),
        ("dump.json", '{"text": "The council of Kestholm voted on Tuesday to close the harbor road after engineers'),
        ("dump.json", '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "The cou'),
        ("dump.jsonl", '{"text": "The council of Kestholm voted on Tuesday to close the harbor road after engineers'),
        ("feed.xml", '<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbor Letter and its many read'),
        ("feed.xml", "<rss><channel><item><title>The Harbor Letter"),
        ("dump.txt", '["Harbor road closes", "Ferries run again", "Talks go o'),
        ("dump.txt", '[["a", "b"], ["c", "d"], ["e", "f'),
    ],
)
def test_dump_that_is_cut_off_makes_no_article_of_its_syntax(name: str, dump: str) -> None:
    found = read(dump, name)
    assert any(one.startswith("! ") for one in found)
    assert not any(one[:1] in "[{<" or '"text"' in one for one in found)


def test_signatures_of_letters_are_told_from_what_stands_behind_them() -> None:
    assert format_of_bytes(b"ID3\x03\x00\x00\x00\x00\x0f\x76TPE1") == "MP3"
    assert format_of_bytes(b"OggS\x00\x02\x00\x00") == "Ogg"
    assert format_of_bytes(b"fLaC\x00\x00\x00\x22") == "FLAC"
    assert format_of_bytes(b"GIF89a\x01\x00\x01\x00\x80\x00\x00") == "GIF"
    assert format_of_bytes(b"BZh91AY&SY\x94$|\x0e") == "bzip2"
    assert format_of_bytes(b"{\\rtf1\\ansi Ferries run.}") == "rtf"
    assert format_of_bytes(b"\x00\x00mail\r\n%PDF-1.4\n1 0 obj") == "pdf"
    assert format_of_bytes(b"junk\r\n%PDF-1.4\n1 0 obj\n<<>>") == "pdf"
