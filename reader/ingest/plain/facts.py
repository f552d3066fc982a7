"""What a structured page tells about its story: who wrote it, who published it, when, and under what address."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from reader.core.article import Dateline
from reader.core.kinds import BlockRole
from reader.ingest import dates
from reader.ingest.addresses import address_line, canonical_address, date_in
from reader.ingest.facts import Facts
from reader.ingest.plain import agencies, bylines, notices
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.pieces import dateline_of
from reader.ingest.plain.structure import Structure
from reader.ingest.published import Evidence, published

_BY = ("By", "BY")
_YEARS = re.compile(r"(?:(?:19|20)\d{2})(?:\s?[-–]\s?((?:19|20)\d{2}))?")
_OWNER = re.compile(r"(?:©|\(c\)|copyright:?|all contents?|contents?|by\s)+[\s©,|]*", re.IGNORECASE)
_OWNER_ENDS = re.compile(
    r"\s*(?:,?\s(?:Inc|LLC|Ltd|Limited|Corp|GmbH|Co)\b|[,.;]\s*(?=All\b|Click|Privacy|$)|\.?\s?All rights"
    r"|[|·•]|\.\s|\.$|\s[-–—]\s)",
    re.IGNORECASE,
)


def facts_of(story: Structure, today: dt.date) -> Facts:
    """Read the fields off the lines by their roles."""
    credits = [found for line in story.kept(BlockRole.BYLINE) if (found := bylines.read_byline(line)) is not None]
    opening = dateline_of(story)
    dateline = opening.dateline if opening is not None else None
    owner, year = _copyright(story)
    url = _address(story)
    lede = story.lines[story.lede].text[opening.length if opening else 0 :] if story.lede >= 0 else ""
    evidence = Evidence(
        stamps=_stamps(story, credits),
        dateline=dateline.date if dateline else "",
        lede=lede,
        copyright_year=year,
        address_day=date_in(url),
        caption_day=next((s.date for line in story.kept(BlockRole.CAPTION) if (s := dates.read_stamp(line))), None),
    )
    return Facts(
        byline=_byline(story, credits),
        publication=_publication(story, credits, owner, dateline),
        dateline=dateline,
        published=published(evidence, today),
        flags=_flags(story),
        url=url,
    )


def _byline(story: Structure, credits: list[bylines.Byline]) -> tuple[str, ...]:
    names = [name for found in credits for name in found.names]
    if not names:  # "By" on one line, the names on the next
        names = [
            n for above, line in pairwise(story.kept(BlockRole.BYLINE)) if above in _BY for n in bylines.names_in(line)
        ]
    if not names:
        closing = (*story.kept(BlockRole.CREDIT), *(line[-500:] for line in story.kept(BlockRole.BODY)[-2:]))
        names = next((list(found) for line in closing if (found := bylines.reporters(line))), [])
    return tuple(dict.fromkeys(names))


def _publication(story: Structure, credits: list[bylines.Byline], owner: str, dateline: Dateline | None) -> str:
    """The owner of the copyright, else a byline's outlet, else the agency of the dateline.

    A byline may name an agency whose story a paper prints; the owner's name gives way only to its own abbreviation.
    """
    agency = (agencies.known(dateline.agency) or dateline.agency) if dateline is not None else ""
    if owner:
        return agency if agencies.is_short_for(agency, owner) else owner
    named = [found.publication for found in credits]
    alone = [bylines.read_publication_line(line) for line in story.kept(BlockRole.BYLINE)]
    return next(filter(None, (*named, *alone)), agency)


def _copyright(story: Structure) -> tuple[str, int]:
    """The owner and the latest year of the first copyright line that names an owner."""
    owner, year = "", 0
    for line, found in zip(story.lines, story.classes, strict=True):
        if found is LineClass.COPYRIGHT:
            owner = owner or _owner(line.text)
            printed = _YEARS.search(line.text)
            year = year or (int(printed[1] or printed[0][:4]) if printed is not None else 0)
    return owner, year


def _owner(line: str) -> str:
    opened = _OWNER.search(line)
    if opened is None:
        return ""
    rest = _YEARS.sub("", line[opened.end() :], count=1).strip(" ,.|©-–—")
    rest = _OWNER.sub("", rest, count=1) if _OWNER.match(rest) else rest
    end = _OWNER_ENDS.search(rest)
    name = (rest[: end.start()] if end is not None else rest).strip(" ,.|")
    return name if 1 < len(name) <= 60 and name[0].isupper() else ""


def _stamps(story: Structure, credits: list[bylines.Byline]) -> tuple[dates.Stamp, ...]:
    found = [stamp for line in story.kept(BlockRole.TIMESTAMP) if (stamp := dates.read_stamp(line)) is not None]
    found += [credit.stamp for credit in credits if credit.stamp is not None]
    if len(found) == 1 and found[0].time is None:
        clocks = [
            clock for line in story.kept(BlockRole.TIMESTAMP) if (clock := dates.read_clock_line(line)) is not None
        ]
        found = [dates.Stamp(found[0].date, *clocks[0])] if clocks else found
    return tuple(found)


def _address(story: Structure) -> str:
    for line, found in zip(story.lines, story.classes, strict=True):
        if found is LineClass.ADDRESS and (address := canonical_address(address_line(line.text))):
            return address
    return ""


def _flags(story: Structure) -> tuple[str, ...]:
    flags = {flag for line in story.kept(BlockRole.HEADLINE) for flag in notices.headline_flags(line)}
    for line, found, fate in zip(story.lines, story.classes, story.fates, strict=True):
        if fate.role is not None and found is LineClass.NOTICE:
            flags |= notices.notice_flags(line.text)
    return notices.in_order(flags)
