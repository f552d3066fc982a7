"""How Whoosh sees our segments: readers and matchers, so that its own searcher works on them.

Fields that only queries know: ``body`` is the part of ``text`` below the headline; ``…_written`` are words as written;
``published`` and ``row`` are read from their columns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from reader.index.fields import BODY, BODY_AT, COLUMNS, KEYS, PLAIN, STEMMED, length_bytes, length_table, moment_text
from reader.index.postings import Numbers, decode_ids, starts_of
from reader.index.quiet import (
    Codec,
    FieldCursor,
    ListMatcher,
    PerDocumentReader,
    ReadTooFar,
    Span,
    TermInfo,
    TermNotFound,
    TermsReader,
    WhooshSegment,
    fields,
)  # fmt: skip
from reader.index.segments import HEADLINE, SHARED, Segment


def schema() -> Any:
    """The fields as queries of Whoosh's know them. What they hold is written by ``batch`` alone."""
    texts = {name: fields.TEXT() for name in (*STEMMED, *PLAIN, BODY)}
    written = {f"{name}_written": fields.ID() for name in (*STEMMED, BODY)}
    return fields.Schema(**texts, **written, **{name: fields.ID() for name in (*KEYS, *COLUMNS)})


class _Entry(NamedTuple):
    ids: Numbers
    freqs: Numbers | None
    places: Numbers | None


class _Words:
    """The terms of a field in byte order, as they lie in the segment."""

    def __init__(self, segment: Segment, name: str) -> None:
        self.field = segment.field(name)
        self.keys: Any = self.field.keys

    def __len__(self) -> int:
        return len(self.keys)

    def find(self, key: bytes) -> int:
        return int(self.keys.find(key))

    def entry(self, at: int) -> _Entry:
        return _Entry(*self.field.term(at)[:3])

    def documents(self, at: int) -> int:
        return int(self.field.terms["documents"][at])

    def total(self, at: int) -> int:
        return int(self.field.terms["total"][at])


class _Body(_Words):
    """The terms of ``text`` where they stand below the headline."""

    def entry(self, at: int) -> _Entry:
        ids, freqs, places, _ = self.field.term(at)
        if places is None:
            return _Entry(ids, freqs, places)
        below = places >= BODY_AT
        many = np.add.reduceat(
            below, starts_of(np.ones(len(ids), np.int64) if freqs is None else freqs), dtype=np.int64
        )
        return _Entry(ids[many > 0], many[many > 0], places[below])


class _Written(_Words):
    """The words of a field as written."""

    def __init__(self, segment: Segment, name: str) -> None:
        super().__init__(segment, name)
        self.keys = self.field.written

    def entry(self, at: int) -> _Entry:
        return _Entry(self.field.documents_with(at), None, None)

    def documents(self, at: int) -> int:
        return len(self.field.documents_with(at))

    total = documents


class _WrittenAnywhere(_Words):
    """The words of ``text`` as written, in body or headline."""

    def __init__(self, segment: Segment) -> None:
        super().__init__(segment, SHARED)
        self._parts = self.field, segment.field(HEADLINE)
        self.keys = sorted({key for part in self._parts for key in part.written.slice(0, len(part.written))})

    def find(self, key: bytes) -> int:
        return bisect_left(self.keys, key)

    def entry(self, at: int) -> _Entry:
        found = [(part, part.written.number(self.keys[at])) for part in self._parts]
        with_it = [part.documents_with(number) for part, number in found if number is not None]
        return _Entry(np.unique(np.concatenate(with_it)), None, None)

    def documents(self, at: int) -> int:
        return len(self.entry(at).ids)

    total = documents


class _Column(_Words):
    """The values of a column as words."""

    def __init__(self, segment: Segment, name: str) -> None:
        numbers = segment.array(name)
        text = moment_text if name == "published" else str
        found = {text(value).encode(): value for value in np.unique(numbers).tolist() if value or name == "row"}
        self.keys = sorted(found)
        self._numbers, self._values = numbers, [found[key] for key in self.keys]

    def find(self, key: bytes) -> int:
        return bisect_left(self.keys, key)

    def entry(self, at: int) -> _Entry:
        return _Entry(np.flatnonzero(self._numbers == self._values[at]), None, None)

    def documents(self, at: int) -> int:
        return len(self.entry(at).ids)

    total = documents


