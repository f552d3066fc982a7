"""The lines between a headline and its story: standfirst, byline, time, pictures, and the buttons among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.kinds import BlockRole
from reader.ingest.dates import read_stamp
from reader.ingest.plain import bylines
from reader.ingest.plain.captions import is_dated
from reader.ingest.plain.classes import LineClass, ends_as_sentence
from reader.ingest.plain.datelines import dateline_alone, read_dateline
from reader.ingest.plain.fates import HEADINGS, LISTED, PLAIN, REASONS, Fate
from reader.ingest.plain.layout import stands_apart
from reader.ingest.plain.lines import Line
from reader.ingest.plain.names import is_name, is_role_line, names_of
from reader.ingest.plain.phrases import SECTIONS

_LONGEST_HEAD = 25  # lines; in more there is a menu
_NEAR = 3  # lines, without buttons, within which a name and a time belong together
CONNECTORS = ("and", "&", ",", "und", "et", "y", "e")
_MOST_WORDS = 5  # lines of words between headline and story; where there are more, menus stand between them
_STANDFIRST = 5  # words that are no name of a section and no button
_CAPTION_LABEL = re.compile(r"(?:image|media|photo)?\s?caption,?:?", re.IGNORECASE)
_BY = re.compile(r"by|author(?: of the article)?\s?:|written by", re.IGNORECASE)
_NOTICE = "notice"
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{4}")  # below a headline; the names of sections have two signs
_HANDLE = re.compile(r"@\w{2,30}|\S+@\S+\.\w+")
_TIMES = (LineClass.TIMESTAMP, LineClass.BYLINE)


def fates_of_header(
    lines: Sequence[Line], classes: Sequence[LineClass], headline: int, start: int, *, is_page: bool
) -> list[Fate]:
    """The fates of the lines behind the headline up to, not with, ``start``."""
    fates: list[Fate] = []
    listed = ""
    for at in range(headline + 1, start):
        found = classes[at]
        listed = REASONS[found] if found in HEADINGS else listed if listed and found in LISTED else ""
        if found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        elif found in PLAIN and found is not LineClass.LIST:
            fates.append(_credit(lines[at].text, found))
        elif is_author_line(lines, classes, at, headline + 1, start):
            fates.append(Fate(BlockRole.BYLINE))
        elif listed and found in (LineClass.SHORT, LineClass.LIST):
            fates.append(Fate(None, listed))
        elif found is LineClass.AUTHOR_NOTE and is_page:
            fates.append(Fate(None, "furniture"))
        else:
            fates.append(_words(lines, classes, at, start, is_page=is_page))
    words = [n for n, fate in enumerate(fates) if fate.role is BlockRole.SUBHEAD and fate.reason != _NOTICE]
    if is_page and len(words) > _MOST_WORDS:
        for n in words:
            at = headline + 1 + n
            is_first = all(classes[before] is LineClass.FURNITURE for before in range(headline + 1, at))
            if not (is_first and ends_as_sentence(lines[at].text)):
                fates[n] = Fate(None, "furniture")
    return fates


def is_author_line(lines: Sequence[Line], classes: Sequence[LineClass], at: int, start: int, end: int) -> bool:
    """Whether a line is a name, a role or a handle that stands near the time or the other half of a byline."""
    text = lines[at].text
    if classes[at] is not LineClass.SHORT or len(text) > 90:
        return False
    if at == start and start and _HAN_NAME.fullmatch(text):
        return True
    before = lines[at - 1].text if at > start else ""
    if (_BY.fullmatch(before) or before in CONNECTORS) and names_of(text):
        return True
    if text in CONNECTORS and at > start and classes[at - 1] is LineClass.BYLINE:
        return True
    if dateline_alone(text) is not None and read_dateline(text) is None:
        return True  # "AFP, MERESUND"
    if bylines.read_publication_line(text) and (end - start <= _LONGEST_HEAD or _is_by_credit(lines, classes, at)):
        return True
    if end - start > _LONGEST_HEAD and not _is_by_credit(lines, classes, at):
        return False  # menus name many people and offices
    is_half = _HANDLE.fullmatch(text) is not None or is_role_line(text)
    if not (is_half or is_name(text) or (_is_joined(text) and names_of(text))):
        return False
    near = [n for n in _near(classes, at, start, end) if n != at]
    return any(_is_half_of_byline(lines[n].text, classes[n], is_half=is_half) for n in near)


def _is_by_credit(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a byline or a time stands near a line."""
    near = _near(classes, at, max(0, at - 4 * _NEAR), min(len(classes), at + 4 * _NEAR))
    return any(classes[n] in _TIMES or _is_dated(lines[n].text, classes[n]) for n in near)


def _is_half_of_byline(text: str, found: LineClass, *, is_half: bool) -> bool:
    if found in _TIMES or _is_dated(text, found):
        return True
    if is_half:
        return found is LineClass.SHORT and bool(names_of(text))
    is_other = _HANDLE.fullmatch(text) is not None or is_role_line(text) or bool(bylines.read_publication_line(text))
    return found in (LineClass.SHORT, LineClass.CREDIT) and is_other


def _is_joined(text: str) -> bool:
    return is_role_line(text) or re.search(r"\s(?:and|und|et|y|&)\s|,", text) is not None


def _near(classes: Sequence[LineClass], at: int, start: int, end: int) -> list[int]:
    """The lines within a few of this one, furniture not counted."""
    found = []
    for step in (-1, 1):
        left, here = _NEAR, at + step
        while start <= here < end and left:
            if classes[here] not in (LineClass.FURNITURE, LineClass.RULE, LineClass.ADVERTISEMENT):
                found.append(here)
                left -= 1
            here += step
    return found


def _is_dated(text: str, found: LineClass) -> bool:
    """A short line that holds a date and a few more words: "Auberg / Kestholm - 28 ABR 2023 - 05:40 CEST"."""
    return (
        found in (LineClass.SHORT, LineClass.LIST) and len(text) < 100 and read_stamp(text, day_first=True) is not None
    )


def _credit(text: str, found: LineClass) -> Fate:
    if found is LineClass.CREDIT and bylines.read_publication_line(text):
        return Fate(BlockRole.BYLINE)
    return Fate(PLAIN[found])


def _words(lines: Sequence[Line], classes: Sequence[LineClass], at: int, start: int, *, is_page: bool) -> Fate:
    """A standfirst, a caption, or on a page a button that no list knows."""
    text, found = lines[at].text, classes[at]
    if _CAPTION_LABEL.fullmatch(text):
        return Fate(None, "furniture")
    if at and _CAPTION_LABEL.fullmatch(lines[at - 1].text):
        return Fate(BlockRole.CAPTION)
    if found is LineClass.NOTICE:
        return Fate(BlockRole.SUBHEAD, _NOTICE)
    if _is_dated(text, found) and not is_dated(text):
        return Fate(BlockRole.TIMESTAMP)
    if found is LineClass.PROSE and read_stamp(text) is not None and not stands_apart(lines, at):
        return Fate(BlockRole.CAPTION)  # a picture's day; a standfirst has none
    if text.casefold() in SECTIONS:
        return Fate(None, "furniture")
    if not is_page:
        return Fate(BlockRole.SUBHEAD)
    has_words = len(text.split()) >= _STANDFIRST or ends_as_sentence(text) or len(text) >= 40
    if not has_words or (is_name(text) and not stands_apart(lines, at)):
        return Fate(None, "furniture")
    return Fate(BlockRole.SUBHEAD)
