"""Numbers in words, with thousands marks and the right form of the noun."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """``many`` with the number in the place of ``{0}``, or ``one`` for a single thing."""
    return one if number == 1 else many.format(f"{number:,}")
