"""One engine in a process of its own: JSON lines come in, what they cost goes out. ``python -m … ours|tantivy|…``

Nothing but the standard library and the engine is imported, for peers live in other environments.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.search.corpus import Made, articles


class Metered:
    """Made-up articles, and the CPU seconds that making them took, which are not the engine's."""

    def __init__(self, count: int, seed: int) -> None:
        self._made, self.seconds = articles(count, seed), 0.0

    def __iter__(self) -> Iterator[Made]:
        return self

    def __next__(self) -> Made:
        # Of this thread alone: an engine may write in others meanwhile.
        since = time.thread_time()
        try:
            return next(self._made)
        finally:
            self.seconds += time.thread_time() - since


def main() -> None:
    """Answers until the input ends."""
    try:
        engine: Any = importlib.import_module(f"benchmarks.search.{sys.argv[1]}").Engine()
    except ImportError as error:
        print(json.dumps({"error": str(error)}), flush=True)
        return
    print(json.dumps({"version": engine.version}), flush=True)
    for line in sys.stdin:
        print(json.dumps(_answer(engine, json.loads(line))), flush=True)


def _answer(engine: Any, asked: dict[str, Any]) -> dict[str, Any]:
    since = time.process_time()
    if asked["do"] == "build":
        made = Metered(asked["count"], asked["seed"])
        engine.build(made, Path(asked["folder"]))
        seconds = time.process_time() - since - made.seconds
        return {"seconds": seconds, "peak": _memory("VmHWM")}
    if asked["do"] == "size":
        return {"bytes": engine.size(Path(asked["folder"]))}
    if asked["do"] == "open":
        engine.open(Path(asked["folder"]))
        return {"ms": 1000 * (time.process_time() - since)}
    if asked["do"] == "add":
        (found,) = articles(1, asked["seed"])
        article = replace(found, id=f"added-{asked['seed']}")
        since = time.process_time()
        engine.add(article)
        return {"ms": 1000 * (time.process_time() - since)}
    if asked["do"] == "rest":
        getattr(engine, "rest", lambda: None)()
        return {"ms": 1000 * (time.process_time() - since)}
    if asked["do"] == "memory":
        return {"mb": _memory("VmRSS"), "peak": _memory("VmHWM")}
    hits = engine.ask(asked["kind"], asked["value"])
    return {"ms": 1000 * (time.process_time() - since), "hits": hits}


def _memory(which: str) -> float | None:
    """Megabytes of this process, now or at most; only Linux tells."""
    status = Path("/proc/self/status")
    found = re.search(rf"{which}:\s+(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1000 if found else None


if __name__ == "__main__":
    main()
