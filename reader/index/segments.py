"""A segment: one file, written once and mapped into memory. Postings first, then named arrays, then their JSON list.

A field F with terms has the arrays ``F/keys``, ``F/offsets``, ``F/terms``, ``F/lengths`` (exact, in words).
A field whose words are stemmed also lists them as written: ``F~w/keys``, ``F~w/offsets``, ``F~w/stems`` (the number
of the term) and ``F~w/bits`` (which bit of the term's ``forms`` stands for the word). ``headline/in_text`` has for each
term of headlines its number in ``text``.
"""

from __future__ import annotations

import json
import mmap
import struct
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from reader.index import postings
from reader.index.documents import IndexDamaged
from reader.index.keys import Keys, joined, numbered, packed
from reader.index.postings import MOST_FORMS, TERM, Numbers, Postings, Term

MAGIC = b"DLS1"
_TAIL = struct.Struct("<QI4s")
WRITTEN = "~w"
"""After the name of a field: its words as written."""
SHARED, HEADLINE = "text", "headline"
"""Fields of which the first holds all terms of the second; its written forms are those of the body alone."""
PREFIXES = "~p"
"""After the name of a field: the documents that have a word as written with a beginning of one to three letters."""


def bits_of(stems: Numbers) -> Numbers:
    """Which bit stands for each written form of a list in byte order; ``stems`` are the numbers of their terms."""
    in_order, at = postings.sort_stable(stems)
    first = np.flatnonzero(postings.first_of_runs(in_order)) if len(stems) else stems
    bits = np.zeros(len(stems), np.uint8)
    within = np.arange(len(stems)) - np.repeat(first, np.diff(np.append(first, len(stems))))
    bits[at] = np.minimum(within, MOST_FORMS - 1)
    return bits


class SegmentWriter:
    """Writes one segment. Fields one after the other, the keys of a field in rising order; then ``close``."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb")
        self._at = self._file.write(MAGIC)
        self._keys: dict[str, list[Keys]] = {}
        self._terms: dict[str, list[Numbers]] = {}
        self._arrays: dict[str, Numbers] = {}

    def __enter__(self) -> SegmentWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, field: str, found: Postings, lengths: Numbers | None = None) -> None:
        """Appends terms to a field; ``lengths`` has the length byte of each document. Raises OSError."""
        if not found.keys:
            return
        terms, data = postings.encode(found, lengths)
        self.add_encoded(field, found.keys, terms, (data,))

    def add_encoded(self, field: str, keys: list[bytes], terms: Numbers, data: Iterable[Numbers]) -> None:
        """Appends terms whose bytes are ready, piece by piece; offsets of ``terms`` count from the first byte."""
        postings.set_offsets(terms, postings.offsets(terms) + self._at)
        for piece in data:
            self._at += self._file.write(piece.data)
        self._keys.setdefault(field, []).append(packed(keys))
        self._terms.setdefault(field, []).append(terms)

    def add_written(self, field: str, words: Keys, stems: Numbers) -> None:
        """The words of a field as written, with the number of the term of each."""
        self._add_keys(field + WRITTEN, words)
        self._arrays[f"{field}{WRITTEN}/stems"] = stems.astype(np.uint32)
        self._arrays[f"{field}{WRITTEN}/bits"] = bits_of(stems)

    def add_array(self, name: str, numbers: Numbers) -> None:
        """A column, or a part of one."""
        self._arrays[name] = numbers

    def close(self, documents: int) -> None:
        """Writes what was gathered; the caller flushes the file to the disk. Raises OSError."""
        keys = {field: joined(parts) for field, parts in self._keys.items()}
        for field, words in keys.items():
            self._add_keys(field, words)
            self._arrays[f"{field}/terms"] = np.concatenate(self._terms[field])
        if HEADLINE in keys:
            self._arrays[f"{HEADLINE}/in_text"] = numbered([keys[SHARED], keys[HEADLINE]])[1][1]
        places = {}
        for name, numbers in self._arrays.items():
            self._at += self._file.write(bytes(-self._at % 8))
            places[name] = [self._at, len(numbers), "term" if numbers.dtype == TERM else numbers.dtype.str]
            self._at += self._file.write(np.ascontiguousarray(numbers).data)
        listing = json.dumps({"documents": documents, "arrays": places}).encode()
        self._file.write(listing + _TAIL.pack(self._at, len(listing), MAGIC))
        self._file.close()

    def _add_keys(self, name: str, keys: Keys) -> None:
        self._arrays[f"{name}/keys"], self._arrays[f"{name}/offsets"] = keys.data, keys.offsets


class FieldTerms:
    """The terms of one field of a segment, and the words as written that have them as stems."""

    def __init__(self, segment: Segment, field: str) -> None:
        self._segment, self._field, self.data = segment, field, segment.data
        self.keys = segment.keys(field)
        self.terms = segment.array(f"{field}/terms", TERM)

    @cached_property
    def written(self) -> Keys:
        """The words as written; empty for a field without stems."""
        return self._segment.keys(self._field + WRITTEN)

    @cached_property
    def stems(self) -> Numbers:
        """The number of the term of each written word."""
        return self._segment.array(f"{self._field}{WRITTEN}/stems")

    @cached_property
    def bits(self) -> Numbers:
        """Which bit of the term's forms stands for each written word."""
        return self._segment.array(f"{self._field}{WRITTEN}/bits")

    @property
    def is_shared(self) -> bool:
        """Whether its terms stand in headlines too, of which the written forms are known to another field."""
        return self._field == SHARED

    @cached_property
    def in_text(self) -> Numbers:
        """Of ``headline``: the number of each of its terms among those of ``text``."""
        return self._segment.array(f"{self._field}/in_text", np.uint32)

    @cached_property
    def forms_in_headlines(self) -> Numbers:
        """Of ``text``: how many written forms of each term stand in headlines."""
        headline = self._segment.field(HEADLINE)
        return np.bincount(headline.in_text[headline.stems], minlength=len(self.terms)).astype(np.uint16)

    def documents_with(self, word: int) -> Numbers:
        """The documents that have a word as written, by its number."""
        found = self.term(int(self.stems[word]))
        return found.ids if found.forms is None else found.ids[(found.forms >> self.bits[word] & 1).astype(bool)]

    def documents(self, index: int) -> int:
        """How many documents have a term by its number."""
        return int(self.terms[index]["documents"])

    def term(self, index: int) -> Term:
        """The postings of a term by its number."""
        return postings.decode_one(self._segment.data, self.terms[index])


