"""Stories typed into tests, as files."""

from __future__ import annotations

from pathlib import Path

SOUND = """Ministers meet over the Grey Sound

TOLVIK, March 12 (CLP) -- Fisheries Minister Ilse Marenko met crews on Tuesday.

"Nobody can live from a closed sea," Marenko said.

Herring boats stayed in harbor, and officials said a joint inspection would begin.
"""

STORM = """Storm damages breakwater at Tolvik Harbor

TOLVIK, March 2 (CLP) -- A storm broke the wall of the harbor on Saturday, harbor master Henrike Solvang said.

"We lost two boats and no one," Solvang said.
"""


def write(folder: Path, name: str, text: str) -> str:
    """Writes a story and returns its path."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, "utf-8")
    return str(file)
