"""Tables that say something, told apart from those that only place things on a page or in a mail."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_LONGEST_CELL = 200  # code points; what is longer is a column of a page
_NO_CELL = ("table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "form", "blockquote")


def is_data_table(table: etree._Element) -> bool:
    """Whether the rows of a table are lines: two rows or more of several short cells, and no page within a cell."""
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants(*_NO_CELL), None) is not None:
        return False
    several = 0
    for cells in rows_of(table):
        texts = ["".join(map(str, cell.itertext())).strip() for cell in cells]
        if any(len(text) > _LONGEST_CELL for text in texts):
            return False
        several += sum(1 for text in texts if text) > 1
    return several > 1


def rows_of(table: etree._Element) -> Iterator[tuple[etree._Element, ...]]:
    """The cells of each row of a table, without those of tables inside it."""
    for row in table.iterdescendants("tr"):
        yield tuple(row.iterchildren("td", "th"))
