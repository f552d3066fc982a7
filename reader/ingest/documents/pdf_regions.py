"""The stories of a newspaper's page: each headline with the columns below it, up to the next headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.ingest.documents.pdf_columns import Column, in_order
from reader.ingest.documents.pdf_records import Run

FEWEST_LETTERS = 200
"""Of the text of a story; the name of a newspaper and the heading of a column have none below them."""
_LARGE = 1.6  # times the size of the text
_SAME_SIZE = 1.25
_FEWEST_WORDS = 3
_LONGEST = 300  # letters of a headline
_COLUMN = 5  # lines of a column of text
_BESIDE = 3  # columns of text side by side that make a newspaper
_SLACK = 2.0  # points
_DECK = 1.5  # heights of a line between a headline and what is set below it in smaller type
_PULLED = 20  # letters


@dataclass(frozen=True, slots=True)
class Region:
    """One headline with all that stands below it; without a headline, what stands above all of them."""

    headline: Column | None
    columns: tuple[Column, ...]
    """In the order in which they are read, the headline among them."""
    letters: int = 0
    """How many are set in the size of the text, or smaller."""


def usual_size(runs: Iterable[Run]) -> float:
    """The size in which most letters are set, in points."""
    counted: Counter[float] = Counter()
    for run in runs:
        counted[round(run.size * 2) / 2] += len(run.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def regions_of(columns: Sequence[Column], usual: float) -> list[Region]:
    """The stories of a page, from the top; one region where it is no page of a newspaper with several of them."""
    whole = [Region(None, tuple(columns), _letters(columns, usual))]
    if not _is_newspaper(columns, usual):
        return whole
    headlines = _headlines(columns, usual)
    owned: dict[int, list[Column]] = {at: [] for at in range(len(headlines))}
    above: list[Column] = []
    for column in columns:
        owner = _owner(column, headlines)
        (above if owner is None else owned[owner]).append(column)
    stories = [at for at in owned if _letters(owned[at], usual) >= FEWEST_LETTERS]
    if len(stories) < 2:
        return whole
    for at in owned:  # the name of the paper, a heading over nothing
        above += owned[at] if at not in stories else ()
    parts = [(None, above), *((headlines[at], owned[at]) for at in stories)]
    return [Region(head, tuple(in_order(part)), _letters(part, usual)) for head, part in parts if part]


def _is_newspaper(columns: Sequence[Column], usual: float) -> bool:
    long = [column for column in columns if len(column.runs) >= _COLUMN and column.runs[-1].size < _SAME_SIZE * usual]
    beside = (sum(_are_beside(one, other) for other in long) for one in long)
    return max(beside, default=0) + 1 >= _BESIDE


def _are_beside(one: Column, other: Column) -> bool:
    is_level = min(one.top, other.top) > max(one.bottom, other.bottom)
    return is_level and (one.right < other.left or other.right < one.left)


def _headlines(columns: Sequence[Column], usual: float) -> list[Column]:
    text = _plain(run for column in columns for run in column.runs if run.size < _SAME_SIZE * usual)
    large = [column for column in columns if _is_headline(column, usual, text)]
    return [one for one in large if not any(_is_deck(one, other, columns) for other in large)]


def _is_headline(column: Column, usual: float, text: str) -> bool:
    words = " ".join(run.text for run in column.runs).split()
    plain = _plain(column.runs)
    if column.runs[0].size < _LARGE * usual or len(words) < _FEWEST_WORDS or len(plain) > _LONGEST:
        return False
    return len(plain) < _PULLED or plain not in text  # what the story says, too, is a quotation pulled out of it


def _is_deck(one: Column, headline: Column, columns: Sequence[Column]) -> bool:
    """Whether smaller type stands right below a headline, with nothing between them."""
    if one.runs[0].size * _SAME_SIZE > headline.runs[0].size or not _overlap(one, headline):
        return False
    gap = headline.bottom - one.top
    if not -_SLACK < gap < _DECK * one.runs[0].size:
        return False
    return not any(one.top < other.bottom and other.top < headline.bottom and _overlap(one, other) for other in columns)


def _owner(column: Column, headlines: Sequence[Column]) -> int | None:
    """The lowest headline above a column; one that stands alone on its level reaches to both edges of the page."""
    above = [at for at, found in enumerate(headlines) if found is column or found.bottom > column.top - _SLACK]
    middle = (column.left + column.right) / 2
    for to_the_left in (False, True):
        over = [at for at in above if _covers(headlines[at], middle, column, headlines, to_the_left)]
        if over:
            return min(over, key=lambda at: (headlines[at].bottom, headlines[at].left))
    return None


def _covers(headline: Column, middle: float, column: Column, headlines: Sequence[Column], to_the_left: bool) -> bool:
    level = [other for other in headlines if other is not headline and _share_level(other, headline)]
    right = min((other.left for other in level if other.left > headline.left), default=float("inf"))
    left = min(headline.left, column.left) if headline.left <= column.left + _SLACK else headline.left
    if to_the_left:
        left = max((other.right for other in level if other.left < headline.left), default=float("-inf"))
    return left - _SLACK <= middle < right and (to_the_left or column.left < right)


def _share_level(one: Column, other: Column) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0


def _overlap(one: Column, other: Column) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) > 0


def _letters(columns: Iterable[Column], usual: float) -> int:
    return sum(len(run.text) for column in columns for run in column.runs if run.size < _SAME_SIZE * usual)


def _plain(runs: Iterable[Run]) -> str:
    return "".join(filter(str.isalnum, "".join(run.text for run in runs))).casefold()
