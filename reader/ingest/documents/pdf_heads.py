"""Who published and who wrote a printed story: the head of the page, and the name alone between headline and text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reader.core.kinds import BlockRole
from reader.ingest.dates import read_stamp
from reader.ingest.making import RoledLine
from reader.ingest.months import MONTHS, WEEKDAYS
from reader.ingest.plain.agencies import is_publication, is_surely_publication
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.names import is_name, is_role_line, names_of

_LONGEST = 150  # code points of a head
_PROSE = 100
_MOST_WORDS = 6
_NO_PAPER = re.compile(
    r"\b(?:edition|issue|volume|vol|no|page|section|copyright|price|ausgabe|seite|nummer|édition|numéro|edición|número"
    r"|edizione|www|http)\b|[@#/$€£]",
    re.IGNORECASE,
)
_DAYS = WEEKDAYS.keys() | frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato "
    "domenica segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag "
    "vrijdag zaterdag zondag mon tue wed thu fri sat sun".split()
)
# Magazines name both on one line: "Words Ilse Marenko  Photography Tomas Ardell".
_WORDS = re.compile(
    r"(?:words|story|text|texte|texto|testo)\s?:?\s+(\S.{2,60}?)\s*(?:[|•·/,]?\s*(?:photo|pictures|fot|image).*)?",
    re.IGNORECASE,
)


def paper_in(heads: Iterable[str], lines: Iterable[str]) -> str:
    """The name of the newspaper: in the heads of its pages, else among the lines above a headline; or empty."""
    for head in heads:
        is_dated = len(head) <= _LONGEST and read_stamp(head) is not None
        for name in _names(head[:_LONGEST]):
            if is_publication(name) or (is_dated and len(name.split()) > 1 and not _NO_PAPER.search(name)):
                return name
    return next((line for line in lines if len(line) <= _LONGEST and is_surely_publication(line)), "")


def signed(lines: Sequence[RoledLine]) -> tuple[tuple[str, ...], list[RoledLine]]:
    """The people who stand between headline and text without a "by", and the lines with their roles."""
    title = next((at for at, (role, _) in enumerate(lines) if role is BlockRole.HEADLINE), None)
    if title is None:
        return (), list(lines)
    for at, (role, text) in enumerate(lines[title + 1 :], title + 1):
        if role in (BlockRole.CAPTION, BlockRole.CREDIT):
            continue
        has_role = is_role_line(text.partition(", ")[2])
        if len(text) >= _PROSE or (read_byline(text) is not None and not has_role):
            break
        if names := _signed_by(text):
            end = at + 2 if at + 1 < len(lines) and is_role_line(lines[at + 1][1]) else at + 1
            return names, [*lines[:at], *((BlockRole.BYLINE, words) for _, words in lines[at:end]), *lines[end:]]
    return (), list(lines)


def _signed_by(text: str) -> tuple[str, ...]:
    worded = _WORDS.fullmatch(text)
    name, _, role = text.partition(", ")
    if worded is not None:
        return names_of(worded[1])
    return names_of(name) if is_name(name) and (not role or is_role_line(role)) and not is_publication(name) else ()


def _names(head: str) -> Iterator[str]:
    """The stretches of a head between figures, days and strokes."""
    words: list[str] = []
    for word in [*head.split(), "|"]:
        bare = word.strip(",.;:").casefold()
        if any(map(str.isdigit, word)) or bare in MONTHS or bare in _DAYS or not any(map(str.isalpha, word)):
            if 0 < len(words) <= _MOST_WORDS:
                yield " ".join(words).strip(",.;: ")
            words = []
            continue
        words.append(word)
        if word.endswith((",", ";", ":")):
            yield " ".join(words).strip(",.;: ")
            words = []
