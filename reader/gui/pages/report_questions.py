"""What the import report asks of the library. The services are imported inside, as in ``gui.questions``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.reports import ImportRun, ReportLine
from reader.gui.questions import expecting

if TYPE_CHECKING:
    from reader.services.library import Library


@dataclass(frozen=True, slots=True)
class Told:
    """A run, and the lines of its report that came since."""

    run: ImportRun
    lines: tuple[ReportLine, ...]


@expecting
def told(library: Library, number: int, after: int) -> Told:
    """A run, and its lines above a number."""
    from reader.services import reporting

    return Told(reporting.run(library, number), reporting.lines(library, number, after=after))


@expecting
def last_runs(library: Library) -> tuple[ImportRun, ...]:
    """The last runs, newest first."""
    from reader.services import reporting

    return reporting.runs(library)


@expecting
def to_retry(library: Library, number: int) -> tuple[Path, ...]:
    """The files of a run that are to be read again."""
    from reader.services import reporting

    return tuple(map(Path, reporting.retry(library, number)))


def save(library: Library, number: int, file: Path) -> Path:
    """Writes a report into a file, which is returned."""
    from reader.services import reporting

    reporting.save(library, number, file)
    return file
