"""Which column of a table is which: a decision from the names of the columns and from the first rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reader.core.lessons import TableRoles
from reader.ingest.tables.when import day_first_of, is_unclear, read_when
from reader.ingest.tables.words import ROLES, SAVED, is_weak, plain_name, role_of

SAMPLE = 50
"""Rows that are looked at."""
MOST_COLUMNS = 500
"""Columns that are looked at; no table of stories has as many."""

_TOLD = 1.0
_WEAKLY_TOLD = 0.4
_SHOWN = 0.6  # by what the column holds, where that leaves no doubt: addresses, dates
_GUESSED = 0.3
SURE = 0.5
"""From this confidence on a role is used without asking."""

_PROSE = 300  # code points that a cell of a body has on average; no headline is so long
_LONGEST_HEADLINE = 300
_TIMES_AS_LONG = 2
"""Of two columns of words without names the longer one is the text, if it is so much longer."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,2000}", re.IGNORECASE)
_IDS = ("id", "guid", "uuid", "uri", "key", "article id", "item id", "hash", "slug", "oid", "id str")
# Columns that only lists of saved addresses have. The days in them are those of saving.
_SAVING = frozenset(
    "time added|is archived|is starred|is read|is fav|archive|favorite|favourite|favorited|favourited|archived|starred"
    "|unread|status|folder|saved at|date saved|saved date|reading progress|date archived|date favorited|state|toread"
    "|shared|is deleted|time read|bookmarked|read state|cover|visibility|private|to read|last interaction date|in queue"
    "|date added|added|is saved|mime type|mimetype".split("|")
)
# Days of something else than the publication.
_OTHER_DAY = re.compile(
    r"\b(?:saved?|added|updated?|modified|archived|read|crawled?|download(?:ed)?|retrieved|accessed?|seen|favorited|birth)\b"
)
_SOURCES = ("source", "website", "site", "quelle", "fuente", "fonte")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the columns are believed to be."""

    roles: TableRoles
    sureness: tuple[float, ...]
    """For each column, from 0 to 1."""
    others: tuple[tuple[str, int], ...] = ()
    """Further columns of a role, which are asked where the first one is empty in a row, best first."""
    is_day_clear: bool = True
    """Whether the sample says how numbers of dates are to be read, or does not need it."""
    id: int | None = None
    """The column whose cells name their rows, each another."""

    @property
    def is_sure(self) -> bool:
        """Whether rows can be read without asking: their headline, body or address is known."""
        pairs = zip(self.roles.roles, self.sureness, strict=True)
        return any(role in ("headline", "body", "url") and sure >= SURE for role, sure in pairs)


def propose(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Proposal:
    """Roles for the columns of a table, from their names and from some of its rows (shorter rows lack their end)."""
    header = tuple(header[:MOST_COLUMNS])
    cells = [[row[at].strip() if at < len(row) else "" for row in rows[:SAMPLE]] for at in range(len(header))]
    ranked = _ranked(header, cells)
    roles, sureness = [""] * len(header), [0.0] * len(header)
    others: list[tuple[str, int]] = []
    for role in ROLES:
        named = [at for _, at in sorted((rank, at) for rank, at in ranked.get(role, ()) if not roles[at])]
        for at in named[:1]:
            roles[at] = role
            sureness[at] = _sureness(header[at], role)
        others += [(role, at) for at in named[1:]]
    _guess(header, cells, roles, sureness)
    dates = [cell for at, role in enumerate(roles) if role == "published" for cell in cells[at]]
    day_first = day_first_of(dates)
    return Proposal(
        TableRoles(header, tuple(roles), day_first is not False),
        tuple(sureness),
        tuple((role, at) for role, at in others if not roles[at]),
        day_first is not None or not any(map(is_unclear, dates)),
        _id(header, cells),
    )


def _sureness(name: str, role: str) -> float:
    if not is_weak(name, role):
        return _TOLD
    return _SHOWN if role in ("url", "published") else _WEAKLY_TOLD  # those were borne out by the cells


def _ranked(header: Sequence[str], cells: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, int]]]:
    """For each role the columns that may bear it, with their ranks: names first, then whether the cells bear it out."""
    names = [plain_name(name) for name in header]
    is_saved_list = _is_saved_list(header)
    found: dict[str, list[tuple[int, int]]] = {}
    for at, name in enumerate(header):
        told = _told(names, cells, at) or role_of(name)
        if told is None:
            continue
        role, rank = told
        if role == "published" and is_saved_list and names[at] in SAVED:
            continue
        verdict = _bears_out(role, cells[at])
        if verdict is False or verdict is None and is_weak(name, role) and role in ("url", "published"):
            continue
        if verdict is None and any(cells):
            rank += 1000  # an empty column is the last that is asked
        found.setdefault(role, []).append((rank, at))
    return found


def _is_saved_list(header: Sequence[str]) -> bool:
    return any(plain_name(name) in _SAVING for name in header)


def _told(names: Sequence[str], cells: Sequence[Sequence[str]], at: int) -> tuple[str, int] | None:
    """Where a name means something else than it says."""
    if "href" in names and "extended" in names and names[at] == "description":
        return "headline", 0  # Pinboard and Delicious; "extended" is the note
    filled = [cell for cell in cells[at] if cell]
    if (
        names[at] in ("source", "website", "site", "quelle", "fuente", "fonte")
        and filled
        and all(map(is_address, filled))
    ):
        return "url", 100
    return None


def _bears_out(role: str, cells: Sequence[str]) -> bool | None:
    """Whether the cells of a column can be what its name says; None where all are empty."""
    filled = [cell for cell in cells if cell]
    if not filled:
        return None
    if role == "url":
        return sum(map(is_address, filled)) >= len(filled) / 2
    if role == "published":
        return sum(read_when(cell, day_first=True) is not None for cell in filled) >= len(filled) / 2
    if role == "headline":
        return sum(map(len, filled)) / len(filled) <= _LONGEST_HEADLINE
    if role in ("publication", "language"):
        return sum(map(len, filled)) / len(filled) <= 200
    if role in ("body", "byline"):
        return not all(is_address(cell) or cell.replace(".", "").isdigit() for cell in filled)
    return True


def is_address(cell: str) -> bool:
    """Whether a cell holds the address of a place on the web and nothing else."""
    if _ADDRESS.fullmatch(cell) is not None:
        return True
    if len(cell) > 2000 or " " in cell or "://" not in cell:
        return False
    try:
        return bool(urlsplit(cell).netloc)
    except ValueError:
        return False


def _guess(header: Sequence[str], cells: Sequence[Sequence[str]], roles: list[str], sureness: list[float]) -> None:
    """Roles of columns whose names tell nothing, where no name tells of the role: by what they hold."""
    free = [at for at, role in enumerate(roles) if not role and any(cells[at])]
    filled = {at: [cell for cell in cells[at] if cell] for at in free}
    lengths = {at: sum(map(len, filled[at])) / len(filled[at]) for at in free}

    def give(role: str, fitting: list[int], sure: float) -> None:
        if role not in roles and fitting:
            roles[fitting[0]], sureness[fitting[0]] = role, sure
            free.remove(fitting[0])

    give("url", [at for at in free if all(map(is_address, filled[at])) and not _are_pictures(filled[at])], _SHOWN)
    if not _is_saved_list(header):
        days = [at for at in free if not _OTHER_DAY.search(plain_name(header[at]))]
        give("published", [at for at in days if all(_is_date(cell) for cell in filled[at])], _SHOWN)
    prose = sorted((at for at in free if lengths[at] >= _PROSE), key=lambda at: -lengths[at])
    give("body", prose, _GUESSED)
    texts = sorted((at for at in free if _are_texts(filled[at])), key=lambda at: lengths[at])
    if "body" not in roles and "headline" not in roles and len(texts) > 1:
        *shorter, longest = texts
        if lengths[longest] >= _TIMES_AS_LONG * lengths[shorter[-1]]:
            give("body", [longest], _GUESSED)
            give("headline", shorter[-1:], _GUESSED)
    give("headline", [at for at in free if _are_headlines(filled[at], lengths[at])], _GUESSED)


def _are_pictures(cells: Sequence[str]) -> bool:
    return any(re.search(r"\.(?:jpe?g|png|gif|webp|svg|mp[34])(?:\?|$)", cell, re.IGNORECASE) for cell in cells)


def _is_date(cell: str) -> bool:
    return not cell.isdigit() and read_when(cell, day_first=True) is not None


def _are_texts(cells: Sequence[str]) -> bool:
    several_words = sum(cell.count(" ") >= 2 for cell in cells)
    return several_words >= 0.8 * len(cells) and len(set(cells)) > 0.8 * len(cells)


def _are_headlines(cells: Sequence[str], length: float) -> bool:
    return 20 <= length < _PROSE and _are_texts(cells)


def _id(header: Sequence[str], cells: Sequence[Sequence[str]]) -> int | None:
    names = [plain_name(name) for name in header]
    for wanted in _IDS:
        if wanted in names:
            column = cells[names.index(wanted)]
            if column and all(0 < len(cell) <= 200 for cell in column) and len(set(column)) == len(column):
                return names.index(wanted)
    return None
