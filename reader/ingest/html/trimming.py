"""Lines that a page shows in its story and that are none of it: its byline, its time, its headline, its paywall."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.core.kinds import BlockRole
from reader.ingest.facts import Facts
from reader.ingest.html.clues import Clues
from reader.ingest.html.moments import read_moment
from reader.ingest.html.page_lines import StoryLine
from reader.ingest.html.page_phrases import WALL

_CREDITS = re.compile(
    r"[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}|기자|記者|记者|특파원|責編|责编|责任编辑|编辑|\b(?:by|von|par|por|di|door|text|staff|writers?"
    r"|reporters?|correspondents?|photos?|and|und|et|y|e|og|och|и|ve|en)\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"[\W_]{2}[A-Za-z_]{2,30}[\W_]{2}")
_OPENING = re.compile(r"[^\W\d_][\w ,./()]{1,40}\s?[-–—]")
_INITIALS = re.compile(r"\((?:[^\W\d_]{2,6})(?:\s?[/,-]\s?[^\W\d_]{2,6}){0,3}\)")  # "(dpa)", "(rla/bsm)"
_ROLE = re.compile(
    r"(?:[A-Z][\w.&'’-]{0,20} ){0,4}(?:staff |senior |special |contributing )?"
    r"(?:writer|reporter|correspondent|columnist|editor)s?",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:foto|fotos|photo|photos|bild|bilder|image|images|credit|crédit|cr[eé]dito|picture|pic|imagen|imagem|quelle|fuente|fonte"
    r"|фото|写真|写真提供|사진|图|圖|kuva|bilde|fot|zdjęcie|fotó|kép|φωτογραφία|φωτο|ảnh)s?\.?(?:\s?[:：/]\s?|\s(?:by|von|de)\s).{1,80}|©.{1,80}",
    re.IGNORECASE,
)
_SHORTEST_CAPTION = 25
_LONGEST_WALL = 250
_LONGEST_BYLINE = 120
_LONGEST_STAMP = 60
_TOP = 4  # lines of a story among which its byline and time may stand


def trimmed(lines: Sequence[StoryLine], facts: Facts, clues: Clues) -> tuple[StoryLine, ...]:
    """The lines with their last roles: bylines and times are told apart, and what is said twice is said once."""
    names = [_letters(name) for name in facts.byline]
    headlines = {_letters(clue.value) for clue in clues.headlines} | {_letters(facts.headline)}
    found: list[StoryLine] = []
    for at, line in enumerate(lines):
        words = line.text
        letters = _letters(words)
        if not letters or _PLACEHOLDER.fullmatch(words) or (len(words) < _LONGEST_WALL and WALL.search(words)):
            continue
        if letters in headlines and at < _TOP:
            continue
        found.append(replace(line, role=_role_of(line.role, words, names, is_top=at < _TOP)))
    found = _with_openings(found)
    captions = [line.text for line in found if line.role is BlockRole.CAPTION]
    if not captions:
        found = _with_told_caption(found, clues)
    return tuple(_once(_with_repeated_captions(found, captions)))


def _role_of(role: BlockRole, words: str, names: Sequence[str], *, is_top: bool) -> BlockRole:
    if role is BlockRole.CAPTION:
        return BlockRole.CREDIT if _CREDIT.fullmatch(words) else role
    if role not in (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.LIST) or len(words) >= _LONGEST_BYLINE:
        return role
    if (names and _is_credits(words, names)) or (is_top and _ROLE.fullmatch(words)):
        return BlockRole.BYLINE
    if _INITIALS.fullmatch(words):
        return BlockRole.CREDIT
    return BlockRole.TIMESTAMP if is_top and len(words) < _LONGEST_STAMP and _is_stamp(words) else role


def _with_told_caption(lines: list[StoryLine], clues: Clues) -> list[StoryLine]:
    """With the caption that JSON-LD gives to the picture of the story, where the page shows none."""
    said = "".join(_letters(line.text) for line in lines)
    told = [clue.value for clue in clues.captions if len(clue.value) >= _SHORTEST_CAPTION]
    new = next((words for words in told if _letters(words) not in said), "")
    return [StoryLine(BlockRole.CAPTION, new), *lines] if new and lines else lines


def _with_openings(lines: Sequence[StoryLine]) -> list[StoryLine]:
    """ "Meresund -" on a line of its own opens the paragraph below it."""
    found: list[StoryLine] = []
    opening: StoryLine | None = None
    for line in lines:
        if opening is None and line.role is BlockRole.BODY and _OPENING.fullmatch(line.text):
            opening = line
            continue
        if opening is not None and line.role is BlockRole.BODY:
            line = StoryLine(line.role, f"{opening.text} {line.text}", opening.shown + line.shown)
        elif opening is not None:
            found.append(opening)
        found.append(line)
        opening = None
    return found if opening is None else [*found, opening]


def _with_repeated_captions(lines: Sequence[StoryLine], captions: Sequence[str]) -> list[StoryLine]:
    """A paragraph that says what a caption says is that caption, shown again to those who have no picture."""
    said = {_letters(words) for words in captions if len(words) > 40}
    return [
        replace(line, role=BlockRole.CAPTION) if line.role is BlockRole.BODY and _letters(line.text) in said else line
        for line in lines
    ]


def _once(lines: Iterable[StoryLine]) -> list[StoryLine]:
    """Without the second of two long lines that are the same, and of two neighbours."""
    found = [StoryLine(BlockRole.BODY, "")]
    said: set[str] = set()
    for line in lines:
        letters = _letters(line.text)
        if len(line.text) > 80 and letters in said:
            continue
        said.add(letters)
        found.append(line)
    return [line for before, line in pairwise(found) if before.text != line.text]


def _is_credits(words: str, names: Sequence[str]) -> bool:
    bare = _letters(_CREDITS.sub(" ", words))
    if not any(name in _letters(words) for name in names):
        return False
    for name in sorted(names, key=len, reverse=True):
        bare = bare.replace(name, "")
    return len(bare) < 3


def _is_stamp(words: str) -> bool:
    digits = sum(char.isdigit() for char in words)
    return digits * 4 >= len(words) and read_moment(words) is not None


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
