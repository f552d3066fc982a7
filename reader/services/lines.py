"""Jobs and steps as lines of JSON, and back: what travels between the program and its worker."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from reader.core.article import ArticleId
from reader.core.lessons import TableRoles
from reader.core.reasons import Reason
from reader.core.steps import Changes, Failed, Imported, Known, Noted, Progress, Step, Updated


@dataclass(frozen=True, slots=True)
class ImportJob:
    """Import these files and folders; unless ``wait`` is false, annotate and index them too."""

    paths: tuple[str, ...]
    wait: bool = True
    watched: str = ""
    """The watched folder in which they appeared; empty where the reader asked for them."""
    tables: tuple[TableRoles, ...] = ()
    """Which column is which in tables of this import alone."""
    again: bool = False
    """Read originals that the library keeps anew: those that came from these paths, or all where there are none."""
    articles: tuple[ArticleId, ...] = ()
    """Of those only the originals of these articles; of all where there are none."""


@dataclass(frozen=True, slots=True)
class PendingJob:
    """Do what waits in the queues: annotate, index; make the daily copy.

    When asked to, articles that are ``stale`` are annotated anew as well, which may take hours.
    """

    stale: bool = False


@dataclass(frozen=True, slots=True)
class RebuildJob:
    """Make the index anew."""


@dataclass(frozen=True, slots=True)
class UndoJob:
    """Take an import run back; its first ``Changes`` name what was removed."""

    run: int


Job = ImportJob | PendingJob | RebuildJob | UndoJob

_JOBS: dict[str, type[Job]] = {"import": ImportJob, "pending": PendingJob, "rebuild": RebuildJob, "undo": UndoJob}
_STEPS: dict[str, type[Step]] = {
    "imported": Imported,
    "known": Known,
    "updated": Updated,
    "failed": Failed,
    "noted": Noted,
    "progress": Progress,
    "changes": Changes,
}


def job_line(library: str, job: Job) -> str:
    """A job for the worker, one line without its end."""
    name = next(name for name, kind in _JOBS.items() if isinstance(job, kind))
    return json.dumps({"library": library, "job": name, **asdict(job)})


def job_in(line: str) -> tuple[str, Job]:
    """(library folder, job) out of a line."""
    fields = json.loads(line)
    library, kind = fields.pop("library"), _JOBS[fields.pop("job")]
    if "tables" in fields:
        fields["tables"] = [TableRoles(**_tuples(table)) for table in fields["tables"]]
    return library, kind(**_tuples(fields))


def step_line(step: Step) -> str:
    """A step of the worker, one line without its end."""
    name = next(name for name, kind in _STEPS.items() if isinstance(step, kind))
    return json.dumps({"step": name, **asdict(step)})


def done_line() -> str:
    """The line that ends a job."""
    return '{"step": "done"}'


def trouble_line(reason: Reason) -> str:
    """The line that ends a job which could not be done."""
    return json.dumps({"step": "trouble", "reason": asdict(reason)})


def step_in(line: str) -> Step | Reason | None:
    """A step; the reason of a trouble; None when the job is done."""
    fields = json.loads(line)
    name = fields.pop("step")
    if name == "done":
        return None
    if "reason" in fields:
        fields["reason"] = Reason(fields["reason"]["code"], tuple(fields["reason"]["args"]))
    return fields["reason"] if name == "trouble" else _STEPS[name](**_tuples(fields))


def _tuples(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
