"""Texts that only begin like a format: a story may open with a brace, a bracket or an at sign.

Where the parser of a guessed format finds nothing, the file is read as text, unless it shows that it is of the format:
a dump that is cut off is a failure and no story.
"""

from __future__ import annotations

import re

from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.encoding import glimpse
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.plain.articles import read_plain

_KEY = re.compile(r'"[^"\n]{1,100}"\s{0,20}:')
_TAG = re.compile(r"<[/?]?[A-Za-z][\w:.-]{0,60}(?:\s[^<>]{0,2000})?>")
_XML = "XML feed opml nitf newsml newsml-g2 zotero-rdf".split()
# What stands in a file of the format again and again, and how often in a story at most.
_SIGNS: dict[str, tuple[re.Pattern[str], int]] = {
    "json": (_KEY, 1),
    "jsonl": (_KEY, 1),
    "ris": (re.compile(r"^[A-Z][A-Z0-9][ \t]{1,3}-(?:[ \t]|$)", re.MULTILINE), 1),
    "bibtex": (re.compile(r"^[ \t]{0,20}[A-Za-z][\w-]{1,30}[ \t]{0,20}=[ \t]{0,20}[{\"\d]", re.MULTILINE), 1),
    "pdf": (re.compile(r"\b\d{1,10} \d{1,5} obj\b"), 1),
    **dict.fromkeys(_XML, (_TAG, 2)),
}
_ENDS = {"json": (b"}", b"]"), "jsonl": (b"}", b"]"), "bibtex": (b"}", b")"), "pdf": (b"%%EOF",)}
_VALUE = r'\s{0,100}(?:["\[{]|-?\d|true\b|false\b|null\b)'
_OPENS_JSON = re.compile(
    rf'[\[\s]{{0,100}}\{{\s{{0,100}}"[^"\n]{{1,100}}"\s{{0,100}}:{_VALUE}|\[\s{{0,100}}"(?:[^"\\]|\\.)*+"\s{{0,100}},{_VALUE}'
)
_PDF_LINE = re.compile(rb"%PDF-\d\.\d[ \t]*[\r\n]")  # no story has it as its first line
_MARKS = re.compile(r'[{}\[\]":,\\]')
_MAX_MARKS = 0.05  # of the characters; stories have half of it in commas and quotation marks, JSON twice as much
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def may_be_text(original: Original, format: str) -> bool:
    """Whether bytes that were taken for a format may be a story that begins with the marks of it."""
    if format not in _SIGNS or original.file is not None or _PDF_LINE.match(original.data):
        return False
    if original.data.rstrip(b"\x00 \t\r\n").endswith(_ENDS.get(format, ())):
        return False
    text = glimpse(original.data)
    sign, most = _SIGNS[format]
    if _CONTROLS.search(text) or len(sign.findall(text)) > most:
        return False
    is_json = format in ("json", "jsonl")
    return not (is_json and (_OPENS_JSON.match(text) or len(_MARKS.findall(text)) > _MAX_MARKS * len(text)))


def or_text(parsed: Parsed, original: Original, hints: Hints) -> Parsed:
    """What a parser gives; where that is nothing but failures, the articles of the text, if it has any.

    Raises the Trouble of the parser where there are none.
    """
    held: list[Failed] = []
    is_empty = True
    trouble: Trouble | None = None
    try:
        for step in parsed:
            if is_empty and isinstance(step, Failed):
                held.append(step)
                continue
            if is_empty:
                yield from held
                is_empty = False
            yield step
    except Trouble as error:
        if not is_empty:
            raise
        trouble = error
    if is_empty:
        stories = list(read_plain(original, hints))
        yield from stories or held
        if trouble is not None and not stories:
            raise trouble
