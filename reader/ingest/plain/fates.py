"""What can become of a line: the role in which it is kept, or the reason for which it is taken away."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import BlockRole
from reader.ingest.plain.classes import LineClass

REASONS = {
    LineClass.RULE: "furniture",
    LineClass.ADDRESS: "address",
    LineClass.ADVERTISEMENT: "advertisement",
    LineClass.COPYRIGHT: "copyright",
    LineClass.FURNITURE: "furniture",
    LineClass.END_HEADING: "furniture",
    LineClass.LINK_HEADING: "related-link",
    LineClass.RELATED: "related-link",
}
"""The classes that are never kept, each with the code of its reason."""

PLAIN = {
    LineClass.TIMESTAMP: BlockRole.TIMESTAMP,
    LineClass.BYLINE: BlockRole.BYLINE,
    LineClass.CREDIT: BlockRole.CREDIT,
    LineClass.WIRE_CREDIT: BlockRole.CREDIT,
    LineClass.CAPTION: BlockRole.CAPTION,
    LineClass.LIST: BlockRole.LIST,
}
"""The classes that say by themselves in which role a line is kept."""

HEADINGS = (LineClass.END_HEADING, LineClass.LINK_HEADING)
LISTED = (LineClass.SHORT, LineClass.LIST, LineClass.TIMESTAMP, LineClass.BYLINE, LineClass.CREDIT)
"""The classes of lines that go with the heading above them."""


@dataclass(frozen=True, slots=True)
class Fate:
    """The role of a kept line, or else the code of the reason for its removal."""

    role: BlockRole | None
    reason: str = ""
