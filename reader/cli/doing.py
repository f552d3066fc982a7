"""The verbs that do: import, mark, check, rebuild, backup, restore."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace
from pathlib import Path

from reader.cli import shapes
from reader.cli.output import Output
from reader.core.article import ArticleId
from reader.core.filenames import printable
from reader.core.reasons import NO_NAMES, Trouble
from reader.core.steps import Failed, Imported, Known, Noted, Progress, Step, Updated
from reader.core.wording import sentence
from reader.services import browsing, checking, copying, importing, marking
from reader.services.library import Library, alone
from reader.services.lines import ImportJob, Job, PendingJob, RebuildJob
from reader.services.workers import Worker

_STAGES = {"import": "Importing", "annotate": "Annotating", "index": "Indexing", "group": "Finding copies"}
_NO_FILE: shapes.Shape = dict.fromkeys(("path", "member", "id", "run", "code", "reason"))
"""The keys of every line of ``import``, for a line about no file."""


def import_paths(library: Library, asked: Namespace, out: Output) -> int:
    """``import``: takes files in through the worker; one line a file."""
    if asked.undo is not None:
        if asked.paths or asked.again:
            raise Trouble("undo-alone")
        return _undo(library, asked.undo, out, wait=not asked.no_wait)
    if not asked.paths and not asked.again:
        raise Trouble("nothing-to-import")
    return run_job(library.folder, ImportJob(tuple(asked.paths), not asked.no_wait, again=asked.again), out)


def _undo(library: Library, run: int, out: Output, *, wait: bool) -> int:
    if not 0 < run < 2**63:  # no number that the store gives
        raise Trouble("no-such-run", str(run))
    with alone(library):
        ids = importing.undo(library, run)
    for id in ids:
        out.give({"status": "undone", **_NO_FILE, "id": id, "run": run}, f"taken back  {id}")
    return run_job(library.folder, PendingJob(), out) if wait else 0


def run_job(folder: Path, job: Job, out: Output) -> int:
    """Lets the worker do a job and reports its steps. The exit code is 1 when something failed, annotating too."""
    failed, stored = 0, 0
    worker = Worker(folder)
    try:
        for step in worker.run(job):
            failed += isinstance(step, Failed) or isinstance(step, Noted) and step.reason.code in NO_NAMES
            stored += isinstance(step, (Imported, Updated))
            _report(step, out, again=isinstance(job, ImportJob) and job.again)
    except Trouble as trouble:
        if not stored:
            raise
        out.trouble(trouble.reason)
        failed += 1
    except KeyboardInterrupt:
        worker.stop()
        out.end_progress()
        out.say("Stopped. What was imported is kept.")
        failed += 1
    finally:
        out.end_progress()
        worker.close()
    return 1 if failed else 0


def _report(step: Step, out: Output, *, again: bool) -> None:
    if isinstance(step, (Imported, Known, Updated)):
        status = type(step).__name__.lower()
        words = "unchanged" if again and isinstance(step, Known) else status
        out.give(_step_shape(step, status), f"{words:9} {step.id}  {printable(step.path)}")
    elif isinstance(step, Failed):
        out.give(_step_shape(step, "failed"), f"failed    {printable(sentence(step.reason))}")
    elif isinstance(step, Noted):
        out.end_progress()
        out.say(printable(sentence(step.reason)))
    elif isinstance(step, Progress) and step.total:
        out.progress(f"{_STAGES[step.stage]} {step.done:,} of {step.total:,}")


def _step_shape(step: Imported | Known | Updated | Failed, status: str) -> shapes.Shape:
    reason = step.reason if isinstance(step, Failed) else None
    return {
        "status": status,
        "path": step.path,
        "member": step.member or None,
        "id": None if isinstance(step, Failed) else step.id,
        "run": step.run,
        "code": reason.code if reason else None,
        "reason": sentence(reason) if reason else None,
    }


def mark(library: Library, asked: Namespace, out: Output) -> int:
    """``mark``: read, starred, tags."""
    read = True if asked.read else False if asked.unread else None
    starred = True if asked.star else False if asked.unstar else None
    ids = [ArticleId(id) for id in asked.ids]
    marking.mark(library, ids, read=read, starred=starred, tag=asked.tag or "", untag=asked.untag or "")
    for row in browsing.article_rows(library, ids):
        shape = {"id": row.id, "read": row.read, "starred": row.starred, "tags": list(row.tags)}
        state = ", ".join(["read" if row.read else "unread", *(["starred"] if row.starred else []), *row.tags])
        out.give(shape, f"{row.id}  {state}")
    return 0


def check(library: Library, asked: Namespace, out: Output) -> int:
    """``check``: compares everything; with ``--fix`` makes again what can be made again."""
    found = list(checking.check(library))
    sound = all(row.ok for row in found if row.check == "database")
    if asked.fix and sound and not all(row.ok for row in found):
        wrong = {row.check for row in found if not row.ok}
        library.forget_index()
        if "index" in wrong:
            run_job(library.folder, RebuildJob(), out)
        if wrong != {"index"}:
            run_job(library.folder, PendingJob(stale=True), out)
        found = list(checking.check(library))
    for row in found:
        shape: shapes.Shape = {"check": row.check, "ok": row.ok, "detail": row.detail}
        out.give(shape, f"{'ok' if row.ok else 'WRONG':6}{row.check}: {row.detail}")
    return 0 if all(row.ok for row in found) else 1


def rebuild(library: Library, asked: Namespace, out: Output) -> int:
    """``rebuild``: makes the index anew."""
    return run_job(library.folder, RebuildJob(), out)


def backup(library: Library, asked: Namespace, out: Output) -> int:
    """``backup``: the whole library in one file, verified when read back."""
    file = copying.backup(library, Path(asked.file))
    out.give({"file": str(file), "bytes": file.stat().st_size}, f"Written and verified: {file}")
    return 0


def restore(folder: Path, asked: Namespace, out: Output) -> int:
    """``restore``: a copy takes the library's place; without a file the newest good automatic copy."""
    if asked.list:
        for copy in copying.all_copies(folder):
            when = dt.datetime.fromtimestamp(copy.stat().st_mtime).isoformat(timespec="seconds")
            out.give({"file": str(copy), "written": when}, f"{when}  {copy}")
        return 0
    chosen = Path(asked.file) if asked.file else copying.copy_of_damaged(folder)
    aside = copying.restore(folder, chosen)
    kept = f" The library that stood there is now {aside}." if aside else ""
    out.give({"file": str(chosen), "set_aside": str(aside) if aside else None}, f"Restored {chosen}.{kept}")
    return run_job(folder, PendingJob(), out)
