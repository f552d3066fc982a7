"""The lines of columns joined to paragraphs: indents, gaps, hyphens, and what goes on in the next column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.ingest.documents.pdf_columns import Column
from reader.ingest.documents.pdf_records import Run
from reader.ingest.plain.bylines import read_byline

_INDENT = 0.7  # heights of a line
_GAP = 0.45  # heights of a line more than between the lines of a paragraph
_RARE = 4  # times that the most frequent distance between lines comes as often as another
_SHORT = 0.85  # of the width of a column; a line that ends before it may be the last of its paragraph
_OTHER_SIZE = 1.12
_LARGE = 1.2  # times the usual size: the lines of a headline are broken for their sense
_SAME_EDGE = 5.0  # points
_SAME_MIDDLE = 1.0  # points
_FEW = 4  # lines that may be no column of text by themselves
_ROOM = 3  # letters; words are set apart by more or less
_LONGEST_BYLINE = 60  # code points; an address may stand below it
_SAME_SIZE = 0.08
_HYPHENS = ("-", "\u00ad", "\u2010")
_ENDS = (".", "!", "?", "…", ":", "”", '"', "»", "“", ")", "。", "！", "？", "」", "।", "؟", "۔")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of print joined to one line of text."""

    text: str
    size: float
    """The height of its lines in points."""
    page: int
    top: float
    """Points from the lower edge of the page."""
    is_bold: bool = False
    linked: float = 0.0
    """Which part of it leads somewhere."""
    left: float = 0.0
    right: float = 0.0
    ends_full: bool = False
    """Whether its last line fills the column, so that it may go on in the next one."""


def paragraphs_of(columns: Sequence[Column], page: int) -> list[Paragraph]:
    """The paragraphs of a page, in the order of its columns."""
    sizes: Counter[float] = Counter()
    for column in columns:
        for run in column.runs:
            sizes[round(run.size)] += len(run.text)
    large = _LARGE * sizes.most_common(1)[0][0] if sizes else 0.0
    edges: dict[int, float] = {}  # a byline is no narrow column, but stands at the left edge of a wide one
    for column in columns:
        if column.runs[0].size < large:
            edge = round(column.left / _SAME_EDGE)
            edges[edge] = max(edges.get(edge, 0.0), column.right)
    found: list[Paragraph] = []
    for column in columns:
        edge = round(column.left / _SAME_EDGE)
        near = max(edges.get(beside, 0.0) for beside in (edge - 1, edge, edge + 1))
        right = max(near, column.right) if len(column.runs) <= _FEW else column.right
        found += _of_column(column, page, large, right)
    return found


