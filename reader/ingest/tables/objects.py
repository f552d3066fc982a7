"""Where in a JSON value the entries are: an array, an API's answer, a table that was written column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.lessons import Lessons
from reader.ingest.tables.cells import flat, words_of
from reader.ingest.tables.columns import MOST_COLUMNS, SAMPLE, SURE, Proposal, is_address
from reader.ingest.tables.entries import Entry
from reader.ingest.tables.mapping import Mapping, decide, learned
from reader.ingest.tables.when import day_first_of
from reader.ingest.tables.words import role_of

Object = dict[str, object]

_DEEPEST = 6
"""Lists and objects inside one another, in which entries are looked for; API answers have three."""


@dataclass(frozen=True, slots=True)
class ObjectTable:
    """Entries of one list, and what their fields are believed to be."""

    header: tuple[str, ...]
    proposal: Proposal
    mapping: Mapping
    is_known: bool
    """Whether the entries can be read without asking."""
    lessons: Lessons

    def entry(self, one: Object) -> Entry:
        """What an object gives; one whose fields are others than its neighbours' is judged by itself."""
        fields = flat(one)
        entry = self.mapping.entry(tuple(fields.get(name) for name in self.header))
        if entry.says_something or learned(self.header, self.lessons) is not None:
            return entry
        alone = table_of([one], self.lessons)
        return alone.mapping.entry(tuple(fields.get(name) for name in alone.header)) if alone.is_known else entry

    def with_dates_of(self, objects: Iterable[Object]) -> ObjectTable:
        """The same table; where the sample leaves open how numbers of dates are to be read, all objects decide."""
        if self.proposal.is_day_clear or learned(self.header, self.lessons) is not None:
            return self
        name = self.header[self.proposal.roles.roles.index("published")]
        day_first = day_first_of(words_of(flat(one).get(name), "published") for one in objects)
        return replace(self, mapping=replace(self.mapping, day_first=day_first))


def table_of(objects: Sequence[Object], lessons: Lessons) -> ObjectTable:
    """What the fields of some objects are, judged by the first of them."""
    sample = [flat(one) for one in objects[:SAMPLE]]
    header = header_of(sample)
    proposal, mapping = decide(header, [tuple(fields.get(name) for name in header) for fields in sample], lessons)
    is_known = proposal.is_sure or learned(header, lessons) is not None
    return ObjectTable(header, proposal, mapping, is_known, lessons)


def header_of(sample: Sequence[Object]) -> tuple[str, ...]:
    """The names of all fields of some flat objects, in their order."""
    return tuple(dict.fromkeys(name for fields in sample for name in fields))[:MOST_COLUMNS]


def lists_in(value: object, lessons: Lessons) -> tuple[tuple[Object, ...], ...]:
    """The lists of entries that a value holds, each of objects of one sort; one of one object where it is an entry.

    Nothing where no list holds what can be read; the outermost that does is taken, with those beside it.
    """
    rows = _rows(value)
    if rows:
        return (tuple(rows),)
    if isinstance(value, dict) and _is_story(value, lessons):
        return ((value,),)
    by_depth: dict[int, list[tuple[Object, ...]]] = {}
    for path, objects in _grouped(value).items():
        by_depth.setdefault(path.count("/"), []).append(tuple(objects))
    for _, found in sorted(by_depth.items()):
        tables = [(table_of(objects, lessons), objects) for objects in found]
        known = [(table, objects) for table, objects in tables if table.is_known]
        if known:
            whole = [objects for table, objects in known if _is_whole(table)]
            return tuple(whole or (objects for _, objects in known))
    return ((value,),) if isinstance(value, dict) and _is_alone(value, lessons) else ()


def best_guess(value: object) -> tuple[Object, ...]:
    """The longest list of objects, for the question which field is which."""
    groups = [tuple(objects) for objects in _grouped(value).values()]
    if isinstance(value, dict):
        groups.append((value,))
    return max(groups, key=len, default=())


