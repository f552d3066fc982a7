"""The sentence around a place, for concordance lines. The annotator cuts sentences by rules of its own."""

from __future__ import annotations

import re

from reader.core.spans import Span

_END = re.compile(r"""[.!?…]["”’')\]]*\s+(?=["“‘'(\[]?[^\W\d_a-z])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Maj|Prof|Rev|St|Mt|No|vs"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Inc|Corp|Co|Ltd)|\b[^\W\d_])\.$"
)
LONGEST = 2000
"""A line without any end of a sentence is cut this many code points from the place, on either side."""


def sentence_around(text: str, place: Span) -> Span:
    """The sentence that holds a place, inside its line, without spaces at its edges."""
    first = text.rfind("\n", max(0, place.start - LONGEST), place.start) + 1 or max(0, place.start - LONGEST)
    last = text.find("\n", place.end, place.end + LONGEST)
    last = min(len(text), place.end + LONGEST) if last < 0 else last
    start, end = first, last
    for match in _END.finditer(text, first, last):
        if _ABBREVIATION.search(text, max(first, match.start() - 6), match.start() + 1):
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
