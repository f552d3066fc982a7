import datetime as dt
from pathlib import Path

import pytest

from reader.core.annotations import Annotations
from reader.core.article import Block
from reader.services import annotating, browsing, importing
from reader.services.library import Library
from tests import stories


class Defeated:
    """An annotator that one story defeats."""

    name = "defeated-1"

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        if "breakwater" in text:
            raise ZeroDivisionError
        return Annotations("", self.name)


@pytest.mark.logs_errors
def test_a_story_that_defeats_the_annotator_does_not_hold_up_the_others(library: Library, tmp_path: Path) -> None:
    paths = [stories.write(tmp_path, "a.txt", stories.SOUND), stories.write(tmp_path, "b.txt", stories.STORM)]
    list(importing.import_paths(library, paths, dt.date(2024, 6, 1)))
    list(annotating.annotate_pending(library, Defeated()))
    readings = [browsing.reading(library, entry.id) for entry in browsing.article_ids(library)]
    assert [reading.annotations is not None for reading in readings] == [True, True]
