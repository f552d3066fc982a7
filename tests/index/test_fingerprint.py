"""An index says by which program it was made: a change to analysis, fields or files needs another fingerprint."""

import hashlib
from pathlib import Path

from reader.core.article import ArticleId
from reader.index import Document, seal
from reader.index.analysis import FINGERPRINT
from reader.index.batch import Batch

SAMPLE = """Émigrés of the U.S. voted 1,200 to 3.5; O'Brien's boats, long-term, said so.

東京 の 뉴스, ภาษาไทย, القاهرة, “voters” voting — straße, naïve, 10:30 p.m. WHO who."""


def made(path: Path) -> str:
    """The digest of the segment that holds one article with a bit of everything."""
    batch = Batch()
    batch.add(
        Document(
            ArticleId("1" * 16), f"Boats vote\n{SAMPLE}", "Boats vote", "2024-03-12T10:02", "Coastline Press",
            ("Jonna Weil", "Ilse Marenko"), ("long-term", "voted so"), (3, 9, 3), (9,), (3,), ("quote",),
            language="pt-br", kinds=("person", "direct"), cues=("said", "asserted"), flags=("correction",), row=7,
        )
    )  # fmt: skip
    batch.write(path)
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def test_the_fingerprint_names_what_is_written(tmp_path: Path) -> None:
    known = (seal.FORMAT, seal.FINGERPRINT, FINGERPRINT, made(tmp_path / "a.seg"))
    assert known == (3, "segments-3 fields-5", "analysis-4", "1679ae9f184e52cb"), (
        "What is written has changed: raise FINGERPRINT in reader/index/seal.py (or analysis.py), "
        "so that every index is made anew, and put the new digest here."
    )
