"""Which library was asked for. Light, since the window starts here too."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader import paths


@contextmanager
def library_folder(asked: Namespace) -> Iterator[Path]:
    """The folder of the library that was asked for; a throw-away one is gone afterwards."""
    if asked.temp_library:
        with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    else:
        yield Path(asked.library) if asked.library else paths.default_library()
