"""The sentence around a place, for concordance lines. The annotator cuts sentences by rules of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.core.spans import Span

_END = re.compile(r"""[.!?…]["”’')\]]*\s+(?=["“‘'(\[]?[^\W\d_a-z])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|Prof|Rev|St|Mt|No|vs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd)|\b[^\W\d_])\.$"
)
_END_UNSPACED = re.compile(r"[。！？][”’」』）]*")
LONGEST = 2000
"""A line without any end of a sentence is cut this many code points from the place, on either side."""


def sentence_around(text: str, place: Span) -> Span:
    """The sentence that holds a place, inside its line, without spaces at its edges."""
    first = text.rfind("\n", max(0, place.start - LONGEST), place.start) + 1 or max(0, place.start - LONGEST)
    last = text.find("\n", place.end, place.end + LONGEST)
    last = min(len(text), place.end + LONGEST) if last < 0 else last
    start, end = first, last
    for match in _END.finditer(text, first, last):
        if _is_abbreviation(text, first, match.start()):
            continue
        if match.end() <= place.start:
            start = match.end()
        elif match.start() + 1 >= place.end:
            end = match.end()
            break
    while start < place.start and text[start].isspace():
        start += 1
    while end > place.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def sentences_in(text: str, within: Span) -> Iterator[Span]:
    """The sentences of a range, line by line, without spaces at their edges; a sentence never crosses a line."""
    start = within.start
    while start < within.end:
        end = text.find("\n", start, within.end)
        end = within.end if end < 0 else end
        yield from _sentences_of_line(text, start, end)
        start = end + 1


def _sentences_of_line(text: str, start: int, end: int) -> Iterator[Span]:
    ends = [m for m in _END.finditer(text, start, end) if not _is_abbreviation(text, start, m.start())]
    ends += _END_UNSPACED.finditer(text, start, end)
    begin = start
    for last in [*sorted(m.end() for m in ends), end]:
        words = text[begin:last]
        if words.strip():
            yield Span(begin + len(words) - len(words.lstrip()), begin + len(words.rstrip()))
        begin = last


def _is_abbreviation(text: str, first: int, stop: int) -> bool:
    return bool(_ABBREVIATION.search(text, max(first, stop - 6), stop + 1))
