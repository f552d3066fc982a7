"""The reader's settings: one TOML file of sections, written as a whole or not at all."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from reader.core.reasons import Reason, Trouble

T = TypeVar("T", bool, int, float, str, list[Any])
Value = bool | int | float | str | list[Any]


class Settings:
    """What the settings file holds. What is missing, or of another type, is answered by the default."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.note: Reason | None = None
        """Why the file was not used, when it was not."""
        self._sections = self._read()

    def get(self, section: str, name: str, default: T) -> T:
        """A value, if there is one of the default's type."""
        value = self._sections.get(section, {}).get(name, default)
        return value if type(value) is type(default) else default

    def set(self, section: str, values: Mapping[str, Value]) -> None:
        """Puts values into a section and writes the file, keeping what another window wrote meanwhile.

        Raises Trouble (settings-unwritable); the values then hold for this run.
        """
        self._sections = self._read() or self._sections
        self._sections.setdefault(section, {}).update(values)
        self._write()

    def _read(self) -> dict[str, dict[str, Any]]:
        try:
            found = tomllib.loads(self.file.read_bytes().decode("utf-8"))
        except FileNotFoundError:
            return {}
        except OSError:
            self.note = Reason("settings-unreadable", (str(self.file),))
            return {}
        except ValueError:
            self.note = Reason("settings-damaged", (str(_set_aside(self.file)),))
            return {}
        return {name: section for name, section in found.items() if isinstance(section, dict)}

    def _write(self) -> None:
        import tomli_w  # only here: a start does not write

        draft = self.file.with_name(f"{self.file.name}.{os.getpid()}.new")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("wb") as out:
                tomli_w.dump(self._sections, out)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(self.file)
        except OSError as error:
            draft.unlink(missing_ok=True)
            raise Trouble("settings-unwritable", str(self.file)) from error


def _set_aside(file: Path) -> Path:
    """Moves a damaged file out of the way, so that the reader can look at it; an earlier one makes room."""
    aside = file.with_name(f"{file.stem}.damaged{file.suffix}")
    try:
        file.replace(aside)
    except OSError:
        return file
    return aside
