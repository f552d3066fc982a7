"""``dev.py run`` where there is no screen: the same work shown as text, and a picture of the window."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from dev_tools.sample import ROOT, stories

PICTURE = ROOT / "build" / "window.png"
PATIENCE = 300
"""Seconds that one verb may take."""


def main(picture: Path = PICTURE) -> int:
    """Imports the sample stories, prints the seed with its quotations and one name's mentions, and draws the window."""
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
        library = Path(folder) / "library"
        rows = _rows(library, "import", *map(str, stories()))
        taken = [row for row in rows if row["status"] in ("imported", "updated")]
        counted = _rows(library, "entities", "--limit", "100000")
        print(f"{len(taken)} of {len(rows)} stories imported, annotated and indexed; {len(counted)} names found.\n")
        seed = next(row["id"] for row in rows if Path(row["path"]).parent.name == "seed")
        _show(library, "show", seed)
        people = _rows(library, "entities", "--article", seed, "--kind", "person", "--limit", "1")
        _show(library, "mentions", str(people[0]["id"]), title=f"mentions of {people[0]['name']}")
        return _picture(library, seed, picture)


def _command(library: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "reader", "--library", str(library), *arguments]


def _rows(library: Path, *arguments: str) -> list[dict[str, Any]]:
    """What a verb answers with ``--json``. Ends the program when the verb could not be started."""
    done = subprocess.run(
        _command(library, "--json", *arguments), cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", timeout=PATIENCE
    )
    if done.returncode == 2:
        sys.exit(2)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _show(library: Path, *arguments: str, title: str = "") -> None:
    """Prints what a verb prints for people, under the command that would print it again."""
    print(f"--- {title or 'dateline ' + ' '.join(arguments)}", flush=True)
    subprocess.run(_command(library, *arguments), cwd=ROOT, timeout=PATIENCE)
    print(flush=True)


def _picture(library: Path, article: str, file: Path) -> int:
    from dev_tools.shots import draw_article

    draw_article(library, article, file)
    print(f"A picture of the window: {file}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
