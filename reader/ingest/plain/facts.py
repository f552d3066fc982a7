"""What a structured page tells about its story: who wrote it, who published it, when, and under what address."""

from __future__ import annotations

import datetime as dt
import re

from reader.core.article import Dateline
from reader.core.kinds import BlockRole
from reader.ingest import dates
from reader.ingest.addresses import address_line, canonical_address, date_in
from reader.ingest.facts import Facts
from reader.ingest.plain import agencies, bylines, notices, owners
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.datelines import dateline_alone
from reader.ingest.plain.header import CONNECTORS
from reader.ingest.plain.pieces import dateline_of
from reader.ingest.plain.selfnames import told_name
from reader.ingest.plain.sites import copyright_in, may_own_others, share_words, site_name
from reader.ingest.plain.structure import Structure
from reader.ingest.published import Evidence, published
from reader.ingest.tongue import guess_language

_LABELLED = re.compile(
    r"(?:(?:author|authors|autor(?:in)?(?:\s?/\s?autor(?:in)?)?|auteur|autore|reporter|byline|written by"
    r"|автор)\b\s?:?\s*|[（(]?(?:责任编辑|责编|编辑|记者|作者)\s?[:：]\s?)"
    r"(?=[^\W\d_])(.{2,80}?)[)）]?"
    # Pages glue the label to the name: "Geschrieben vonIlse Marenko".
    r"|(?:geschrieben|verfasst|erstellt) von\s?:?\s?(?-i:(?=[^\W\d_a-zà-ÿ]))(.{2,80})"
    r"|(?:written|posted|published|story|words) by\s?:?\s?(?-i:(?=[^\W\d_a-zà-ÿ]))(.{2,80})"
    r"|(?:écrit|publié|rédigé) par\s?:?\s?(?-i:(?=[^\W\d_a-zà-ÿ]))(.{2,80})"
    r"|(?:escrito|publicado) por\s?:?\s?(?-i:(?=[^\W\d_a-zà-ÿ]))(.{2,80})"
    r"|(?:scritto|pubblicato) da\s?:?\s?(?-i:(?=[^\W\d_a-zà-ÿ]))(.{2,80})",
    re.IGNORECASE,
)
_DATED_BELOW = re.compile(
    r"(?:first |originally |date |time )?(?:published|posted|publication|date|datum|updated|created|publié|publicado|"
    r"pubblicato|veröffentlicht|erstellt|stand|опубликовано|发布时间|송고|th(?:is|e) (?:entry|post|article|story) was"
    r"|diese[rs]? (?:beitrag|eintrag|artikel) wurde|ce billet a été|cet article a été|est[ea] (?:entrada|artículo|post)"
    r"|quest[oa] (?:articolo|voce) è stat[oa]|dit bericht (?:is|werd)|написано)\b",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"\d[/-]\d{1,2}[/-]\d")
_LONGEST_BELOW = 120  # code points
_LONGEST_DATED = 400  # "This entry was posted on … by … in …. Bookmark the …"
_SIGNED_WITHIN = 8  # lines
_FAR_BELOW = 60  # lines below the story among which the page may say again who wrote it, and when


def facts_of(story: Structure, today: dt.date, file_day: dt.date | None = None) -> Facts:
    """Read the fields off the lines by their roles.

    ``file_day`` is the day on which the file was saved, where it is known.
    """
    day_first = _day_first(story)
    credits = [found for line in _of_head(story, BlockRole.BYLINE) if (found := bylines.read_byline(line)) is not None]
    opening = dateline_of(story)
    dateline = opening.dateline if opening is not None else _dateline_above(story)
    owner, year = copyright_in(story)
    # Those who publish their own letters own them, and are no publication.
    byline = _byline(story, credits)
    owner = "" if owner in byline else owner
    url = _address(story)
    lede = story.lines[story.lede].text[opening.length if opening else 0 :] if story.lede >= 0 else ""
    evidence = Evidence(
        stamps=_stamps(story, credits, day_first, today),
        dateline=dateline.date if dateline else "",
        lede=lede,
        copyright_year=year,
        address_day=date_in(url),
        caption_day=next((s.date for line in story.kept(BlockRole.CAPTION) if (s := dates.read_stamp(line))), None),
        file_day=file_day,
    )
    return Facts(
        byline=byline,
        publication=_publication(story, credits, owner, dateline),
        dateline=dateline,
        published=published(evidence, today),
        flags=_flags(story),
        url=url,
    )


def _day_first(story: Structure) -> bool | None:
    """How the page writes 1/2/2026: as it writes 28/4/2026; day first where it is not in English."""
    dated = _of_head(story, BlockRole.TIMESTAMP, BlockRole.BYLINE)
    dated += [line for line in _below(story, _LONGEST_DATED) if _DATED_BELOW.match(line)]
    if not any(_SLASHED.search(line) for line in dated):
        return None  # nothing to decide
    shown = dates.day_first_in(line.text for line in story.lines)
    if shown is not None or story.lede < 0:
        return shown
    words = " ".join(line.text for line in story.lines[story.lede : story.lede + 5])
    return True if len(words) > 200 and not guess_language(words) else None


