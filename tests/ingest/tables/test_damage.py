"""Nothing that a table, an export or a list of references holds makes its reader raise."""

from __future__ import annotations

import datetime as dt
import json

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.steps import Failed
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original

HINTS = Hints(dt.date(2026, 6, 1))
BODY = "The crews stay in port, the union said on Tuesday."
WHOLE = {
    "a.csv": f'title,url,text,author,date\n"A, b",https://example.org/a,"{BODY}\n{BODY}","Marenko, Ilse",1/2/2021\n',
    "a.json": json.dumps({"items": [{"title": "A", "url": "https://example.org/a", "author": [{"name": "I"}]}]}),
    "a.jsonl": json.dumps({"title": "A", "text": BODY, "date": 1600322788}) + '\n{"title": null}\n',
    "a.bib": "@misc{a, title={Sound {\\'e}}, author={Marenko, Ilse and Ardell, Tomas}, year=2021, month=mar, day=5}\n",
    "a.ris": "TY  - NEWS\nTI  - Sound\nAU  - Marenko, Ilse\nDA  - 2021/03/05/\nER  - \n",
    "a.html": '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF="https://example.org/a">A</A><DD>note</DL>',
}
SCRAPS = (
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "\n",
    "\r",
    "\\",
    "\x00",
    "\\ud800",
    "null",
    "[]",
    "1e999",
    "=",
    "@a{",
    "ER  - ",
)


@settings(deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.lists(st.tuples(st.integers(0, 400), st.sampled_from(SCRAPS)), max_size=6))
def test_a_damaged_file_is_read_or_told_of(name: str, damage: list[tuple[int, str]]) -> None:
    text = WHOLE[name]
    for at, scrap in damage:
        text = text[:at] + scrap + text[at + len(scrap) // 2 :]
    steps = list(read_original(Original(name, text.encode()), HINTS))
    assert steps
    for step in steps:
        assert isinstance(step, (Found, Failed))
        if isinstance(step, Found):
            assert step.article.text.encode("utf-8")
