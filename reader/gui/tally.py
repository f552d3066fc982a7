"""What an import run has done so far, and the words for it: pure, so that the window only shows it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.core.steps import Changes, Failed, Imported, Known, Noted, Progress, Step, Updated


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a run. ``began`` is when its present stage began, in seconds of a clock that only goes forward."""

    imported: int = 0
    updated: int = 0
    known: int = 0
    failures: tuple[Failed, ...] = ()
    notes: tuple[Noted, ...] = ()
    job: str = "import"
    """What was asked for: import, pending (what an earlier run left) or rebuild (of the index)."""
    stage: str = ""
    done: int = 0
    total: int = 0
    began: float = 0.0

    @property
    def share(self) -> float:
        """How much of the stage is done, from 0 to 1."""
        return self.done / self.total if self.total else 0.0

    def seconds_left(self, now: float) -> int | None:
        """How long the stage will last, or None before that can be told."""
        if not self.done or self.done >= self.total or now <= self.began:
            return None
        return max(1, round((now - self.began) * (self.total - self.done) / self.done))


def with_step(tally: Tally, step: Step, now: float) -> Tally:
    """The tally after one more step."""
    match step:
        case Imported():
            return replace(tally, imported=tally.imported + 1)
        case Updated():
            return replace(tally, updated=tally.updated + 1)
        case Known():
            return replace(tally, known=tally.known + 1)
        case Failed():
            return replace(tally, failures=(*tally.failures, step))
        case Noted():
            return replace(tally, notes=(*tally.notes, step))
        case Progress(stage, done, total):
            began = tally.began if stage == tally.stage else now
            return replace(tally, stage=stage, done=done, total=total, began=began)
        case Changes():
            return tally
