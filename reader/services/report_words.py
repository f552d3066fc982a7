"""An import report in words and as text: its title, its facts, where its files lie, and the files it is saved as."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import PurePath

from reader.core.advice import in_short, what_to_do
from reader.core.filenames import printable
from reader.core.reports import STATUSES, ImportRun, Report, ReportLine

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
COLUMNS = ("status", "file", "inside", "headline", "publication", "article", "reason", "what to do", "code")
_FORMULA = ("=", "+", "-", "@", "\t")


def title(run: ImportRun, now: dt.datetime) -> str:
    """ "Import of 14 March, 14:02" in the time zone of ``now``, with the year where it is not this one.

    Of a run that nobody asked for: "Watched folder, 14 March, 14:02"; of kept originals: "Read again on …".
    """
    began = run.started.astimezone(now.tzinfo)
    year = f" {began.year}" if began.year != now.year else ""
    what = "Watched folder, {0}" if run.watched else "Read again on {0}" if run.again else "Import of {0}"
    return what.format(f"{began.day} {MONTHS[began.month - 1]}{year}, {began:%H:%M}")


def facts(run: ImportRun) -> str:
    """ "“wire-2024-03”, 500 files, 12 seconds. Stopped. What was imported is kept."."""
    parts = [named(run.given)] if run.given else []
    if run.files:
        parts.append(_counted(run.files, "original" if run.again else "file"))
    if run.seconds is not None:
        parts.append(_lasted(run.seconds))
    words = ", ".join(parts)
    if run.undone:
        return ". ".join(filter(None, (words, "Undone: its articles are no longer in the library")))
    if run.state == "stopped":
        return ". ".join(filter(None, (words, "Stopped. What was imported is kept")))
    return words


def outcome(run: ImportRun) -> str:
    """ "Import done: 484 imported, 4 failed": for the status bar."""
    if run.watched:
        return f"Watched folder: {counts(run)}"
    beginning = {"running": "Importing", "stopped": "Import stopped", "done": "Import done"}[run.state]
    if run.again:
        beginning = {"running": "Reading again", "stopped": "Stopped", "done": "Read again"}[run.state]
    return f"{beginning}: {counts(run)}"


def counts(run: ImportRun) -> str:
    """ "484 imported, 4 failed"; what was known is told only where there is nothing else."""
    found = [f"{run.count(each):,} {each}" for each in ("imported", "updated", "failed") if run.count(each)]
    known = f"{run.known:,} {word_for('known', run)}" if run.known else ""
    return ", ".join(found) or known or ("nothing read" if run.again else "nothing imported")


def word_for(status: str, run: ImportRun) -> str:
    """What a status is called in the report of a run: an article that is known and was read again is unchanged."""
    return "unchanged" if run.again and status == "known" else status


def named(paths: tuple[str, ...]) -> str:
    """ "“wire-2024-03” and “notes.txt”": the names of what was given, two of them at most."""
    names = [f"“{printable(PurePath(path).name or path)}”" for path in paths]
    if len(names) <= 2:
        return " and ".join(names)
    return f"{', '.join(names[:2])} and {len(names) - 2:,} more"


def remark(run: ImportRun) -> str:
    """What is said below the failures: that all else is safe."""
    if run.again:
        return "What could not be read again stays as it was."
    stored = run.imported + run.updated + run.known
    if not stored:
        return "Nothing was changed in the files."
    if stored == 1:
        return "Nothing was changed in the files. The other article is in the library, with its original."
    return f"Nothing was changed in the files. The {stored:,} other articles are in the library, with their originals."


def root_of(given: tuple[str, ...]) -> str:
    """What the files of an import are named from: the folder that was given, or the one that holds all that was.

    Empty where there is none but the whole disk.
    """
    if len(given) == 1:
        return given[0]
    paths = [PurePath(each) for each in given]
    root = paths[0].parent if paths else PurePath()
    for path in paths[1:]:
        while not path.is_relative_to(root) and root != root.parent:
            root = root.parent
    return "" if root == root.parent else str(root)


def place(line: ReportLine, root: str) -> str:
    """Where a line's file lies, seen from ``root_of``: "notes/0311-draft.txt", "archive.zip / 0218.html"."""
    words = line.path
    if root and words == root:
        words = PurePath(words).name
    elif root and words.startswith(root) and words[len(root)] in "/\\":
        words = words[len(root) + 1 :]
    return printable(f"{words} / {line.member}" if line.member else words)


def as_csv(report: Report) -> str:
    """The lines as a table that spreadsheets open."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in report.lines:
        why = line.reason
        cells = (
            word_for(line.status, report.run), line.path, line.member, line.headline, line.publication,
            line.article or "",
            in_short(why) if why else "", what_to_do(why) if why else "", why.code if why else "",
        )  # fmt: skip
        writer.writerow([_harmless(printable(cell)) for cell in cells])
    return out.getvalue()


def as_text(report: Report, now: dt.datetime) -> str:
    """The report as a page of plain text: title, facts, counts, then the lines by what became of them."""
    run = report.run
    numbers = ", ".join(f"{run.count(status):,} {word_for(status, run)}" for status in STATUSES)
    parts = [title(run, now), facts(run), *map(printable, run.given), numbers]
    for status in ("failed", "updated", "imported", "known"):
        lines = [line for line in report.lines if line.status == status]
        if lines:
            parts += ["", f"{word_for(status, run).capitalize()} ({len(lines):,})"]
            parts += [_text_line(line) for line in lines]
    return "\n".join(parts) + "\n"


def _text_line(line: ReportLine) -> str:
    where = printable(f"{line.path} / {line.member}" if line.member else line.path)
    if line.reason is not None:
        words = ". ".join(filter(None, (in_short(line.reason), what_to_do(line.reason))))
    else:
        words = line.headline
    return f"  {where}\n      {printable(words)}" if words else f"  {where}"


def _harmless(cell: str) -> str:
    # A headline that begins with = would be run as a formula by the spreadsheet that opens the report.
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _lasted(seconds: float) -> str:
    if seconds < 1:
        return "less than a second"
    if seconds < 100:
        return _counted(round(seconds), "second")
    return _counted(round(seconds / 60), "minute")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
