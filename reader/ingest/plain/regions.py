"""The fates of the lines above, inside and below the run that is the story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.kinds import BlockRole
from reader.ingest.dates import read_stamp
from reader.ingest.plain import agencies
from reader.ingest.plain.body import Run, opens_comments
from reader.ingest.plain.classes import LineClass, ends_as_sentence, is_all_capitals
from reader.ingest.plain.fates import HEADINGS, LISTED, PLAIN, REASONS, Fate
from reader.ingest.plain.header import fates_of_header, is_author_line
from reader.ingest.plain.layout import bunch, has_paragraphs, has_story_below
from reader.ingest.plain.lines import Line
from reader.ingest.plain.phrases import SECTIONS

_ABOVE_HEADLINE = 6  # lines, without furniture, above a headline that may hold its time or its picture
_CAPTION_LABEL = re.compile(r"(?:image|media|photo)?\s?caption,?:?", re.IGNORECASE)
_LONGEST_SUBHEAD = 90
_NOTES_AT = 3  # lines at either end of a story where a note on its author stands; elsewhere it tells of a witness
_MOST_LISTED = 6  # links under a heading in the middle of a story


def fates_above(
    lines: Sequence[Line], classes: Sequence[LineClass], run: Run, headline: int | None, is_page: bool
) -> list[Fate]:
    """Above the story: headline, credits and captions are kept, menus go."""
    if headline is None:
        return fates_of_header(lines, classes, -1, run.start, is_page=is_page)
    if not is_page:
        head = fates_of_header(lines, classes, -1, headline, is_page=False)
    else:
        head = _menu(lines, classes, headline)
    head.append(Fate(BlockRole.HEADLINE))
    return head + fates_of_header(lines, classes, headline, run.start, is_page=is_page)


def _menu(lines: Sequence[Line], classes: Sequence[LineClass], headline: int) -> list[Fate]:
    """What stands over the headline of a page goes, but for the time and the picture right above it."""
    fates: list[Fate] = []
    left = _ABOVE_HEADLINE
    for at in range(headline - 1, -1, -1):
        found = classes[at]
        if found in REASONS:
            fates.append(Fate(None, REASONS[found]))
            continue
        is_kept = found in (LineClass.TIMESTAMP, LineClass.BYLINE, LineClass.CAPTION)
        fates.append(Fate(PLAIN[found]) if left > 0 and is_kept else Fate(None, "furniture"))
        left -= 1
    fates.reverse()
    return fates


def fates_inside(lines: Sequence[Line], classes: Sequence[LineClass], run: Run, is_page: bool) -> list[Fate]:
    """Inside the story: prose is kept, links go with the heading that they follow, and bunches of links go."""
    is_set_apart = is_page and has_paragraphs(lines, classes, run)
    links = _links(lines, classes, run) if is_set_apart else frozenset()
    fates: list[Fate] = []
    listed, count = "", 0
    for at in range(run.start, run.end):
        found, text = classes[at], lines[at].text
        if found in HEADINGS:
            listed, count = REASONS[found], 0
        elif not (found in (*LISTED, *REASONS) or _is_bunched_title(lines, classes, at)) or count >= _MOST_LISTED:
            listed = ""
        count += 1
        if found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        elif listed and (found in LISTED or (is_set_apart and _is_bunched_title(lines, classes, at))):
            fates.append(Fate(None, listed))
        elif at in links or is_all_capitals(text):
            fates.append(Fate(None, "related-link"))
        elif found is LineClass.AUTHOR_NOTE:
            is_at_an_end = at < run.start + _NOTES_AT or at >= run.end - _NOTES_AT
            fates.append(Fate(None, "furniture") if is_page and is_at_an_end else Fate(BlockRole.BODY))
        elif found is LineClass.SHORT and ((is_page and text.casefold() in SECTIONS) or _CAPTION_LABEL.fullmatch(text)):
            fates.append(Fate(None, "furniture"))
        elif found is LineClass.SHORT and at > run.start and agencies.known(text):
            fates.append(Fate(BlockRole.CREDIT))  # "USA TODAY" below a picture
        elif found is LineClass.SHORT and at > run.start:
            fates.append(_short(lines, classes, at, run, is_page=is_page))
        else:
            fates.append(Fate(PLAIN.get(found, BlockRole.BODY)))
    return fates


def _is_bunched_title(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a line reads as a sentence, but is short and hangs on the line above, as titles of stories do."""
    return classes[at] is LineClass.PROSE and len(lines[at].text) <= _LONGEST_SUBHEAD and not lines[at].after_blank


def _short(lines: Sequence[Line], classes: Sequence[LineClass], at: int, run: Run, *, is_page: bool) -> Fate:
    if _CAPTION_LABEL.fullmatch(lines[at - 1].text) is not None:
        return Fate(BlockRole.CAPTION)
    if is_page and at < run.start + 4 and is_author_line(lines, classes, at, max(0, run.start - 6), run.end):
        return Fate(BlockRole.BYLINE)
    return Fate(BlockRole.SUBHEAD)


def _links(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> frozenset[int]:
    """The lines of bunches between paragraphs: teasers of other stories. The last may be the next subhead."""
    found: set[int] = set()
    at = run.start
    while at < run.end:
        end = bunch(lines, at, run.end)
        inside = range(at, end)
        titles = [n for n in inside if classes[n] is LineClass.SHORT]
        if len(inside) > 1 and titles and not any(_is_story(lines[n].text, classes[n]) for n in inside):
            is_subhead = titles[-1] == inside[-1] and not _is_teaser(lines, classes, inside)
            found.update(titles[:-1] if is_subhead else titles)
        at = end
    return frozenset(found)


def _is_story(text: str, found: LineClass) -> bool:
    return (found is LineClass.PROSE and ends_as_sentence(text)) or found in (LineClass.LIST, LineClass.CREDIT)


def _is_teaser(lines: Sequence[Line], classes: Sequence[LineClass], inside: range) -> bool:
    """Whether even the last line of a bunch is no subhead: it is long, dated, or there is a date among the lines."""
    dated = any(classes[n] is LineClass.TIMESTAMP or read_stamp(lines[n].text) for n in inside)
    return dated or len(lines[inside[-1]].text) > _LONGEST_SUBHEAD or inside[-1] + 1 >= len(lines)


def fates_below(lines: Sequence[Line], classes: Sequence[LineClass], run: Run, is_page: bool) -> list[Fate]:
    """Below the story: until something says that it is over, its closing lines are kept; after that all goes."""
    fates: list[Fate] = []
    is_over, listed = False, ""
    for at in range(run.end, len(lines)):
        found = classes[at]
        ends = (*HEADINGS, LineClass.FURNITURE)
        is_over = is_over or found in ends or (is_page and found is LineClass.AUTHOR_NOTE)
        is_over = is_over or opens_comments(lines[at].text)
        is_over = is_over or (found is LineClass.COPYRIGHT and (is_page or not has_story_below(lines, classes, at)))
        listed = REASONS[found] if found in HEADINGS else listed
        if found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        elif is_page and found in (LineClass.NOTICE, LineClass.WIRE_CREDIT) and at < run.end + 20:
            fates.append(Fate(PLAIN.get(found, BlockRole.BODY)))
        elif is_over or (found is LineClass.SHORT and (is_page or len(lines[at].text) < 60)):
            fates.append(Fate(None, listed if listed and found in LISTED else "furniture"))
        else:
            fates.append(Fate(PLAIN.get(found, BlockRole.BODY)))
    return fates


__all__ = ["HEADINGS", "PLAIN", "REASONS", "Fate", "fates_above", "fates_below", "fates_inside"]
