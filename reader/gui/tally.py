"""What an import run has done so far, and the words for it: pure, so that the window only shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.core.steps import Changes, Failed, Imported, Known, Noted, Progress, Step, Updated

WAITS = "which-column"
"""Of the reason for which a table waits until the reader has said which column is which."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a run. ``began`` is when its present stage began, in seconds of a clock that only goes forward."""

    imported: int = 0
    updated: int = 0
    known: int = 0
    failed: int = 0
    waiting: int = 0
    """Those among the failed that wait until the reader has said which column is which."""
    notes: tuple[Noted, ...] = ()
    run: int = 0
    """The number of the import; 0 before it is known."""
    changes: Changes | None = None
    """The first that were reported."""
    job: str = "import"
    """What was asked for: import, undo (of one), pending (what an earlier run left) or rebuild (of the index)."""
    again: bool = False
    """Whether an import reads originals that the library keeps."""
    remade: bool = False
    """Whether what is undone is no import: a line was given back or taken away."""
    quiet: bool = False
    """Whether nobody asked for it: what appeared in the watched folder."""
    stage: str = ""
    done: int = 0
    total: int = 0
    began: float = 0.0

    @property
    def share(self) -> float:
        """How much of the stage is done, from 0 to 1."""
        return self.done / self.total if self.total else 0.0

    @property
    def is_stored(self) -> bool:
        """Whether all that an import has to take in is in the library."""
        return self.job == "import" and bool(self.run) and (self.stage != "import" or self.done >= self.total)

    def pace(self, now: float) -> int:
        """How many are done in a second; 0 before that can be told, or where it takes longer than that for one."""
        return round(self.done / (now - self.began)) if self.done and now > self.began else 0

    def seconds_left(self, now: float) -> int | None:
        """How long the stage will last, or None before that can be told."""
        if not self.done or self.done >= self.total or now <= self.began:
            return None
        return max(1, round((now - self.began) * (self.total - self.done) / self.done))


def with_step(tally: Tally, step: Step, now: float) -> Tally:
    """The tally after one more step."""
    match step:
        case Imported():
            return replace(tally, imported=tally.imported + 1, run=step.run)
        case Updated():
            return replace(tally, updated=tally.updated + 1, run=step.run)
        case Known():
            return replace(tally, known=tally.known + 1, run=step.run)
        case Failed():
            waiting = tally.waiting + (step.reason.code == WAITS)
            return replace(tally, failed=tally.failed + 1, waiting=waiting, run=step.run or tally.run)
        case Noted():
            return replace(tally, notes=(*tally.notes, step))
        case Progress(stage, done, total):
            began = tally.began if stage == tally.stage else now
            return replace(tally, stage=stage, done=done, total=total, began=began)
        case Changes():
            return tally if tally.changes else replace(tally, changes=step)