class OurSegment(WhooshSegment):  # type: ignore[misc]
    """A segment in a state of the index: with the documents that are deleted."""

    def __init__(self, name: str, segment: Segment, deleted: frozenset[int]) -> None:
        super().__init__("MAIN")
        self.segid, self.segment, self._deleted = name, segment, deleted

    def doc_count_all(self) -> int:
        return self.segment.count

    def has_deletions(self) -> bool:
        return bool(self._deleted)

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        return self._deleted

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._deleted

    def codec(self) -> OurCodec:
        return OurCodec()


class OurCodec(Codec):  # type: ignore[misc]
    """Gives Whoosh its readers."""

    def terms_reader(self, storage: Any, segment: OurSegment) -> Terms:
        return Terms(segment.segment)

    def per_document_reader(self, storage: Any, segment: OurSegment) -> Documents:
        return Documents(segment)


class Documents(PerDocumentReader):  # type: ignore[misc]
    """Lengths and ids of documents. Nothing is stored but the id, which is a term."""

    def __init__(self, segment: OurSegment) -> None:
        self._state, self.segment = segment, segment.segment

    def close(self) -> None:
        """Lets go of what was made of the file."""
        self._rounded.clear()
        self.__dict__.pop("_numbers", None)

    def doc_count(self) -> int:
        return int(self._state.doc_count())

    def doc_count_all(self) -> int:
        return self.segment.count

    def has_deletions(self) -> bool:
        return self._state.has_deletions()

    def is_deleted(self, docnum: int) -> bool:
        return self._state.is_deleted(docnum)

    def deleted_docs(self) -> frozenset[int]:
        return self._state.deleted_docs()

    def supports_columns(self) -> bool:
        return False

    def has_column(self, fieldname: str) -> bool:
        return False

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        return False

    @cached_property
    def _numbers(self) -> Numbers:
        ids = self.segment.field("id")
        numbers = np.zeros(self.segment.count, np.int64)
        numbers[decode_ids(self.segment.data, ids.terms)] = np.repeat(np.arange(len(ids.terms)), ids.terms["documents"])
        return numbers

    def stored_fields(self, docnum: int) -> dict[str, str]:
        return {"id": self.segment.field("id").keys[int(self._numbers[docnum])].decode()}

    def field_length(self, fieldname: str) -> int:
        return int(self.segment.lengths(_stored(fieldname)).sum(dtype=np.int64))

    @cached_property
    def _rounded(self) -> dict[str, Numbers]:
        return {}

    def _lengths(self, fieldname: str) -> Numbers:
        if fieldname not in self._rounded:
            table = length_table()
            self._rounded[fieldname] = table[length_bytes(self.segment.lengths(_stored(fieldname)))]
        return self._rounded[fieldname]

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self._lengths(fieldname)[docnum]) or default

    def min_field_length(self, fieldname: str) -> int:
        return int(self._lengths(fieldname).min(initial=0))

    def max_field_length(self, fieldname: str) -> int:
        return int(self._lengths(fieldname).max(initial=0))


def _stored(name: str) -> str:
    return "text" if name == BODY else name


