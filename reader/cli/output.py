"""How answers leave the command line: JSON Lines for scripts, short lines for people."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass

from reader.core.filenames import printable
from reader.core.reasons import Reason
from reader.core.wording import sentence


@dataclass(frozen=True, slots=True)
class Output:
    """Where a verb writes: objects or lines to standard output, all else to standard error."""

    as_json: bool

    def give(self, thing: dict[str, object], line: str) -> None:
        """One answer: the object for scripts, or the line for people."""
        text = json.dumps(thing, ensure_ascii=False) if self.as_json else line
        sys.stdout.write(text + "\n")
        if self.as_json:
            sys.stdout.flush()

    def say(self, line: str) -> None:
        """Something for the person at the terminal."""
        sys.stderr.write(line + "\n")

    def progress(self, line: str) -> None:
        """How far long work has come; shown on a terminal only, in one line that is written over."""
        if sys.stderr.isatty():
            sys.stderr.write(f"\r\033[K{line}")
            sys.stderr.flush()

    def end_progress(self) -> None:
        """Clears the line of the progress."""
        self.progress("")

    def trouble(self, reason: Reason) -> None:
        """What went wrong and what to do, in one line."""
        self.end_progress()
        self.say(f"dateline: {printable(sentence(reason))}")
