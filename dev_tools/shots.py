"""``dev.py shots [SCREEN …]``: pictures of every screen in build/shots, and the two of the README in docs/pictures."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from dev_tools.studio import Studio, article_of, fill, studio
from reader import paths
from reader.core.article import ArticleId

ROOT = Path(__file__).resolve().parent.parent
SHOTS = ROOT / "build" / "shots"
PICTURES = ROOT / "docs" / "pictures"
STORY = "2024-03-12-crews-weigh-accord.txt"
CORRECTED = "2024-03-13-grey-sound-accord-corrected.txt"
BREAKWATER = "2024-02-27-storm-breakwater.txt"
PERSON = "Ilse Marenko"
QUERY = '"closed sea"'
TABLE = "Titel;Wann;Blatt;Verf.;Inhalt;Nr;Merkmal"
ROWS = (
    "Sound closed until further notice;04/10/2023;Coastline Press;J. Weil;MERESUND -- The Grey Sound was closed to all "
    "crews on Wednesday after two patrol boats met in fog",
    "Crews stay in harbor, council says;05/10/2023;Meresund Courier;A. Leffe;Some 340 boats lay in harbor on Thursday",
    "Port commissioner asks for patience;08/10/2023;The Tolvik Ledger;;“Nobody counts herring from a desk”",
    "First ice off Maresholm;02/11/2023;Vasmark Today;;The harbor office of Maresholm saw the first ice",
    "Patrol boats in for refit;09/11/2023;Vasmark Today;K. Osk;Both Ransel-class boats will be gone until March",
)
SIZES = ((1280, 800), (1440, 900), (1920, 1080))
NARROW = ((1024, 700),)
THEMES = ("light", "dark")


def main(names: list[str]) -> int:
    """Draws the named screens, or all of them. Returns 2 for an unknown name."""
    if unknown := set(names) - set(SCREENS):
        print(f"no screen {', '.join(sorted(unknown))}; there are {', '.join(SCREENS)}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="dateline-shots-", ignore_cleanup_errors=True) as folder:
        library = Path(folder) / "library"
        fill(library, (pile(Path(folder) / "wire-2024-03"),))
        for name in names or SCREENS:
            for width, height in NARROW if name == "narrow" else (*SIZES, *NARROW):
                for theme in THEMES:
                    _draw(library, name, (width, height), theme)
    return 0


def pile(folder: Path) -> Path:
    """The sample stories as somebody has saved them, among files that nobody can read."""
    (folder / "notes").mkdir(parents=True)
    for story in paths.sample_stories():
        shutil.copy(story, folder)
    (folder / "notes" / "0311-draft.txt").touch()
    (folder / "ledger-backup.sqlite").write_bytes(b"SQLite format 3\0" + bytes(4000))
    (folder / "archive.zip").write_bytes(b"PK\3\4" + bytes(60))
    return folder


def _draw(library: Path, name: str, size: tuple[int, int], theme: str) -> None:
    file = SHOTS / f"{name}-{theme}-{size[0]}x{size[1]}.png"
    with studio(library, *size, theme) as drawn:
        drawn.open(article_of(library, STORY))
        SCREENS[name](drawn)
        drawn.shoot(file)
        if name == "main" and size == (1440, 900):
            drawn.shoot(PICTURES / f"main-{theme}.png")
    print(file, flush=True)


def _main(drawn: Studio) -> None:
    """The article that is open is all that this screen shows."""


def _entity(drawn: Studio) -> None:
    drawn.choose(PERSON)


def _removals(drawn: Studio) -> None:
    drawn.window.commands.removals.trigger()


def _original(drawn: Studio) -> None:
    drawn.original(article_of(drawn.library, BREAKWATER))


def _search(drawn: Studio) -> None:
    drawn.search(QUERY)


def _report(drawn: Studio) -> None:
    drawn.report()


def _versions(drawn: Studio) -> None:
    drawn.open(article_of(drawn.library, CORRECTED))
    drawn.unfold()


def _changes(drawn: Studio) -> None:
    drawn.open(article_of(drawn.library, CORRECTED))
    drawn.changes()


def _columns(drawn: Studio) -> None:
    table = drawn.library.parent / "clippings-2023.csv"
    table.write_text("\n".join((TABLE, *(f"{row};{n};ok" for n, row in enumerate(ROWS, 1)))) + "\n", "utf-8")
    drawn.columns(table)


def _drop(drawn: Studio) -> None:
    drawn.hold_over((Path("harbor.html"), Path("boats.eml"), Path("clips")))


SCREENS: dict[str, Callable[[Studio], None]] = {
    "main": _main,
    "narrow": _main,
    "entity": _entity,
    "removals": _removals,
    "original": _original,
    "search": _search,
    "report": _report,
    "versions": _versions,
    "changes": _changes,
    "columns": _columns,
    "drop": _drop,
}


def draw_article(library: Path, article: str, file: Path) -> None:
    """A picture of the window with one article of a library, light, as large as it opens at first."""
    with studio(library, *SIZES[0], "light") as drawn:
        drawn.open(ArticleId(article))
        drawn.shoot(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
