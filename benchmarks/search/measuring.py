"""``dev.py bench search``: each engine in a process of its own, one after the other, asked the same."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import environment
from benchmarks.environment import Unavailable
from benchmarks.rows import Row
from benchmarks.search.corpus import articles
from benchmarks.search.queries import SAMPLE, Asked, questions

ROOT = Path(__file__).resolve().parent.parent.parent
PEERS = ROOT / "build" / "peers"
PACKAGES = ("tantivy==0.27.0",)
ENGINES = ("ours", "tantivy_peer", "fts5_peer", "whoosh_peer")
SEED, REPEATED, ADDED, LONGEST = 5, 3, 40, 20
"""Each question counts with the median of three times; a class that takes longer than 20 seconds is cut short."""


@dataclass
class Measured:
    """What one engine took: articles per CPU second, bytes, MB, milliseconds of CPU time (50th, 95th percentile)."""

    version: str
    pace: float = 0.0
    size: float = 0.0
    peak: float = 0.0
    merging: float = 0.0
    """Seconds, while nobody waits."""
    opened: float = 0.0
    searching: float = 0.0
    times: dict[str, tuple[float, float]] = field(default_factory=dict)


def rows(count: int | None, engines: tuple[str, ...] = ENGINES) -> list[Row]:
    """Figures of ours, each beside Tantivy's, and those of the others after them. Who cannot be had is said."""
    count = count or 20_000
    asked = questions(articles(min(count, SAMPLE), SEED))
    measured: dict[str, Measured] = {}
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", ignore_cleanup_errors=True) as folder:
        for name in engines:
            try:
                measured[name] = _measure(name, count, asked, Path(folder) / name)
            except Unavailable as why:
                print(f"Without {name.removesuffix('_peer')}. {why}")
    return side_by_side(count, asked, measured)


def side_by_side(count: int, asked: tuple[Asked, ...], measured: dict[str, Measured]) -> list[Row]:
    """The rows of a run."""
    ours, peer, stock = (measured.get(name) for name in ("ours", "tantivy_peer", "whoosh_peer"))
    found = []
    if ours:
        found += _building(count, ours, peer, stock)
        found += [_question(one, ours, peer) for one in asked if one.name in ours.times]
        if "one added" in ours.times:
            p50, p95 = ours.times["one added"]
            beside = peer.times["one added"][0] if peer else None
            met = None if beside is None else p50 <= beside
            found.append(Row("search: one article added, p50", p50, "ms", beside, "at most the peer's", met))
            found.append(Row("search: one article added, p95", p95, "ms", None, "at most 50", p95 <= 50))
    for name, one_engine in measured.items():
        if name != "ours":
            called = f"{name.removesuffix('_peer')} {one_engine.version}"
            found.append(Row(f"{called}: building", one_engine.pace, "articles/s"))
            found.append(Row(f"{called}: size", one_engine.size / 1e6, "MB"))
            found += [Row(f"{called}: {what}, p95", p95, "ms") for what, (_, p95) in one_engine.times.items()]
    return found


def _building(count: int, ours: Measured, peer: Measured | None, stock: Measured | None) -> list[Row]:
    least = 0.4 * peer.pace if peer else None
    found = [
        Row(f"search: building, {count:,} articles", ours.pace, "articles/s", peer.pace if peer else None,
            "at least 0.4 × the peer", None if least is None else ours.pace >= least),
        Row("search: merging while nobody waits", ours.merging, "s"),
        Row("search: size", ours.size / 1e6, "MB", peer.size / 1e6 if peer else None,
            "at most 0.8 × the peer", None if peer is None else ours.size <= 0.8 * peer.size),
        Row("search: most memory while building", ours.peak, "MB", peer.peak if peer else None),
        Row("search: opening", ours.opened, "ms", peer.opened if peer else None, "at most 50", ours.opened <= 50),
        Row("search: memory of a process that only searches", ours.searching, "MB", peer.searching if peer else None,
            "at most 300", ours.searching <= 300),
    ]  # fmt: skip
    if stock:
        aim = "at least 6 × stock Whoosh"
        found.append(
            Row(
                "search: building beside stock Whoosh",
                ours.pace,
                "articles/s",
                stock.pace,
                aim,
                ours.pace >= 6 * stock.pace,
            )
        )
    return found


