"""The bookmarks that browsers write as JSON: folders in folders (Firefox backups, Chrome's and Edge's own file)."""

from __future__ import annotations

from collections.abc import Iterator

from reader.ingest.facts import Facts
from reader.ingest.tables.columns import is_address
from reader.ingest.tables.entries import Entry

Node = dict[str, object]

_ADDRESS = ("uri", "url", "URIString", "URLString")
_TITLE = ("title", "name", "text")


def is_bookmark_tree(value: object) -> bool:
    """Whether a value is a tree of folders whose leaves have an address."""
    if isinstance(value, list):
        return bool(value) and all(isinstance(one, dict) and "children" in one for one in value)
    if not isinstance(value, dict) or _first(value, _ADDRESS):
        return False
    roots = value.get("roots")
    if isinstance(roots, dict) and any(isinstance(root, dict) and "children" in root for root in roots.values()):
        return True
    children = value.get("children")
    is_folder = {"type", "typeCode", "guid", "root", "index", "id"} & set(value)
    return isinstance(children, list) and bool(is_folder) and all(isinstance(one, dict) for one in children)


def bookmarks_in(value: object) -> Iterator[Node]:
    """The bookmarks of a tree in their order; queries, separators and scripts that stand among them are none."""
    waiting: list[object] = [value]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            address = _first(node, _ADDRESS)
            if address and is_address(address):
                yield node
            elif not address:
                waiting += reversed([child for child in node.values() if isinstance(child, (dict, list))])


def entry_of(node: Node) -> Entry:
    """What a bookmark of a tree gives."""
    return Entry(Facts(headline=_first(node, _TITLE), url=_first(node, _ADDRESS)), name=_first(node, ("guid",)))


def _first(node: Node, keys: tuple[str, ...]) -> str:
    return next((value for key in keys if isinstance(value := node.get(key), str) and value.strip()), "")
