"""Who wrote a printed story. Paper has no classes that say "author"; what stands near heading and time does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.ingest.dates import is_stamp_line, read_stamp
from reader.ingest.html.moments import read_moment
from reader.ingest.html.names import people
from reader.ingest.html.page_lines import page_lines
from reader.ingest.markup import parse_html

_BELOW = 10  # lines below the heading among which a byline stands
_PARAGRAPH = 200  # code points of a line below which the story has begun
_BESIDE = 2  # lines between a name and the day
_LONGEST = 160
_SPOKEN = re.compile(
    r"(?:.{0,60}\s)?(?:By|BY|by|Von|VON|von|Par|Por|POR|Di|Door|Av|Af|Text|Autor(?:in)?|Author|Автор|Yazan|Oleh"
    r"|(?:Written|Reported|Published|Posted) by|Geschrieben von|Escrito por|Écrit par|Scritto da)\s?:?\s+(?=\w)"
    r"|(?:von|par|por|di|de|door|av|af)\s+(?=[^\W\d_])"
)
_LABELLED = re.compile(
    r"(?:Autorin/Autor|Autor(?:in|a|es)?|Auteurs?|Authors?|Autore|Автор|Yazar|Muhabir|Penulis|Reporter|Verfasser(?:in)?"
    r"|Redakteur(?:in)?|作者|記者|记者|編輯|编辑)(?:\s?[:：/|]\s?|\s+)(?=\w)"
)
_DIVIDED = re.compile(r"\s[|•·–—-]\s")


def printed_byline(html: str, headline: str, houses: Sequence[str]) -> tuple[str, ...]:
    """The names near the heading of a page that was printed; empty where nothing there is surely a byline."""
    lines = printed_lines(html)
    at = next((at for at, line in enumerate(lines) if _letters(line) == _letters(headline)), -1)
    near = _head_lines(lines[at + 1 : at + 1 + _BELOW]) if at >= 0 else []
    for line in near:
        spoken = _SPOKEN.match(line)
        if spoken is not None and (found := people([line[spoken.end() :]], houses)):
            return found
    days = [place for place, line in enumerate(near) if is_stamp_line(line) or _has_day(line)]
    for place, line in enumerate(near):
        is_with_day = place in days and _DIVIDED.search(line)  # "2 March 2026 | Ilse Marenko"
        is_beside = place not in days and any(abs(place - day) <= _BESIDE for day in days) and " " in line
        if (is_with_day or is_beside) and (found := people([line], houses)):
            return found
    for line in lines:  # "Author: Ilse Marenko", below the story
        labelled = _LABELLED.match(line) if len(line) <= _LONGEST else None
        if labelled is not None and (found := people([line[labelled.end() :]], houses)):
            return found
    return ()


def printed_lines(html: str) -> tuple[str, ...]:
    """The lines of a page that was printed."""
    return tuple(line.text for line in page_lines(parse_html(html)))


def _head_lines(lines: Sequence[str]) -> list[str]:
    long = [at for at, line in enumerate(lines) if len(line) > _PARAGRAPH]
    end = long[1] if len(long) > 1 else len(lines)  # the first may be a summary
    return [line for line in lines[:end] if len(line) <= _LONGEST]


def _has_day(line: str) -> bool:
    return len(line) <= _LONGEST and (read_stamp(line) is not None or read_moment(line) is not None)


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
