"""``dev.py run``: opens the window with a sample library of its own, so that a try never touches the reader's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reader import paths

ROOT = Path(__file__).resolve().parent.parent
PROFILE = ROOT / "build" / "sample-profile"


def stories() -> tuple[Path, ...]:
    """The invented stories and the seed, which a checkout has and a package has not."""
    return (*sorted((ROOT / "seeds" / "seed").glob("*.txt")), *paths.sample_stories())


def main(arguments: list[str]) -> int:
    """Runs the program on the sample library; a new one is filled. More paths are imported as well."""
    from reader.__main__ import main as program

    os.environ["DATELINE_PROFILE"] = str(PROFILE)
    known = (paths.default_library() / "library.sqlite").exists()
    return program(["open", *(() if known else map(str, stories())), *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
