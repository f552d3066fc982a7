"""The place, agency and date that open a wire story: "SEOUL, Jan. 31 (UPI) --", "PORT ELDER (AP) —", "(Reuters) - "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.core.article import Dateline
from reader.ingest.dates import MONTH
from reader.ingest.plain.agencies import AGENCIES

_LONGEST = 130
# A dash between spaces (or glued to the bracket before it), or a colon: what ends a dateline.
_END = re.compile(r"(?:(?<=[)\w.])\s*(?:--|[—–―])|(?<=[)\w.])\s-|(?<=[\w)]):)(?:\s+|$|(?=[\"“‘A-Z]))")
_DATE = re.compile(rf"(?:^|[,\s]\s*)((?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?)\s*$")
_AGENCY = re.compile(r"(?:^|\s*)\(([^()]{2,40})\)\s*$")
_NO_END = re.compile(r"[^()\n]{0,60}\(([^()]{2,24})\)\s+(?=[\"“‘A-Z])")
_WORD = r"[^\W\d_][\w.'’\-]*"
_UPPER = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\-])*")
_PLACE = re.compile(rf"{_WORD}(?:(?:\s|,\s?|/){_WORD}){{0,8}}")
_SMALL = frozenset("de del da do dos das la le les los las el al of and the on upon am an der den en sur di".split())
# Words with a colon that open a sentence and are no place.
_LABELS = frozenset(
    "update updated correction corrected breaking analysis opinion explainer note photos video watch read related "
    "exclusive editorial review fact facts background summary developing live interview column advisory clarification "
    "timeline q a the".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline as parsed, and how many code points of the line it takes, with the dash and not the space behind."""

    dateline: Dateline
    length: int

    @property
    def is_sure(self) -> bool:
        """Whether an agency or a date vouches for it; a place alone may be any word before a colon or dash."""
        return bool(self.dateline.agency or self.dateline.date)


def read_dateline(line: str) -> Opening | None:
    """The dateline that opens a line, or None."""
    head = line[:_LONGEST]
    for end in _END.finditer(head):
        found = _parse(head[: end.start()].rstrip())
        if found is not None and _is_credible(found, head, end):
            return Opening(found, len(head[: end.end()].rstrip()))
        if end.start() > 0 and head[end.start()] == ":":
            break
    bare = _NO_END.match(head)
    if bare is not None and bare[1].casefold() in AGENCIES:
        found = _parse(head[: bare.end()].rstrip())
        if found is not None:
            return Opening(found, len(head[: bare.end()].rstrip()))
    return None


def _parse(head: str) -> Dateline | None:
    """Cut the words before the dash from behind: agency, then date, then place."""
    agency = date = ""
    found = _AGENCY.search(head)
    if found is not None:
        agency, head = " ".join(found[1].split()), head[: found.start()]
    dated = _DATE.search(head)
    if dated is not None:
        date, head = dated[1], head[: dated.start()]
    place = head.strip(" ,")
    if place and not _is_place(place, vouched=bool(agency or date)):
        return None
    if agency and not _is_agency(agency):
        return None
    # "KESTHOLM, Vasmark" is the same place as "KESTHOLM"; the region can be read in the text.
    return Dateline(place.split(",")[0].rstrip(), agency, date) if place or agency else None


def _is_place(place: str, *, vouched: bool) -> bool:
    """ "PORT ELDER", "AUBURN, Wash.", "SEOUL/TOKYO"; "Doha" where agency or date vouches for it, or before a colon."""
    if len(place) > 80 or not _PLACE.fullmatch(place):
        return False
    city = re.split(r"[,/]", place, maxsplit=1)[0].split()
    if all(word.isupper() and _UPPER.fullmatch(word) for word in city):
        return len(city) <= 5
    words = place.replace("/", " ").split()
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    return capital and words[0][0].isupper() and len(words) <= (6 if vouched else 2)


def _is_agency(words: str) -> bool:
    return words.casefold() in AGENCIES or (
        words[0].isupper() and len(words.split()) <= 5 and not any(map(str.isdigit, words))
    )


def _is_credible(found: Dateline, head: str, end: re.Match[str]) -> bool:
    """Without agency and date, a capital word and a colon may be a speaker or a label."""
    if found.agency or found.date:
        return True
    rest = head[end.end() :]
    is_upper = found.place.split(",")[0].isupper()
    if found.place.casefold().split()[0] in _LABELS or rest.startswith(('"', "“", "‘", "'")):
        return False
    if head[end.start()] == ":":
        return (len(found.place) > 3 if is_upper else found.place.istitle()) and rest[:1].isupper()
    return is_upper  # "Harbor — the old one" is no dateline
