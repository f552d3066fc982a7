"""The runs of a page gathered to columns, and the columns in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.ingest.documents.pdf_initials import with_initials
from reader.ingest.documents.pdf_records import Run

_LEADING = 1.1  # heights of a line between two lines of one column
_OVERLAP = 0.3  # of the narrower of two lines that stand one below the other
_OTHER_SIZE = 1.25  # type that is so much larger is a column's heading
_MARKER_GAP = 3.0  # heights of a line between "1." and its item
_MARKER = 4  # letters of a number or a bullet
_SPANNING = 0.6  # of the width of a region; what is wider stands over columns
_STRETCHED = 4.0  # heights of a line; a wider gap is no space
_SAME_LINE = 0.2
_ROW = 20  # points
_MOST_NEAR = 200  # runs of a row that are looked at
_FEWEST = 3  # lines of a column below a wide line
_NARROW = 0.85  # of the width of such a line
_OPEN = 40  # columns that may go on; more stand on no page
_DEEPEST = 60


@dataclass(slots=True)
class Column:
    """Runs below one another: a column of text between two headings, a heading, a caption."""

    runs: list[Run]
    left: float
    right: float
    top: float
    bottom: float

    def add(self, run: Run) -> None:
        """Let the column go on."""
        self.runs.append(run)
        self.left, self.right = min(self.left, run.left), max(self.right, run.right)
        self.top, self.bottom = max(self.top, run.top), min(self.bottom, run.bottom)


def columns_of(runs: Iterable[Run]) -> list[Column]:
    """The columns of a page in the order in which they are read, whatever the order in which they were drawn."""
    found: list[Column] = []
    for run in _mended(with_initials([run for run in runs if run.text.strip()])):
        home = next((column for column in reversed(found[-_OPEN:]) if _belongs(column, run)), None)
        if home is None:
            found.append(Column([run], run.left, run.right, run.top, run.bottom))
        else:
            home.add(run)
    return in_order(column for whole in found for column in _parted(whole, found))


def _mended(runs: Sequence[Run]) -> list[Run]:
    """The runs, those put together between which a line above or below has letters: lines of narrow columns are drawn
    out to their full width, so that a space there may be wider than a gutter."""
    rows: dict[int, list[Run]] = {}
    for run in runs:
        rows.setdefault(int(run.bottom) // _ROW, []).append(run)
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and _is_stretched(last, run) and _is_crossed(last, run, rows):
            words = f"{last.text.rstrip()} {run.text.lstrip()}"
            found[-1] = replace(last, text=words, right=run.right, bottom=min(last.bottom, run.bottom))
        else:
            found.append(run)
    return found


def _is_stretched(last: Run, run: Run) -> bool:
    is_level = abs(last.bottom - run.bottom) < _SAME_LINE * run.size and abs(last.size - run.size) < 1
    return is_level and 0 < run.left - last.right < _STRETCHED * run.size and last.mark == run.mark


def _is_crossed(last: Run, run: Run, rows: dict[int, list[Run]]) -> bool:
    """Whether letters of the same size stand above or below the gap between two runs, as none do in a gutter."""
    row = int(run.bottom) // _ROW
    near = [other for at in (row - 1, row, row + 1) for other in rows.get(at, ())[:_MOST_NEAR]]
    return any(
        other.left < last.right and run.left < other.right and abs(other.size - run.size) < 1
        and 0.5 * run.size < abs(other.bottom - run.bottom) < (1 + _LEADING) * run.size
        for other in near
    )  # fmt: skip


def in_order(columns: Iterable[Column]) -> list[Column]:
    """Columns of a page, or of a part of it, in the order in which they are read."""
    return _in_order(list(columns), 0)


def _parted(column: Column, columns: Sequence[Column]) -> list[Column]:
    """A column, or two where it begins with lines that reach over the columns beside the rest, as captions do."""
    width = column.right - column.left
    reach = [run.right for run in column.runs]  # of a line and all below it
    for at in range(len(reach) - 2, -1, -1):
        reach[at] = max(reach[at], reach[at + 1])
    for at in range(1, len(column.runs) - _FEWEST + 1):
        if reach[at] - column.left > _NARROW * width:
            continue
        lower = _column(column.runs[at:])
        if any(other is not column and _stands_under(other, lower, column.right) for other in columns):
            return [_column(column.runs[:at]), lower]
        return [column]
    return [column]


def _stands_under(other: Column, lower: Column, right: float) -> bool:
    """Whether a column stands beside the lower lines of another one, below the wide ones."""
    is_level = min(other.top, lower.top) > max(other.bottom, lower.bottom)
    return is_level and lower.right < other.left < right and other.top < lower.top + lower.runs[0].size


def _column(runs: list[Run]) -> Column:
    found = Column([], runs[0].left, runs[0].right, runs[0].top, runs[0].bottom)
    for run in runs:
        found.add(run)
    return found


def _belongs(column: Column, run: Run) -> bool:
    last = column.runs[-1]
    height = max(min(last.size, run.size), 1.0)
    if max(last.size, run.size) > _OTHER_SIZE * height and len(run.text.strip()) > _MARKER:
        return False
    if min(last.top, run.top) - max(last.bottom, run.bottom) > 0.5 * height:  # side by side
        gap = run.left - last.right
        return 0 <= gap < _MARKER_GAP * height and len(last.text.strip()) <= _MARKER
    gap = last.bottom - run.top
    if not -0.5 * height < gap < _LEADING * height:
        return False
    shared = min(column.right, run.right) - max(column.left, run.left)
    narrower = min(column.right - column.left, run.right - run.left)
    return shared > _OVERLAP * narrower


def _in_order(columns: list[Column], depth: int) -> list[Column]:
    """Cut a region along its white gutters: side by side where one runs from top to bottom, else above and below."""
    if len(columns) < 2 or depth > _DEEPEST:
        return sorted(columns, key=lambda column: (-column.top, column.left))
    left, right = _cut_beside(columns)
    if right:
        return _in_order(left, depth + 1) + _in_order(right, depth + 1)
    above, below = _cut_below(columns)
    if below:
        return _in_order(above, depth + 1) + _in_order(below, depth + 1)
    return sorted(columns, key=lambda column: (-column.top, column.left))


def _cut_beside(columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    ordered = sorted(columns, key=lambda column: column.left)
    reach = ordered[0].right
    for at, column in enumerate(ordered[1:], 1):
        if column.left > reach:
            return ordered[:at], ordered[at:]
        reach = max(reach, column.right)
    return ordered, []


def _cut_below(columns: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """Cut beside what spans the region, for gaps between paragraphs may stand side by side by chance."""
    ordered = sorted(columns, key=lambda column: -column.top)
    width = max(column.right for column in columns) - min(column.left for column in columns)
    reach, possible = ordered[0].bottom, []
    for at, column in enumerate(ordered[1:], 1):
        if column.top < reach + _TOUCH:
            possible.append(at)
        reach = min(reach, column.bottom)
    if not possible:
        return ordered, []
    spanning = {at for at, column in enumerate(ordered) if column.right - column.left > _SPANNING * width}
    at = next((at for at in possible if at in spanning or at - 1 in spanning), possible[0])
    return ordered[:at], ordered[at:]


_TOUCH = 3.0  # points by which the boxes of lines may overlap
