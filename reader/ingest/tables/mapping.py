"""A row of a table and the roles of its columns to an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.lessons import Lessons, TableRoles
from reader.ingest.facts import Facts
from reader.ingest.tables.cells import names_of, unescaped, words_of
from reader.ingest.tables.columns import Proposal, is_address, propose
from reader.ingest.tables.entries import Entry
from reader.ingest.tables.when import are_midnights, bare_if_midnight, read_when
from reader.ingest.tables.words import plain_name, role_of

_NOTHING = frozenset(("nan", "none", "null", "n/a", "#n/a", "undefined", "\\n", "[]", "{}"))
_TAG = re.compile(r"</?(?:b|i|em|strong|span|a|p|br|u|sup|sub|small|mark|font)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_ANY_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,20}:|[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}(?=/|$))\S{0,4000}", re.IGNORECASE
)
_LONG_SUMMARY = 600
"""Code points from which a summary without a body is the text itself, as in many feeds."""
# What the one who saved an entry wrote or marked, and snippets: no part of the story.
_PERSONAL = frozenset(
    "selection|extended|note|notes|comment|comments|annotation|highlights|highlight|notiz|notizen|anmerkung|remarque"
    "|nota|notas|note personali|excerpt|article excerpt|snippet|extrait|extracto|estratto|auszug".split("|")
)
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][A-Za-z]{2,4})?")
_LANGUAGES = {
    "english": "en", "eng": "en", "englisch": "en", "anglais": "en", "inglés": "en", "inglese": "en", "german": "de",
    "deutsch": "de", "deu": "de", "ger": "de", "allemand": "de", "french": "fr", "français": "fr", "fra": "fr",
    "fre": "fr", "französisch": "fr", "spanish": "es", "español": "es", "spa": "es", "italian": "it", "italiano": "it",
    "ita": "it", "portuguese": "pt", "português": "pt", "por": "pt", "dutch": "nl", "nld": "nl", "dut": "nl",
    "russian": "ru", "rus": "ru", "chinese": "zh", "zho": "zh", "arabic": "ar", "ara": "ar", "japanese": "ja",
    "jpn": "ja", "polish": "pl", "pol": "pl", "swedish": "sv", "swe": "sv", "turkish": "tr", "tur": "tr",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mapping:
    """For each role the columns that give it, best first, and how dates are to be read."""

    columns: tuple[tuple[str, tuple[int, ...]], ...]
    day_first: bool | None = None
    id: int | None = None
    personal: frozenset[int] = frozenset()
    """Columns of what the one who saved the entry wrote or marked: no part of the story."""
    rest: tuple[int, ...] = ()
    """Columns that give none of an entry's fields."""
    are_days: bool = False
    """Whether every date is a midnight, which says nothing of the time."""

    def with_days_of(self, rows: Iterable[Sequence[object]]) -> Mapping:
        """The mapping with what the dates of the first rows tell of midnights."""
        return replace(self, are_days=are_midnights(self._first(row, "published") for row in rows))

    def entry(self, row: Sequence[object]) -> Entry:
        """What a row gives."""
        url = self._first(row, "url")
        body, *more = tuple(self._every(row, "body")) or ("",)
        told = {words: at for at, words in self._told(row, "summary")}
        notes = list(told)
        if not body and notes and len(notes[0]) >= _LONG_SUMMARY:
            body, *notes = notes
        date = self._first(row, "published")
        published = read_when(date, day_first=self.day_first) if date else None
        return Entry(
            Facts(
                headline=_headline(self._first(row, "headline")),
                byline=names_of(self._first(row, "byline")),
                publication=_best_publication(self._every(row, "publication")),
                published=bare_if_midnight(published) if self.are_days else published,
                url=url,
                language=_language(self._first(row, "language")),
            ),
            body,
            tuple(notes),
            tuple(more),
            tuple(note for note in notes if told[note] not in self.personal),
            tuple(cell for at in self.rest if at < len(row) and isinstance(cell := row[at], str)),
            words_of(row[self.id], "tags") if self.id is not None and self.id < len(row) else "",
        )

    def _first(self, row: Sequence[object], role: str) -> str:
        """The words of the first column of a role that says something in this row."""
        return next(self._every(row, role), "")

    def _every(self, row: Sequence[object], role: str) -> Iterator[str]:
        return (words for _, words in self._told(row, role))

    def _told(self, row: Sequence[object], role: str) -> Iterator[tuple[int, str]]:
        """The words of each column of a role that says something in this row, with the column."""
        for place, at in enumerate(dict(self.columns).get(role, ())):
            words = words_of(row[at], role) if at < len(row) else ""
            if words.strip() and words.strip().casefold() not in _NOTHING and _fits(role, words, is_best=not place):
                yield at, words


