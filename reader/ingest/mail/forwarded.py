"""A mail that was sent on by hand: the header above its text tells of the story, not the one of the mail around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.article import Published
from reader.ingest.dates import read_stamp
from reader.ingest.facts import Facts
from reader.ingest.mail.headers import Headers

_MARK = re.compile(
    r"[-_ *]{0,20}(?:begin )?(?:forwarded|original) message(?: (?:from|follows)\b.{0,80})?[-_ *:]{0,20}", re.IGNORECASE
)
_FIELD = re.compile(r"\*?(From|Date|Sent|Subject|To|Cc|Reply-To)\s?:\*?\s{0,10}(.{0,1000})", re.IGNORECASE)
_ANSWER = re.compile(r"(?:re|aw|sv|antw)\s?:", re.IGNORECASE)
_FEWEST = 3  # fields of a header that no mark announces
_MOST_FIELDS = 10  # lines
_MOST_ABOVE = 60  # words; who writes more above it has written the story, and answers the mail below


@dataclass(frozen=True, slots=True)
class Forwarded:
    """What the header of the mail that was sent on says, and which lines it takes up."""

    facts: Facts
    start: int
    end: int


def forwarded(lines: Sequence[str], subject: str) -> Forwarded | None:
    """The header of the mail that a mail sends on, or None where it says something itself, or answers."""
    if _ANSWER.match(subject):
        return None
    above = 0
    for at, line in enumerate(lines):
        if _MARK.fullmatch(line):
            return _read(lines, at, at + 1)
        if line.lower().startswith("from:") and (found := _read(lines, at, at)) and found.end - at >= _FEWEST:
            return found
        above += len(line.split())
        if above > _MOST_ABOVE:
            return None
    return None


def _read(lines: Sequence[str], start: int, end: int) -> Forwarded | None:
    fields: dict[str, str] = {}
    while end < len(lines) and end <= start + _MOST_FIELDS:
        found = _FIELD.fullmatch(lines[end])
        if found is None:
            break
        fields.setdefault(found[1].lower(), found[2].strip())
        end += 1
    if "from" not in fields or len(fields) < 2:
        return None
    stamp = read_stamp(fields.get("date") or fields.get("sent") or "")
    facts = Facts(
        headline=fields.get("subject", ""),
        publication=Headers((("from", fields["from"]),)).sender(),
        published=Published(stamp.date, stamp.time, stamp.offset) if stamp is not None else None,
    )
    return Forwarded(facts, start, end)
