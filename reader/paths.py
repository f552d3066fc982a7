"""Where things lie: the profile, the library, and what comes with the program."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

NAME = "Dateline"


def profile() -> Path:
    """The folder of library, settings and logs; ``DATELINE_PROFILE`` moves it. It may not exist yet."""
    moved = os.environ.get("DATELINE_PROFILE", "")
    return Path(moved).absolute() if moved else platformdirs.user_data_path(NAME, appauthor=False)


def default_library() -> Path:
    """The library that is opened when none is named."""
    return profile() / "library"


def settings_file() -> Path:
    """The reader's settings (``settings.Settings``)."""
    return profile() / "settings.toml"


def log_folder() -> Path:
    """Where the logs and the reports of crashes are kept."""
    return profile() / "logs"


def resource(*parts: str) -> Path:
    """A file or folder of ``resources/``."""
    return _base().joinpath("resources", *parts)


def chosen_model() -> str:
    """``DATELINE_MODEL``: which annotator to use (``language.load``), say one that was just trained; or empty."""
    return os.environ.get("DATELINE_MODEL", "")


def sample_stories() -> tuple[Path, ...]:
    """The invented stories of the sample library, sorted by name."""
    return tuple(sorted(_base().joinpath("seeds", "sample").glob("*.txt")))


def _base() -> Path:
    """The folder that holds resources/ and seeds/: ``reader/_data`` in a wheel or frozen, else the checkout."""
    here = Path(__file__).resolve().parent
    packed = here / "_data"
    return packed if packed.is_dir() else here.parent
