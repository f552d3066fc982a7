"""Why something was removed, failed or was believed: a code and its arguments, never a sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A code out of ``core.wording`` with the arguments its sentence needs, in order."""

    code: str
    args: tuple[str, ...] = ()


NO_NAMES = frozenset({"model-missing", "model-damaged", "model-unreadable", "model-unusable"})
"""Codes of the reasons why there is nobody to find names and speakers."""


class Trouble(Exception):
    """Trouble that the world sends (a broken file, a full disk, a strange query) and that we expect.

    It carries a ``Reason``; the command line and the window turn it into one sentence.
    """

    def __init__(self, code: str, *args: str) -> None:
        super().__init__(code, *args)
        self.reason = Reason(code, args)