class Terms(TermsReader):  # type: ignore[misc]
    """The terms of all fields of a segment."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self._fields: dict[str, _Words] = {}

    def close(self) -> None:
        """Lets go of what was made of the file."""
        self._fields.clear()

    def _field(self, name: str) -> _Words:
        if name not in self._fields:
            self._fields[name] = self._made(name)
        return self._fields[name]

    def _made(self, name: str) -> _Words:
        if name in COLUMNS:
            return _Column(self.segment, name)
        if name == f"{SHARED}_written":
            return _WrittenAnywhere(self.segment)
        if name.endswith("_written"):
            return _Written(self.segment, _stored(name.removesuffix("_written")))
        return _Body(self.segment, "text") if name == BODY else _Words(self.segment, name)

    def _at(self, name: str, key: bytes) -> int:
        field = self._field(name)
        at = field.find(key)
        return at if at < len(field) and field.keys[at] == key else -1

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._at(*term) >= 0

    def indexed_field_names(self) -> list[str]:
        return sorted([*STEMMED, *PLAIN, BODY, *(f"{name}_written" for name in (*STEMMED, BODY)), *KEYS, *COLUMNS])

    def terms(self) -> Iterator[tuple[str, bytes]]:
        return self.terms_from("", b"")

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        for name in self.indexed_field_names():
            if name >= fieldname:
                field = self._field(name)
                for at in range(field.find(prefix) if name == fieldname else 0, len(field)):
                    yield name, field.keys[at]

    def items(self) -> Iterator[Any]:
        return self.items_from("", b"")

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[Any]:
        for term in self.terms_from(fieldname, prefix):
            yield term, self.term_info(*term)

    def cursor(self, fieldname: str, fieldobj: Any) -> Cursor:
        return Cursor(self._field(fieldname))

    def term_info(self, fieldname: str, text: bytes) -> Any:
        at = self._at(fieldname, text)
        if at < 0:
            raise TermNotFound(f"{fieldname}:{text!r}")
        field = self._field(fieldname)
        weight, documents = field.total(at), field.documents(at)
        # Whoosh asks for bounds of a score, to leave documents out; wide ones are right as well.
        return TermInfo(weight, documents, 1, 1 << 20, weight, 0, self.segment.count)

    def frequency(self, fieldname: str, text: bytes) -> int:
        at = self._at(fieldname, text)
        return self._field(fieldname).total(at) if at >= 0 else 0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        at = self._at(fieldname, text)
        return self._field(fieldname).documents(at) if at >= 0 else 0

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> Any:
        info = self.term_info(fieldname, text)
        entry = self._field(fieldname).entry(self._at(fieldname, text))
        return Matcher(entry, format_, scorer, (fieldname, text), info)


class Cursor(FieldCursor):  # type: ignore[misc]
    """Walks through the words of a field, for Whoosh's search of misspelled words."""

    def __init__(self, words: _Words) -> None:
        self._words, self._at = words, 0

    def first(self) -> str | None:
        self._at = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        self._at = self._words.find(term if isinstance(term, bytes) else term.encode())
        return self.text()

    def next(self) -> str | None:
        self._at += 1
        return self.text()

    def text(self) -> str | None:
        return self._words.keys[self._at].decode() if self.is_valid() else None

    def is_valid(self) -> bool:
        return self._at < len(self._words)


class Matcher(ListMatcher):  # type: ignore[misc]
    """The postings of one term."""

    _i: int

    def __init__(self, entry: _Entry, format_: Any, scorer: Any, term: tuple[str, bytes], info: Any) -> None:
        ids: Sequence[int] = entry.ids.tolist()
        weights = [1.0] * len(ids) if entry.freqs is None else entry.freqs.astype(float).tolist()
        super().__init__(ids, weights, None, format_, scorer, term=term, terminfo=info)
        self._entry = entry

    def copy(self) -> Matcher:
        twin = Matcher(self._entry, self._format, self._scorer, self._term, self._terminfo)
        twin._i = self._i
        return twin

    def skip_to(self, docnum: int) -> None:
        if self._i >= len(self._ids):
            raise ReadTooFar
        if self._ids[self._i] < docnum:
            self._i = bisect_left(self._ids, docnum, self._i)

    @cached_property
    def _starts(self) -> list[int]:
        freqs = self._entry.freqs
        many = np.ones(len(self._ids), np.int64) if freqs is None else freqs
        return [0, *np.cumsum(many, dtype=np.int64).tolist()]

    def value_as(self, astype: str) -> list[int]:
        """The places in the document; nothing else is known of it."""
        places = self._entry.places
        return [] if places is None else places[self._starts[self._i] : self._starts[self._i + 1]].tolist()

    def spans(self) -> list[Any]:
        return [Span(place) for place in self.value_as("positions")]

    def block_max_weight(self) -> float:
        return float(self._terminfo.max_weight())

    def skip_to_quality(self, minquality: float) -> int:
        if self.block_quality() > minquality:
            return 0
        self._i = len(self._ids)
        return 1