class Segment:
    """A mapped segment. What is read of it are views of the file, which stays open as long as one is used."""

    def __init__(self, path: Path) -> None:
        """Raises OSError, or IndexDamaged when it is no segment of ours."""
        if sys.byteorder != "little":
            raise IndexDamaged("the index is read in place, on little-endian machines alone")
        with path.open("rb") as file:
            try:
                self._mapped: mmap.mmap | None = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                self.data: Numbers = np.frombuffer(self._mapped, np.uint8)
                at, size, magic = _TAIL.unpack(self.data[-_TAIL.size :].tobytes())
                if magic != MAGIC:
                    raise IndexDamaged(f"{path.name} has no end")
                facts = json.loads(self.data[at : at + size].tobytes())
                self.count, self._arrays = int(facts["documents"]), dict(facts["arrays"])
            except (ValueError, TypeError, KeyError, struct.error) as error:
                raise IndexDamaged(f"{path.name} is no segment") from error
        self._fields: dict[str, FieldTerms] = {}

    def close(self) -> None:
        """Lets go of the file, as soon as nobody uses an array of it."""
        self._mapped = None
        self._fields.clear()
        self.data = np.zeros(0, np.uint8)

    def let_go_of_pages(self) -> None:
        """Tells the system that what was read is not needed soon, so that it is no memory of ours any more."""
        if self._mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
            self._mapped.madvise(mmap.MADV_DONTNEED)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the fields that have terms, in order."""
        return tuple(sorted(name.removesuffix("/terms") for name in self._arrays if name.endswith("/terms")))

    def field(self, name: str) -> FieldTerms:
        """The terms of a field; of one that it lacks, none."""
        if name not in self._fields:
            self._fields[name] = FieldTerms(self, name)
        return self._fields[name]

    def has(self, field: str) -> bool:
        """Whether a field has terms."""
        return f"{field}/terms" in self._arrays

    def array(self, name: str, otherwise: Any = np.uint8) -> Numbers:
        """An array by its name; an empty one when there is none."""
        if name not in self._arrays:
            return np.zeros(0, otherwise)
        at, count, kind = self._arrays[name]
        return np.frombuffer(self.data, TERM if kind == "term" else np.dtype(kind), count, at)

    def keys(self, name: str) -> Keys:
        """The words of a list."""
        offsets = self.array(f"{name}/offsets", np.uint32)
        return Keys(self.array(f"{name}/keys"), offsets if len(offsets) else np.zeros(1, np.uint32))

    def lengths(self, field: str) -> Numbers:
        """How many words each document has in a field."""
        found = self.array(f"{field}/lengths", np.uint32)
        return found if len(found) else np.zeros(self.count, np.uint32)
