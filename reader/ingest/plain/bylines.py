"""Who wrote a story: "By A and B", "Name | Publication", "(Reporting by …; Editing by …)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.ingest.dates import Stamp, read_stamp
from reader.ingest.plain import agencies
from reader.ingest.plain.phrases import SECTIONS

_LONGEST = 160
_BY = re.compile(r"(?:(?:written|reported|story|words|text|report|analysis)\s+)?by[:\s]\s*(?=\S)|by$", re.IGNORECASE)
_DIVIDED = re.compile(r"\s+[|•·]\s+|\s+[-–—]\s+|\s*;\s*|\s*/\s*(?=[A-Z])")
_AND = re.compile(r"\s*,\s*(?:and|&)\s+|\s+(?:and|&|with)\s+|\s*,\s*", re.IGNORECASE)
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|(?:[A-Z]\.)?[^\W\d_](?:[^\W\d_]|['’.\-](?=[^\W\d_]))*\.?")
_PARTICLES = frozenset(
    "de del della der den di da do dos das du la le van von zu zur bin ibn al el ben ter ten af av y e".split()
)
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
# Words that are written like names in a byline and belong to none.
_NO_NAME = frozenset(
    "staff writer writers reporter reporters correspondent editor editors contributor special senior chief bureau "
    "political business national foreign photos photo video updated published posted monday tuesday wednesday thursday "
    "friday saturday sunday the a an our your this his her its their today by in at from for".split()
)
_WIRE_CREDIT = re.compile(
    r"\(?\s*((?:additional |further )?(?:reporting|writing|editing|compiled|report|written|translated|with assistance) "
    r"(?:and \w{3,20} )?by\s[^()]{3,400})\)?\.?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|report)(?: and \w{3,20})? by\s[^()]{3,400}\)?\.?\s*$",
    re.IGNORECASE,
)
_HELPED = re.compile(
    r"[^.\n]{3,300}\b(?:contributed to this (?:report|story|article)|contributed reporting"
    r"|reported from [A-Z][\w ,.]{2,80})\.?",
)
_REPORTERS = re.compile(
    r"(?<!additional )(?:reporting|written|report)(?: and \w{3,20})? by\s([^;()]{3,200})", re.IGNORECASE
)
_PLACE_AFTER = re.compile(r"(?:\s+in\s+[A-ZÀ-Þ].*|\s*\([^()]*\)|\s*@\w+|\s+\S+@\S+)$")


@dataclass(frozen=True, slots=True)
class Byline:
    """The names, the publication and the date that one line of credits gives; each may be missing."""

    names: tuple[str, ...] = ()
    publication: str = ""
    stamp: Stamp | None = None


def read_byline(line: str) -> Byline | None:
    """What a byline says, or None for a line that is none."""
    if len(line) > _LONGEST:
        return None
    by = _BY.match(line)
    if by is not None:
        return _read_credits(line[by.end() :])
    parts = _DIVIDED.split(line)
    if len(parts) < 2 or line.endswith((".", "?", "!")):
        return None
    found = _read_credits(line)
    is_whole = found is not None and bool(found.publication) and (bool(found.names) or found.stamp is not None)
    return found if is_whole else None


def read_publication_line(line: str) -> str:
    """The publication of a line that holds nothing else but perhaps a place ("BBC News, Port Elder"), or empty."""
    name, _, place = line.partition(", ")
    if not agencies.is_surely_publication(name) or len(place) > 40 or line.endswith((".", "?", "!")):
        return ""
    return agencies.known(name) or (name if name.casefold() not in SECTIONS else "")


def is_wire_credit(line: str) -> bool:
    """Whether a line is nothing but the credits that close a wire story."""
    if len(line) > 500:
        return False
    bare = line.lstrip("—–- ")
    return bool(_WIRE_CREDIT.fullmatch(bare) or _HELPED.fullmatch(bare))


def trailing_credit(line: str) -> int:
    """Where "(Reporting by …)" begins that closes a paragraph, or the length of the line where none does."""
    found = _TRAILING.search(line, max(0, len(line) - 500))
    return found.start() if found is not None and found.start() > 0 else len(line)


def reporters(credit: str) -> tuple[str, ...]:
    """The names behind the first "Reporting by" or "By" of the credits that close a story."""
    found = _REPORTERS.search(credit)
    return _names(found[1].rstrip(" .")) if found is not None else ()


def names_in(words: str) -> tuple[str, ...]:
    """The people named in words that a page gives as its authors; publications among them are left out."""
    return tuple(dict.fromkeys(name for part in _DIVIDED.split(words) for name in _names(part)))


def is_name(words: str) -> bool:
    """Whether words look like the name of one person: two to five, capital, no figures."""
    parts = words.split()
    if parts and parts[-1].casefold() in _SUFFIXES:
        parts = parts[:-1]
    if not 2 <= len(parts) <= 5 or len(words) > 60 or words.casefold() in SECTIONS:
        return False
    for part in parts:
        if part.casefold() in _PARTICLES:
            continue
        if part.casefold() in _NO_NAME or not part[0].isupper() or not _NAME_WORD.fullmatch(part):
            return False
    return parts[0][0].isupper()


def _read_credits(words: str) -> Byline | None:
    """Names, a publication and a date between strokes or dashes; None when a part is something else."""
    names: list[str] = []
    publication, stamp = "", None
    for part in filter(None, map(str.strip, _DIVIDED.split(words))):
        dated = read_stamp(part)
        if dated is not None:
            stamp = stamp or dated
        elif agencies.is_surely_publication(part) or (names and agencies.is_publication(part)):
            publication = publication or agencies.known(part) or part
        else:
            found = _names(part)
            if found:
                names.extend(found)
            elif not names and not publication:
                return None
            publication = publication or _publication_in(part)
    if not names and not publication and stamp is None:
        return None
    return Byline(tuple(dict.fromkeys(names)), publication, stamp)


def _publication_in(part: str) -> str:
    """The publication behind the names of "By A and B, Coastline Press"."""
    pieces = [piece.strip() for piece in part.split(",")]
    return next((agencies.known(p) or p for p in pieces[1:] if agencies.is_publication(p)), "")


def _names(words: str) -> tuple[str, ...]:
    """The names in "Ilse Marenko, Tomas Ardell and Pieter Okonski, Staff Writers"; empty when the first is no name."""
    found: list[str] = []
    for part in _AND.split(words):
        name = _PLACE_AFTER.sub("", part.strip()).strip(" .")
        if name.casefold() in _SUFFIXES and found:
            found[-1] += ", " + name
        elif is_name(name) and not (found and agencies.is_publication(name)):
            found.append(_in_name_case(name))
        elif not found:
            return ()
    return tuple(found)


def _in_name_case(name: str) -> str:
    """ "HARRIET KONG" as "Harriet Kong"; a name that has small letters stays as it is."""
    if not name.isupper():
        return name
    return " ".join(word if "." in word else word.title() for word in name.split())
