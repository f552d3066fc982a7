"""What becomes of each line: the role in which it is kept, or the reason for which it is taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.kinds import BlockRole
from reader.ingest.plain.body import Run, best_run
from reader.ingest.plain.captions import caption_of
from reader.ingest.plain.classes import LineClass, classify
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.fates import HEADINGS, PLAIN, REASONS, Fate
from reader.ingest.plain.headline import choose_headline, first_headline, opens_with_headline
from reader.ingest.plain.keys import key
from reader.ingest.plain.layout import extended, has_story_below
from reader.ingest.plain.lines import Line
from reader.ingest.plain.regions import fates_above, fates_below, fates_inside

# A text with few of these was not copied with its page around it: no line goes for the place where it stands.
_SIGNS = (
    LineClass.COPYRIGHT,
    LineClass.FURNITURE,
    LineClass.END_HEADING,
    LineClass.LINK_HEADING,
)
_ENOUGH_SIGNS = 3  # different ones
_SHORT_LINES = (*_SIGNS, LineClass.SHORT, LineClass.LIST, LineClass.RELATED)
_ENOUGH_ABOVE = 5  # short lines over the story that are more than its own head
_SURELY_AROUND = 12  # so many make a page, whatever they say
_ENOUGH_AROUND = 6  # short lines around the story
_CREDITED = (LineClass.BYLINE, LineClass.TIMESTAMP)
_LONGEST_HEAD = 8  # lines above a story that stands alone
_NEAR = 3  # lines within which a caption is printed again
_NEAR_A_CREDIT = 8  # and where a credit stands between
_COULD_BE_CAPTION = {LineClass.PROSE, LineClass.SHORT, LineClass.CAPTION}
_SHORTEST_CAPTION = 20
_CREDIT_LABELS = ("foto", "photo", "image", "bild", "credit", "photograph", "picture", "image credit", "photo credit")
_LONGEST_CAPTION = 600
# Other credits ("Image copyright …", "EPA", "Source: …") may belong to a picture that has no caption.
_OF_THE_PICTURE_ABOVE = re.compile(r"\(?(?:File |Pool |Handout )?(?:Photo|Picture|Photograph)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Structure:
    """The lines of one story with their fates; ``lede`` is the index of the first body paragraph, -1 where none is."""

    lines: tuple[Line, ...]
    classes: tuple[LineClass, ...]
    fates: tuple[Fate, ...]
    lede: int

    def kept(self, role: BlockRole) -> tuple[str, ...]:
        """The lines that are kept in a role."""
        return tuple(line.text for line, fate in zip(self.lines, self.fates, strict=True) if fate.role is role)


def structure(lines: Sequence[Line]) -> Structure:
    """Blocks → line classes → best run → fates."""
    known: dict[str, LineClass] = {}  # files that are made of one line a million times exist
    classes = [known.get(line.text) or known.setdefault(line.text, classify(line.text)) for line in lines]
    _mark_repeated_captions(lines, classes)
    _mark_captions_over_credits(lines, classes)
    run = best_run(lines, classes)
    if run is None:
        fates = _without_prose(classes)
    else:
        is_page = _is_page(lines, classes, run)
        run = extended(lines, classes, run) if is_page else run
        run = run if is_page else _widened(lines, run, classes)
        headline = choose_headline(lines, classes, run) if is_page else first_headline(lines, classes, run)
        if headline is None and opens_with_headline(lines, classes, run):
            headline, run = run.start, Run(run.start + 1, run.end)
        fates = fates_above(lines, classes, run, headline, is_page)
        fates += fates_inside(lines, classes, run, is_page) + fates_below(lines, classes, run, is_page)
    _mark_captions_by_credits(lines, classes, fates)
    _drop_repeats(lines, fates)
    lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    return Structure(tuple(lines), tuple(classes), tuple(fates), lede)


def marked_up(lines: Sequence[Line], roles: Sequence[BlockRole]) -> Structure:
    """The structure of a page whose mark-up gives each line a role: what is no story is still to be told apart."""
    classes = [classify(line.text) for line in lines]
    fates = []
    for found, role in zip(classes, roles, strict=True):
        if role in (BlockRole.HEADLINE, BlockRole.BYLINE):
            fates.append(Fate(role))
        elif found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        else:
            fates.append(Fate(PLAIN.get(found, role) if role is BlockRole.BODY else role))
    _mark_captions_by_credits(lines, classes, fates)
    _drop_repeats(lines, fates)
    lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    return Structure(tuple(lines), tuple(classes), tuple(fates), lede)


def _is_page(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> bool:
    """Whether a text was copied with its page around it: it shows signs of one, and short lines around.

    A text that was scraped may end with a list, and bear a sign or two: no menu stands above it, and no heading below.
    """
    signs = {key(line.text) for line, found in zip(lines, classes, strict=True) if found in _SIGNS}
    signs = {sign for sign in signs if not sign.isdecimal()}  # those number subtitles, too
    above, below = classes[: max(0, run.start - 1)], classes[run.end :]
    over, under = (sum(found in _SHORT_LINES for found in part) for part in (above, below))
    is_framed = over >= _ENOUGH_ABOVE or any(found in HEADINGS for found in below)
    is_shown = len(signs) >= _ENOUGH_SIGNS and over + under >= _ENOUGH_AROUND
    return is_framed and (is_shown or (bool(signs) and over + under >= _SURELY_AROUND))


def _letters(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))


def _mark_repeated_captions(lines: Sequence[Line], classes: list[LineClass]) -> None:
    """A line of prose that stands twice within a few lines, with or without its credit, is a caption."""
    is_credited = False
    heads = [line.text[:_SHORTEST_CAPTION] for line in lines]
    for at in range(1, len(lines)):
        is_credited = is_credited or classes[at] in (LineClass.BYLINE, LineClass.TIMESTAMP)
        if classes[at] not in _COULD_BE_CAPTION:
            continue
        for again in range(at + 1, min(at + 1 + _NEAR_A_CREDIT, len(lines))):
            if again > at + _NEAR and LineClass.CREDIT not in classes[at:again]:
                break
            if heads[at] != heads[again]:
                continue
            # A headline stands twice above its byline, in a breadcrumb or a bar, and has no full stop.
            may_be = is_credited or not classes[at] is classes[again] is LineClass.SHORT
            is_again = classes[again] in _COULD_BE_CAPTION and _is_same_caption(lines[at].text, lines[again].text)
            if may_be and is_again:
                classes[at] = classes[again] = LineClass.CAPTION


def _mark_captions_over_credits(lines: Sequence[Line], classes: list[LineClass]) -> None:
    """A sentence with a credit right below it, in one bunch of lines, is a caption."""
    for at in range(1, len(lines)):
        if classes[at] is not LineClass.CREDIT or lines[at].after_blank:
            continue
        is_labelled = at >= 2 and key(lines[at - 1].text) in _CREDIT_LABELS and not lines[at - 1].after_blank
        above = at - 2 if is_labelled else at - 1
        may_be = classes[above] is LineClass.PROSE or (is_labelled and classes[above] is LineClass.SHORT)
        is_taken, text = above >= 1 and classes[above - 1] is LineClass.CREDIT, lines[above].text
        if may_be and not is_taken and _SHORTEST_CAPTION <= len(text) < _LONGEST_CAPTION and text[0] not in '"“':
            classes[above] = LineClass.CAPTION


def _is_same_caption(one: str, other: str) -> bool:
    if one[:_SHORTEST_CAPTION] != other[:_SHORTEST_CAPTION] or not _SHORTEST_CAPTION <= len(one) < 900 > len(other):
        return False
    return _letters(caption_of(one).words) == _letters(caption_of(other).words)


def _without_prose(classes: Sequence[LineClass]) -> list[Fate]:
    """A page without a sentence: its first line is the headline, and what is no furniture is the body."""
    plain = [at for at, c in enumerate(classes) if c in (LineClass.SHORT, LineClass.LIST, LineClass.NOTICE)]
    fates = []
    for at, found in enumerate(classes):
        if at in plain[:1] and len(plain) > 1:
            fates.append(Fate(BlockRole.HEADLINE))
        elif found in REASONS:
            fates.append(Fate(None, REASONS[found]))
        else:
            fates.append(Fate(PLAIN.get(found, BlockRole.BODY)))
    return fates


def _widened(lines: Sequence[Line], run: Run, classes: Sequence[LineClass]) -> Run:
    """The run of a text that is no page: all of it, up to a heading under which other stories are listed."""
    end = next((at for at in range(run.end, len(classes)) if _is_over(lines, classes, at)), len(classes))
    is_headed = any(found in _CREDITED for found in classes[max(0, run.start - _LONGEST_HEAD) : run.start])
    return Run(run.start if run.start <= _LONGEST_HEAD or is_headed else 1, end)


def _is_over(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a heading or a copyright line ends a story; amid it, a paragraph follows the copyright line soon."""
    if classes[at] is not LineClass.COPYRIGHT:
        return classes[at] in HEADINGS
    return not has_story_below(lines, classes, at)