def _byline(story: Structure, credits: list[bylines.Byline]) -> tuple[str, ...]:
    lines = _of_head(story, BlockRole.BYLINE)
    names = [name for found in credits for name in found.names]
    names += _joined_names(story) if names else []
    if not names:  # a name on a line of its own, below "By" or beside the time
        names = [n for line in lines if not bylines.read_publication_line(line) for n in bylines.names_in(line)]
    if not names:
        closing = (*story.kept(BlockRole.CREDIT), *(line[-500:] for line in story.kept(BlockRole.BODY)[-2:]))
        names = next((list(found) for line in closing if (found := bylines.reporters(line))), [])
    names = names or list(_labelled(story)) or list(_signed(story))
    return tuple(dict.fromkeys(names))


def _labelled(story: Structure) -> tuple[str, ...]:
    """The names behind "Author:" or "Written by" below the story."""
    for line in _below(story):
        by = _LABELLED.fullmatch(line)
        if by is not None and (found := bylines.names_in(next(filter(None, by.groups())))):
            return found
    return ()


def _signed(story: Structure) -> tuple[str, ...]:
    """The name right below the story, where it stands again soon or over a line with a date, as who signs it does."""
    below = _below(story)[:_SIGNED_WITHIN]
    name = below[0] if below else ""
    if not bylines.is_name(name) or agencies.is_publication(name):
        return ()
    is_dated = len(below) > 1 and dates.read_stamp(below[1], day_first=True) is not None
    return (name,) if is_dated or name in below[1:] else ()


def _of_head(story: Structure, *roles: BlockRole) -> list[str]:
    """The lines in these roles above the story; only where there are none, those that stand in it or below it."""
    found = [
        (at, line.text) for at, (line, f) in enumerate(zip(story.lines, story.fates, strict=True)) if f.role in roles
    ]
    above = [text for at, text in found if at < story.lede]
    return above or [text for _, text in found]


def _joined_names(story: Structure) -> list[str]:
    """The names below "and": pages set each author in an element of its own."""
    roles = [fate.role for fate in story.fates]
    return [
        name
        for at in range(1, len(roles))
        if roles[at] is roles[at - 1] is BlockRole.BYLINE and story.lines[at - 1].text in CONNECTORS
        for name in bylines.names_in(story.lines[at].text)
    ]


def _dateline_above(story: Structure) -> Dateline | None:
    """The dateline on a line of its own among the credits: "AFP, MANILA", "AUBERG, Ostmark"."""
    found = (dateline_alone(line) for line in story.kept(BlockRole.BYLINE))
    return next((opening.dateline for opening in found if opening is not None), None)


def _below(story: Structure, longest: int = _LONGEST_BELOW) -> list[str]:
    """The lines of up to ``longest`` code points that follow the story, whatever became of them."""
    last = max((at for at, fate in enumerate(story.fates) if fate.role is BlockRole.BODY), default=len(story.lines))
    return [line.text for line in story.lines[last + 1 : last + 1 + _FAR_BELOW] if len(line.text) < longest]


def _publication(story: Structure, credits: list[bylines.Byline], owner: str, dateline: Dateline | None) -> str:
    """The owner of the copyright, else a byline's outlet, else the agency of the dateline.

    A byline may name an agency whose story a paper prints; the owner's name gives way only to its own abbreviation,
    and to the name that the page calls itself by.
    """
    agency = (agencies.known(dateline.agency) or dateline.agency) if dateline is not None else ""
    if owner and agencies.is_short_for(agency, owner):
        return agency
    named = [found.publication for found in credits]
    told = _told(story, credits)
    is_told = agencies.is_surely_publication(told)
    if owner:
        close = [name for name in named if name and share_words(name, owner)]
        own = site_name(story, owner)
        if told and may_own_others(owner) and not share_words(told, owner) and (is_told or not own):
            return told
        return own or next(iter(close), "") or owners.paper_of(owner) or owner
    alone = [bylines.read_publication_line(line) for line in story.kept(BlockRole.BYLINE)]
    first = next(filter(None, (*named, *alone)), "")
    own = told if is_told else site_name(story)
    if first and not agencies.is_wire(first) and not (agencies.known(own) and first not in named):
        return first
    return own or told or first or agency  # a page that prints an agency's story bears its own name


def _told(story: Structure, credits: list[bylines.Byline]) -> str:
    """What the lines around the story, and the credits in it, say of the page."""
    roles = (None, BlockRole.CREDIT, BlockRole.CAPTION, BlockRole.BYLINE)
    outside = (line.text for line, fate in zip(story.lines, story.fates, strict=True) if fate.role in roles)
    return told_name(outside, [name for found in credits for name in found.names])


def _stamps(
    story: Structure, credits: list[bylines.Byline], day_first: bool | None, today: dt.date
) -> tuple[dates.Stamp, ...]:
    dated = _of_head(story, BlockRole.TIMESTAMP, BlockRole.BYLINE)
    found = [stamp for line in dated for stamp in dates.read_stamps(line, day_first=day_first, today=today)]
    if not found:
        found = [credit.stamp for credit in credits if credit.stamp is not None]
    if len(found) == 1 and found[0].time is None:
        clocks = [
            clock for line in story.kept(BlockRole.TIMESTAMP) if (clock := dates.read_clock_line(line)) is not None
        ]
        found = [dates.Stamp(found[0].date, *clocks[0])] if clocks else found
    if not found:
        below = [line for line in _below(story, _LONGEST_DATED) if _DATED_BELOW.match(line)]
        found = [stamp for line in below for stamp in dates.read_stamps(line, day_first=day_first, today=today)][:1]
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