def mapping_of(proposal: Proposal) -> Mapping:
    """The mapping that is believed in, with the further columns of each role."""
    columns = _columns(proposal.roles)
    for role, at in proposal.others:
        columns[role] = (*columns.get(role, ()), at)
    day_first = proposal.roles.day_first if proposal.is_day_clear else None
    return _mapping(columns, day_first, proposal)


def chosen_mapping(roles: TableRoles, proposal: Proposal) -> Mapping:
    """The mapping that the reader chose: no column but the chosen ones is asked."""
    return _mapping(_columns(roles), roles.day_first, proposal)


def _mapping(columns: dict[str, tuple[int, ...]], day_first: bool | None, proposal: Proposal) -> Mapping:
    names = proposal.roles.columns
    read = {at for found in columns.values() for at in found} - set(columns.get("headline", ())[1:])
    return Mapping(
        tuple(columns.items()),
        day_first,
        proposal.id,
        frozenset(at for at in columns.get("summary", ()) if plain_name(names[at]) in _PERSONAL),
        tuple(at for at in range(len(names)) if at not in read and at != proposal.id),
    )


def learned(header: Sequence[str], lessons: Lessons) -> TableRoles | None:
    """What the reader once chose for tables with exactly these columns."""
    return next((roles for roles in lessons.tables if roles.columns == tuple(header)), None)


def decide(header: Sequence[str], rows: Sequence[Sequence[object]], lessons: Lessons) -> tuple[Proposal, Mapping]:
    """What is believed of a table and how its rows are to be read: the reader's choice is above it."""
    proposal = believed(header, rows)
    chosen = learned(header, lessons)
    mapping = chosen_mapping(chosen, proposal) if chosen is not None else mapping_of(proposal)
    return proposal, mapping.with_days_of(rows)


def believed(header: Sequence[str], rows: Sequence[Sequence[object]]) -> Proposal:
    """What the columns of rows of any values are believed to be."""
    roles = [told[0] if (told := role_of(name)) is not None else "" for name in header]
    return propose(header, [[_judged(cell, role) for cell, role in zip(row, roles, strict=False)] for row in rows])


def shown(value: object) -> str:
    """A value as one cell shows it."""
    return value if isinstance(value, str) else words_of(value, "tags")


def _judged(value: object, role: str) -> str:
    """The words by which a column is judged: what a list holds counts only where its name tells what it is."""
    if isinstance(value, str):
        return value
    return words_of(value, role) if role or not isinstance(value, (list, dict)) else ""


def _fits(role: str, words: str, *, is_best: bool) -> bool:
    if role == "published":
        return read_when(words, day_first=True) is not None
    # Among addresses stand some that are none of the web's (about:reader?url=…); they are kept as they are.
    return role != "url" or is_address(words) or is_best and _ANY_ADDRESS.fullmatch(words.strip()) is not None


def _columns(roles: TableRoles) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, role in enumerate(roles.roles):
        if role:
            found[role] = (*found.get(role, ()), at)
    return found


def _headline(words: str) -> str:
    """A title as its page shows it; marks that are not closed are part of it ("When to use <br>")."""
    return unescaped(_TAG.sub("", words) if "</" in words else words)


def _best_publication(found: Iterator[str]) -> str:
    """The first that is a name; a host ("example.org") only where no column gives one."""
    names = [_publication(words) for words in found]
    return next((name for name in names if not _HOST.fullmatch(name)), names[0] if names else "")


def _publication(words: str) -> str:
    name = unescaped(words).strip()
    if is_address(name):
        name = name.partition("://")[2].partition("/")[0] or name
    return name.removeprefix("www.") if " " not in name else name


def _language(words: str) -> str:
    plain = words.strip().casefold()
    if plain in _LANGUAGES:
        return _LANGUAGES[plain]
    found = _LANGUAGE.fullmatch(plain)
    return found[1] if found is not None else ""
