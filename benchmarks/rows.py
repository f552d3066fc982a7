"""What a benchmark reports: one row a figure, beside a peer where there is one, and whether an aim is met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

KEYS = ("name", "value", "unit", "peer", "ratio", "aim", "met")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure. ``ratio`` is value ÷ peer; without an aim, ``met`` is None."""

    name: str
    value: float
    unit: str
    peer: float | None = None
    aim: str = ""
    met: bool | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure this one is."""
        return self.value / self.peer if self.peer else None

    def as_json(self) -> dict[str, Any]:
        """As an object with the seven keys that scripts read."""
        ratio = None if self.ratio is None else round(self.ratio, 3)
        found = {**asdict(self), "ratio": ratio, "aim": self.aim or None}
        return {key: found[key] for key in KEYS}


def table(rows: Iterable[Row]) -> str:
    """The rows as lines for people."""
    lines = []
    for row in rows:
        beside = f"peer {row.peer:.4g}, {row.ratio:.2f} ×" if row.peer and row.ratio else ""
        verdict = {True: "met", False: "NOT MET", None: ""}[row.met]
        aim = f"aim: {row.aim} {verdict}" if row.aim else ""
        lines.append(f"{row.name:<44} {row.value:>10.4g} {row.unit:<12} {beside:<26} {aim}".rstrip())
    return "\n".join(lines)
