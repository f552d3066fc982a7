"""The form in which lines are compared: with phrases, and with what a library has learned. Cheap to import."""

from __future__ import annotations

_ENDS = " .:!…»›>→|•·*-–—_[](){}#"


def key(line: str) -> str:
    """A line with case folded, without the punctuation and symbols at its ends."""
    return line.strip(_ENDS).casefold()