def _question(one: Asked, ours: Measured, peer: Measured | None) -> Row:
    p95 = ours.times[one.name][1]
    beside = peer.times[one.name][1] if peer and one.name in peer.times else None
    beside_peer = f"at most {one.times:g} × the peer" if one.times > 1 else "ahead of the peer"
    aim = beside_peer + (f", at most {one.most:g} ms" if one.most else "")
    met = None if beside is None else p95 <= one.times * beside and (one.most is None or p95 <= one.most)
    return Row(f"search: {one.name}, p95", p95, "ms", beside, aim, met)


def _measure(name: str, count: int, asked: tuple[Asked, ...], folder: Path) -> Measured:
    folder.mkdir(parents=True)
    with _child(name) as (ask, version):
        found = Measured(version)
        built = ask(do="build", count=count, seed=SEED, folder=str(folder))
        found.pace, found.peak = count / built["seconds"], built["peak"] or 0.0
    with _child(name) as (ask, _):
        ask(do="open", folder=str(folder))
        found.merging = ask(do="rest")["ms"] / 1000
        found.peak = max(found.peak, ask(do="memory")["peak"] or 0.0)
        found.size = ask(do="size", folder=str(folder))["bytes"]
    with _child(name) as (ask, _):
        found.opened = ask(do="open", folder=str(folder))["ms"]
        for one in asked:
            times = _times(ask, one)
            if times:
                found.times[one.name] = _percentiles(times)
        found.searching = ask(do="memory")["mb"] or 0.0
    with _child(name) as (ask, _):
        ask(do="open", folder=str(folder))
        added = []
        for number in range(ADDED):
            added.append(ask(do="add", seed=1000 + number)["ms"])
            ask(do="rest")
        found.times["one added"] = _percentiles(added)
    return found


def _times(ask: Any, one: Asked) -> list[float]:
    """Milliseconds of each question; none when the engine cannot answer such."""
    until, times = time.monotonic() + LONGEST, []
    for value in one.values:
        replies = [ask(do="ask", kind=one.kind, value=value) for _ in range(REPEATED)]
        if replies[0]["hits"] is None:
            return []
        times.append(statistics.median(reply["ms"] for reply in replies))
        if time.monotonic() > until:
            break
    return times


def _percentiles(times: list[float]) -> tuple[float, float]:
    in_order = sorted(times)
    return statistics.median(in_order), in_order[min(len(in_order) - 1, round(0.95 * (len(in_order) - 1)))]


@contextmanager
def _child(name: str) -> Iterator[tuple[Any, str]]:
    """A way to ask an engine in a process of its own, and its version. Raises Unavailable."""
    python = sys.executable
    if name == "tantivy_peer":
        python = str(environment.prepare(PEERS, PACKAGES, "Tantivy", "15 MB"))
    process = subprocess.Popen(
        [python, "-m", "benchmarks.search.child", name],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None, "both were asked for"
    inward, outward = process.stdin, process.stdout

    def ask(**asked: object) -> dict[str, Any]:
        print(json.dumps(asked), file=inward, flush=True)
        line = outward.readline()
        if not line:
            raise Unavailable(f"It ended while it was asked to {asked['do']}.")
        return dict(json.loads(line))

    try:
        hello = json.loads(outward.readline() or '{"error": "it did not start"}')
        if "error" in hello:
            raise Unavailable(f"It does not run here: {hello['error']}.")
        yield ask, str(hello["version"])
    finally:
        inward.close()
        process.wait()
        outward.close()
