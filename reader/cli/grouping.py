"""The verb ``group``: which files are copies, updates or corrections of one story."""

from __future__ import annotations

import datetime as dt
from argparse import Namespace

from reader.cli.output import Output
from reader.core.filenames import printable
from reader.services.grouping_files import group_paths


def group(asked: Namespace, out: Output) -> int:
    """``group``: one object with the groups of two files or more, each file as it was named."""
    found = group_paths(asked.paths, dt.date.today())
    for failure in found.failures:
        out.trouble(failure.reason)
    lines = ("\n".join(map(printable, paths)) for paths in found.groups)
    out.give({"groups": [list(paths) for paths in found.groups]}, "\n\n".join(lines) or "No two tell one story.")
    return 1 if found.failures else 0