def joined(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs that break off at the foot of a column or a page, put together again."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        before = found[-1] if found else None
        if before is not None and _goes_on(before, paragraph):
            whole = replace(before, text=_with(before.text, paragraph.text), ends_full=paragraph.ends_full)
            found[-1] = whole
        else:
            found.append(paragraph)
    return found


def body_size(paragraphs: Sequence[Paragraph]) -> float:
    """The size in which most letters are set, in points."""
    counted: Counter[float] = Counter()
    for paragraph in paragraphs:
        counted[round(paragraph.size * 2) / 2] += len(paragraph.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def _of_column(column: Column, page: int, large: float, right: float) -> Iterator[Paragraph]:
    lines = _lines(column.runs)
    usual = _usual_gap(lines)
    current: list[list[Run]] = []
    for line in lines:
        is_cut = bool(current) and line[0].size < large and _would_fit(right, current[-1], line)
        if current and (is_cut or _begins(column, current, line, usual, large)):
            yield _paragraph(column, current, page)
            current = []
        current.append(line)
    if current:
        yield _paragraph(column, current, page)


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Runs by line; those of one line stay as they were drawn, for some scripts run leftwards."""
    found: list[list[Run]] = []
    for run in runs:
        last = found[-1][-1] if found else None
        if last is not None and _is_beside(last, run):
            found[-1].append(run)
        else:
            found.append([run])
    return found


def _is_beside(one: Run, other: Run) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > 0.5 * min(one.size, other.size)


def _usual_gap(lines: Sequence[Sequence[Run]]) -> float:
    """The distance from line to line inside a paragraph: the smallest that is frequent.

    Where most paragraphs are one line, as the fields of a database are, the most frequent one stands between them.
    """
    steps = Counter(round(a[0].bottom - b[0].bottom) for a, b in pairwise(lines))
    often = max(steps.values(), default=0)
    return float(min((step for step, count in steps.items() if step > 0 and _RARE * count >= often), default=0))


def _would_fit(right: float, last: Sequence[Run], line: Sequence[Run]) -> bool:
    """Whether the first word of a line had room at the end of the line above: then the line was ended on purpose."""
    end = last[-1]
    letter = (end.right - end.left) / max(len(end.text.strip()), 1)
    word = line[0].text.split()[0]
    if _is_wide(word[0]):
        word = word[:1]
    return end.right + (len(word) + _ROOM) * letter < right


def _begins(column: Column, current: Sequence[Sequence[Run]], line: Sequence[Run], usual: float, large: float) -> bool:
    first, last = line[0], current[-1]
    height = max(first.size, 1.0)
    if abs(first.size - last[0].size) > (_OTHER_SIZE - 1) * height or first.is_bold != last[-1].is_bold:
        return True
    if last[0].bottom - first.bottom > usual + _GAP * height:
        return True
    if _are_centred(last, line):  # each stands for itself ("Press Office"), but in headlines
        return not first.is_bold and first.size < large
    words = "".join(run.text for run in last).rstrip()
    if len(current) == 1 and len(words) < _LONGEST_BYLINE and read_byline(words) is not None:
        return True
    width = column.right - column.left
    is_short = last[-1].right < column.left + _SHORT * width
    if first.left > last[0].left + _INDENT * height and len(current) > 1:
        return True
    if first.left > column.left + _INDENT * height and not words.endswith(_HYPHENS) and len(current) == 1:
        return last[0].left < column.left + _INDENT * height
    return is_short and words.endswith(_ENDS)


def _are_centred(one: Sequence[Run], other: Sequence[Run]) -> bool:
    """Whether two lines share their middle and no edge."""
    move, back = one[0].left - other[0].left, other[-1].right - one[-1].right
    return min(abs(move), abs(back)) > _SAME_MIDDLE > abs(move - back)


def _paragraph(column: Column, lines: Sequence[Sequence[Run]], page: int) -> Paragraph:
    text = ""
    for line in lines:
        text = _with(text, " ".join(run.text.strip() for run in line))
    sizes = sorted(run.size for line in lines for run in line)
    is_bold = all(run.is_bold for line in lines for run in line)
    ends_full = lines[-1][-1].right > column.left + _SHORT * (column.right - column.left)
    letters = sum(len(run.text) for line in lines for run in line)
    linked = sum(run.linked * len(run.text) for line in lines for run in line) / max(letters, 1)
    left, right = min(line[0].left for line in lines), max(line[-1].right for line in lines)
    size = sizes[len(sizes) // 2]
    return Paragraph(text, size, page, lines[0][0].top, is_bold, linked, left, right, ends_full)


def _with(before: str, after: str) -> str:
    """Two lines as one: a word that was divided is put together where it goes on in small letters."""
    if not before:
        return after
    if before.endswith(_HYPHENS) and before[-2:-1].isalpha() and after[:1].islower():
        return before[:-1] + after
    if _is_wide(before[-1]) and _is_wide(after[:1]):
        return before + after
    return f"{before} {after}"


def _is_wide(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    if abs(before.size - after.size) > _SAME_SIZE * after.size or before.is_bold != after.is_bold:
        return False
    if before.text.endswith(_HYPHENS) and after.text[:1].islower():
        return True
    is_middle = after.text[:1].islower() or _is_wide(after.text[:1])
    return is_middle and before.ends_full and not before.text.endswith(_ENDS)
