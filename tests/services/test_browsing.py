"""What the window is told of an article."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reader.core.steps import Imported
from reader.services import browsing
from reader.services.importing import import_paths
from reader.services.library import Library
from tests import stories

SPANISH = """La tormenta cierra el puerto

TOLVIK, 12 de marzo -- El alcalde dijo el martes que el puerto seguirá cerrado una semana más.

"Nadie puede vivir de un mar cerrado", dijo.
"""


def test_an_article_that_is_not_english_says_so(library: Library, tmp_path: Path) -> None:
    paths = stories.write(tmp_path, "es.txt", SPANISH), stories.write(tmp_path, "en.txt", stories.SOUND)
    steps = import_paths(library, paths, dt.date(2024, 6, 1))
    found = {Path(s.path).stem: browsing.reading(library, s.id).english for s in steps if isinstance(s, Imported)}
    assert found == {"es": False, "en": True}
