"""The fates of the lines above, inside and below the run that is the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.kinds import BlockRole
from reader.ingest.plain import bylines
from reader.ingest.plain.body import Run
from reader.ingest.plain.classes import LineClass, is_all_capitals
from reader.ingest.plain.lines import Line
from reader.ingest.plain.phrases import SECTIONS

REASONS = {
    LineClass.RULE: "furniture",
    LineClass.ADDRESS: "address",
    LineClass.ADVERTISEMENT: "advertisement",
    LineClass.COPYRIGHT: "copyright",
    LineClass.FURNITURE: "furniture",
    LineClass.END_HEADING: "furniture",
    LineClass.LINK_HEADING: "related-link",
    LineClass.RELATED: "related-link",
}
"""The classes that are never kept, each with the code of its reason."""

PLAIN = {
    LineClass.TIMESTAMP: BlockRole.TIMESTAMP,
    LineClass.BYLINE: BlockRole.BYLINE,
    LineClass.CREDIT: BlockRole.CREDIT,
    LineClass.WIRE_CREDIT: BlockRole.CREDIT,
    LineClass.CAPTION: BlockRole.CAPTION,
    LineClass.LIST: BlockRole.LIST,
}
HEADINGS = (LineClass.END_HEADING, LineClass.LINK_HEADING)
_LISTED = (LineClass.SHORT, LineClass.LIST, LineClass.TIMESTAMP, LineClass.BYLINE, LineClass.CREDIT)
_MAX_SUBHEADS = 2  # more short lines between headline and story are a menu
_CAPTION_LABEL = re.compile(r"(?:image|media|photo)?\s?caption,?:?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fate:
    """The role of a kept line, or else the code of the reason for its removal."""

    role: BlockRole | None
    reason: str = ""


def fates_above(
    lines: Sequence[Line], classes: Sequence[LineClass], run: Run, headline: int | None, is_page: bool
) -> list[Fate]:
    """Above the story: headline, credits and captions are kept, menus go."""
    fates: list[Fate] = []
    listed = ""
    for at in range(run.start):
        found = classes[at]
        listed = REASONS[found] if found in HEADINGS else listed if found in _LISTED and listed else ""
        if at == headline:
            fates.append(Fate(BlockRole.HEADLINE))
            listed = ""
        elif found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        elif is_page and headline is not None and at < headline:
            near = headline - at <= 4 and found in (LineClass.BYLINE, LineClass.TIMESTAMP)
            fates.append(Fate(PLAIN[found]) if near else Fate(None, "furniture"))
        elif listed and found in (LineClass.SHORT, LineClass.LIST):
            fates.append(Fate(None, listed))
        else:
            fates.append(_under_headline(lines[at].text, found, lines[at - 1].text if at else "", is_page))
    short = [at for at, fate in enumerate(fates) if fate.role is BlockRole.SUBHEAD and classes[at] is LineClass.SHORT]
    if is_page and len(short) > _MAX_SUBHEADS:
        for at in short:
            fates[at] = Fate(None, "furniture")
    return fates


def _under_headline(text: str, found: LineClass, before: str, is_page: bool) -> Fate:
    if found is LineClass.CREDIT and bylines.read_publication_line(text):
        return Fate(BlockRole.BYLINE)
    if found in PLAIN:
        return Fate(PLAIN[found])
    if found is LineClass.SHORT:
        if _CAPTION_LABEL.fullmatch(text):
            return Fate(None, "furniture")
        if _CAPTION_LABEL.fullmatch(before):
            return Fate(BlockRole.CAPTION)
        if bylines.read_publication_line(text) or (before in ("By", "BY") and bylines.names_in(text)):
            return Fate(BlockRole.BYLINE)
        if (is_page and len(text.split()) < 3) or text.casefold() in SECTIONS:
            return Fate(None, "furniture")
    return Fate(BlockRole.SUBHEAD)


def fates_inside(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> list[Fate]:
    """Inside the story: prose is kept, and links go with the heading that they follow."""
    fates: list[Fate] = []
    listed = ""
    for at in range(run.start, run.end):
        found, text = classes[at], lines[at].text
        listed = REASONS[found] if found in HEADINGS else listed if found in (*_LISTED, *REASONS) else ""
        if found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        elif listed and found in _LISTED:
            fates.append(Fate(None, listed))
        elif is_all_capitals(text):
            fates.append(Fate(None, "related-link"))
        elif found is LineClass.SHORT and (text.casefold() in SECTIONS or _CAPTION_LABEL.fullmatch(text)):
            fates.append(Fate(None, "furniture"))
        elif found is LineClass.SHORT and at > run.start:
            is_labelled = _CAPTION_LABEL.fullmatch(lines[at - 1].text) is not None
            fates.append(Fate(BlockRole.CAPTION if is_labelled else BlockRole.SUBHEAD))
        else:
            fates.append(Fate(PLAIN.get(found, BlockRole.BODY)))
    return fates


def fates_below(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> list[Fate]:
    """Below the story: until something says that it is over, its closing lines are kept; after that all goes."""
    fates: list[Fate] = []
    is_over, listed = False, ""
    for at in range(run.end, len(lines)):
        found = classes[at]
        is_over = is_over or found in (*HEADINGS, LineClass.COPYRIGHT, LineClass.FURNITURE)
        listed = REASONS[found] if found in HEADINGS else listed
        if found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        elif is_over or (found is LineClass.SHORT and len(lines[at].text) < 60):
            fates.append(Fate(None, listed if listed and found in _LISTED else "furniture"))
        else:
            fates.append(Fate(PLAIN.get(found, BlockRole.BODY)))
    return fates
