"""What stands beside the text of an entry: its standfirst, a second text, and other columns full of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.core.kinds import BlockRole
from reader.ingest.making import RoledLine

_FEW = 4
"""Words; a cell with no more (a name, a section, a mark) is no loss."""
_FEWEST = 15
"""Words of a second text; one with fewer is a note."""
_LONGEST_LEAD = 600
"""Code points of a standfirst."""
_BEGINNING = 100
"""Letters by which a summary is known as the beginning of the text, cut off and ended in other words."""
_LONGEST_SEARCHED = 300_000
"""Letters of a text in which lines are looked for as they stand; of a longer one only whole lines are known again."""
_NO_LETTER = re.compile(r"[\W_]+")

Lines = Sequence[RoledLine]


@dataclass(frozen=True, slots=True)
class Together:
    """The lines of an article, and what was not put among them."""

    lines: list[RoledLine]
    left: tuple[str, ...]


def together(body: Lines, more: Iterable[Lines], leads: Iterable[Lines], headline: str) -> Together:
    """The text with what else the entry gives of it: nothing stands twice, and nothing is lost."""
    lines, left = list(body), list[str]()
    for further in more:
        if _begins(further, lines):
            lines = list(further)  # the first one was cut off
            continue
        fresh = _fresh(further, lines)
        same = 2 * _size(fresh) < _size(further) or 2 * _size(_fresh(lines, further)) < _size(lines)
        if same or len(_words(fresh).split()) < _FEWEST:
            left.append(_words(fresh))
        else:
            lines += fresh
    lead = ""
    for found in leads:
        words = _words(found)
        if _holds(lines, words) or _letters(words) in _letters(headline) or _holds([(BlockRole.BODY, lead)], words):
            continue
        is_lead = not lead and " " in words and len(words) <= _LONGEST_LEAD
        if is_lead and not _holds(lines, _letters(words)[:_BEGINNING] if len(words) > _BEGINNING else words):
            lead = words
            at = _top(lines, headline)
            lines[at:at] = [(BlockRole.SUBHEAD, line) for _, line in found]
        else:
            left.append(words)
    return Together(lines, tuple(left))


def unused(lines: Lines, others: Iterable[str], headline: str) -> tuple[str, ...]:
    """Those of other words that are more than a few and that the article does not hold."""
    found = [" ".join(words.split()) for words in dict.fromkeys(others)]
    found = [words for words in found if words.count(" ") >= _FEW]
    told = _letters(_words([*lines, (BlockRole.HEADLINE, headline)])) if found else ""
    return tuple(words for words in found if _letters(words) not in told)


def _top(lines: Lines, headline: str) -> int:
    """Where a standfirst goes: below the headline, wherever the text itself prints it."""
    named = next((at + 1 for at, (role, _) in enumerate(lines) if role is BlockRole.HEADLINE), 0)
    return named or int(bool(lines) and bool(headline) and _letters(lines[0][1]) == _letters(headline))


def _holds(lines: Lines, words: str) -> bool:
    return _letters(words) in _letters(_words(lines))


def _begins(further: Lines, lines: Lines) -> bool:
    one, other = _letters(_words(lines)), _letters(_words(further))
    return len(one) < len(other) and other.startswith(one)


def _fresh(further: Lines, lines: Lines) -> list[RoledLine]:
    """The lines of one text that the other has not."""
    known, whole = {_letters(words) for _, words in lines}, _letters(_words(lines))
    whole = whole if len(whole) <= _LONGEST_SEARCHED else ""
    return [
        line for line in further if (letters := _letters(line[1])) and letters not in known and letters not in whole
    ]


def _size(lines: Lines) -> int:
    return sum(len(words) for _, words in lines)


def _words(lines: Lines) -> str:
    return " ".join(words for _, words in lines)


def _letters(words: str) -> str:
    """Letters and figures alone, by which words are compared."""
    return _NO_LETTER.sub("", words).casefold()
