"""The verbs that work on a library."""

from __future__ import annotations

from argparse import Namespace

from reader.cli import asking, doing
from reader.cli.folder import library_folder
from reader.cli.output import Output
from reader.services.library import expected, open_library

_WITH_LIBRARY = {
    "import": doing.import_paths,
    "list": asking.list_articles,
    "show": asking.show,
    "mark": doing.mark,
    "entities": asking.entities,
    "mentions": asking.mentions,
    "quotes": asking.quotes,
    "search": asking.search,
    "explain": asking.explain,
    "check": doing.check,
    "rebuild": doing.rebuild,
    "backup": doing.backup,
}


def do(asked: Namespace, out: Output) -> int:
    """Does a verb in the library that was asked for and returns the exit code. Raises Trouble."""
    with library_folder(asked) as folder:
        if asked.verb == "restore":
            return doing.restore(folder, asked, out)
        with expected(folder), open_library(folder) as library:
            return _WITH_LIBRARY[asked.verb](library, asked, out)