def _mark_captions_by_credits(lines: Sequence[Line], classes: Sequence[LineClass], fates: list[Fate]) -> None:
    """A credit on a line of its own makes a caption of the line right below it, or of the one above."""
    bodies = [at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY]
    for at, fate in enumerate(fates):
        if fate.role is not BlockRole.CREDIT or classes[at] is not LineClass.CREDIT:
            continue
        beside = []
        if _closes_a_group(lines, at + 1) and at + 1 not in bodies[:1]:
            beside.append(at + 1)
        if at and _OF_THE_PICTURE_ABOVE.match(lines[at].text):
            beside.append(at - 1)
        chosen = [b for b in beside if bodies != [b] and _may_be_caption(lines[b].text, fates[b])]
        if chosen:
            fates[chosen[0]] = Fate(BlockRole.CAPTION)


def _closes_a_group(lines: Sequence[Line], at: int) -> bool:
    """Whether a line follows the one above it without a blank line, and has one below it."""
    return at < len(lines) and not lines[at].after_blank and (at + 1 == len(lines) or lines[at + 1].after_blank)


def _may_be_caption(text: str, fate: Fate) -> bool:
    is_plain = fate.role in (BlockRole.BODY, BlockRole.SUBHEAD) and text[0] not in '"“'
    return is_plain and len(text) < _LONGEST_CAPTION and read_dateline(text) is None


def _drop_repeats(lines: Sequence[Line], fates: list[Fate]) -> None:
    """Of a caption that is printed again the one with a credit stays, of a headline the one that was chosen."""
    headline = next((lines[at].text for at, fate in enumerate(fates) if fate.role is BlockRole.HEADLINE), "")
    kept: dict[str, int] = {}
    for at, fate in enumerate(fates):
        text = lines[at].text
        if fate.role is not BlockRole.HEADLINE and _is_again(text, headline):
            fates[at] = Fate(None, "repeated-headline")
        elif fate.role is BlockRole.CAPTION:
            caption = caption_of(text)
            words = _letters(caption.words)
            before = kept.setdefault(words, at)
            if before != at:
                drop = before if caption.credit and not caption_of(lines[before].text).credit else at
                kept[words] = before + at - drop
                fates[drop] = Fate(None, "repeated-caption")


def _is_again(text: str, headline: str) -> bool:
    return abs(len(text) - len(headline)) < 8 and bool(headline) and _letters(text) == _letters(headline)