def _is_alone(value: Object, lessons: Lessons) -> bool:
    """Whether a single object is an entry: an address alone may be that of anything (a program's settings)."""
    table = table_of([value], lessons)
    return table.is_known and (_sure(table) & {"headline", "body"} != set() or not table.proposal.is_sure)


def _sure(table: ObjectTable) -> set[str]:
    """The roles that some field surely has."""
    pairs = zip(table.proposal.roles.roles, table.proposal.sureness, strict=True)
    return {role for role, sure in pairs if role and sure >= SURE}


def _is_whole(table: ObjectTable) -> bool:
    """Whether entries have a headline and with it a text or an address: authors and sections have not."""
    told = _sure(table)
    return "headline" in told and bool(told & {"url", "body", "summary"})


def _is_story(value: Object, lessons: Lessons) -> bool:
    """Whether an object is an article itself, whatever lists it holds: it has a headline and a text in words."""
    table = table_of([value], lessons)
    if not _is_whole(table):
        return False
    roles = table.proposal.roles.roles
    name = table.header[roles.index("body")] if "body" in roles else ""
    body = flat(value).get(name)
    return isinstance(body, str) or isinstance(body, list) and all(isinstance(part, str) for part in body)


def _grouped(value: object) -> dict[str, list[Object]]:
    """The objects of every list, by the path to it; lists at the same place of several objects are one."""
    groups: dict[str, list[Object]] = {}
    level: list[tuple[str, object]] = [("", value)]
    for _ in range(_DEEPEST):
        below: list[tuple[str, object]] = []
        for path, one in level:
            if isinstance(one, list):
                objects = [item for item in one if isinstance(item, dict)]
                if objects:
                    groups.setdefault(path, []).extend(objects)
                below += [(path + "[]", item) for item in one if isinstance(item, (dict, list))]
            elif isinstance(one, dict):
                if _is_by_name(one):
                    groups.setdefault(path, []).extend(item for item in one.values() if isinstance(item, dict))
                below += [(f"{path}/{key}", inner) for key, inner in one.items() if isinstance(inner, (dict, list))]
        level = below
    return groups


def _is_by_name(value: Object) -> bool:
    """Whether an object is a list whose entries stand under their ids ({"1204": {…}, "1205": {…}})."""
    if not value or not all(isinstance(inner, dict) for inner in value.values()):
        return False
    return not any(role_of(key) for key in value) and (len(value) > 1 or all(key.isdigit() for key in value))


def _rows(value: object) -> list[Object]:
    """The rows of a table that was written as lists or column by column; nothing where a value is no such table."""
    if isinstance(value, list):
        return list(_from_lists(value))
    if not isinstance(value, dict) or not value:
        return []
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list):
        names = [str(c.get("name", "")) if isinstance(c, dict) else str(c) for c in columns]
        return [dict(zip(names, row, strict=False)) for row in data if isinstance(row, list)]
    if not any(role_of(key) for key in value):
        return []
    inner = list(value.values())
    if all(isinstance(column, list) for column in inner):
        lengths = {len(column) for column in inner if isinstance(column, list)}
        if len(lengths) == 1 and not any(isinstance(cell, dict) for column in inner for cell in _some(column)):
            return [dict(zip(value, cells, strict=True)) for cells in zip(*map(_all, inner), strict=True)]
    if all(isinstance(column, dict) and column and all(key.isdigit() for key in column) for column in inner):
        numbers = dict.fromkeys(key for column in inner if isinstance(column, dict) for key in column)
        return [{n: col.get(key) for n, col in value.items() if isinstance(col, dict)} for key in numbers]
    return []


def _from_lists(value: list[object]) -> Iterator[Object]:
    if value and all(isinstance(one, str) and is_address(one) for one in value):
        yield from ({"url": one} for one in value)
    elif len(value) > 1 and all(isinstance(row, list) for row in value):
        header = [str(cell) for cell in _all(value[0])]
        if any(map(role_of, header)):
            yield from (dict(zip(header, _all(row), strict=False)) for row in value[1:])


def _all(column: object) -> list[object]:
    return column if isinstance(column, list) else []


def _some(column: object) -> list[object]:
    return _all(column)[:SAMPLE]
