"""``dev.py bench [NAME [PATH]] [--n N] [--json FILE]``: measures, prints a table, and writes the rows for scripts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks import headless, importing, language, machine, start, window
from benchmarks.rows import Row, table
from benchmarks.search import measuring

NAMES: dict[str, Callable[[int | None], list[Row]]] = {
    "start": start.rows,
    "import": importing.rows,
    "library": headless.import_rows,
    "annotate": headless.annotate_rows,
    "language": language.rows,
    "search": measuring.rows,
    "query": headless.search_rows,
    "window": window.rows,
}


def main() -> int:
    """Runs one benchmark or all. A missed aim is printed, not an error: figures depend on the machine."""
    parser = argparse.ArgumentParser(prog="python3 dev.py bench", description=__doc__)
    parser.add_argument("name", nargs="?", choices=NAMES)
    parser.add_argument(
        "path",
        nargs="?",
        type=Path,
        help="gold articles for language, a folder of saved pages for import; made-up ones without it",
    )
    parser.add_argument("--n", type=int, help="how many articles, or starts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write the rows as a list")
    asked = parser.parse_args()
    with_data = {"language": language.rows, "import": importing.rows}
    if asked.path and (asked.name not in with_data or not asked.path.exists()):
        parser.error(f'only language and import take a path, and "{asked.path}" must be there')
    names = NAMES | {name: partial(measure, data=asked.path) for name, measure in with_data.items()}
    print(machine.line(), flush=True)
    rows: list[Row] = []
    for name in [asked.name] if asked.name else NAMES:
        found = names[name](asked.n)
        print(table(found), flush=True)
        rows += found
    if asked.json:
        asked.json.write_text(json.dumps([row.as_json() for row in rows], indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
