"""How answers leave the command line: JSON Lines for scripts, short lines for people."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.core.filenames import printable
from reader.core.reasons import Reason, Trouble
from reader.core.wording import sentence


@dataclass(frozen=True, slots=True)
class Output:
    """Where a verb writes: objects or lines to standard output, all else to standard error."""

    as_json: bool

    def give(self, thing: dict[str, object], line: str) -> None:
        """One answer: the object for scripts, or the line for people.

        Raises BrokenPipeError when nobody reads any more, Trouble("cannot-write") when there is no room.
        """
        text = json.dumps(thing, ensure_ascii=False) if self.as_json else line
        with _written():
            sys.stdout.write(text + "\n")
            if self.as_json:
                sys.stdout.flush()

    def flush(self) -> None:
        """Lets go of what was given. Raises as ``give`` does."""
        with _written():
            sys.stdout.flush()

    def say(self, line: str) -> None:
        """Something for the person at the terminal."""
        if sys.stderr is not None:
            with contextlib.suppress(OSError):  # where it cannot be told, the exit code still says it
                sys.stderr.write(line + "\n")

    def is_watched(self) -> bool:
        """Whether what is said goes to a terminal."""
        return sys.stderr is not None and sys.stderr.isatty()

    def progress(self, line: str) -> None:
        """How far long work has come; shown on a terminal only, in one line that is written over."""
        if self.is_watched():
            with contextlib.suppress(OSError):
                sys.stderr.write(f"\r\033[K{line}")
                sys.stderr.flush()

    def end_progress(self) -> None:
        """Clears the line of the progress."""
        self.progress("")

    def trouble(self, reason: Reason, where: str = "") -> None:
        """What went wrong and what to do, or what was left undone, in one line; ``where`` follows it."""
        self.end_progress()
        self.say(f"dateline: {printable(sentence(reason))}{where and f' {where}'}")


@contextlib.contextmanager
def _written() -> Iterator[None]:
    if sys.stdout is None:
        raise Trouble("cannot-write", "standard output", "it is closed")
    try:
        yield
    except OSError as error:
        _give_up()
        if isinstance(error, BrokenPipeError):
            raise
        raise Trouble("cannot-write", "standard output", error.strerror or "") from error


def _give_up() -> None:
    """Lets what is left go nowhere: Python writes it once more when it ends, and would complain."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def speaker_line(names: Iterable[str], phrase: str) -> str:
    """Who spoke, for people: the names of those who are meant, else the ``phrase`` of the text, else that nobody is."""
    return " and ".join(names) or (f"{phrase}, not named" if phrase else "speaker unknown")
