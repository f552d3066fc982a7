"""``python -m tests.language.traps.show [rules|trained|FOLDER [TRAP…]]``: the stories that are not wholly right."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.language import load
from tests.language.traps.notation import missing, read_stories, report


def main(model: str = "", *traps: str) -> None:
    """Writes, for each trap, how many stories are right, and those that are not."""
    by = load(model)
    for file in sorted(Path(__file__).parent.glob("*.txt")):
        if traps and file.stem not in traps:
            continue
        stories = read_stories(file)
        failed = {s.name: lacks for s in stories if (lacks := missing(s, by.annotate(s.text, ())))}
        sys.stdout.write(f"{file.stem}: {len(stories) - len(failed)} of {len(stories)}\n")
        sys.stdout.writelines(f"{line}\n" for line in report(stories, failed))


if __name__ == "__main__":
    main(*sys.argv[1:])
